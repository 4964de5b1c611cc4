// The formats that pprof read before profile.proto, and still reads: heap, growth, count, thread
// and contention profiles as text, gperftools' binary CPU profiles, and Java's variants of them.
#pragma once

#include <cstddef>
#include <span>

#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

// What to make of what only Go's text says: the comments that name functions in ?debug=1, and
// dumps of all goroutines.
enum class GoText {
  kRead,
  kAsPprof,  // pprof ignores the comments, and does not read the dumps
};

// Tries the formats in pprof's order and reads `bytes` (not compressed) by the first that takes
// them: values unsampled, addresses moved onto the call, mappings attached, drop_frames and
// keep_frames set as pprof sets them; for Go's text the comments taken, and then no frames to drop,
// as Go's own profile.proto has none. What none takes is an error in one sentence that says what
// the content looks like ("this is a zip archive, which this version does not read yet") or, when a
// format's header was there, which line is wrong.
Result<ProfileData> ParseLegacy(std::span<const std::byte> bytes, GoText go = GoText::kRead);

}  // namespace burnglass
