// Loading from text, whole and in pieces.
#pragma once

#include <string>
#include <string_view>

#include "formats/load.h"

namespace burnglass {

inline std::span<const std::byte> BytesOf(std::string_view text) {
  return std::as_bytes(std::span<const char>(text.data(), text.size()));
}

inline Result<ProfileData> Load(std::string_view file, const LoadLimits& limits = {}) {
  return LoadProfile(BytesOf(file), {.limits = limits});
}

// Fed in pieces: `first` bytes, then pieces of `each` bytes.
Result<ProfileData> LoadInPieces(std::string_view file, std::size_t first, std::size_t each);

// Unpacked elsewhere, then fed: the file in pieces of `each` bytes, each with what it unpacks to.
Result<ProfileData> LoadUnpacked(std::string_view file, std::size_t each,
                                 const LoadLimits& limits = {});

// The profile's listing after FinishProfile's check, or "error: …".
std::string Outcome(Result<ProfileData> loaded);

// The error's words, "" where there is none.
std::string ErrorOf(const Result<ProfileData>& loaded);

}  // namespace burnglass
