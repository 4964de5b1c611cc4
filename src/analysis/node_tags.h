// NodeTagger: the labels of samples, added up at the nodes that the samples go through.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/graph.h"
#include "analysis/select.h"

namespace burnglass {

class NodeTagger {
 public:
  // Numbers are written in `unit`. Of numeric labels only "bytes" counts, as in pprof's graphs, and
  // the label that marks a base profile's samples does not count at all.
  NodeTagger(const Selection& selection, std::string_view unit, Graph& graph);

  void Begin(std::size_t sample);
  void AddCum(std::uint32_t node);  // only the first time for each sample
  void AddFlat(std::uint32_t node);

 private:
  struct Number {
    std::string text, unit;
    std::int64_t number = 0;
  };

  void Add(std::uint32_t node, Cost NodeTag::*side);

  const Selection& selection_;
  const std::string unit_;
  Graph& graph_;
  Cost cost_;
  std::string labels_;  // the sample's string labels
  std::vector<Number> numbers_;
  std::size_t sample_ = 0;
  std::vector<std::size_t> seen_;  // by node: the sample that came last, and 1
};

}  // namespace burnglass
