// pprof's list: functions with their sources, and the cost of each line.
#include <algorithm>
#include <map>

#include "analysis/graph_order.h"
#include "analysis/pattern.h"
#include "analysis/trim_path.h"
#include "base/checked_sum.h"
#include "base/path.h"
#include "report/pprof_parts.h"

namespace burnglass {
namespace {

constexpr std::int64_t kMargin = 5;  // lines shown around those with cost

using Nodes = std::vector<const GraphNode*>;

struct Sums {
  std::int64_t flat = 0, cum = 0;
};

Sums SumOf(const Nodes& nodes) {
  Sums sums;
  for (const GraphNode* node : nodes) {
    sums.flat = WrappingAdd(sums.flat, node->flat.sum);
    sums.cum = WrappingAdd(sums.cum, node->cum.sum);
  }
  return sums;
}

class List {
 public:
  List(const ReportInput& input, const GraphInput& graph) : input_(input), graph_(graph) {}

  Result<std::string> Print() {
    const Result<Pattern> pattern = Pattern::Compile("list", input_.request.pattern);
    if (!pattern) return pattern.error();
    // By name of function, and by file.
    std::map<std::string_view, std::map<std::string_view, Nodes>> functions;
    for (const std::uint32_t number : graph_.graph().shown) {
      const GraphNode& node = graph_.graph().nodes[number];
      const std::string_view name = graph_.frames.text(graph_.info(node).name);
      if (!pattern->Matches(name)) continue;
      functions[name][graph_.frames.text(graph_.info(node).file)].push_back(&node);
    }
    if (functions.empty()) return Error{"nothing matches " + input_.request.pattern};
    text_ = "Total: " + graph_.values.Text(graph_.values.total()) + "\n";
    for (const auto& [name, files] : functions) {
      if (files.rbegin()->first.empty()) {
        text_ += "No source information for " + std::string(name) + "\n";
      }
      for (const auto& [file, nodes] : files) {
        if (!file.empty()) PrintFile(std::string(name), std::string(file), nodes);
      }
    }
    return std::move(text_);
  }

 private:
  void PrintFile(const std::string& name, const std::string& file, const Nodes& nodes) {
    const Sums sums = SumOf(nodes);
    text_ += "ROUTINE ======================== " + name + " in " + file + "\n";
    text_ += PadLeft(graph_.values.Text(sums.flat), 10) + " " +
             PadLeft(graph_.values.Text(sums.cum), 10) + " (flat, cum) " +
             graph_.values.Percent(sums.cum) + " of Total\n";
    const Result<std::vector<std::string>> lines = Source(file);
    if (!lines) {
      text_ += " Error: " + lines.error().message + "\n";
      return;
    }
    std::map<std::int64_t, Nodes> by_line;
    for (const GraphNode* node : nodes) by_line[graph_.info(*node).line].push_back(node);
    const auto count = static_cast<std::int64_t>(lines->size());
    const std::int64_t end = std::min(count, by_line.rbegin()->first + kMargin);
    for (std::int64_t line = FirstLine(nodes); line <= end; ++line) {
      const auto found = by_line.find(line);
      const Sums cost = found == by_line.end() ? Sums{} : SumOf(found->second);
      text_ += Cell(cost.flat) + " " + Cell(cost.cum) + " " + PadLeft(std::to_string(line), 6) +
               ":" + (*lines)[static_cast<std::size_t>(line - 1)] + "\n";
    }
  }

  // The function's first line where it is known, else some before the first with cost.
  std::int64_t FirstLine(const Nodes& nodes) const {
    std::int64_t first = INT64_MAX;
    for (const GraphNode* node : nodes) {
      const NodeInfo& info = graph_.info(*node);
      first = std::min(first, info.start_line != 0 ? info.start_line : info.line - kMargin);
    }
    return std::max<std::int64_t>(first, 1);
  }

  std::string Cell(std::int64_t value) const {
    return PadLeft(value == 0 ? "." : graph_.values.Text(value), 10);
  }

  // A path that is not absolute is looked for in all folders of sources, and in those above.
  Result<std::vector<std::string>> Source(const std::string& file) const {
    const std::string& source_path =
        input_.request.source_path.empty() ? input_.request.folder : input_.request.source_path;
    const std::string path(TrimPath(file, input_.request.trim_path, source_path));
    if (!input_.request.read_source) return Error{"sources cannot be read here"};
    if (path.starts_with('/')) return input_.request.read_source(path);
    for (const std::string_view folder : SplitPaths(source_path)) {
      for (std::string at(folder); !at.empty(); at = Above(at)) {
        auto lines = input_.request.read_source(CleanPath(at + "/" + path));
        if (lines) return lines;
      }
    }
    return Error{"could not find file " + path + " on path " + source_path};
  }

  // "" above the topmost folder.
  static std::string Above(const std::string& folder) {
    const std::string clean = CleanPath(folder);
    if (clean == "/" || clean == ".") return "";
    const std::size_t slash = clean.rfind('/');
    if (slash == clean.npos) return ".";
    return slash == 0 ? "/" : clean.substr(0, slash);
  }

  const ReportInput& input_;
  const GraphInput& graph_;
  std::string text_;
};

}  // namespace

Result<std::string> PrintList(const ReportInput& input) {
  const GraphInput graph = MakeGraph(input);
  return List(input, graph).Print();
}

}  // namespace burnglass
