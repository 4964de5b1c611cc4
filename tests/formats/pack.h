// Packs bytes, for tests of unpacking.
#pragma once

#include <string>
#include <string_view>

namespace burnglass {

std::string Gzip(std::string_view bytes);
std::string Zlib(std::string_view bytes);

// A frame of uncompressed blocks: the decoder in the browser comes without an encoder.
std::string Zstd(std::string_view bytes);

// What zlib makes of a gzip file of one member.
std::string Gunzip(std::string_view file);

// Bytes that hardly pack, the same each time.
inline std::string Noise(std::size_t size) {
  std::string noise(size, '\0');
  std::uint32_t state = 1;
  for (char& c : noise) c = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
  return noise;
}

}  // namespace burnglass
