// Heap profiles as text, by tcmalloc and by Go with ?debug=1:
//   heap profile:    144:  8498176 [   144:  8498176] @ heapz_v2/524288
//        1:     9216 [     1:     9216] @ 0xc635c8 0x42ecc3
#include <array>
#include <cmath>
#include <optional>

#include "formats/legacy_builder.h"
#include "formats/legacy_formats.h"
#include "formats/legacy_mappings.h"
#include "formats/legacy_numbers.h"
#include "formats/legacy_text.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;

struct HeapHeader {
  std::int64_t period = 1;
  bool sampled = false;    // counts are of sampled blocks only
  bool has_alloc = false;  // the brackets hold what was allocated, not again what is in use
};

// Four numbers as both header and samples have them: "1: 9216 [ 1: 9216]". In samples the first two
// may be negative.
struct FourNumbers {
  std::string_view count, bytes, alloc_count, alloc_bytes;
};

std::optional<FourNumbers> TakeFour(LineCursor& cursor, bool may_be_negative) {
  const auto take = [&](bool negative) {
    cursor.SkipBlanks();
    return negative ? cursor.TakeSignedDigits() : cursor.TakeDigits();
  };
  FourNumbers four;
  four.count = take(may_be_negative);
  if (four.count.empty() || !cursor.Take(":")) return std::nullopt;
  four.bytes = take(may_be_negative);
  cursor.SkipBlanks();
  if (four.bytes.empty() || !cursor.Take("[")) return std::nullopt;
  four.alloc_count = take(false);
  if (four.alloc_count.empty() || !cursor.Take(":")) return std::nullopt;
  four.alloc_bytes = take(false);
  cursor.SkipBlanks();
  if (four.alloc_bytes.empty() || !cursor.Take("]")) return std::nullopt;
  return four;
}

bool IsHeapNameByte(char c) { return c == '_' || IsDecimalDigit(c) || (c >= 'a' && c <= 'z'); }

bool HasAlloc(const FourNumbers& four) {
  return (four.alloc_count != four.count && four.alloc_count != "0") ||
         (four.alloc_bytes != four.bytes && four.alloc_bytes != "0");
}

// Behind the '@': "heapz_v2/524288". Nothing for a kind that is not known.
std::optional<HeapHeader> ReadKind(LineCursor cursor, const FourNumbers& four) {
  const std::string_view name = cursor.TakeWhile(IsHeapNameByte);
  cursor.Take("/");
  const std::string_view digits = cursor.TakeDigits();
  const std::optional<std::int64_t> rate = digits.empty() ? 0 : ParseDecimal(digits);
  if (!rate) return std::nullopt;
  const bool has_alloc = HasAlloc(four);
  if (name == "heapz_v2" || name == "heap_v2") return HeapHeader{*rate, true, has_alloc};
  if (name == "heapprofile") return HeapHeader{1, false, has_alloc};
  // Go writes twice its rate, as the first version of the format did.
  if (name == "heap") return HeapHeader{*rate / 2, true, has_alloc};
  return std::nullopt;
}

// One line may hold the words several times over; the first place that fits counts.
template <typename ReadBehind>
std::optional<HeapHeader> FindHeader(std::string_view line, ReadBehind read_behind) {
  constexpr std::string_view kWords = "heap profile:";
  for (std::size_t at = line.find(kWords); at != kNowhere; at = line.find(kWords, at + 1)) {
    LineCursor cursor(line, at + kWords.size());
    const std::optional<FourNumbers> four = TakeFour(cursor, false);
    if (!four) continue;
    if (const std::optional<HeapHeader> header = read_behind(cursor, *four)) return header;
  }
  return std::nullopt;
}

std::optional<HeapHeader> ReadHeader(std::string_view line) {
  const auto heap = FindHeader(line, [](LineCursor cursor, const FourNumbers& four) {
    cursor.SkipBlanks();
    if (!cursor.Take("@")) return std::optional<HeapHeader>();
    cursor.SkipBlanks();
    return ReadKind(cursor, four);
  });
  if (heap) return heap;
  return FindHeader(line, [](LineCursor cursor, const FourNumbers&) {
    const bool other =
        StartsWith(cursor.rest(), " @ growth") || StartsWith(cursor.rest(), " @ fragmentation");
    return other ? std::optional<HeapHeader>(HeapHeader{}) : std::nullopt;
  });
}

struct HeapLine {
  FourNumbers numbers;
  std::string_view addresses;
};

// The sample may have words before it.
std::optional<HeapLine> FindSample(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    LineCursor cursor(line, at);
    const std::string_view number = cursor.TakeSignedDigits();
    if (number.empty()) {
      ++at;
      continue;
    }
    LineCursor sample(line, at);
    const std::optional<FourNumbers> four = TakeFour(sample, true);
    if (four && sample.Take(" @")) return HeapLine{*four, sample.TakeWhile(IsAddressListByte)};
    at = cursor.at();
  }
  return std::nullopt;
}

// Reads samples; one line at a time, until it finds the mappings or something that is wrong.
class HeapReader {
 public:
  explicit HeapReader(const HeapHeader& header) : header_(header) {
    builder_.SetPeriod({"space", "bytes"}, header.period);
    if (header.has_alloc) {
      // What is in use comes last, so that it is what is shown first.
      builder_.SetTypes({{"alloc_objects", "count"},
                         {"alloc_space", "bytes"},
                         {"inuse_objects", "count"},
                         {"inuse_space", "bytes"}});
    } else {
      builder_.SetTypes({{"objects", "count"}, {"space", "bytes"}});
    }
  }

  LegacyAttempt Read(LegacyLines& lines) {
    while (lines.Next()) {
      const std::string_view line = TrimSpace(lines.line());
      if (IsBlankOrComment(line)) continue;
      if (IsMappingsMark(line)) break;
      if (const char* wrong = AddSample(line)) {
        return Error{AboutLine(lines.number(), wrong, line)};
      }
    }
    AttachMappingsSection(lines, builder_.data());
    return std::move(builder_.data());
  }

 private:
  // What is wrong with the line, or null.
  const char* AddSample(std::string_view line) {
    const std::optional<HeapLine> sample = FindSample(line);
    if (!sample) return "is not a sample of a heap profile";
    const FourNumbers& numbers = sample->numbers;
    block_bytes_ = 0;
    std::array<std::int64_t, 4> values;
    const std::size_t inuse = header_.has_alloc ? 2 : 0;
    if (header_.has_alloc) {
      const char* wrong = Amount(numbers.alloc_count, numbers.alloc_bytes, &values[0]);
      if (wrong != nullptr) return wrong;
    }
    const char* wrong = Amount(numbers.count, numbers.bytes, &values[inuse]);
    if (wrong != nullptr) return wrong;
    const auto addresses = ParseAddresses(sample->addresses);
    if (!addresses) return "has an address of more than 64 bits";
    builder_.AddSample(*addresses, Calls::kAll, std::span(values).first(inuse + 2));
    builder_.LabelBytes(block_bytes_);
    return nullptr;
  }

  const char* Amount(std::string_view count_text, std::string_view bytes_text,
                     std::int64_t* values) {
    const auto count = ParseDecimal(count_text), bytes = ParseDecimal(bytes_text);
    if (!count || !bytes) return "has a number of more than 64 bits";
    if (*count == 0 && *bytes != 0) return "has bytes in no blocks";
    HeapAmount amount = {*count, *bytes};
    if (*count != 0) {
      block_bytes_ = WrappingDivide(*bytes, *count);
      if (header_.sampled) amount = UnsampledHeap(amount, header_.period);
    }
    values[0] = amount.count;
    values[1] = amount.bytes;
    return nullptr;
  }

  HeapHeader header_;
  LegacyBuilder builder_;
  std::int64_t block_bytes_ = 0;
};

}  // namespace

HeapAmount UnsampledHeap(HeapAmount sampled, std::int64_t rate) {
  if (sampled.count == 0 || sampled.bytes == 0) return {};
  if (rate <= 1) return sampled;  // each allocation was noted, or the rate is not known
  const auto count = static_cast<double>(sampled.count);
  const auto bytes = static_cast<double>(sampled.bytes);
  const double scale = 1 / (1 - std::exp(-(bytes / count) / static_cast<double>(rate)));
  return {WholePart(count * scale), WholePart(bytes * scale)};
}

LegacyAttempt ReadLegacyHeap(std::string_view text, GoText) {
  LegacyLines lines(text);
  if (!lines.Next()) return NotThisFormat{};
  const std::optional<HeapHeader> header = ReadHeader(lines.line());
  if (!header) return NotThisFormat{};
  return HeapReader(*header).Read(lines);
}

}  // namespace burnglass
