#include "analysis/search.h"

#include <re2/re2.h>

#include <algorithm>
#include <string>
#include <utility>

namespace burnglass {
namespace {

// Position in drawing order; equal depths lie in preorder from left to right.
using Place = std::pair<std::uint32_t, std::uint32_t>;

}  // namespace

Result<NameSet> MatchNames(const NameTable& names, std::string_view pattern) {
  RE2::Options options;
  options.set_log_errors(false);
  const RE2 expression(re2::StringPiece(pattern.data(), pattern.size()), options);
  if (!expression.ok()) {
    return Error{"\"" + std::string(pattern) +
                 "\" is not a regular expression of RE2: " + expression.error() + "."};
  }
  NameSet set(names.size());
  for (NameId name = kRootName + 1; name < names.size(); ++name) {
    const auto matches = [&](std::string_view text) {
      return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), expression);
    };
    const bool differs = names.shown(name).data() != names.text(name).data();
    if (matches(names.shown(name)) || (differs && matches(names.text(name)))) set.Add(name);
  }
  return set;
}

NameSet NamesOfRow(const NameTable& names, NameId row) {
  NameSet set(names.size());
  for (NameId name = kRootName + 1; name < names.size(); ++name) {
    if (name == row || names.row(name) == row) set.Add(name);
  }
  return set;
}

SearchTotals SumHits(const CallTree& tree, const NameSet& set) {
  SearchTotals totals;
  NameSet seen(set.bits().size() * 8);
  std::uint32_t counted_end = 0;  // boxes before it lie below a hit whose stacks are counted
  for (std::uint32_t box = 1; box < tree.size(); ++box) {
    const NameId name = tree.name[box];
    if (!set.Has(name)) continue;
    ++totals.boxes;
    totals.names += !seen.Has(name);
    seen.Add(name);
    if (box < counted_end) continue;
    totals.matched += tree.cum[box];
    counted_end = tree.end[box];
  }
  return totals;
}

NarrowHits FindNarrowHits(const CallTree& tree, const NameSet& set, std::int64_t narrower_than,
                          std::int64_t cell) {
  NarrowHits hits;
  std::vector<std::int64_t> taken(tree.deepest + 1, -1);  // by depth: the last cell with a hit
  for (std::uint32_t box = 1; box < tree.size(); ++box) {
    if (tree.width(box) >= narrower_than || !set.Has(tree.name[box])) continue;
    const std::int64_t place = tree.x[box] / cell;
    if (place == std::exchange(taken[tree.depth[box]], place)) continue;
    hits.x.push_back(tree.x[box]);
    hits.depth.push_back(tree.depth[box]);
  }
  return hits;
}

Hit NextHit(const CallTree& tree, const NameSet& set, std::uint32_t from, bool back) {
  const auto place = [&](std::uint32_t box) { return Place{tree.depth[box], box}; };
  const Place start = place(from);
  // The hit wanted is the nearest beyond `start`, else the outermost of all.
  std::uint32_t first = 0, last = 0, before = 0, after = 0;
  std::uint32_t count_before = 0, count = 0;
  for (std::uint32_t box = 1; box < tree.size(); ++box) {
    if (!set.Has(tree.name[box])) continue;
    ++count;
    const Place here = place(box);
    if (first == 0 || here < place(first)) first = box;
    if (last == 0 || here > place(last)) last = box;
    if (here < start) {
      ++count_before;
      if (before == 0 || here > place(before)) before = box;
    }
    if (here > start && (after == 0 || here < place(after))) after = box;
  }
  if (count == 0) return {};
  const bool on_hit = from != 0 && set.Has(tree.name[from]);
  if (back) {
    if (before == 0) return {last, count - 1, count};
    return {before, count_before - 1, count};
  }
  if (after == 0) return {first, 0, count};
  return {after, count_before + on_hit, count};
}

}  // namespace burnglass
