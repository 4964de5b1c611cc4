#include "report/contention_report.h"

#include <algorithm>

#include "base/json_writer.h"
#include "base/units.h"
#include "report/pprof_parts.h"

namespace burnglass {
namespace {

std::string Time(double ns) {
  return ScaledLabel(static_cast<std::int64_t>(ns), "nanoseconds", "auto");
}

std::string RowText(const ContentionRow& row) {
  std::string line = PadLeft(Time(static_cast<double>(row.delay_ns)), 11) + " " +
                     PadLeft(std::to_string(row.count), 9) + " " + PadLeft(Time(row.mean_ns()), 11);
  line += row.makes_wait ? "  makes wait  " : "  waits       ";
  return line + row.function + (row.idle ? "  (" + row.kind + ")" : "") + "\n";
}

std::string Table(const Contention& contention, bool idle) {
  std::string text;
  for (const ContentionRow& row : contention.rows) {
    if (row.idle == idle) text += RowText(row);
  }
  if (text.empty()) return text;
  return PadLeft("delay", 11) + " " + PadLeft("count", 9) + " " + PadLeft("mean", 11) +
         "  role        function\n" + text;
}

}  // namespace

std::string ContentionText(const Contention& contention) {
  const std::string locks = Table(contention, false), idle = Table(contention, true);
  std::string text = locks.empty() ? "No function waited for a lock.\n" : locks;
  if (!contention.has_mutex) {
    text += "Without a mutex profile it is not known who makes others wait.\n";
  } else if (!contention.has_block) {
    text += "Without a block profile it is not known who waits.\n";
  }
  if (!idle.empty())
    text += "\nIdle: waiting for work, the network or the time is no contention.\n";
  return text + idle;
}

std::string ContentionJson(const Contention& contention) {
  JsonWriter json;
  json.BeginObject().Key("rows").BeginArray();
  for (const ContentionRow& row : contention.rows) {
    json.BeginObject().Key("function").Text(row.function);
    json.Key("role").Text(row.makes_wait ? "makes wait" : "waits");
    json.Key("count").Int64(row.count).Key("delay_ns").Int64(row.delay_ns);
    json.Key("mean_ns").Int64(static_cast<std::int64_t>(row.mean_ns()));
    json.Key("class").Text(row.idle ? "idle" : "lock").Key("kind").Text(row.kind).EndObject();
  }
  return json.EndArray().EndObject().Take();
}

}  // namespace burnglass
