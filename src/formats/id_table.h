// IdTable: the ids of a file's mappings, functions or locations, which are any 64-bit numbers and
// may be referred to before what they name has come.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "profile/profile.h"

namespace burnglass {

class IdTable {
 public:
  // A small number for an id, the same every time; numbers count up from 0.
  std::uint32_t Number(std::uint64_t id) {
    if (id < dense_.size() && dense_[id] != kNone) return dense_[id];
    return NewOrSparse(id);
  }

  // The id names row `index`. Of several rows with one id the last one counts.
  void Define(std::uint64_t id, std::uint32_t index);

  // The row that the id of this number names, kNone where there is none.
  std::uint32_t Row(std::uint32_t number) const { return rows_[number]; }
  std::uint64_t Id(std::uint32_t number) const { return ids_[number]; }

 private:
  std::uint32_t NewOrSparse(std::uint64_t id);

  std::vector<std::uint32_t> dense_;  // by id, for the small ids that nearly all files use
  std::unordered_map<std::uint64_t, std::uint32_t> sparse_;
  std::vector<std::uint32_t> rows_;  // by number
  std::vector<std::uint64_t> ids_;   // by number
};

}  // namespace burnglass
