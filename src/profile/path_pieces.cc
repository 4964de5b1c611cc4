#include "profile/path_pieces.h"

#include <algorithm>

#include "profile/words.h"

namespace burnglass {
namespace {

constexpr std::size_t kMostBlocks = 16;  // that are got at once

// Words are compared from the path's end.
bool SameBytes(const std::byte* a, const std::byte* b, std::uint32_t size) {
  for (; size >= 8; size -= 8) {
    if (WordAt(a + size - 8) != WordAt(b + size - 8)) return false;
  }
  return size == 0 || FirstBytes(WordAt(a) ^ WordAt(b), size) == 0;
}

}  // namespace

// False: there are no places left.
bool PathPieces::MakeRoom(std::size_t size) {
  if (size <= blocks_.size() * kBlock - static_cast<std::size_t>(used_)) return true;
  // The more there are, the larger the allocations.
  const std::size_t count =
      std::max((size + kBlock - 1) / kBlock, std::min(blocks_.size() / 2, kMostBlocks));
  if ((blocks_.size() + count) * std::uint64_t{kBlock} > 0xffffffff) return false;
  used_ = std::uint64_t{blocks_.size()} * kBlock;
  // Left as it is: make_unique_for_overwrite, which Emscripten 3.1.6 does not have yet.
  owned_.push_back(std::unique_ptr<std::byte[]>(new std::byte[count * kBlock + kPad]));
  for (std::size_t i = 0; i < count; ++i) blocks_.push_back(owned_.back().get() + i * kBlock);
  return true;
}

std::optional<std::uint32_t> PathPieces::Add(std::span<const std::byte> bytes, Path above) {
  if (!MakeRoom(sizeof(Head) + bytes.size())) return std::nullopt;
  const auto place = static_cast<std::uint32_t>(used_);
  const Head head{above, static_cast<std::uint32_t>(bytes.size())};
  std::memcpy(At(place), &head, sizeof head);
  std::memcpy(At(place) + sizeof head, bytes.data(), bytes.size());
  used_ += sizeof head + bytes.size();
  return place;
}

bool PathPieces::Compare(Comparison& comparison) const {
  if (comparison.path.size == 0) return true;
  const std::byte* const at = At(comparison.path.piece);
  Head head;
  std::memcpy(&head, at, sizeof head);
  const std::uint32_t own = comparison.path.size - head.above.size;
  if (!SameBytes(at + sizeof head + head.size - own, comparison.bytes, own)) return false;
  comparison = {head.above, comparison.bytes + own};
  return true;
}

bool PathPieces::Have(Path path, const std::byte* bytes) const {
  Comparison comparison{path, bytes};
  while (comparison.path.size > 0) {
    if (!Compare(comparison)) return false;
  }
  return true;
}

}  // namespace burnglass
