#include "report/top_export.h"

#include <array>
#include <cstdio>

#include "analysis/pattern.h"
#include "analysis/trim_graph.h"
#include "base/checked_sum.h"
#include "base/table_cell.h"
#include "report/report_values.h"
#include "report/row_place.h"

namespace burnglass {
namespace {

TrimOptions NodesAlone(const Query& query) {
  TrimOptions options = TrimOptionsOf(query);
  options.edges = false;
  return options;
}

struct Rows {
  Rows(const Selection& selection, const Query& asked, const NameTable& of)
      : query(asked),
        names(of),
        frames(*selection.profile, *selection.lines, FrameOptionsOf(query)),
        trimmed(BuildTrimmedGraph(selection, frames, NodesAlone(query))),
        values(selection, query) {
    values.ChooseUnit(trimmed.graph);
  }

  // Calls take(place, node, sum of flat so far) for each row.
  template <typename Taker>
  void ForEach(const Taker& take) const {
    std::int64_t sum = 0;
    for (const std::uint32_t number : trimmed.graph.shown) {
      const GraphNode& node = trimmed.graph.nodes[number];
      sum = WrappingAdd(sum, node.flat.value());
      take(PlaceOfRow(frames, node.info, query, names), node, sum);
    }
  }

  const Query& query;
  const NameTable& names;
  const FrameTable frames;
  const TrimmedGraph trimmed;
  ReportValues values;
};

std::string Percent(std::int64_t value, std::int64_t total) {
  const double share =
      total == 0 ? 0 : 100.0 * static_cast<double>(value) / static_cast<double>(total);
  std::array<char, 40> text;
  std::snprintf(text.data(), text.size(), "%.2f", share);
  return text.data();
}

}  // namespace

std::string TopCsv(const Selection& selection, const Query& query, const NameTable& names,
                   const Pattern* only) {
  const Rows rows(selection, query, names);
  const std::int64_t total = rows.values.total();
  const std::string unit = " (" + std::string(selection.unit()) + ")";
  std::string csv = "function,file,line," + CsvCell("flat" + unit) + ",flat %,sum %," +
                    CsvCell("cum" + unit) + ",cum %\r\n";
  rows.ForEach([&](const RowPlace& place, const GraphNode& node, std::int64_t sum) {
    if (only && !only->Matches(place.name)) return;
    const std::int64_t flat = node.flat.value(), cum = node.cum.value();
    const std::string line = place.line > 0 ? std::to_string(place.line) : "";
    csv += CsvCell(place.name) + ',' + CsvCell(place.file) + ',' + line + ',';
    csv += std::to_string(flat) + ',' + Percent(flat, total) + ',' + Percent(sum, total) + ',';
    csv += std::to_string(cum) + ',' + Percent(cum, total) + "\r\n";
  });
  return csv;
}

std::string TopMarkdown(const Selection& selection, const Query& query, const NameTable& names) {
  const Rows rows(selection, query, names);
  std::string text =
      "| flat | flat % | sum % | cum | cum % | function |\n| ---: | ---: | ---: | ---: | ---: | "
      "--- |\n";
  const auto cell = [&](const std::string& value) { text += " " + value + " |"; };
  rows.ForEach([&](const RowPlace& place, const GraphNode& node, std::int64_t sum) {
    text += "|";
    cell(rows.values.Text(node.flat.value()));
    cell(rows.values.TrimmedPercent(node.flat.value()));
    cell(rows.values.TrimmedPercent(sum));
    cell(rows.values.Text(node.cum.value()));
    cell(rows.values.TrimmedPercent(node.cum.value()));
    cell(MarkdownCell(place.name));
    text += "\n";
  });
  return text;
}

}  // namespace burnglass
