// LineCosts: what each source line of each function costs: the numbers of pprof's list report.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/graph.h"
#include "analysis/name_table.h"

namespace burnglass {

// From a line into another function: pprof's edge between the two lines.
struct LineCall {
  NameId name = 0;
  std::int64_t line = 0;  // of the callee, where it goes on
  std::int64_t cum = 0;
};

struct LineCost {
  std::string file;           // a clean path; "" where the profile does not say
  std::int64_t line = 0;      // 0: not known
  std::uint64_t address = 0;  // where lines are not known
  std::int64_t flat = 0, cum = 0;
  std::vector<LineCall> calls;  // the heaviest first
};

class LineCosts {
 public:
  enum class By : std::uint8_t { kLine, kAddress };

  // The selection must have stacks. Sums all functions at once. `frames` as in CallTreeBuilder.
  LineCosts(const Selection& selection, const NameTable& names, bool drop_negative, By by,
            const NameFrames* frames = nullptr);

  // The lines of a function that cost something, by file, line and address. Of a row of the top
  // table that stands for a whole binary, all of its addresses.
  std::vector<LineCost> Of(NameId name) const;

 private:
  void FindOwners(const Selection& selection, const NameTable& names, const NameFrames& functions);
  LineCost Describe(const GraphNode& node) const;

  FrameTable frames_;
  Graph graph_;
  std::vector<NameId> owner_, row_;  // by node
};

}  // namespace burnglass
