#include "analysis/trim_graph.h"

#include <algorithm>
#include <utility>

#include "analysis/graph_order.h"
#include "analysis/stack_costs.h"
#include "analysis/trim_tree.h"
#include "base/checked_sum.h"

namespace burnglass {
namespace {

using Flags = std::vector<std::uint8_t>;

std::int64_t PartOf(std::int64_t all, double fraction) {
  return Magnitude(WholePart(static_cast<double>(all) * fraction));
}

class Trimmer {
 public:
  Trimmer(const Selection& selection, const FrameTable& frames, const TrimOptions& options)
      : selection_(selection), frames_(frames), options_(options), costs_(SumStacks(selection)) {}

  TrimmedGraph Run() {
    // What is light is known without edges and tags, which take most of the time.
    const bool whole = options_.call_tree || options_.node_fraction == 0 || !options_.edges;
    Rebuild({}, whole);
    std::int64_t all_flat = 0;
    for (const std::uint32_t node : graph().shown) {
      all_flat = WrappingAdd(all_flat, graph().nodes[node].flat.sum);
    }
    node_cutoff_ = PartOf(all_flat, options_.node_fraction);
    const std::int64_t edge_cutoff = PartOf(all_flat, options_.edge_fraction);
    if (!DropLightNodes(node_cutoff_) && !whole) Rebuild({}, true);
    result_.before_count = static_cast<std::uint32_t>(graph().shown.size());
    Sort();
    if (options_.node_count > 0) {
      // What is light must not decide which nodes are the first.
      RemoveLightTags(graph(), node_cutoff_);
      RemoveLightEdges(graph(), edge_cutoff);
      KeepFirstNodes();
    }
    RemoveLightTags(graph(), node_cutoff_);
    result_.dropped_edges = RemoveLightEdges(graph(), edge_cutoff);
    if (options_.drawn) RemoveRedundantEdges(graph(), frames_);
    return std::move(result_);
  }

 private:
  Graph& graph() { return result_.graph; }

  // The cutoff of nodes, once it is known, is that of tags, too.
  void Rebuild(Flags kept, bool whole) {
    graph() = BuildGraph(selection_, costs_, frames_,
                         {.drop_negative = options_.drop_negative,
                          .call_tree = options_.call_tree,
                          .edges = whole && options_.edges,
                          .tags = whole && options_.drawn && carried_tags_.empty(),
                          .tag_unit = options_.tag_unit,
                          .least_tag = node_cutoff_,
                          .kept = std::move(kept)});
    if (!carried_tags_.empty()) graph().tags = std::exchange(carried_tags_, {});
  }

  void Sort() {
    SortNodes(graph(), frames_,
              options_.drawn    ? NodeOrder::kEntropy
              : options_.by_cum ? NodeOrder::kCum
                                : NodeOrder::kFlat);
  }

  // Takes all other nodes out. Nodes of a call tree are told apart by their places, others by what
  // they are.
  void KeepOnly(const std::vector<std::uint32_t>& nodes) {
    if (options_.call_tree) {
      Flags kept(graph().nodes.size());
      for (const std::uint32_t node : nodes) kept[node] = true;
      TrimTree(graph(), frames_, kept);
      return;
    }
    if (!options_.edges && !options_.drawn) {
      graph().shown = nodes;
      return;
    }
    Flags kept(frames_.infos().size());
    for (const std::uint32_t node : nodes) kept[graph().nodes[node].info] = true;
    // A node's tags do not depend on what other nodes there are.
    carried_tags_ = std::exchange(graph().tags, {});
    for (std::size_t i = 0; i < carried_tags_.size(); ++i) {
      if (!kept[i]) carried_tags_[i] = {};
    }
    Rebuild(std::move(kept), true);
  }

  // Whether there were any.
  bool DropLightNodes(std::int64_t cutoff) {
    if (cutoff <= 0) return false;
    std::vector<std::uint32_t> kept = graph().shown;
    std::erase_if(
        kept, [&](std::uint32_t node) { return Magnitude(graph().nodes[node].cum.sum) < cutoff; });
    result_.dropped_nodes = static_cast<std::uint32_t>(graph().shown.size() - kept.size());
    if (result_.dropped_nodes > 0) KeepOnly(kept);
    return result_.dropped_nodes > 0;
  }

  void KeepFirstNodes() {
    const std::size_t count = FirstNodes();
    if (count >= graph().shown.size()) return;
    const auto& shown = graph().shown;
    KeepOnly({shown.begin(), shown.begin() + static_cast<std::ptrdiff_t>(count)});
    Sort();
  }

  // How many nodes there is room for.
  std::size_t FirstNodes() {
    const auto most = static_cast<std::size_t>(options_.node_count);
    if (!options_.drawn) return most;
    std::size_t room = 0;
    for (std::size_t i = 0; i < graph().shown.size(); ++i) {
      room += 1 + std::min(CountTags(graph().tags[graph().shown[i]]), kMostNodeTags);
      if (room >= most) return i + 1;
    }
    return most;
  }

  static std::size_t CountTags(const NodeTags& tags) {
    const auto count = [](const NodeTagMap& map) {
      return static_cast<std::size_t>(std::count_if(
          map.begin(), map.end(), [](const auto& entry) { return entry.second.flat.sum != 0; }));
    };
    std::size_t all = count(tags.labels);
    for (const auto& [labels, numbers] : tags.numbers) all += count(numbers);
    return all;
  }

  const Selection& selection_;
  const FrameTable& frames_;
  const TrimOptions& options_;
  const StackCosts costs_;
  TrimmedGraph result_;
  std::int64_t node_cutoff_ = 0;
  std::vector<NodeTags> carried_tags_ = {};  // for the graph that is built next
};

}  // namespace

TrimOptions TrimOptionsOf(const Query& query) {
  TrimOptions options{
      .by_cum = query.sort == "cum", .drop_negative = query.drop_negative, .tag_unit = query.unit};
  if (!query.trim) return options;
  options.node_count = std::max<std::int64_t>(query.nodecount, 0);
  options.node_fraction = query.nodefraction;
  options.edge_fraction = query.edgefraction;
  return options;
}

TrimmedGraph BuildTrimmedGraph(const Selection& selection, const FrameTable& frames,
                               const TrimOptions& options) {
  return Trimmer(selection, frames, options).Run();
}

}  // namespace burnglass
