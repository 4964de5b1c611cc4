// The formats that pprof read before profile.proto, and still reads: heap, growth, count, thread
// and contention profiles as text, gperftools' binary CPU profiles, and Java's variants of them.
#pragma once

#include <cstddef>
#include <span>

#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

// Tries the formats in pprof's order and reads `bytes` (not compressed) by the first that takes
// them: values unsampled, addresses moved onto the call, mappings attached, drop_frames and
// keep_frames set as pprof sets them. What none takes is an error in one sentence that says what
// the content looks like ("this is a goroutine dump (debug=2), which this version does not read
// yet") or, when a format's header was there, which line is wrong.
Result<ProfileData> ParseLegacy(std::span<const std::byte> bytes);

}  // namespace burnglass
