// What pprof's reports are made of: each prints one into a text. A part of report/pprof_report.h.
#pragma once

#include <string>
#include <vector>

#include "analysis/frame_table.h"
#include "analysis/select.h"
#include "analysis/trim_graph.h"
#include "report/pprof_report.h"
#include "report/report_values.h"

namespace burnglass {

// What every report is printed from. The query is the report's own: with its granularity, and
// without trimming where it never trims.
struct ReportInput {
  const ReportRequest& request;
  const Query query;
  const Selection selection;

  const Profile& profile() const { return *selection.profile; }
  std::string_view text(StringId id) const { return selection.profile->text(id); }
};

// The graph of a report and how its values are written.
struct GraphInput {
  const FrameTable frames;
  const TrimmedGraph trimmed;
  ReportValues values;

  const Graph& graph() const { return trimmed.graph; }
  const NodeInfo& info(const GraphNode& node) const { return frames.infos()[node.info]; }
  std::string Name(std::uint32_t node) const {
    return frames.PrintableName(graph().nodes[node].info);
  }
};

// What a report's own nature says of a query: some never trim, some always go by addresses.
Query QueryOfReport(const ReportRequest& request);

GraphInput MakeGraph(const ReportInput& input);

std::string PrintText(const ReportInput& input);
Result<std::string> PrintTree(const ReportInput& input);  // and peek, where there is a pattern
std::string PrintTraces(const ReportInput& input);
std::string PrintRaw(const ReportInput& input);
std::string PrintTags(const ReportInput& input);
std::string PrintDot(const ReportInput& input);
std::string PrintCallgrind(const ReportInput& input);
Result<std::string> PrintList(const ReportInput& input);
std::string PrintComments(const ReportInput& input);
ProfileData FilteredProfile(const ReportInput& input);  // what proto writes
ProfileData TopProfile(const ReportInput& input);       // and topproto: a sample for each node

// Text right-aligned; a column is a character, not a byte.
std::string PadLeft(std::string text, std::size_t width);

}  // namespace burnglass
