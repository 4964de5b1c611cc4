// Profiles in the formats from before profile.proto: binary CPU profiles, heap, goroutine, thread
// and contention texts, Java's.
#pragma once

#include <cstddef>
#include <span>

#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

// What the error says when no parser knows the bytes. A parser that does know them and stumbles
// says another sentence.
inline constexpr const char kUnrecognizedFormat[] = "unrecognized profile format";

// `file` is the whole content, not compressed. The data has not been through FinishProfile.
Result<ProfileData> ParseLegacy(std::span<const std::byte> file);

}  // namespace burnglass
