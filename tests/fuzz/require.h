// What every fuzz target requires, and how it takes its input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"

namespace burnglass {

inline std::span<const std::byte> BytesOf(const std::uint8_t* data, std::size_t size) {
  return std::as_bytes(std::span(data, size));
}
inline std::span<const std::byte> BytesOf(std::string_view text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}
inline std::string_view TextOf(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// A finding unless it holds.
inline void Require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

// An error is a sentence that can be shown on one line.
inline void RequireSentence(const Error& error) {
  Require(!error.message.empty(), "an error says something");
  for (const char c : error.message) {
    Require(c < '\0' || c >= ' ', "an error is one printable line: " + error.message);
  }
}

}  // namespace burnglass
