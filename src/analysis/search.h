// Searching a CallTree: a pattern is matched once against the distinct names, everything else is
// asked of the resulting set.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/call_tree.h"
#include "analysis/name_table.h"
#include "base/result.h"

namespace burnglass {

// A set of names: bit i of byte i / 8 says whether name i is in it. The root never is.
class NameSet {
 public:
  NameSet() = default;
  explicit NameSet(std::size_t names) : bits_((names + 7) / 8) {}

  void Add(NameId name) { bits_[name / 8] |= static_cast<std::uint8_t>(1u << (name % 8)); }
  bool Has(NameId name) const { return (bits_[name / 8] >> (name % 8) & 1) != 0; }
  const std::vector<std::uint8_t>& bits() const { return bits_; }

 private:
  std::vector<std::uint8_t> bits_;
};

// The names in which an RE2 pattern matches somewhere, mangled ones also as they are shown. The
// empty pattern matches all, as in RE2. The error is a sentence that names the pattern and what is
// wrong with it.
Result<NameSet> MatchNames(const NameTable& names, std::string_view pattern);

// The name itself and, if it is a row of the top table, all that is counted in that row.
NameSet NamesOfRow(const NameTable& names, NameId row);

struct SearchTotals {
  std::int64_t matched = 0;  // sum of the values of stacks with a name of the set, each once
  std::uint32_t names = 0;   // names of the set that have a box
  std::uint32_t boxes = 0;
};

SearchTotals SumHits(const CallTree& tree, const NameSet& set);

// The places of boxes of the set that are narrower than a view shows: one for each row and each
// cell-wide piece of it, from left to right in a row.
struct NarrowHits {
  std::vector<std::int64_t> x;
  std::vector<std::uint32_t> depth;
};

NarrowHits FindNarrowHits(const CallTree& tree, const NameSet& set, std::int64_t narrower_than,
                          std::int64_t cell);

struct Hit {
  std::uint32_t box = 0;    // 0: there is none
  std::uint32_t index = 0;  // which one it is in drawing order, from 0
  std::uint32_t of = 0;     // how many there are
};

// The next box of the set behind `from` in drawing order (row by row from the root, each from left
// to right), or the one before it; going round at the ends. From 0: the first, or going back the
// last one.
Hit NextHit(const CallTree& tree, const NameSet& set, std::uint32_t from, bool back);

}  // namespace burnglass
