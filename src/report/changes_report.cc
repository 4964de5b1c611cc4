#include "report/changes_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/json_writer.h"
#include "base/units.h"
#include "report/pprof_parts.h"

namespace burnglass {
namespace {

// Nearest whole number; what does not fit is the last that does.
std::int64_t Rounded(double value) {
  constexpr double kMost = 9.2e18;
  return static_cast<std::int64_t>(std::llround(std::clamp(value, -kMost, kMost)));
}

bool Changed(const Change& row) { return row.flat() != 0 || row.cum() != 0; }

// The rows that changed, as many as are wanted.
std::vector<const Change*> RowsOf(const Changes& changes, const ChangesOptions& options) {
  std::vector<const Change*> rows;
  for (const Change& row : changes.rows) {
    if (options.limit != 0 && rows.size() == options.limit) break;
    if (Changed(row)) rows.push_back(&row);
  }
  return rows;
}

std::string Text(const Changes& changes, std::int64_t value) {
  return ScaledLabel(value, changes.unit, "auto");
}

std::string Signed(const Changes& changes, std::int64_t value) {
  return (value > 0 ? "+" : "") + Text(changes, value);
}

std::string Percent(double share) {
  std::array<char, 40> text;
  std::snprintf(text.data(), text.size(), "%+.2f%%", 100 * share);
  return text.data();
}

// By how much a cost has grown, "+12.50%"; what was not there before is "new".
std::string GrownText(std::int64_t before, std::int64_t after) {
  if (before <= 0) return "new";
  return Percent(static_cast<double>(after - before) / static_cast<double>(before));
}

std::string Cells(std::initializer_list<std::string> cells) {
  std::string line;
  for (const std::string& cell : cells) line += PadLeft(cell, 11) + " ";
  return line + " ";
}

std::string ScaleText(const Changes& changes) {
  if (changes.scale == 1) return "";
  std::array<char, 40> times;
  std::snprintf(times.data(), times.size(), "%.2f", changes.scale);
  return "What did not change costs " + std::string(times.data()) +
         " times as much as before; what changed is told by the rest.\n";
}

std::string Totals(const Changes& changes) {
  return changes.type + ": " + Text(changes, changes.total_a) + " before, " +
         Text(changes, changes.total_b) + " after\n" + ScaleText(changes);
}

void WriteCosts(const Change& row, JsonWriter& json) {
  json.Key("function").Text(row.function);
  json.Key("flat_a").Int64(row.flat_a).Key("flat_b").Int64(row.flat_b);
  json.Key("cum_a").Int64(row.cum_a).Key("cum_b").Int64(row.cum_b);
}

void WriteTotals(const Changes& changes, JsonWriter& json) {
  json.Key("total_a").Int64(changes.total_a).Key("total_b").Int64(changes.total_b);
  json.Key("unit").Text(changes.unit).Key("rows");
}

}  // namespace

std::string ChangesText(const Changes& changes, const ChangesOptions& options) {
  const auto rows = RowsOf(changes, options);
  std::string text = Totals(changes);
  if (rows.empty()) return text + "No function costs more or less than before.\n";
  if (!changes.significant()) {
    text += "No significant change: chance alone makes differences as large as these.\n";
  }
  text += Cells({"flat", "share", "before", "after", "cum"}) + "function\n";
  for (const Change* row : rows) {
    text += Cells({Signed(changes, row->flat()), Percent(changes.Share(*row)),
                   Text(changes, row->flat_a), Text(changes, row->flat_b),
                   Signed(changes, row->cum())}) +
            row->function + (row->significant() ? "" : "  (within noise)") + "\n";
  }
  return text;
}

std::string ChangesJson(const Changes& changes, const ChangesOptions& options) {
  JsonWriter json;
  json.BeginObject().Key("significant").Bool(changes.significant());
  json.Key("scale").Number(changes.scale);
  WriteTotals(changes, json);
  json.BeginArray();
  for (const Change* row : RowsOf(changes, options)) {
    WriteCosts(*row, json.BeginObject());
    json.Key("delta").Int64(row->flat());
    json.Key("share_of_change").Number(changes.Share(*row));
    json.Key("low").Int64(Rounded(static_cast<double>(row->flat()) - row->flat_noise));
    json.Key("high").Int64(Rounded(static_cast<double>(row->flat()) + row->flat_noise));
    json.Key("explains").Int64(Rounded(row->explains));
    json.Key("significant").Bool(row->significant()).EndObject();
  }
  return json.EndArray().EndObject().Take();
}

std::string GrowthText(const Changes& changes, std::span<const Growth> growths) {
  std::string text = Totals(changes) + Cells({"growth", "before", "after"}) + "of    function\n";
  for (const Growth& growth : growths) {
    const Change& row = changes.rows[growth.row];
    const std::int64_t before = growth.cum ? row.cum_a : row.flat_a;
    const std::int64_t after = growth.cum ? row.cum_b : row.flat_b;
    text += Cells({GrownText(before, after), Text(changes, before), Text(changes, after)}) +
            (growth.cum ? "cum   " : "flat  ") + row.function + "\n";
  }
  return text;
}

std::string GrowthJson(const Changes& changes, std::span<const Growth> growths) {
  JsonWriter json;
  WriteTotals(changes, json.BeginObject());
  json.BeginArray();
  for (const Growth& growth : growths) {
    WriteCosts(changes.rows[growth.row], json.BeginObject());
    json.Key("grew").Text(growth.cum ? "cum" : "flat").EndObject();
  }
  return json.EndArray().EndObject().Take();
}

}  // namespace burnglass
