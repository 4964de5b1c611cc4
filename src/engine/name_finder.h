// NameFinder: the numbers of names by their texts, for analyses that speak of functions by name.
#pragma once

#include <string_view>
#include <unordered_map>

#include "analysis/name_table.h"

namespace burnglass {

class NameFinder {
 public:
  // The table must outlive it, and gets no new names meanwhile.
  explicit NameFinder(const NameTable& names) {
    number_.reserve(names.size());
    for (NameId name = 1; name < names.size(); ++name) number_.emplace(names.text(name), name);
  }

  // kNone where no name has this text.
  NameId Find(std::string_view text) const {
    const auto found = number_.find(text);
    return found == number_.end() ? kNone : found->second;
  }

 private:
  std::unordered_map<std::string_view, NameId> number_;
};

}  // namespace burnglass
