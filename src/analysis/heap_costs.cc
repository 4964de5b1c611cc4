#include "analysis/heap_costs.h"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "analysis/frame_table.h"
#include "analysis/graph.h"
#include "analysis/select.h"
#include "analysis/stack_costs.h"
#include "base/checked_sum.h"

namespace burnglass {
namespace {

struct Measure {
  const char* type;
  std::int64_t HeapSums::*sum;
};
constexpr Measure kMeasures[] = {{"inuse_objects", &HeapSums::inuse_objects},
                                 {"inuse_space", &HeapSums::inuse_space},
                                 {"alloc_objects", &HeapSums::alloc_objects},
                                 {"alloc_space", &HeapSums::alloc_space}};

// The place of a sample type; as many as there are types when the profile has none of this name.
std::uint32_t TypeOf(const Profile& profile, std::string_view name) {
  const auto& types = profile.data().sample_types;
  const auto it = std::find_if(types.begin(), types.end(), [&](const ValueType& type) {
    return profile.text(type.type) == name;
  });
  return static_cast<std::uint32_t>(it - types.begin());
}

class Rows {
 public:
  // Adds what each function or line has of the profile, as flat and cum of these sums.
  Result<HeapSums> Add(const ProfilePtr& profile, const Query& query, HeapSums HeapRow::*flat,
                       HeapSums HeapRow::*cum) {
    Query all = query;
    all.sample_index.clear(), all.mean = false;
    Result<Selection> selection = SelectStacks(profile, all);
    if (!selection) return selection.error();
    const FrameTable frames(*profile, *selection->lines, FrameOptionsOf(query));
    HeapSums total;
    for (const Measure& measure : kMeasures) {
      selection->sample_type = TypeOf(*profile, measure.type);
      const Graph graph = BuildGraph(*selection, SumStacks(*selection), frames);
      for (const GraphNode& node : graph.nodes) {
        HeapRow& row = RowOf(frames.PrintableName(node.info));
        row.*flat.*measure.sum = WrappingAdd(row.*flat.*measure.sum, node.flat.value());
        row.*cum.*measure.sum = WrappingAdd(row.*cum.*measure.sum, node.cum.value());
        total.*measure.sum = WrappingAdd(total.*measure.sum, node.flat.value());
      }
    }
    return total;
  }

  // What keeps most in use first.
  std::vector<HeapRow> Take() {
    std::sort(rows_.begin(), rows_.end(), [](const HeapRow& a, const HeapRow& b) {
      const auto key = [](const HeapRow& row) {
        return std::pair(-row.flat.inuse_space, -row.flat.alloc_space);
      };
      return key(a) != key(b) ? key(a) < key(b) : a.text < b.text;
    });
    return std::move(rows_);
  }

 private:
  HeapRow& RowOf(std::string text) {
    const auto [it, added] = number_of_.try_emplace(text, rows_.size());
    if (added) rows_.emplace_back().text = std::move(text);
    return rows_[it->second];
  }

  std::vector<HeapRow> rows_;
  std::unordered_map<std::string, std::size_t> number_of_;
};

// What was allocated since the program began takes an earlier profile to tell in which time.
void FindSeconds(HeapCosts& costs, const ProfileData& now, const ProfileData* earlier) {
  constexpr double kNanos = 1e9;
  if (now.duration_nanos > 0) {
    costs.seconds = static_cast<double>(now.duration_nanos) / kNanos;
  } else if (earlier && earlier->duration_nanos == 0 && earlier->time_nanos > 0 &&
             now.time_nanos > earlier->time_nanos &&
             costs.total.alloc_space >= costs.total_before.alloc_space) {
    costs.seconds = static_cast<double>(now.time_nanos - earlier->time_nanos) / kNanos;
    costs.since_before = true;
  }
}

}  // namespace

bool CountsHeap(const Profile& profile) {
  return std::all_of(std::begin(kMeasures), std::end(kMeasures), [&](const Measure& measure) {
    return TypeOf(profile, measure.type) < profile.data().sample_types.size();
  });
}

Result<HeapCosts> FindHeapCosts(const ProfilePtr& profile, const ProfilePtr& earlier,
                                const Query& query) {
  for (const ProfilePtr& one : {profile, earlier}) {
    if (one && !CountsHeap(*one)) {
      return Error{"It does not count both what was allocated and what is in use"};
    }
  }
  Rows rows;
  HeapCosts costs;
  const Result<HeapSums> total = rows.Add(profile, query, &HeapRow::flat, &HeapRow::cum);
  if (!total) return total.error();
  costs.total = *total;
  if (earlier) {
    const Result<HeapSums> before =
        rows.Add(earlier, query, &HeapRow::flat_before, &HeapRow::cum_before);
    if (!before) return before.error();
    costs.total_before = *before;
  }
  FindSeconds(costs, profile->data(), earlier ? &earlier->data() : nullptr);
  costs.rows = rows.Take();
  return costs;
}

}  // namespace burnglass
