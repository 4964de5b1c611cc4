#include "analysis/top_table.h"

#include <algorithm>
#include <string>

#include "analysis/call_edges.h"
#include "base/checked_sum.h"

namespace burnglass {
namespace {

// One value for each node.
template <typename T>
using NodeColumn = std::vector<T>;

class Table {
 public:
  Table(const Selection& selection, const FrameNodes& nodes, const TopOptions& options)
      : profile_(*selection.profile),
        values_(selection.values()),
        nodes_(nodes),
        options_(options) {}

  TopTable Build() {
    CountNodes();
    CollectRows();
    DropSmallRows();
    SortRows();
    table_.before_count = static_cast<std::uint32_t>(table_.rows.size());
    if (options_.node_count > 0 && options_.node_count < table_.rows.size()) {
      table_.rows.resize(options_.node_count);
      trimmed_ = true;
    }
    MarkInlined();
    for (const TopRow& row : table_.rows) {
      table_.flat_sum = WrappingAdd(table_.flat_sum, row.flat);
    }
    return std::move(table_);
  }

 private:
  void CountNodes() {
    flat_.assign(nodes_.nodes.size(), 0);
    cum_.assign(nodes_.nodes.size(), 0);
    NodeColumn<std::uint32_t> seen(nodes_.nodes.size(), kNone);
    for (std::uint32_t sample = 0; sample < values_.size(); ++sample) {
      const std::int64_t value = values_[sample];
      const auto stack = profile_.stack(sample);
      if (value == 0 || stack.empty()) continue;
      for (const std::uint32_t location : stack) {
        for (const std::uint32_t node : nodes_.of(location)) {
          if (seen[node] == sample) continue;
          seen[node] = sample;
          cum_[node] = WrappingAdd(cum_[node], value);
        }
      }
      std::int64_t& flat = flat_[nodes_.of(stack[0])[0]];
      flat = WrappingAdd(flat, value);
    }
  }

  void CollectRows() {
    for (std::uint32_t node = 0; node < nodes_.nodes.size(); ++node) {
      if (flat_[node] == 0 && cum_[node] == 0) continue;
      table_.rows.push_back({.node = node, .flat = flat_[node], .cum = cum_[node]});
      all_flat_ = WrappingAdd(all_flat_, flat_[node]);
    }
  }

  // The part of all flat below which something is too small to show.
  std::int64_t Cutoff(double fraction) const {
    return Magnitude(static_cast<std::int64_t>(static_cast<double>(all_flat_) * fraction));
  }

  void DropSmallRows() {
    const std::int64_t cutoff = Cutoff(options_.node_fraction);
    if (cutoff <= 0) return;
    table_.dropped = static_cast<std::uint32_t>(
        std::erase_if(table_.rows, [&](const TopRow& row) { return Magnitude(row.cum) < cutoff; }));
    trimmed_ = table_.dropped > 0;
  }

  void SortRows() {
    NodeColumn<std::string> names(nodes_.nodes.size());
    for (const TopRow& row : table_.rows) {
      names[row.node] = PrintableName(profile_, nodes_.nodes[row.node]);
    }
    const bool by_flat = options_.order == TopOrder::kFlat;
    const auto first = by_flat ? &TopRow::flat : &TopRow::cum;
    const auto second = by_flat ? &TopRow::cum : &TopRow::flat;
    std::sort(table_.rows.begin(), table_.rows.end(), [&](const TopRow& a, const TopRow& b) {
      if (Magnitude(a.*first) != Magnitude(b.*first)) {
        return Magnitude(a.*first) > Magnitude(b.*first);
      }
      if (const int order = names[a.node].compare(names[b.node]); order != 0) return order < 0;
      if (Magnitude(a.*second) != Magnitude(b.*second)) {
        return Magnitude(a.*second) > Magnitude(b.*second);
      }
      return a.node < b.node;
    });
  }

  // A function is marked by the calls into it that are left when the rows that are not shown are
  // taken out of the stacks. As long as none is taken out, functions without a row call, too.
  void MarkInlined() {
    NodeColumn<std::uint8_t> kept(nodes_.nodes.size(), !trimmed_);
    for (const TopRow& row : table_.rows) kept[row.node] = true;
    NodeColumn<std::uint8_t> inlined(nodes_.nodes.size(), false);
    NodeColumn<std::uint8_t> called(nodes_.nodes.size(), false);
    const std::int64_t cutoff = Cutoff(options_.edge_fraction);
    const CallEdges calls = CollectCalls(kept);
    for (const CallEdge& call : calls.edges()) {
      if (Magnitude(call.weight) < cutoff) continue;
      (call.inlined ? inlined : called)[call.callee] = true;
    }
    for (TopRow& row : table_.rows) {
      if (!inlined[row.node]) continue;
      row.inlined = called[row.node] ? InlineMark::kPartial : InlineMark::kAlways;
    }
  }

  CallEdges CollectCalls(const NodeColumn<std::uint8_t>& kept) const {
    CallEdges calls;
    for (std::uint32_t sample = 0; sample < values_.size(); ++sample) {
      if (values_[sample] == 0) continue;
      std::uint32_t caller = kNone;
      const auto stack = profile_.stack(sample);
      for (std::size_t i = stack.size(); i-- > 0;) {
        const auto frames = nodes_.of(stack[i]);
        for (std::size_t frame = frames.size(); frame-- > 0;) {
          const std::uint32_t callee = frames[frame];
          if (!kept[callee]) continue;
          const bool inlined = frame + 1 < frames.size();
          if (caller != kNone && caller != callee) {
            calls.Add(caller, callee, values_[sample], inlined, sample);
          }
          caller = callee;
        }
      }
    }
    return calls;
  }

  const Profile& profile_;
  const std::span<const std::int64_t> values_;
  const FrameNodes& nodes_;
  const TopOptions& options_;
  NodeColumn<std::int64_t> flat_, cum_;
  std::int64_t all_flat_ = 0;
  bool trimmed_ = false;  // some functions that have a row are not shown
  TopTable table_;
};

}  // namespace

TopTable BuildTopTable(const Selection& selection, const FrameNodes& nodes,
                       const TopOptions& options) {
  return Table(selection, nodes, options).Build();
}

}  // namespace burnglass
