// The readers of the legacy formats, one per family, in pprof's order of trying.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

// Another format may take it. The reason is what was wrong behind a header of this format, if it
// had one: the best there is to say when no other format takes it.
struct NotThisFormat {
  std::string reason;
};

// An Error ends the trying: it is this format, and it is broken.
using LegacyAttempt = std::variant<NotThisFormat, Error, ProfileData>;

// All of them, in that order: ParseLegacy, but for files that may be of yet another format.
LegacyAttempt TryLegacy(std::span<const std::byte> bytes);

LegacyAttempt ReadLegacyCpu(std::span<const std::byte> bytes);  // C++ and Java
LegacyAttempt ReadLegacyHeap(std::string_view text);            // and growth, fragmentation
LegacyAttempt ReadLegacyCount(std::string_view text);           // goroutine, threadcreate, …
LegacyAttempt ReadLegacyThreads(std::string_view text);
LegacyAttempt ReadLegacyContention(std::string_view text);  // and Go's mutex and block
LegacyAttempt ReadLegacyJava(std::string_view text);        // heap and contention

// "line 7 WHAT: "the line""
std::string AboutLine(std::size_t number, std::string_view what, std::string_view line);

// What a sample of a heap profile stands for: allocations are sampled by size, with one every
// `rate` bytes on average, so a sample of few small blocks speaks for many.
struct HeapAmount {
  std::int64_t count = 0, bytes = 0;
};
HeapAmount UnsampledHeap(HeapAmount sampled, std::int64_t rate);

}  // namespace burnglass
