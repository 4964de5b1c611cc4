// Java servers' heap and lock profiles as text:
//   --- contentionz 1 ---
//   format = java
//   resolution = microseconds
//   sampling period = 100
//              14     1 @ 0x0000000d 0x0000000e
//
//    0x000000d com.example.T.f (T.java:12)
#include "formats/legacy_java.h"

#include <array>
#include <optional>
#include <string>

#include "base/checked_sum.h"
#include "formats/legacy_formats.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;

enum class JavaKind { kHeap, kContention };

bool IsAttributeByte(char c) {
  return c == ' ' || c == '_' || IsDecimalDigit(c) || (c >= 'a' && c <= 'z') ||
         (c >= 'A' && c <= 'Z');
}

struct Attribute {
  std::string_view name, value;
};

// "name = value": the words around the first '=' that has words on both sides.
std::optional<Attribute> ReadAttribute(std::string_view line) {
  for (std::size_t at = line.find('='); at != kNowhere; at = line.find('=', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && IsAttributeByte(line[begin - 1])) --begin;
    LineCursor cursor(line, at + 1);
    const std::string_view value = cursor.TakeWhile(IsAttributeByte);
    if (begin < at && !value.empty()) {
      return Attribute{TrimSpace(line.substr(begin, at - begin)), TrimSpace(value)};
    }
  }
  return std::nullopt;
}

struct JavaLine {
  std::string_view first, second, addresses;
};

// "14 1 @ 0x0000000d", perhaps with words before it.
std::optional<JavaLine> FindSample(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    LineCursor cursor(line, at);
    JavaLine sample;
    sample.first = cursor.TakeDigits();
    if (sample.first.empty()) {
      ++at;
      continue;
    }
    at = cursor.at();
    if (!cursor.Take(" ")) continue;
    cursor.SkipBlanks();
    sample.second = cursor.TakeDigits();
    if (sample.second.empty() || !cursor.Take(" ")) continue;
    cursor.SkipBlanks();
    if (!cursor.Take("@ ")) continue;
    cursor.SkipBlanks();
    sample.addresses = cursor.TakeWhile(IsAddressListByte);
    return sample;
  }
  return std::nullopt;
}

class JavaReader {
 public:
  JavaReader(JavaKind kind, LegacyLines lines) : kind_(kind), lines_(lines), next_(lines) {}

  LegacyAttempt Read() {
    while (Advance()) {
      const std::optional<Attribute> attribute = ReadAttribute(line_);
      if (!attribute) break;
      if (!TakeAttribute(*attribute)) return NotThisFormat{About("is no attribute of it")};
      Consume();
    }
    while (Advance()) {
      const std::optional<JavaLine> sample = FindSample(line_);
      if (!sample) break;
      if (const char* wrong = AddSample(*sample)) return Error{About(wrong)};
      Consume();
    }
    Result<ProfileData> result = FinishJava(lines_, builder_);
    if (!result) return result.error();
    return result.Take();
  }

 private:
  // Looks at the next line that is not blank, without taking it. A last line without a line end is
  // for the locations only, as in pprof.
  bool Advance() {
    for (;;) {
      next_ = lines_;
      if (!next_.Next() || !next_.ended()) return false;
      line_ = TrimSpace(next_.line());
      if (!line_.empty()) return true;
      Consume();
    }
  }
  void Consume() { lines_ = next_; }

  std::string About(std::string_view what) const {
    const std::string kind = kind_ == JavaKind::kHeap ? "heap" : "contention";
    return "this is a Java " + kind + " profile, but " + AboutLine(next_.number(), what, line_);
  }

  bool TakeAttribute(const Attribute& attribute) {
    if (attribute.name == "format") return attribute.value == "java";
    if (attribute.name == "resolution") {
      const std::string_view unit = attribute.value;
      if (kind_ == JavaKind::kHeap) {
        builder_.SetTypes({{"inuse_objects", "count"}, {"inuse_space", unit}});
      } else {
        builder_.SetTypes({{"contentions", "count"}, {"delay", unit}});
      }
      return true;
    }
    if (kind_ == JavaKind::kHeap) return false;
    const std::optional<std::int64_t> number = ParseInteger(attribute.value);
    if (!number) return false;
    if (attribute.name == "sampling period") {
      builder_.SetPeriod({"contentions", "count"}, *number);
    } else if (attribute.name == "ms since reset") {
      builder_.data().duration_nanos = WrappingMultiply(*number, 1000 * 1000);
    } else {
      return false;
    }
    return true;
  }

  // What is wrong with the sample, or null. Its numbers stand the other way round than elsewhere.
  const char* AddSample(const JavaLine& sample) {
    if (builder_.data().sample_types.empty()) return "comes before any resolution";
    const auto count = ParseInteger(sample.second), amount = ParseInteger(sample.first);
    const auto addresses = ParseAddresses(sample.addresses);
    if (!count || !amount || !addresses) return "has a number that cannot be";
    if (kind_ == JavaKind::kContention) {
      // Without a period nothing was left out.
      const std::int64_t period = builder_.data().period == 0 ? 1 : builder_.data().period;
      const std::array<std::int64_t, 2> values = {WrappingMultiply(*count, period),
                                                  WrappingMultiply(*amount, period)};
      builder_.AddSample(*addresses, Calls::kNone, values);
      return nullptr;
    }
    if (*count == 0) return "has bytes of no objects";
    constexpr std::int64_t kRate = 512 << 10;
    const HeapAmount heap = UnsampledHeap({*count, *amount}, kRate);
    builder_.AddSample(*addresses, Calls::kNone, std::array{heap.count, heap.bytes});
    builder_.LabelBytes(WrappingDivide(*amount, *count));
    return nullptr;
  }

  JavaKind kind_;
  LegacyLines lines_;  // up to what was taken
  LegacyLines next_;   // one line further
  std::string_view line_;
  LegacyBuilder builder_;
};

}  // namespace

LegacyAttempt ReadLegacyJava(std::string_view text, GoText) {
  LegacyLines lines(text);
  if (!lines.Next() || !lines.ended()) return NotThisFormat{};
  const std::string_view header = TrimSpace(lines.line());
  if (header == "--- heapz 1 ---") return JavaReader(JavaKind::kHeap, lines).Read();
  if (header == "--- contentionz 1 ---") return JavaReader(JavaKind::kContention, lines).Read();
  return NotThisFormat{};
}

}  // namespace burnglass
