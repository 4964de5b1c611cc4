// Who waited for locks: C++ servers' contentionz, and Go's mutex and block profiles with ?debug=1:
//   --- mutex:
//   cycles/second=2596054296
//   sampling period=5
//   4959361935 410 @ 0x497807 0x497806 0x733b95
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "formats/legacy_builder.h"
#include "formats/legacy_formats.h"
#include "formats/legacy_mappings.h"
#include "formats/legacy_numbers.h"
#include "formats/legacy_text.h"

namespace burnglass {
namespace {

struct ContentionLine {
  std::string_view delay, count, addresses;
};

// "4959361935 410 @ 0x497807", perhaps with words before it. A number alone is both, its last digit
// the count: that is how pprof's pattern takes it.
std::optional<ContentionLine> FindSample(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    LineCursor cursor(line, at);
    ContentionLine sample;
    sample.delay = cursor.TakeDigits();
    if (sample.delay.empty()) {
      ++at;
      continue;
    }
    at = cursor.at();
    LineCursor behind = cursor;
    behind.SkipBlanks();
    sample.count = behind.TakeDigits();
    if (sample.count.empty() && sample.delay.size() > 1) {
      behind = cursor;
      sample.count = sample.delay.substr(sample.delay.size() - 1);
      sample.delay.remove_suffix(1);
    }
    if (sample.count.empty() || !behind.Take(" @")) continue;
    sample.addresses = behind.TakeWhile(IsAddressListByte);
    return sample;
  }
  return std::nullopt;
}

class ContentionReader {
 public:
  ContentionReader(std::string_view text, GoText go) : lines_(text), go_(go) {}

  LegacyAttempt Read() {
    if (!lines_.Next() || !IsHeader(lines_.line())) return NotThisFormat{};
    const bool is_mutex = StartsWith(lines_.line(), "--- mutex:");
    builder_.SetTypes({{"contentions", "count"}, {"delay", "nanoseconds"}});
    if (!ReadAttributes()) return Unknown("is no attribute of a contention profile");
    builder_.SetPeriod({"contentions", "count"}, period_);
    do {
      const std::string_view line = TrimSpace(lines_.line());
      if (StartsWith(line, "---")) break;
      if (IsBlankOrComment(line)) continue;
      const std::optional<ContentionLine> sample = FindSample(line);
      if (!sample) return Unknown("is not a sample of a contention profile");
      if (!AddSample(*sample)) {
        return Error{AboutLine(lines_.number(), "has a number of more than 64 bits", line)};
      }
    } while (lines_.Next());
    if (go_ == GoText::kRead && is_mutex && AreMultiplied()) {
      Say("the counts are taken to be multiplied by the sampling period already, as Go writes "
          "them since 1.20");
      Scale(1);
    } else {
      Scale(period_);
    }
    AttachMappingsSection(lines_, builder_.data());
    return std::move(builder_.data());
  }

 private:
  static bool IsHeader(std::string_view line) {
    return StartsWith(line, "--- contentionz ") || StartsWith(line, "--- mutex:") ||
           StartsWith(line, "--- contention:");
  }

  NotThisFormat Unknown(std::string_view what) const {
    return {AboutLine(lines_.number(), what, TrimSpace(lines_.line()))};
  }

  // Lines "name = value" up to the first that is none. False when one is not known; Java's variant
  // of this format begins the same, but has others.
  bool ReadAttributes() {
    while (lines_.Next()) {
      const std::string_view line = TrimSpace(lines_.line());
      if (IsBlankOrComment(line)) continue;
      const std::size_t equals = line.find('=');
      if (StartsWith(line, "---") || equals == std::string_view::npos) return true;
      if (!TakeAttribute(TrimSpace(line.substr(0, equals)), TrimSpace(line.substr(equals + 1)))) {
        return false;
      }
    }
    return true;
  }

  bool TakeAttribute(std::string_view name, std::string_view value) {
    if (name == "discarded samples") return true;
    const std::optional<std::int64_t> number = ParseInteger(value);
    if (!number) return false;
    if (name == "cycles/second") {
      cycles_per_second_ = *number;
    } else if (name == "sampling period") {
      period_ = *number;
    } else if (name == "ms since reset") {
      builder_.data().duration_nanos = WrappingMultiply(*number, 1000 * 1000);
    } else {
      return false;
    }
    return true;
  }

  bool AddSample(const ContentionLine& sample) {
    const auto delay = ParseDecimal(sample.delay), count = ParseDecimal(sample.count);
    const auto addresses = ParseAddresses(sample.addresses);
    if (!delay || !count || !addresses) return false;
    const std::array<std::int64_t, 2> values = {*count, *delay};
    builder_.AddSample(*addresses, Calls::kAll, values);
    return true;
  }

  // Up to Go 1.19 one contention of `period_` was noted and counted as one. Since then it is noted
  // as many, and pprof, which multiplies all the same, shows that many times too much.
  bool AreMultiplied() const {
    const std::vector<std::int64_t>& counts = builder_.data().values[0];
    return period_ > 1 && !counts.empty() &&
           std::all_of(counts.begin(), counts.end(),
                       [this](std::int64_t count) { return count % period_ == 0; });
  }

  void Say(const char* sentence) { builder_.data().repaired.emplace_back(sentence); }

  // From what was noted, in cycles, to what it stands for, in nanoseconds.
  void Scale(std::int64_t factor) {
    if (period_ <= 0) return;
    const double gigahertz = static_cast<double>(cycles_per_second_) / 1e9;
    for (std::int64_t& count : builder_.data().values[0]) count = WrappingMultiply(count, factor);
    if (cycles_per_second_ <= 0) return;
    for (std::int64_t& delay : builder_.data().values[1]) {
      // In the order in which pprof rounds.
      delay = WholePart(static_cast<double>(delay) * static_cast<double>(factor) / gigahertz);
    }
  }

  LegacyLines lines_;
  const GoText go_;
  LegacyBuilder builder_;
  std::int64_t period_ = 1, cycles_per_second_ = 0;
};

}  // namespace

LegacyAttempt ReadLegacyContention(std::string_view text, GoText go) {
  return ContentionReader(text, go).Read();
}

}  // namespace burnglass
