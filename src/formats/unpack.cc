#include "formats/unpack.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "formats/unpack_deflate.h"
#include "formats/unpack_zstd.h"

namespace burnglass {
namespace {

constexpr std::array<std::uint8_t, 2> kGzipMagic = {0x1f, 0x8b};
constexpr std::array<std::uint8_t, 4> kZstdMagic = {0x28, 0xb5, 0x2f, 0xfd};
constexpr std::array<std::uint8_t, 3> kZstdSkippableTail = {0x2a, 0x4d, 0x18};

bool Begins(std::span<const std::byte> head, std::span<const std::uint8_t> magic) {
  return std::equal(head.begin(), head.begin() + std::min(head.size(), magic.size()), magic.begin(),
                    magic.begin() + std::min(head.size(), magic.size()),
                    [](std::byte a, std::uint8_t b) { return std::to_integer<int>(a) == b; });
}

// Deflate with a window of 32 KiB, as everything writes it, and a header that divides by 31. No
// profile begins like this: 0x78 would be its doc_url, which nobody writes first.
bool IsZlib(std::span<const std::byte> head) {
  const int first = std::to_integer<int>(head[0]);
  const int second = std::to_integer<int>(head[1]);
  constexpr int kPresetDictionary = 0x20;
  return first == 0x78 && (first * 256 + second) % 31 == 0 && (second & kPresetDictionary) == 0;
}

// Zstd may begin with a frame to be skipped: 0x50 to 0x5f, and the rest of its magic.
bool IsSkippable(std::span<const std::byte> head) {
  return std::to_integer<int>(head[0]) >> 4 == 5 && Begins(head.subspan(1), kZstdSkippableTail);
}

class PlainUnpacker : public Unpacker {
 public:
  Status Push(std::span<const std::byte> packed, const ByteSink& sink) override {
    return sink(packed);
  }
  Status End(const ByteSink&) override { return Done{}; }
};

}  // namespace

std::optional<Packing> DetectPacking(std::span<const std::byte> head) {
  if (head.empty()) return std::nullopt;
  if (Begins(head, kGzipMagic)) {
    return head.size() < kGzipMagic.size() ? std::nullopt : std::optional(Packing::kGzip);
  }
  if (Begins(head, kZstdMagic) || IsSkippable(head)) {
    return head.size() < kZstdMagic.size() ? std::nullopt : std::optional(Packing::kZstd);
  }
  if (head[0] == std::byte{0x78}) {
    if (head.size() < 2) return std::nullopt;
    if (IsZlib(head)) return Packing::kZlib;
  }
  return Packing::kPlain;
}

std::unique_ptr<Unpacker> MakeUnpacker(Packing packing) {
  switch (packing) {
    case Packing::kGzip:
      return MakeGzipUnpacker();
    case Packing::kZlib:
      return MakeZlibUnpacker();
    case Packing::kZstd:
      return MakeZstdUnpacker();
    case Packing::kPlain:
      break;
  }
  return std::make_unique<PlainUnpacker>();
}

}  // namespace burnglass
