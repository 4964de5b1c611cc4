#include "report/dot_tags.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/graph_order.h"
#include "base/checked_sum.h"
#include "base/units.h"

namespace burnglass {
namespace {

double Distance(const NodeTag& from, const NodeTag& to) {
  const double value = Scale(to.number, to.unit, from.unit).value;
  return std::fabs(static_cast<double>(from.number) - value);
}

// "1MB..3MB": numbers near to each other as one tag, with the sums of their costs.
NamedTag Collapsed(const std::vector<NamedTag>& group) {
  if (group.size() == 1) {
    const NodeTag& tag = group[0].tag;
    return {ScaledLabel(tag.number, tag.unit, "auto"),
            {{}, 0, {tag.flat.value(), 0}, {tag.cum.value(), 0}}};
  }
  const NodeTag* least = &group[0].tag;
  const NodeTag* most = &group[0].tag;
  Cost flat = least->flat, cum = least->cum;
  for (std::size_t i = 1; i < group.size(); ++i) {
    const NodeTag& tag = group[i].tag;
    if (WholePart(Scale(tag.number, tag.unit, least->unit).value) < least->number) least = &tag;
    if (WholePart(Scale(tag.number, tag.unit, most->unit).value) > most->number) most = &tag;
    flat.Add(tag.flat);
    cum.Add(tag.cum);
  }
  return {ScaledLabel(least->number, least->unit, "auto") + ".." +
              ScaledLabel(most->number, most->unit, "auto"),
          {{}, 0, {flat.value(), 0}, {cum.value(), 0}}};
}

// The heaviest tags, each with those of the others that are nearest to it.
std::vector<NamedTag> CollapseTags(const NodeTagMap& tags, bool by_flat) {
  std::vector<NamedTag> sorted = SortTags(tags, by_flat);
  if (sorted.size() <= kMostNodeTags) return sorted;
  std::vector<std::vector<NamedTag>> groups;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i < kMostNodeTags) {
      groups.push_back({sorted[i]});
      continue;
    }
    const auto nearest =
        std::min_element(groups.begin(), groups.end(), [&](const auto& a, const auto& b) {
          return Distance(sorted[i].tag, a[0].tag) < Distance(sorted[i].tag, b[0].tag);
        });
    nearest->push_back(sorted[i]);
  }
  std::vector<NamedTag> collapsed;
  for (const auto& group : groups) collapsed.push_back(Collapsed(group));
  return SortTags(std::move(collapsed), by_flat);
}

class TagDrawing {
 public:
  TagDrawing(const GraphInput& graph, bool by_flat) : graph_(graph), by_flat_(by_flat) {}

  void Draw(const NodeTags& tags, const std::string& node) {
    std::vector<NamedTag> labels = SortTags(tags.labels, by_flat_);
    if (labels.size() > kMostNodeTags) labels.resize(kMostNodeTags);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const std::int64_t weight = by_flat_ ? labels[i].tag.flat.value() : labels[i].tag.cum.value();
      if (weight == 0) continue;
      const std::string box = node + "_" + std::to_string(i);
      Box(node, box, labels[i].name, weight, "");
      DrawNumbers(tags, labels[i].name, box);
    }
    DrawNumbers(tags, "", node);
  }

  std::string Take() { return std::move(text_); }

 private:
  void DrawNumbers(const NodeTags& tags, const std::string& labels, const std::string& node) {
    const auto numbers = tags.numbers.find(labels);
    if (numbers == tags.numbers.end()) return;
    const std::vector<NamedTag> collapsed = CollapseTags(numbers->second, by_flat_);
    for (std::size_t i = 0; i < collapsed.size(); ++i) {
      const std::int64_t flat = collapsed[i].tag.flat.value();
      const std::int64_t cum = collapsed[i].tag.cum.value();
      const bool only_flat = by_flat_ || flat == cum;
      const std::int64_t weight = only_flat ? flat : cum;
      if (weight == 0) continue;
      Box(node, "N" + node + "_" + std::to_string(i), collapsed[i].name, weight,
          only_flat ? "" : " style=\"dotted\"");
    }
  }

  void Box(const std::string& from, const std::string& box, const std::string& name,
           std::int64_t cost, const char* style) {
    const std::string weight = graph_.values.Text(cost);
    text_ += box + " [label = \"" + name + "\" id=\"" + box +
             "\" fontsize=8 shape=box3d tooltip=\"" + weight + "\"]\n";
    text_ += from + " -> " + box + " [label=\" " + weight + "\" weight=100 tooltip=\"" + weight +
             "\" labeltooltip=\"" + weight + "\"" + style + "]\n";
  }

  const GraphInput& graph_;
  const bool by_flat_;
  std::string text_;
};

}  // namespace

std::string DotTags(const GraphInput& graph, std::uint32_t node, std::size_t drawn_as) {
  // What is below a leaf of the drawing was left out: its tags stand for all of that.
  TagDrawing drawing(graph, !graph.graph().nodes[node].out.empty());
  drawing.Draw(graph.graph().tags[node], "N" + std::to_string(drawn_as));
  return drawing.Take();
}

}  // namespace burnglass
