// From stacks to a Graph: the tree of stacks is walked once, each path once for all its samples.
#include <algorithm>

#include "analysis/graph.h"
#include "analysis/node_tags.h"
#include "analysis/stack_costs.h"
#include "base/key_index.h"
#include "base/release.h"

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
    Release(calls_);
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

  // What is to be known of the nodes of the tree, so that samples need not be followed frame by
  // frame: of each the nearest on its way to the root, itself included, that has nodes of the graph
  // in it (its stop), and whether a stack that ends there ends in the last of those.
  struct Stops {
    std::vector<std::uint32_t> of;              // by node of the tree: its stop, 0: none
    std::vector<std::uint8_t> ends;             // by node of the tree
    std::vector<std::uint32_t> parent;          // by stop: the one before it
    std::vector<std::uint32_t> begin = {0, 0};  // by stop: where its nodes begin
    std::vector<std::uint32_t> nodes;           // of the graph, outermost first

    std::span<const std::uint32_t> NodesAt(std::uint32_t stop) const {
      return std::span(nodes).subspan(begin[stop], begin[stop + 1] - begin[stop]);
    }
  };

  Stops FindStops() {
    Stops stops;
    stops.of.resize(stacks_.size());
    stops.ends.resize(stacks_.size());
    stops.parent.push_back(0);
    for (std::uint32_t stack = 1; stack < stacks_.size(); ++stack) {
      const auto frames = frames_.of(stacks_.location[stack]);
      const std::uint32_t before = stops.of[stacks_.parent[stack]];
      const std::size_t count = stops.nodes.size();
      if (costs_.nodes[stack].reached) AddStopNodes(stops, before, frames);
      stops.ends[stack] =
          frames.empty() ? stops.ends[stacks_.parent[stack]] : std::uint8_t{IsKept(frames[0])};
      stops.of[stack] = before;
      if (stops.nodes.size() == count) continue;
      stops.of[stack] = static_cast<std::uint32_t>(stops.parent.size());
      stops.parent.push_back(before);
      stops.begin.push_back(static_cast<std::uint32_t>(stops.nodes.size()));
    }
    return stops;
  }

  void AddStopNodes(Stops& stops, std::uint32_t before, std::span<const std::uint32_t> frames) {
    std::uint32_t node = before == 0 ? kNone : stops.nodes[stops.begin[before + 1] - 1];
    for (std::size_t frame = frames.size(); frame-- > 0;) {
      if (!IsKept(frames[frame])) continue;
      node = NodeOf(node, frames[frame]);
      stops.nodes.push_back(node);
    }
  }

  void AddTags() {
    const Stops stops = FindStops();
    NodeTagger tagger(selection_, options_.tag_unit, options_.least_tag, graph_.nodes.size());
    for (const std::uint32_t sample : tagger.BySets()) {
      tagger.Begin(sample);
      const std::uint32_t leaf = stacks_.leaf[sample];
      for (std::uint32_t stop = stops.of[leaf]; stop != 0; stop = stops.parent[stop]) {
        for (const std::uint32_t node : stops.NodesAt(stop)) tagger.AddCum(node);
      }
      const std::uint32_t last = stops.of[leaf];
      if (last != 0 && stops.ends[leaf]) tagger.AddFlat(stops.NodesAt(last).back());
    }
    graph_.tags = tagger.Take();
  }

  const Selection& selection_;
  const LocationTree& stacks_;
  const FrameTable& frames_;
  const GraphOptions& options_;
  const StackCosts& costs_;
  Graph graph_;
  KeyIndex ways_;  // of a call tree: parent and info, by node
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
