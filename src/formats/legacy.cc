#include "formats/legacy.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "formats/go_comments.h"
#include "formats/legacy_formats.h"
#include "formats/legacy_frames.h"
#include "formats/legacy_text.h"
#include "formats/legacy_unread.h"

namespace burnglass {

std::string AboutLine(std::size_t number, std::string_view what, std::string_view line) {
  return "line " + std::to_string(number) + " " + std::string(what) + ": " + Quoted(line);
}

namespace {

// What the attempts have come to so far.
struct Trying {
  std::optional<Result<ProfileData>> result;  // the end of trying
  std::string reason;

  bool IsSettledBy(LegacyAttempt attempt) {
    if (auto* profile = std::get_if<ProfileData>(&attempt)) {
      result = std::move(*profile);
    } else if (auto* error = std::get_if<Error>(&attempt)) {
      result = std::move(*error);
    } else if (std::string& said = std::get<NotThisFormat>(attempt).reason; !said.empty()) {
      reason = std::move(said);
    }
    return result.has_value();
  }
};

// By the readers of what pprof reads, too.
void TryAsPprof(std::span<const std::byte> bytes, std::string_view text, GoText go,
                Trying& trying) {
  if (trying.IsSettledBy(ReadLegacyCpu(bytes))) return;
  for (const auto read :
       {ReadLegacyHeap, ReadLegacyCount, ReadLegacyThreads, ReadLegacyContention, ReadLegacyJava}) {
    if (trying.IsSettledBy(read(text, go))) return;
  }
}

}  // namespace

Result<ProfileData> ParseLegacy(std::span<const std::byte> bytes, GoText go) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  Trying trying;
  TryAsPprof(bytes, text, go, trying);
  if (trying.result) {
    if (!trying.result->ok()) return trying.result->error();
    ProfileData profile = trying.result->Take();
    const bool is_go = go == GoText::kRead && TakeGoComments(text, profile);
    if (!is_go) AddLegacyFrames(profile);
    return profile;
  }
  if (go == GoText::kRead && trying.IsSettledBy(ReadGoroutineDump(text))) {
    return std::move(*trying.result);
  }
  return Error{trying.reason.empty() ? DescribeUnread(bytes) : trying.reason};
}

}  // namespace burnglass
