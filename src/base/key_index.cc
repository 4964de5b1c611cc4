#include "analysis/edge_index.h"

#include "base/hash.h"
#include "profile/profile.h"

namespace burnglass {
namespace {

constexpr std::size_t kFirstSlots = 1024;

}  // namespace

EdgeIndex::EdgeIndex() : slots_(kFirstSlots, kNone) {}

std::uint32_t EdgeIndex::FindOrAdd(std::uint32_t first, std::uint32_t second) {
  const std::uint64_t pair = std::uint64_t{first} << 32 | second;
  for (std::size_t i = HashNumber(pair);; ++i) {
    std::uint32_t& slot = slots_[i & (slots_.size() - 1)];
    if (slot != kNone) {
      if (pairs_[slot] == pair) return slot;
      continue;
    }
    const auto number = static_cast<std::uint32_t>(pairs_.size());
    slot = number;
    pairs_.push_back(pair);
    if (pairs_.size() * 2 > slots_.size()) Grow();
    return number;
  }
}

void EdgeIndex::Grow() {
  slots_.assign(slots_.size() * 2, kNone);
  for (std::uint32_t number = 0; number < pairs_.size(); ++number) {
    std::size_t i = HashNumber(pairs_[number]);
    while (slots_[i & (slots_.size() - 1)] != kNone) ++i;
    slots_[i & (slots_.size() - 1)] = number;
  }
}

}  // namespace burnglass
