#include "formats/other_formats.h"

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "formats/folded.h"
#include "formats/legacy_formats.h"
#include "formats/legacy_text.h"
#include "formats/legacy_unread.h"
#include "formats/otlp.h"
#include "formats/speedscope.h"

namespace burnglass {
namespace {

LegacyAttempt ReadOtlpJson(std::string_view json) {
  const OtlpJson transcoded = TranscodeOtlpJson(json);
  if (!transcoded.is_otlp) return NotThisFormat{};
  if (!transcoded.error.empty()) {
    return Error{"the OTLP profile cannot be read: " + transcoded.error};
  }
  Result<ProfileData> read = ReadOtlp(std::as_bytes(std::span(transcoded.message)));
  if (!read) return read.error();
  return read.Take();
}

LegacyAttempt ReadJson(std::string_view text) {
  LegacyAttempt attempt = ReadSpeedscope(text);
  return std::holds_alternative<NotThisFormat>(attempt) ? ReadOtlpJson(text) : attempt;
}

bool IsSettled(const LegacyAttempt& attempt) {
  const auto* other = std::get_if<NotThisFormat>(&attempt);
  return other == nullptr || !other->reason.empty();
}

Result<ProfileData> Settle(LegacyAttempt attempt) {
  if (auto* profile = std::get_if<ProfileData>(&attempt)) return std::move(*profile);
  if (auto* error = std::get_if<Error>(&attempt)) return std::move(*error);
  return Error{std::get<NotThisFormat>(attempt).reason};
}

// Without the mark of UTF-8 that some editors put first.
std::string_view WithoutMark(std::string_view text) {
  constexpr std::string_view kMark = "\xef\xbb\xbf";
  return StartsWith(text, kMark) ? text.substr(kMark.size()) : text;
}

}  // namespace

Result<ProfileData> ParseOtherFormats(std::span<const std::byte> content, GoText go) {
  if (go == GoText::kAsPprof) return ParseLegacy(content, go);
  const std::string_view text =
      WithoutMark({reinterpret_cast<const char*>(content.data()), content.size()});
  if (StartsWith(TrimSpace(text.substr(0, 256)), "{")) {
    LegacyAttempt json = ReadJson(text);
    if (IsSettled(json)) return Settle(std::move(json));
  }
  LegacyAttempt legacy = TryLegacy(content, go);
  if (IsSettled(legacy)) return Settle(std::move(legacy));
  LegacyAttempt folded = ReadFolded(text);
  if (IsSettled(folded)) return Settle(std::move(folded));
  return Error{DescribeUnread(content)};
}

}  // namespace burnglass
