#include "report/pprof_report.h"

#include <algorithm>

#include "report/pprof_parts.h"

namespace burnglass {
namespace {

constexpr ReportKind kKinds[] = {
    {"top", "functions and what they cost"},
    {"text", "the same"},
    {"tree", "functions, each with its callers and callees"},
    {"peek", "the same for functions whose name matches", true},
    {"traces", "all samples, each with its stack"},
    {"tags", "labels and what their samples cost"},
    {"raw", "the profile as text"},
    {"list", "sources of functions whose name matches, with the cost of each line", true},
    {"dot", "the call graph for Graphviz"},
    {"callgrind", "the call graph for KCachegrind"},
    {"comments", "what the profile's producer wrote down"},
    {"proto", "what the filters left, as a profile"},
    {"topproto", "functions and what they cost, as a profile"},
};

constexpr std::int64_t kMostDrawn = 80;

Result<Report> Done(Result<std::string> text) {
  if (!text) return text.error();
  Report report;
  report.text = text.Take();
  return report;
}

Result<Report> Print(const ReportInput& input) {
  const std::string& name = input.request.name;
  if (name == "top" || name == "text") return Done(PrintText(input));
  if (name == "tree" || name == "peek") return Done(PrintTree(input));
  if (name == "traces") return Done(PrintTraces(input));
  if (name == "tags") return Done(PrintTags(input));
  if (name == "raw") return Done(PrintRaw(input));
  if (name == "list") return Done(PrintList(input));
  if (name == "dot") return Done(PrintDot(input));
  if (name == "callgrind") return Done(PrintCallgrind(input));
  if (name == "comments") return Done(PrintComments(input));
  Report report;
  report.profile = name == "proto" ? FilteredProfile(input) : TopProfile(input);
  return report;
}

}  // namespace

std::span<const ReportKind> ReportKinds() { return kKinds; }

Query QueryOfReport(const ReportRequest& request) {
  Query query = request.query;
  const auto is = [&](auto... names) { return ((request.name == names) || ...); };
  if (is("list")) query.granularity = "lines";
  if (is("proto", "raw", "callgrind")) query.granularity = "addresses";
  if (is("peek", "list", "proto", "raw", "callgrind")) query.trim = false;
  if (query.nodecount == -1) query.nodecount = is("text", "top", "topproto") ? 0 : kMostDrawn;
  if (!query.trim) query.nodecount = 0;
  return query;
}

GraphInput MakeGraph(const ReportInput& input) {
  const std::string& name = input.request.name;
  FrameOptions frame_options = FrameOptionsOf(input.query);
  frame_options.binaries = name == "list" || name == "callgrind";
  frame_options.trim_path = input.request.trim_path;
  frame_options.source_path = input.request.source_path;
  FrameTable frames(input.profile(), *input.selection.lines, frame_options);

  TrimOptions trimming = TrimOptionsOf(input.query);
  trimming.drawn = name == "dot";
  trimming.call_tree = input.query.call_tree && (name == "dot" || name == "callgrind");
  const bool table = name == "text" || name == "top" || name == "topproto";
  trimming.edges = !table || frames.HasInlining();
  TrimmedGraph trimmed = BuildTrimmedGraph(input.selection, frames, trimming);

  ReportValues values(input.selection, input.query);
  if (name == "callgrind") {
    values.ChooseWholeUnit(trimmed.graph);
  } else if (name != "list") {
    values.ChooseUnit(trimmed.graph);
  }
  return {std::move(frames), std::move(trimmed), std::move(values)};
}

Result<Report> PrintReport(ProfilePtr profile, const ReportRequest& request) {
  const Query query = QueryOfReport(request);
  Result<Selection> selection = SelectStacks(std::move(profile), query);
  if (!selection) return selection.error();
  std::vector<std::string> warnings = selection->warnings;
  if (selection->total_overflowed) {
    warnings.push_back("the values add up to more than 64 bits hold; the total is wrong");
  }
  Result<Report> report = Print({request, query, selection.Take()});
  if (report) report->warnings = std::move(warnings);
  return report;
}

}  // namespace burnglass
