#include "analysis/label_parts.h"

#include <algorithm>

#include "base/checked_sum.h"

namespace burnglass {
namespace {

std::uint64_t ChildKey(std::uint32_t box, NameId name) { return std::uint64_t{box} << 32 | name; }

// Boxes that have a width, as CallTreeBuilder makes them, but for the order of siblings.
CallTree WithoutEmpty(const CallTree& upright, const std::vector<std::int64_t>& flat,
                      const std::vector<std::int64_t>& cum,
                      const std::vector<std::int64_t>& width) {
  CallTree part;
  std::vector<std::uint32_t> number(upright.size());
  std::vector<std::int64_t> next_x;
  for (std::uint32_t box = 0; box < upright.size();) {
    if (box != 0 && width[box] == 0) {
      box = upright.end[box];
      continue;
    }
    const std::uint32_t parent = box == 0 ? 0 : number[upright.parent[box]];
    number[box] = static_cast<std::uint32_t>(part.size());
    part.parent.push_back(parent);
    part.end.push_back(number[box] + 1);
    part.depth.push_back(upright.depth[box]);
    part.name.push_back(upright.name[box]);
    part.inlined.push_back(upright.inlined[box]);
    const std::int64_t x = box == 0 ? 0 : next_x[parent];
    part.x.push_back(x);
    next_x.push_back(x);
    if (box != 0) next_x[parent] += width[box];
    part.cum.push_back(cum[box]);
    part.flat.push_back(flat[box]);
    part.magnitude.push_back(width[box]);
    part.deepest = std::max(part.deepest, upright.depth[box]);
    ++box;
  }
  for (std::size_t box = part.size(); box-- > 1;) {
    part.end[part.parent[box]] = std::max(part.end[part.parent[box]], part.end[box]);
  }
  return part;
}

}  // namespace

LabelPartsBuilder::LabelPartsBuilder(const Source& source, LabelIndex& index,
                                     const ValueColumns& columns)
    : source_(source),
      shaped_(!(source.shape == TreeShape())),
      samples_(columns.columns),
      best_(source.tree.size()) {
  largest_.column.assign(source.tree.size(), kNoColumn);
  largest_.share.assign(source.tree.size(), 0);
  SortSamples(index, columns);
  if (shaped_) children_ = ChildrenOf(source_.tree);
}

LabelPartsBuilder::Children LabelPartsBuilder::ChildrenOf(const CallTree& tree) {
  Children children;
  children.reserve(tree.size());
  for (std::uint32_t box = 1; box < tree.size(); ++box) {
    children.emplace(ChildKey(tree.parent[box], tree.name[box]), box);
  }
  return children;
}

// By node of the stacks the box of the upright tree; kNone where it has none, for samples of value
// 0 are not in it.
std::vector<std::uint32_t> LabelPartsBuilder::FindEnds() const {
  const LocationTree& stacks = *source_.selection.stacks;
  const Children children = ChildrenOf(source_.upright);
  std::vector<std::uint32_t> end(stacks.size(), kNone);
  if (!end.empty()) end[0] = 0;
  for (std::uint32_t node = 1; node < stacks.size(); ++node) {
    std::uint32_t box = end[stacks.parent[node]];
    for (const NameId name : source_.frames.of(stacks.location[node])) {
      if (box == kNone) break;
      const auto child = children.find(ChildKey(box, name));
      box = child == children.end() ? kNone : child->second;
    }
    end[node] = box;
  }
  return end;
}

void LabelPartsBuilder::SortSamples(LabelIndex& index, const ValueColumns& columns) {
  const Selection& selection = source_.selection;
  const std::vector<std::uint32_t> end = FindEnds();
  std::vector<std::uint32_t> of_sample;
  for (std::size_t i = 0; i < selection.values().size(); ++i) {
    const std::uint32_t leaf = selection.stacks->leaf[i];
    const std::int64_t value = selection.values()[i];
    if (leaf == kNone || value == 0 || end[leaf] == kNone) continue;
    of_sample.clear();
    bool has_key = false;
    for (const Label& label : selection.profile->labels(i)) {
      if (!selection.Sees(label)) continue;
      const LabelIndex::Place place = index.Of(label);
      if (place.key != columns.key) continue;
      has_key = true;
      const std::uint32_t column = columns.column_of[place.value];
      const bool known = std::find(of_sample.begin(), of_sample.end(), column) != of_sample.end();
      if (!known) of_sample.push_back(column);
    }
    if (!has_key && columns.without) of_sample.push_back(*columns.without);
    for (const std::uint32_t column : of_sample) samples_[column].push_back({end[leaf], value});
  }
}

CallTree LabelPartsBuilder::PartOfUpright(std::uint32_t column) const {
  const CallTree& upright = source_.upright;
  std::vector<std::int64_t> flat(upright.size()), width(upright.size());
  for (const Entry& entry : samples_[column]) {
    flat[entry.box] += entry.value;
    width[entry.box] += Magnitude(entry.value);
  }
  std::vector<std::int64_t> cum = flat;
  for (std::size_t box = upright.size(); box-- > 1;) {
    cum[upright.parent[box]] += cum[box];
    width[upright.parent[box]] += width[box];
  }
  if (shaped_) return WithoutEmpty(upright, flat, cum, width);
  CallTree part;
  part.cum = std::move(cum);
  return part;
}

bool LabelPartsBuilder::Work(const Budget& budget) {
  while (column_ < samples_.size()) {
    if (!reshaper_) part_ = PartOfUpright(column_);
    if (shaped_) {
      if (!reshaper_) {
        reshaper_ = std::make_unique<TreeReshaper>(part_, source_.names, source_.shape,
                                                   ReshapeLimits(), source_.packages);
      }
      if (!reshaper_->Work(budget)) return false;
      AddPart(column_, reshaper_->Take());
      reshaper_.reset();
    } else {
      for (std::uint32_t box = 0; box < part_.cum.size(); ++box) {
        Note(column_, box, part_.cum[box]);
      }
    }
    ++column_;
    if (budget.Spent() && column_ < samples_.size()) return false;
  }
  return true;
}

// A box of the part is the one of the whole tree that has the same way from the root.
void LabelPartsBuilder::AddPart(std::uint32_t column, const CallTree& part) {
  std::vector<std::uint32_t> whole(part.size(), kNone);
  for (std::uint32_t box = 0; box < part.size(); ++box) {
    if (box == 0) {
      whole[0] = 0;
    } else if (whole[part.parent[box]] != kNone) {
      const auto child = children_.find(ChildKey(whole[part.parent[box]], part.name[box]));
      if (child != children_.end()) whole[box] = child->second;
    }
    if (whole[box] != kNone) Note(column, whole[box], part.cum[box]);
  }
}

void LabelPartsBuilder::Note(std::uint32_t column, std::uint32_t box, std::int64_t cum) {
  const std::int64_t part = Magnitude(cum), width = source_.tree.width(box);
  if (part <= best_[box] || width <= 0) return;
  best_[box] = part;
  largest_.column[box] = static_cast<std::uint8_t>(column);
  const double share = static_cast<double>(part) / static_cast<double>(width);
  largest_.share[box] = static_cast<std::uint8_t>(255 * std::min(1.0, share) + 0.5);
}

}  // namespace burnglass
