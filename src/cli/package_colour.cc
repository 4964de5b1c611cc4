#include "cli/package_colour.h"

#include <sha2.h>

#include <array>

namespace burnglass {

std::uint32_t PackageColour(std::string_view package) {
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(package.data()), package.size());
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest = {};
  SHA256Final(digest.data(), &context);
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(digest[i]); };
  constexpr std::uint32_t kColours = 1 << 20;
  return (byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24) % kColours;
}

}  // namespace burnglass
