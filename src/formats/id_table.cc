#include "formats/id_table.h"

namespace burnglass {
namespace {

constexpr std::uint64_t kDenseIds = 1 << 22;

}  // namespace

std::uint32_t IdTable::NewOrSparse(std::uint64_t id) {
  const auto next = static_cast<std::uint32_t>(rows_.size());
  if (id < kDenseIds) {
    if (id >= dense_.size()) dense_.resize(id + 1, kNone);
    dense_[id] = next;
  } else {
    const auto [known, is_new] = sparse_.emplace(id, next);
    if (!is_new) return known->second;
  }
  rows_.push_back(kNone);
  ids_.push_back(id);
  return next;
}

void IdTable::Define(std::uint64_t id, std::uint32_t index) { rows_[Number(id)] = index; }

}  // namespace burnglass
