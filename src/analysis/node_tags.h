// NodeTagger: the labels of samples, added up at the nodes that the samples go through.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/edge_index.h"
#include "analysis/graph.h"
#include "analysis/select.h"

namespace burnglass {

class NodeTagger {
 public:
  // Numbers are written in `unit`. Of numeric labels only "bytes" counts, as in pprof's graphs, and
  // the label that marks a base profile's samples does not count at all.
  NodeTagger(const Selection& selection, std::string_view unit);

  // False: the sample has no label that counts, and nothing is to be added for it.
  bool Begin(std::size_t sample);
  void AddCum(std::uint32_t node);  // only the first time for each sample
  void AddFlat(std::uint32_t node);

  // The tags of so many nodes.
  std::vector<NodeTags> Take(std::size_t nodes) const;

 private:
  struct Number {
    std::string text, unit;
    std::int64_t number = 0;
  };
  // All labels of a sample.
  struct Labels {
    std::string text;  // of the string labels
    std::vector<Number> numbers = {};
  };
  struct Sums {
    Cost flat, cum;
    std::size_t sample = 0;  // that came last, and 1
  };

  std::uint32_t Find(std::size_t sample);
  Labels Read(std::size_t sample) const;
  Sums& SumsOf(std::uint32_t node);

  const Selection& selection_;
  const std::string unit_;
  std::vector<Labels> labels_;
  std::unordered_map<std::string, std::uint32_t> number_of_;  // by the labels as bytes
  std::string bytes_;
  // Each pair of a node and labels once, in the order of the samples.
  EdgeIndex pairs_;
  std::vector<Sums> sums_;
  Cost cost_;
  std::size_t sample_ = 0;
  std::uint32_t now_ = 0;  // the sample's labels
};

}  // namespace burnglass
