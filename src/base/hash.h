// FNV-1a, 64 bits: the one hash of this project, the same on every machine and in every run.
#pragma once

#include <cstdint>
#include <string_view>

namespace burnglass {

inline constexpr std::uint64_t kHashSeed = 0xcbf29ce484222325;

constexpr std::uint64_t HashBytes(std::string_view text, std::uint64_t seed = kHashSeed) {
  for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return seed;
}

// Takes a whole number in at one stroke and stirs it, so that low bits of the result may be used
// as a slot: FNV's multiplication only carries upwards.
constexpr std::uint64_t HashNumber(std::uint64_t number, std::uint64_t seed = kHashSeed) {
  seed = (seed ^ number) * 0x9e3779b97f4a7c15;
  return seed ^ (seed >> 32);
}

}  // namespace burnglass
