#include "base/string_table.h"

#include "base/hash.h"

namespace burnglass {
namespace {

constexpr StringId kEmpty = 0xffffffff;
constexpr std::size_t kFirstSlots = 64;

}  // namespace

StringTable::StringTable() : offsets_{0, 0} {}

StringId StringTable::Append(std::string_view text) {
  text_.insert(text_.end(), text.begin(), text.end());
  offsets_.push_back(static_cast<std::uint32_t>(text_.size()));
  const StringId id = static_cast<StringId>(size() - 1);
  if (!slots_.empty()) Index(id);
  return id;
}

StringId StringTable::Intern(std::string_view text) {
  if (slots_.empty()) Grow();
  const StringId known = slots_[FindSlot(text)];
  return known != kEmpty ? known : Append(text);
}

std::size_t StringTable::FindSlot(std::string_view text) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = HashBytes(text) & mask;
  while (slots_[slot] != kEmpty && (*this)[slots_[slot]] != text) slot = (slot + 1) & mask;
  return slot;
}

// Of equal strings the first one appended stays the one that Intern finds.
void StringTable::Index(StringId id) {
  // At most half full, so that the probing for a free slot ends soon.
  if (size() * 2 > slots_.size()) return Grow();
  StringId& slot = slots_[FindSlot((*this)[id])];
  if (slot == kEmpty) slot = id;
}

void StringTable::Grow() {
  std::size_t slots = kFirstSlots;
  while (slots < size() * 4) slots *= 2;
  slots_.assign(slots, kEmpty);
  for (StringId id = 0; id < size(); ++id) {
    StringId& slot = slots_[FindSlot((*this)[id])];
    if (slot == kEmpty) slot = id;
  }
}

}  // namespace burnglass
