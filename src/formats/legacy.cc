#include "formats/legacy.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

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
  LegacyAttempt result;  // the end of trying, or the best reason so far

  bool IsSettledBy(LegacyAttempt attempt) {
    const auto* other = std::get_if<NotThisFormat>(&attempt);
    if (other == nullptr || !other->reason.empty()) result = std::move(attempt);
    return !std::holds_alternative<NotThisFormat>(result);
  }
};

// By the readers of what pprof reads, too.
bool TryAsPprof(std::span<const std::byte> bytes, std::string_view text, GoText go,
                Trying& trying) {
  if (trying.IsSettledBy(ReadLegacyCpu(bytes))) return true;
  for (const auto read :
       {ReadLegacyHeap, ReadLegacyCount, ReadLegacyThreads, ReadLegacyContention, ReadLegacyJava}) {
    if (trying.IsSettledBy(read(text, go))) return true;
  }
  return false;
}

}  // namespace

LegacyAttempt TryLegacy(std::span<const std::byte> bytes, GoText go) {
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  Trying trying;
  if (TryAsPprof(bytes, text, go, trying)) {
    auto* profile = std::get_if<ProfileData>(&trying.result);
    const bool is_go = profile != nullptr && go == GoText::kRead && TakeGoComments(text, *profile);
    if (profile != nullptr && !is_go) AddLegacyFrames(*profile);
  } else if (go == GoText::kRead) {
    trying.IsSettledBy(ReadGoroutineDump(text));
  }
  return std::move(trying.result);
}

Result<ProfileData> ParseLegacy(std::span<const std::byte> bytes, GoText go) {
  LegacyAttempt attempt = TryLegacy(bytes, go);
  if (auto* profile = std::get_if<ProfileData>(&attempt)) return std::move(*profile);
  if (auto* error = std::get_if<Error>(&attempt)) return std::move(*error);
  const std::string& reason = std::get<NotThisFormat>(attempt).reason;
  return Error{reason.empty() ? DescribeUnread(bytes) : reason};
}

}  // namespace burnglass
