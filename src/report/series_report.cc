#include "report/series_report.h"

#include <algorithm>
#include <cmath>

#include "base/json_writer.h"
#include "base/units.h"
#include "report/pprof_parts.h"

namespace burnglass {
namespace {

std::string Text(const Series& series, double value) {
  const double bounded = std::clamp(value, -9.2e18, 9.2e18);
  return ScaledLabel(std::llround(bounded), series.unit, "auto");
}

// The place of a step among the profiles, from 1.
std::size_t PlaceOf(const SeriesRow& row) { return row.trend.at + 1; }

std::string VerdictText(const Series& series, const SeriesRow& row) {
  std::string text(VerdictName(row.trend.verdict));
  if (row.trend.verdict != Verdict::kStep) return text;
  return text + " at " + std::to_string(PlaceOf(row)) + " (" + series.names[row.trend.at] + ")";
}

std::string SlopeText(const Series& series, const SeriesRow& row) {
  return Text(series, row.trend.slope) + " ±" + Text(series, row.trend.slope_error);
}

std::string RowText(const Series& series, const SeriesRow& row, bool stack) {
  std::string text = PadLeft(Text(series, static_cast<double>(row.counts.front())), 11) + " " +
                     PadLeft(Text(series, static_cast<double>(row.counts.back())), 11) + " " +
                     PadLeft(SlopeText(series, row), 24) + "  " + row.function + ": " +
                     VerdictText(series, row) + "\n";
  if (!stack) return text;
  for (const std::string& frame : row.stack) text += std::string(54, ' ') + frame + "\n";
  return text;
}

std::string Heading(const Series& series) {
  std::string text = series.kind + " (" + series.type +
                     "): " + std::to_string(series.names.size()) +
                     (series.names.size() == 1 ? " profile" : " profiles");
  if (series.differences) text += ", each less the one before";
  return text + "\n";
}

std::size_t RowCount(const Series& series, const SeriesReportOptions& options) {
  return options.limit == 0 ? series.rows.size()
                            : std::min<std::size_t>(options.limit, series.rows.size());
}

void WriteRow(const SeriesRow& row, JsonWriter& json) {
  json.BeginObject().Key("function").Text(row.function);
  json.Key("stack").BeginArray();
  for (const std::string& frame : row.stack) json.Text(frame);
  json.EndArray().Key("counts").BeginArray();
  for (const std::int64_t count : row.counts) json.Int64(count);
  json.EndArray().Key("slope_per_hour").Number(row.trend.slope);
  json.Key("slope_error").Number(row.trend.slope_error);
  json.Key("rising").Number(row.trend.rising);
  json.Key("first").Int64(row.counts.front()).Key("last").Int64(row.counts.back());
  json.Key("verdict").Text(VerdictName(row.trend.verdict));
  if (row.trend.verdict == Verdict::kStep) json.Key("at").Count(PlaceOf(row));
  json.EndObject();
}

void WriteOther(const Series& series, JsonWriter& json) {
  json.BeginObject().Key("kind").Text(series.kind).Key("type").Text(series.type);
  json.Key("profiles").Count(series.names.size());
  if (!series.rows.empty()) {
    json.Key("function").Text(series.rows[0].function);
    json.Key("verdict").Text(VerdictName(series.rows[0].trend.verdict));
  }
  json.EndObject();
}

}  // namespace

std::string SeriesText(std::span<const Series> all, const SeriesReportOptions& options) {
  const Series& series = all[0];
  std::string text = Heading(series);
  text += PadLeft("first", 11) + " " + PadLeft("last", 11) + " " +
          PadLeft(series.timed ? "per hour" : "per profile", 23) + "  function\n";
  for (std::size_t i = 0; i < RowCount(series, options); ++i) {
    text += RowText(series, series.rows[i], options.stacks_only);
  }
  if (all.size() > 1) text += "\nThere are other series, too; --kind asks for one:\n";
  for (const Series& other : all.subspan(1)) text += "  " + Heading(other);
  return text;
}

std::string SeriesJson(std::span<const Series> all, const SeriesReportOptions& options) {
  const Series& series = all[0];
  JsonWriter json;
  json.BeginObject().Key("kind").Text(series.kind).Key("type").Text(series.type);
  json.Key("unit").Text(series.unit).Key("timed").Bool(series.timed);
  json.Key("times").BeginArray();
  for (const std::int64_t time : series.times) json.Int64(time);
  json.EndArray().Key("names").BeginArray();
  for (const std::string& name : series.names) json.Text(name);
  json.EndArray().Key("rows").BeginArray();
  for (std::size_t i = 0; i < RowCount(series, options); ++i) WriteRow(series.rows[i], json);
  json.EndArray().Key("others").BeginArray();
  for (const Series& other : all.subspan(1)) WriteOther(other, json);
  return json.EndArray().EndObject().Take();
}

}  // namespace burnglass
