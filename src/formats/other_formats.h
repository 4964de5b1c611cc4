// Everything that is not profile.proto.
#pragma once

#include <cstddef>
#include <span>

#include "base/result.h"
#include "formats/legacy.h"
#include "profile/profile.h"

namespace burnglass {

// Reads content (not compressed) as the first of these that takes it: JSON of speedscope and of
// OTLP, the formats that pprof reads besides its own, folded stacks. What none takes is an error in
// one sentence that says what the content looks like, or what is wrong with it. As pprof: only what
// pprof reads, as ParseLegacy does.
Result<ProfileData> ParseOtherFormats(std::span<const std::byte> content,
                                      GoText go = GoText::kRead);

}  // namespace burnglass
