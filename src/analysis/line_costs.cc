#include "analysis/line_costs.h"

#include <algorithm>
#include <tuple>

#include "analysis/stack_costs.h"
#include "base/checked_sum.h"
#include "base/stable_sort.h"

namespace burnglass {
namespace {

// As pprof's list has them: functions of different binaries stand apart.
FrameOptions OptionsOf(LineCosts::By by) {
  return {.granularity = by == LineCosts::By::kLine ? "lines" : "addresses", .binaries = true};
}

// Where two lines are one for a reader: several binaries may have the same function.
void Merge(std::vector<LineCost>& lines) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto place = [](const LineCost& line) {
      return std::tie(line.file, line.line, line.address);
    };
    if (kept == 0 || place(lines[kept - 1]) != place(lines[i])) {
      if (kept != i) lines[kept] = std::move(lines[i]);
      ++kept;
      continue;
    }
    LineCost& into = lines[kept - 1];
    into.flat = WrappingAdd(into.flat, lines[i].flat);
    into.cum = WrappingAdd(into.cum, lines[i].cum);
    into.calls.insert(into.calls.end(), lines[i].calls.begin(), lines[i].calls.end());
  }
  lines.resize(kept);
}

void SortCalls(std::vector<LineCall>& calls) {
  StableSort(calls, [](const LineCall& a, const LineCall& b) {
    const std::int64_t a_cum = Magnitude(a.cum), b_cum = Magnitude(b.cum);
    return a_cum != b_cum ? a_cum > b_cum : std::tie(a.name, a.line) < std::tie(b.name, b.line);
  });
}

}  // namespace

LineCosts::LineCosts(const Selection& selection, const NameTable& names, bool drop_negative, By by,
                     const NameFrames* frames)
    : frames_(*selection.profile, *selection.lines, OptionsOf(by)),
      graph_(
          BuildGraph(selection, SumStacks(selection), frames_, {.drop_negative = drop_negative})) {
  FindOwners(selection, names,
             frames ? *frames : names.FramesOf(*selection.profile, *selection.lines));
}

void LineCosts::FindOwners(const Selection& selection, const NameTable& names,
                           const NameFrames& functions) {
  owner_.assign(frames_.infos().size(), kRootName);
  row_.assign(frames_.infos().size(), kRootName);
  const auto locations = static_cast<std::uint32_t>(selection.profile->data().locations.size());
  for (std::uint32_t i = 0; i < locations; ++i) {
    const auto nodes = frames_.of(i);
    const auto owners = functions.of(i);
    // A location that a filter took all lines from is in no stack.
    for (std::size_t k = 0; k < owners.size(); ++k) {
      owner_[nodes[nodes.size() - 1 - k]] = owners[k];
      row_[nodes[nodes.size() - 1 - k]] = names.row(owners[k]);
    }
  }
}

LineCost LineCosts::Describe(const GraphNode& node) const {
  const NodeInfo& info = frames_.infos()[node.info];
  LineCost cost{std::string(frames_.text(info.file)),
                info.line,
                info.address,
                node.flat.value(),
                node.cum.value(),
                {}};
  for (const std::uint32_t number : node.out) {
    const GraphEdge& edge = graph_.edges[number];
    const NodeInfo& callee = frames_.infos()[graph_.nodes[edge.destination].info];
    if (edge.weight.value() == 0) continue;
    cost.calls.push_back(
        {owner_[graph_.nodes[edge.destination].info], callee.line, edge.weight.value()});
  }
  return cost;
}

std::vector<LineCost> LineCosts::Of(NameId name) const {
  std::vector<LineCost> lines;
  for (const std::uint32_t number : graph_.shown) {
    const GraphNode& node = graph_.nodes[number];
    if (owner_[node.info] == name || row_[node.info] == name) lines.push_back(Describe(node));
  }
  StableSort(lines, [](const LineCost& a, const LineCost& b) {
    return std::tie(a.file, a.line, a.address) < std::tie(b.file, b.line, b.address);
  });
  Merge(lines);
  for (LineCost& line : lines) SortCalls(line.calls);
  return lines;
}

}  // namespace burnglass
