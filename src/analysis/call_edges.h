// CallEdges: who calls whom, and how much goes over each call, counted once per sample.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace burnglass {

struct CallEdge {
  std::uint32_t caller = 0, callee = 0;
  std::int64_t weight = 0;
  bool inlined = true;  // the callee was inlined into the caller, each time
};

class CallEdges {
 public:
  CallEdges();

  // One call in the stack of sample `sample`; counts only the first time for each sample. All calls
  // of a sample come before those of the next.
  void Add(std::uint32_t caller, std::uint32_t callee, std::int64_t value, bool inlined,
           std::uint32_t sample);

  // In order of first appearance.
  std::span<const CallEdge> edges() const { return edges_; }

 private:
  void Grow();

  std::vector<CallEdge> edges_;
  std::vector<std::uint32_t> last_sample_;  // of each edge
  std::vector<std::uint32_t> slots_;        // open addressing; kFree where free
};

}  // namespace burnglass
