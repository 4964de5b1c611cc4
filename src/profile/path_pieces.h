// PathPieces: the bytes of many paths that have most of them in common. What a path adds to another
// is a piece, which says where the path goes on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace burnglass {

// The piece that the path begins in, and its bytes from there to the end, through all pieces. No
// bytes: the empty path.
struct Path {
  std::uint32_t piece = 0, size = 0;
};

class PathPieces {
 public:
  // Words are read across the end of the bytes that are given, by less than so many.
  static constexpr std::size_t kPad = 8;

  // Bytes that are to be followed by those of `above`: the piece of the whole, in which every path
  // begins that begins in them. Nothing: there is no room for more.
  std::optional<std::uint32_t> Add(std::span<const std::byte> bytes, Path above);

  // A path that is compared with bytes, as many as it has, piece by piece.
  struct Comparison {
    Path path;
    const std::byte* bytes = nullptr;
  };
  // Compares what lies in one piece, and goes on to the next. False: the bytes are others.
  bool Compare(Comparison& comparison) const;

  // Whether these are the path's bytes.
  bool Have(Path path, const std::byte* bytes) const;

  // A byte of what is compared next.
  std::uint32_t Touch(Path path) const {
    return path.size == 0 ? 0 : std::to_integer<std::uint32_t>(*At(path.piece));
  }

 private:
  static constexpr std::size_t kBlock = 1 << 20;

  // Lies before its bytes.
  struct Head {
    Path above;
    std::uint32_t size = 0;
  };

  bool MakeRoom(std::size_t size);
  std::byte* At(std::uint32_t place) const { return blocks_[place / kBlock] + place % kBlock; }

  std::vector<std::unique_ptr<std::byte[]>> owned_;
  std::vector<std::byte*> blocks_;  // of kBlock bytes; several may be one allocation
  std::uint64_t used_ = 0;          // bytes of all blocks
};

}  // namespace burnglass
