// gperftools' CPU profiles: words of the profiled machine, 32 or 64 bits, either byte first.
//   0, 3, 0 (C++) or 1 (Java), microseconds between samples, 0
//   count, depth, address of the leaf, its caller, … for each stack
//   0, 1, 0
// and then text: mappings, or the names of Java's locations.
#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/checked_sum.h"
#include "formats/legacy_builder.h"
#include "formats/legacy_formats.h"
#include "formats/legacy_java.h"
#include "formats/legacy_mappings.h"
#include "formats/legacy_text.h"

namespace burnglass {
namespace {

struct WordForm {
  std::size_t bytes;
  bool big_endian;
};

class Words {
 public:
  Words(std::span<const std::byte> bytes, WordForm form) : rest_(bytes), form_(form) {}

  // The next word. Once there is not enough for one nothing is left, and it is 0.
  std::uint64_t Take() {
    if (rest_.size() < form_.bytes) {
      rest_ = {};
      short_ = true;
      return 0;
    }
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < form_.bytes; ++i) {
      const std::size_t place = form_.big_endian ? i : form_.bytes - 1 - i;
      word = word << 8 | std::to_integer<std::uint64_t>(rest_[place]);
    }
    rest_ = rest_.subspan(form_.bytes);
    return word;
  }

  std::span<const std::byte> rest() const { return rest_; }
  bool ended() const { return rest_.empty(); }
  bool short_of_bytes() const { return short_; }

 private:
  std::span<const std::byte> rest_;
  WordForm form_;
  bool short_ = false;
};

struct CpuHeader {
  bool java = false;
  std::int64_t microseconds = 0;
};

std::optional<CpuHeader> TakeHeader(Words& words) {
  const std::uint64_t zero = words.Take(), version = words.Take(), language = words.Take();
  const std::uint64_t period = words.Take(), padding = words.Take();
  const bool fits = !words.short_of_bytes() && zero == 0 && version == 3 && language <= 1 &&
                    period > 0 && padding == 0;
  if (!fits) return std::nullopt;
  return CpuHeader{language == 1, static_cast<std::int64_t>(period)};
}

// False when a stack cannot be as deep as it says.
bool ReadSamples(Words& words, Calls calls, LegacyBuilder& builder) {
  std::vector<std::uint64_t> addresses;
  while (!words.ended()) {
    const std::uint64_t count = words.Take(), depth = words.Take();
    if (words.short_of_bytes() || depth > words.rest().size() / 4) return false;
    addresses.resize(static_cast<std::size_t>(depth));
    for (std::uint64_t& address : addresses) address = words.Take();
    if (count == 0 && depth == 1 && addresses[0] == 0) break;
    const auto samples = static_cast<std::int64_t>(count);
    const std::int64_t values[] = {samples, WrappingMultiply(samples, builder.data().period)};
    builder.AddSample(addresses, calls, values);
  }
  return true;
}

// If nearly all samples have the same frame above the leaf, a signal handler put it there. The leaf
// itself is right: it comes from the signal, not from the stack.
void RemoveHandlerFrame(ProfileData& data) {
  const std::size_t samples = data.stack_ends.size();
  std::unordered_map<std::uint64_t, std::size_t> times;
  RemoveSecondFrames(data, [&](std::uint64_t, std::uint64_t second) {
    ++times[second];
    return false;
  });
  const std::size_t most = samples - samples / 32;
  for (const auto& [address, count] : times) {
    if (count < most) continue;
    RemoveSecondFrames(data, [handler = address](std::uint64_t, std::uint64_t second) {
      return second == handler;
    });
    return;
  }
}

std::string_view AsText(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

LegacyAttempt ReadBody(Words words, const CpuHeader& header) {
  LegacyBuilder builder;
  builder.SetTypes({{"samples", "count"}, {"cpu", "nanoseconds"}});
  builder.SetPeriod({"cpu", "nanoseconds"}, WrappingMultiply(header.microseconds, 1000));
  if (!ReadSamples(words, header.java ? Calls::kNone : Calls::kNotLeaf, builder)) {
    return NotThisFormat{
        "this is a gperftools CPU profile, but it is cut off or damaged in its sample " +
        std::to_string(builder.data().stack_ends.size() + 1)};
  }
  LegacyLines lines(AsText(words.rest()));
  if (header.java) {
    Result<ProfileData> result = FinishJava(lines, builder);
    if (!result) return result.error();
    return result.Take();
  }
  RemoveHandlerFrame(builder.data());
  RemoveHandlerFrame(builder.data());
  AttachMappings(lines, builder.data());
  RemoveRepeatedLeaves(builder.data());
  return std::move(builder.data());
}

}  // namespace

LegacyAttempt ReadLegacyCpu(std::span<const std::byte> bytes) {
  for (const WordForm form :
       {WordForm{4, false}, WordForm{4, true}, WordForm{8, false}, WordForm{8, true}}) {
    Words words(bytes, form);
    if (const std::optional<CpuHeader> header = TakeHeader(words)) return ReadBody(words, *header);
  }
  return NotThisFormat{};
}

}  // namespace burnglass
