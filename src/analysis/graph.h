// Graph: functions and the calls between them, with what they cost. pprof's, to the number: it is
// what its reports text, tree, peek, dot, callgrind, list and topproto print.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analysis/frame_table.h"
#include "analysis/select.h"
#include "base/checked_sum.h"

namespace burnglass {

// A sum of values, and of the values that a mean divides by (0: there is no mean).
struct Cost {
  std::int64_t sum = 0, divisor = 0;

  void Add(const Cost& other) {
    sum = WrappingAdd(sum, other.sum);
    divisor = WrappingAdd(divisor, other.divisor);
  }
  std::int64_t value() const;  // the sum, or the mean
  bool operator==(const Cost&) const = default;
};

// A label of the samples that go through a node, and what those cost.
struct NodeTag {
  std::string unit;         // of numeric ones
  std::int64_t number = 0;  // of numeric ones: the first that is written like this
  Cost flat, cum;
};
using NodeTagMap = std::map<std::string, NodeTag>;  // by what is written

struct NodeTags {
  NodeTagMap labels;                          // string labels, all of a sample as one
  std::map<std::string, NodeTagMap> numbers;  // by the string labels of their samples, "" for none
};

struct GraphNode {
  std::uint32_t info = 0;  // index into the FrameTable's infos
  Cost flat, cum;
  std::vector<std::uint32_t> in, out;  // edges
};

struct GraphEdge {
  std::uint32_t source = 0, destination = 0;  // nodes
  Cost weight;
  bool residual = false;  // goes over nodes that are not shown
  bool inlined = false;   // the destination was inlined into the source, each time
};

enum class InlineMark : std::uint8_t { kNone, kPartial, kAlways };

struct Graph {
  std::vector<GraphNode> nodes;  // also those without cost, which edges may still name
  std::vector<GraphEdge> edges;  // an edge is there as long as its nodes' `in` and `out` name it
  std::vector<std::uint32_t> shown;  // nodes that are to be seen, in the order to be seen in
  std::vector<NodeTags> tags;        // by node; empty where they were not asked for

  void RemoveEdge(std::uint32_t edge);

  // Whether the node was inlined in all calls into it, or in some.
  InlineMark Inlined(const GraphNode& node) const;
};

struct GraphOptions {
  bool drop_negative = false;
  bool call_tree = false;  // a function is a node for each way to it
  bool edges = true;
  bool tags = false;
  std::string_view tag_unit = "minimum";  // in which numeric tags are written
  // Tags of string labels that are lighter, by flat and by cum, may be missing.
  std::int64_t least_tag = 0;
  // By index of infos: which nodes there are to be; the others' calls are gone over by residual
  // edges. Empty: all.
  std::vector<std::uint8_t> kept = {};
};

struct StackCosts;

// The selection must have stacks, and `costs` be the sums of just these (analysis/stack_costs.h).
Graph BuildGraph(const Selection& selection, const StackCosts& costs, const FrameTable& frames,
                 const GraphOptions& options = {});

}  // namespace burnglass
