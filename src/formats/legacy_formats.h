// The readers of the legacy formats, one per family, in pprof's order of trying.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.h"
#include "formats/legacy.h"
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
LegacyAttempt TryLegacy(std::span<const std::byte> bytes, GoText go);

LegacyAttempt ReadLegacyCpu(std::span<const std::byte> bytes);    // C++ and Java
LegacyAttempt ReadLegacyHeap(std::string_view text, GoText go);   // and growth, fragmentation
LegacyAttempt ReadLegacyCount(std::string_view text, GoText go);  // goroutine, threadcreate, …
LegacyAttempt ReadLegacyThreads(std::string_view text, GoText go);
LegacyAttempt ReadLegacyContention(std::string_view text, GoText go);  // and Go's mutex and block
LegacyAttempt ReadLegacyJava(std::string_view text, GoText go);        // heap and contention

// A dump of all goroutines, by a panic or with ?debug=2; pprof reads none. Each goroutine is a
// sample that counts one, with the labels "state", "wait" (in minutes), "created by", "goroutine"
// (its id), "locked to thread", "leaked", "synctest bubble", "stack unavailable", "elided frames"
// (how many Go left out of the middle; "some" where older versions do not say), each only where it
// is told, and those of the program. Who created it is no frame of its stack. All of this and the
// text are in data.goroutines, too; the message and the registers of a crash are facts.
LegacyAttempt ReadGoroutineDump(std::string_view text);

// "line 7 WHAT: "the line""
std::string AboutLine(std::size_t number, std::string_view what, std::string_view line);

// What a sample of a heap profile stands for: allocations are sampled by size, with one every
// `rate` bytes on average, so a sample of few small blocks speaks for many.
struct HeapAmount {
  std::int64_t count = 0, bytes = 0;
};
HeapAmount UnsampledHeap(HeapAmount sampled, std::int64_t rate);

}  // namespace burnglass
