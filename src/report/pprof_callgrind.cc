// pprof's callgrind: for KCachegrind.
#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "analysis/graph_order.h"
#include "report/hex_text.h"
#include "report/pprof_parts.h"

namespace burnglass {
namespace {

// Names are written once with a number, then by the number.
class Names {
 public:
  std::string Text(const std::string& name) {
    if (name.empty()) return "";
    const auto [place, is_new] = numbers_.try_emplace(name, numbers_.size() + 1);
    const std::string number = "(" + std::to_string(place->second) + ")";
    return is_new ? number + " " + name : number;
  }

 private:
  std::unordered_map<std::string, std::size_t> numbers_;
};

class Callgrind {
 public:
  Callgrind(const ReportInput& input, const GraphInput& graph)
      : input_(input), graph_input_(graph), graph_(graph.graph()) {
    TellApart();
  }

  std::string Print() {
    text_ = "positions: instr line\nevents: " + input_.selection.type() + "(" +
            graph_input_.values.unit() + ")\n";
    for (const std::uint32_t node : graph_.shown) PrintNode(graph_.nodes[node]);
    return std::move(text_);
  }

 private:
  std::string Text(StringId id) const { return std::string(graph_input_.frames.text(id)); }

  // A function is known by its name and file. Nodes of functions that differ in more than those,
  // or in a call tree in their callers, get a number.
  void TellApart() {
    using Visible = std::tuple<StringId, StringId>;
    using Whole = std::tuple<std::uint32_t, StringId, std::int64_t>;
    std::map<Visible, std::map<Whole, std::size_t>> functions;
    const auto keys = [&](const GraphNode& node) {
      const NodeInfo& info = graph_input_.info(node);
      const bool tree = input_.query.call_tree && !node.in.empty();
      const std::uint32_t caller = tree ? graph_.edges[node.in[0]].source : kNone;
      return std::pair(Visible(info.file, info.name), Whole(caller, info.binary, info.start_line));
    };
    for (const std::uint32_t node : graph_.shown) {
      const auto [visible, whole] = keys(graph_.nodes[node]);
      auto& same = functions[visible];
      same.try_emplace(whole, same.size() + 1);
    }
    names_.resize(graph_.nodes.size());
    for (const std::uint32_t node : graph_.shown) {
      const auto [visible, whole] = keys(graph_.nodes[node]);
      const auto& same = functions[visible];
      names_[node] = Text(graph_input_.info(graph_.nodes[node]).name);
      if (same.size() == 1) continue;
      names_[node] +=
          " [" + std::to_string(same.at(whole)) + "/" + std::to_string(same.size()) + "]";
    }
  }

  // Relative to the node before where that is shorter.
  std::string Address(std::uint64_t address) const {
    const std::string absolute = Hex(address);
    if (before_ == nullptr) return absolute;
    if (before_->address == address) return "*";
    const auto distance = static_cast<std::int64_t>(address - before_->address);
    const std::string relative = (distance < 0 ? "" : "+") + std::to_string(distance);
    return relative.size() < absolute.size() ? relative : absolute;
  }

  void PrintNode(const GraphNode& node) {
    const NodeInfo& info = graph_input_.info(node);
    if (before_ == nullptr || info.binary != before_->binary || info.file != before_->file ||
        info.name != before_->name) {
      text_ += "\nob=" + binaries_written_.Text(Text(info.binary)) +
               "\nfl=" + files_written_.Text(Text(info.file)) +
               "\nfn=" + names_written_.Text(Text(info.name)) + "\n";
    }
    PrintCost(Address(info.address), info.line, node.flat.value());
    std::vector<std::uint32_t> out = node.out;
    SortEdges(graph_, graph_input_.frames, out);
    for (const std::uint32_t edge : out) PrintCall(graph_.edges[edge]);
    before_ = &info;
  }

  void PrintCost(const std::string& address, std::int64_t line, std::int64_t value) {
    text_ += address + " " + std::to_string(line) + " " +
             std::to_string(graph_input_.values.Whole(value)) + "\n";
  }

  void PrintCall(const GraphEdge& edge) {
    const NodeInfo& callee = graph_input_.info(graph_.nodes[edge.destination]);
    text_ += "cfl=" + files_written_.Text(Text(callee.file)) + "\n";
    text_ += "cfn=" + names_written_.Text(names_[edge.destination]) + "\n";
    text_ += "calls=0 " + Address(callee.address) + " " + std::to_string(callee.line) + "\n";
    text_ += "* * " + std::to_string(graph_input_.values.Whole(edge.weight.sum)) + "\n";
  }

  const ReportInput& input_;
  const GraphInput& graph_input_;
  const Graph& graph_;
  std::vector<std::string> names_;  // by node
  Names binaries_written_, files_written_, names_written_;
  const NodeInfo* before_ = nullptr;
  std::string text_;
};

}  // namespace

std::string PrintCallgrind(const ReportInput& input) {
  const GraphInput graph = MakeGraph(input);
  return Callgrind(input, graph).Print();
}

}  // namespace burnglass
