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

Result<ProfileData> ParseLegacy(std::span<const std::byte> bytes) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  std::string reason;
  // Takes what an attempt brought; true when that is the end of trying.
  Result<ProfileData> result = Error{};
  const auto settled = [&](LegacyAttempt attempt) {
    if (auto* profile = std::get_if<ProfileData>(&attempt)) {
      AddLegacyFrames(*profile);
      result = std::move(*profile);
      return true;
    }
    if (auto* error = std::get_if<Error>(&attempt)) {
      result = std::move(*error);
      return true;
    }
    std::string& said = std::get<NotThisFormat>(attempt).reason;
    if (!said.empty()) reason = std::move(said);
    return false;
  };
  if (settled(ReadLegacyCpu(bytes))) return result;
  for (const auto read :
       {ReadLegacyHeap, ReadLegacyCount, ReadLegacyThreads, ReadLegacyContention, ReadLegacyJava}) {
    if (settled(read(text))) return result;
  }
  return Error{reason.empty() ? DescribeUnread(bytes) : reason};
}

}  // namespace burnglass
