#include "report/pprof_labels.h"

#include <cmath>

#include "base/checked_sum.h"
#include "base/path.h"
#include "base/units.h"
#include "report/local_time.h"

namespace burnglass {
namespace {

// "Duration: 3.02s, Total samples = 1.31s (43.40%)". What is not time has no ratio to the duration;
// the space before it stays.
std::string Duration(const Selection& selection, const ReportValues& values) {
  const std::int64_t duration = selection.profile->data().duration_nanos;
  const ScaledValue nanos = Scale(selection.total, selection.unit(), "nanoseconds");
  std::string ratio;
  if (nanos.unit == "ns" && nanos.value != 0) {
    ratio = "(" + Percentage(WholePart(nanos.value), duration) + ")";
  }
  return "Duration: " + ScaledLabel(duration, "nanoseconds", "auto") +
         ", Total samples = " + values.Text(selection.total) + " " + ratio;
}

std::string Dropped(std::uint32_t count, const char* what, const char* by,
                    const std::string& limit) {
  return "Dropped " + std::to_string(count) + " " + what + (count > 1 ? "s" : "") + " (" + by +
         " <= " + limit + ")";
}

// The filters of the query, cut where they are long.
void AddFilters(const Query& query, std::vector<std::string>& lines) {
  constexpr std::size_t kMostBytes = 80;
  constexpr std::string_view kNamed[] = {"focus",    "ignore",    "hide",    "show",   "show_from",
                                         "tagfocus", "tagignore", "tagshow", "taghide"};
  const std::size_t before = lines.size();
  for (const std::string_view name : kNamed) {
    for (const QueryField& field : QueryFields()) {
      if (field.name != name) continue;
      const std::string value = MemberText(query, field);
      if (value.empty()) continue;
      if (lines.size() == before) lines.push_back("Active filters:");
      std::string line = std::string(name) + "=" + value;
      if (line.size() > kMostBytes) line = line.substr(0, kMostBytes) + "…";
      lines.push_back("   " + line);
    }
  }
}

void AddCounts(const ReportInput& input, const GraphInput& graph, bool full,
               std::vector<std::string>& lines) {
  const auto limit = [&](double fraction) {
    const double part = static_cast<double>(input.selection.total) * fraction;
    return graph.values.Text(Magnitude(WholePart(part)));
  };
  const TrimmedGraph& trimmed = graph.trimmed;
  if (trimmed.dropped_nodes > 0) {
    lines.push_back(Dropped(trimmed.dropped_nodes, "node", "cum", limit(input.query.nodefraction)));
  }
  if (full && trimmed.dropped_edges > 0) {
    lines.push_back(
        Dropped(trimmed.dropped_edges, "edge", "freq", limit(input.query.edgefraction)));
  }
  const std::size_t shown = graph.graph().shown.size();
  if (shown > 0 && shown < trimmed.before_count) {
    lines.push_back("Showing top " + std::to_string(shown) + " nodes out of " +
                    std::to_string(trimmed.before_count));
  }
}

}  // namespace

std::vector<std::string> ProfileLabels(const Selection& selection, const ReportValues& values) {
  const Profile& profile = *selection.profile;
  const ProfileData& data = profile.data();
  std::vector<std::string> lines;
  const auto add = [&](const char* what, std::string_view text) {
    if (!text.empty()) lines.push_back(what + std::string(text));
  };
  if (!data.mappings.empty()) {
    const std::string_view file = profile.text(data.mappings[0].file);
    if (!file.empty()) add("File: ", BaseName(file));
    add("Build ID: ", profile.text(data.mappings[0].build_id));
  }
  for (const StringId comment : data.comments) {
    const std::string_view text = profile.text(comment);
    // What begins with '#' is for programs.
    if (!text.starts_with('#')) lines.emplace_back(text);
  }
  add("Type: ", selection.type());
  add("Doc: ", profile.text(data.doc_url));
  if (data.time_nanos != 0) add("Time: ", LocalTime(data.time_nanos));
  if (data.duration_nanos != 0) lines.push_back(Duration(selection, values));
  return lines;
}

std::vector<std::string> GraphLabels(const ReportInput& input, const GraphInput& graph, bool full) {
  std::vector<std::string> lines;
  if (full || !input.query.compact_labels) lines = ProfileLabels(input.selection, graph.values);
  AddFilters(input.query, lines);
  std::int64_t flat = 0;
  for (const std::uint32_t node : graph.graph().shown) {
    flat = WrappingAdd(flat, graph.graph().nodes[node].flat.value());
  }
  lines.push_back("Showing nodes accounting for " + graph.values.Text(flat) + ", " +
                  graph.values.TrimmedPercent(flat) + " of " +
                  graph.values.Text(input.selection.total) + " total");
  if (input.selection.total != 0) AddCounts(input, graph, full, lines);
  if (full) lines.push_back("\nSee https://git.io/JfYMW for how to read the graph");
  return lines;
}

}  // namespace burnglass
