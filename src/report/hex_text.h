// Addresses as reports write them.
#pragma once

#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <string>

namespace burnglass {

// "0x4a2f10".
inline std::string Hex(std::uint64_t number) {
  char text[19];
  std::snprintf(text, sizeof text, "0x%" PRIx64, number);
  return text;
}

}  // namespace burnglass
