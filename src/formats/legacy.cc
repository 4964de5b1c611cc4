#include "formats/legacy.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/legacy_formats.h"
#include "formats/legacy_frames.h"
#include "formats/legacy_text.h"
#include "formats/legacy_unread.h"

namespace burnglass {

std::string AboutLine(std::size_t number, std::string_view what, std::string_view line) {
  return "line " + std::to_string(number) + " " + std::string(what) + ": " + Quoted(line);
}

LegacyAttempt TryLegacy(std::span<const std::byte> bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  std::string reason;
  // Takes what an attempt brought; true when that is the end of trying.
  LegacyAttempt result;
  const auto settled = [&](LegacyAttempt attempt) {
    if (auto* other = std::get_if<NotThisFormat>(&attempt)) {
      if (!other->reason.empty()) reason = std::move(other->reason);
      return false;
    }
    if (auto* profile = std::get_if<ProfileData>(&attempt)) AddLegacyFrames(*profile);
    result = std::move(attempt);
    return true;
  };
  if (settled(ReadLegacyCpu(bytes))) return result;
  for (const auto read :
       {ReadLegacyHeap, ReadLegacyCount, ReadLegacyThreads, ReadLegacyContention, ReadLegacyJava}) {
    if (settled(read(text))) return result;
  }
  return NotThisFormat{reason};
}

Result<ProfileData> ParseLegacy(std::span<const std::byte> bytes) {
  LegacyAttempt attempt = TryLegacy(bytes);
  if (auto* profile = std::get_if<ProfileData>(&attempt)) return std::move(*profile);
  if (auto* error = std::get_if<Error>(&attempt)) return std::move(*error);
  const std::string& reason = std::get<NotThisFormat>(attempt).reason;
  return Error{reason.empty() ? DescribeUnread(bytes) : reason};
}

}  // namespace burnglass
