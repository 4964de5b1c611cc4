// From stacks to a Graph: the tree of stacks is walked once, each path once for all its samples.
#include <algorithm>

#include "analysis/edge_index.h"
#include "analysis/graph.h"
#include "analysis/node_tags.h"
#include "analysis/stack_costs.h"

namespace burnglass {
namespace {

class Builder {
 public:
  Builder(const Selection& selection, const StackCosts& costs, const FrameTable& frames,
          const GraphOptions& options)
      : selection_(selection),
        stacks_(*selection.stacks),
        frames_(frames),
        options_(options),
        costs_(costs) {
    if (!options.call_tree) {
      graph_.nodes.resize(frames.infos().size());
      for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i) graph_.nodes[i].info = i;
      on_path_.resize(graph_.nodes.size());
    }
  }

  Graph Build() {
    Walk();
    AddEdges();
    if (options_.tags) AddTags();
    for (std::uint32_t i = 0; i < graph_.edges.size(); ++i) {
      graph_.nodes[graph_.edges[i].source].out.push_back(i);
      graph_.nodes[graph_.edges[i].destination].in.push_back(i);
    }
    for (std::uint32_t i = 0; i < graph_.nodes.size(); ++i) {
      if (IsShown(graph_.nodes[i])) graph_.shown.push_back(i);
    }
    return std::move(graph_);
  }

 private:
  // Where a walk from the root has come to: the last node, and whether others were left out since.
  struct Place {
    std::uint32_t node = kNone;
    bool residual = false;
  };
  // A place on the way, and how to get back to the one before.
  struct Step {
    std::uint32_t stack = 0;  // node of the tree
    Place place;
    std::size_t nodes_before = 0;
  };
  // One way into a node, on one node of the tree.
  struct Call {
    std::uint32_t source = 0, destination = 0, stack = 0;
    bool residual = false, inlined = false;
  };
  // The edge into a destination, of the source that is looked at.
  struct Stamp {
    std::uint32_t source = kNone, edge = 0;
    std::uint32_t end = 0;  // stacks before it lie below one that has been counted
  };

  bool IsShown(const GraphNode& node) const {
    if (node.flat.sum == 0 && node.cum.sum == 0) return false;
    const bool negative = node.flat.sum < 0 || (node.flat.sum == 0 && node.cum.sum < 0);
    return !(options_.drop_negative && negative);
  }

  bool IsKept(std::uint32_t info) const { return options_.kept.empty() || options_.kept[info]; }

  std::uint32_t NodeOf(std::uint32_t parent, std::uint32_t info) {
    if (!options_.call_tree) return info;
    const std::uint32_t node = ways_.FindOrAdd(parent, info);
    if (node == graph_.nodes.size()) {
      graph_.nodes.emplace_back().info = info;
      on_path_.push_back(0);
    }
    return node;
  }

  // In preorder, so the way to a stack is the way to the one before it, cut back to its parent.
  void Walk() {
    std::vector<Step> path = {{}};
    for (std::uint32_t stack = 1; stack < stacks_.size(); ++stack) {
      if (!costs_.nodes[stack].reached) continue;
      while (path.back().stack != stacks_.parent[stack]) {
        Leave(path.back());
        path.pop_back();
      }
      path.push_back(Enter(stack, path.back().place));
    }
  }

  Step Enter(std::uint32_t stack, Place place) {
    const StackCosts::Node& node = costs_.nodes[stack];
    const std::size_t nodes_before = path_nodes_.size();
    const auto frames = frames_.of(stacks_.location[stack]);
    for (std::size_t i = frames.size(); i-- > 0;) {
      place = Go(place, frames[i], stack, i + 1 < frames.size());
    }
    if (node.ends && place.node != kNone && !place.residual) {
      graph_.nodes[place.node].flat.Add(node.flat);
    }
    return {stack, place, nodes_before};
  }

  Place Go(Place place, std::uint32_t info, std::uint32_t stack, bool inlined) {
    if (!IsKept(info)) return {place.node, true};
    const std::uint32_t node = NodeOf(place.node, info);
    if (on_path_[node]++ == 0) graph_.nodes[node].cum.Add(costs_.nodes[stack].cum);
    path_nodes_.push_back(node);
    if (options_.edges && place.node != kNone && place.node != node) {
      calls_.push_back({place.node, node, stack, place.residual, inlined});
    }
    return {node, false};
  }

  void Leave(const Step& step) {
    for (; path_nodes_.size() > step.nodes_before; path_nodes_.pop_back()) {
      --on_path_[path_nodes_.back()];
    }
  }

  // Calls by their source, those of one in the order of the walk.
  std::vector<Call> CallsBySource() {
    std::vector<std::uint32_t> begin(graph_.nodes.size() + 1);
    for (const Call& call : calls_) ++begin[call.source + 1];
    for (std::size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    std::vector<Call> sorted(calls_.size());
    for (const Call& call : calls_) sorted[begin[call.source]++] = call;
    calls_ = {};
    return sorted;
  }

  // By node of the tree: where those end that lie below it.
  std::vector<std::uint32_t> Ends() const {
    std::vector<std::uint32_t> ends(stacks_.size());
    for (auto i = static_cast<std::uint32_t>(ends.size()); i-- > 0;) {
      ends[i] = std::max(ends[i], i + 1);
      if (i > 0) ends[stacks_.parent[i]] = std::max(ends[stacks_.parent[i]], ends[i]);
    }
    return ends;
  }

  // Of a call that is in a stack several times the outermost counts.
  void AddEdges() {
    if (calls_.empty()) return;
    const std::vector<std::uint32_t> ends = Ends();
    std::vector<Stamp> stamps(graph_.nodes.size());
    for (const Call& call : CallsBySource()) {
      Stamp& stamp = stamps[call.destination];
      if (stamp.source != call.source) {
        stamp = {call.source, static_cast<std::uint32_t>(graph_.edges.size()), 0};
        graph_.edges.push_back({call.source, call.destination, {}, false, true});
      }
      if (call.stack < stamp.end) continue;
      stamp.end = ends[call.stack];
      GraphEdge& edge = graph_.edges[stamp.edge];
      edge.weight.Add(costs_.nodes[call.stack].cum);
      edge.residual |= call.residual;
      edge.inlined &= call.inlined;
    }
  }

  // Of every stack: the nearest on its way to the root, itself included, that has nodes in it; 0
  // for none. Others need not be looked at.
  std::vector<std::uint32_t> FindStops() const {
    std::vector<std::uint32_t> stops(stacks_.size());
    for (std::uint32_t i = 1; i < stops.size(); ++i) {
      const auto frames = frames_.of(stacks_.location[i]);
      const bool kept = std::any_of(frames.begin(), frames.end(),
                                    [&](std::uint32_t frame) { return IsKept(frame); });
      stops[i] = kept ? i : stops[stacks_.parent[i]];
    }
    return stops;
  }

  // Whether the node that the stack ends in is the last of its frames.
  bool EndsInNode(std::uint32_t stack) const {
    for (; stack != 0; stack = stacks_.parent[stack]) {
      const auto frames = frames_.of(stacks_.location[stack]);
      if (!frames.empty()) return IsKept(frames[0]);
    }
    return false;
  }

  void AddTags() {
    NodeTagger tagger(selection_, options_.tag_unit);
    const std::vector<std::uint32_t> stops = FindStops();
    std::vector<std::uint32_t> path;
    for (std::size_t i = 0; i < stacks_.leaf.size(); ++i) {
      const std::uint32_t leaf = stacks_.leaf[i];
      if (leaf == kNone || CostOf(selection_, i) == Cost{} || !tagger.Begin(i)) continue;
      path.clear();
      for (std::uint32_t at = stops[leaf]; at != 0; at = stops[stacks_.parent[at]]) {
        path.push_back(at);
      }
      std::uint32_t node = kNone;
      for (std::size_t at = path.size(); at-- > 0;) {
        const auto frames = frames_.of(stacks_.location[path[at]]);
        for (std::size_t frame = frames.size(); frame-- > 0;) {
          if (!IsKept(frames[frame])) continue;
          node = NodeOf(node, frames[frame]);
          tagger.AddCum(node);
        }
      }
      if (node != kNone && EndsInNode(leaf)) tagger.AddFlat(node);
    }
    graph_.tags = tagger.Take(graph_.nodes.size());
  }

  const Selection& selection_;
  const LocationTree& stacks_;
  const FrameTable& frames_;
  const GraphOptions& options_;
  const StackCosts& costs_;
  Graph graph_;
  EdgeIndex ways_;  // of a call tree: parent and info, by node
  std::vector<Call> calls_;
  std::vector<std::uint32_t> on_path_;  // how often the path has the node
  std::vector<std::uint32_t> path_nodes_;
};

}  // namespace

Graph BuildGraph(const Selection& selection, const StackCosts& costs, const FrameTable& frames,
                 const GraphOptions& options) {
  return Builder(selection, costs, frames, options).Build();
}

}  // namespace burnglass
