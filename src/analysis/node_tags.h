// NodeTagger: the labels of samples, added up at the nodes that the samples go through.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/graph.h"
#include "analysis/select.h"

namespace burnglass {

// Samples are added set by set: those with the same labels one after the other, so that what they
// cost is added up at the nodes alone.
class NodeTagger {
 public:
  // Numbers are written in `unit`. Of numeric labels only "bytes" counts, as in pprof's graphs, and
  // the label that marks a base profile's samples does not count at all. Tags of string labels that
  // are lighter than `least` by flat and by cum are left out.
  NodeTagger(const Selection& selection, std::string_view unit, std::int64_t least,
             std::size_t nodes);

  // The samples with a stack, a cost and a label that counts, in the order to be added in.
  const std::vector<std::uint32_t>& BySets() const { return samples_; }

  void Begin(std::uint32_t sample);
  void AddCum(std::uint32_t node);  // only the first time for each sample
  void AddFlat(std::uint32_t node);

  // After the last sample, once: the tags of all nodes.
  std::vector<NodeTags> Take();

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
    std::uint32_t first = 0;   // sample
    std::uint32_t sample = 0;  // that came last
    bool touched = false;
  };
  // What a set with numbers costs at a node.
  struct Entry {
    std::uint32_t node = 0, set = 0;
    Sums sums;
  };

  Labels Read(std::size_t sample) const;
  void FindSets();
  void SortSets();
  Sums& SumsOf(std::uint32_t node);
  void EndSet();
  void EndText();
  void AddNumbers(const Entry& entry);

  const Selection& selection_;
  const std::string unit_;
  const std::int64_t least_;
  std::vector<Labels> labels_;          // by set
  std::vector<std::uint32_t> set_of_;   // by sample
  std::vector<std::uint32_t> samples_;  // by set, sets with the same text together
  // By node, of the set at hand; and of all sets so far that have its text.
  std::vector<Sums> sums_;
  std::vector<Sums> text_sums_;
  std::vector<std::uint32_t> touched_, text_touched_;
  std::vector<Entry> entries_;
  std::vector<NodeTags> tags_;
  Cost cost_;
  std::uint32_t sample_ = 0;
  std::uint32_t now_ = kNone;  // the set at hand
};

}  // namespace burnglass
