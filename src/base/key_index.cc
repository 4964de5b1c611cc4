#include "base/key_index.h"

#include "base/hash.h"

namespace burnglass {
namespace {

constexpr std::size_t kFirstSlots = 1024;
constexpr std::uint32_t kFree = 0xffffffff;

}  // namespace

KeyIndex::KeyIndex() : slots_(kFirstSlots, kFree) {}

std::uint32_t KeyIndex::FindOrAdd(std::uint64_t key) {
  for (std::size_t i = HashNumber(key);; ++i) {
    std::uint32_t& slot = slots_[i & (slots_.size() - 1)];
    if (slot != kFree) {
      if (keys_[slot] == key) return slot;
      continue;
    }
    const auto number = static_cast<std::uint32_t>(keys_.size());
    slot = number;
    keys_.push_back(key);
    if (keys_.size() * 2 > slots_.size()) Grow();
    return number;
  }
}

void KeyIndex::Grow() {
  slots_.assign(slots_.size() * 2, kFree);
  for (std::uint32_t number = 0; number < keys_.size(); ++number) {
    std::size_t i = HashNumber(keys_[number]);
    while (slots_[i & (slots_.size() - 1)] != kFree) ++i;
    slots_[i & (slots_.size() - 1)] = number;
  }
}

}  // namespace burnglass
