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

std::string Joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

}  // namespace

std::vector<std::string> ContentionMeaning(const Contention& contention) {
  std::vector<std::string> meaning;
  if (contention.has_mutex) {
    meaning.push_back(
        "Makes wait, of mutex profiles: how long others waited until this function gave a lock "
        "back. Go charges it to the end of the critical section, so it names who held the lock.");
  }
  if (contention.has_block) {
    meaning.push_back(
        "Waits, of block profiles: how long goroutines stood here until they got the lock, added "
        "up over all of them: ten that wait one second each make ten seconds.");
    meaning.push_back(
        "Idle: waiting for work, for the network or for the time. That is what a quiet program "
        "does, and no contention.");
  }
  meaning.push_back(
      "Count is how often, mean is delay by count. Both are scaled up from the samples that "
      "SetBlockProfileRate and SetMutexProfileFraction let through, so small ones are rough.");
  meaning.push_back(
      "A site is the type, or else the package, whose functions take and give back locks: the "
      "profiles do not say which lock it was.");
  if (!contention.has_mutex) {
    meaning.push_back("Without a mutex profile it is not known who makes others wait.");
  } else {
    meaning.push_back(
        "Up to Go 1.21 a mutex profile counts the delay of one of those who waited, since Go 1.22 "
        "of all of them: the same program may show many times as much after an upgrade.");
    if (!contention.has_block) {
      meaning.push_back("Without a block profile it is not known who waits.");
    }
  }
  if (!contention.counts_runtime.empty() && !contention.counts_no_runtime.empty()) {
    meaning.push_back("The mutex profiles differ: " + Joined(contention.counts_runtime) +
                      " has locks of the runtime itself, as Go counts them since 1.22, and " +
                      Joined(contention.counts_no_runtime) +
                      " has none. If these are of an older Go, their delays cannot be compared.");
  }
  return meaning;
}

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
    json.Key("class").Text(row.idle ? "idle" : "lock").Key("kind").Text(row.kind);
    json.Key("site").Text(row.idle ? "" : contention.sites[row.site].name).EndObject();
  }
  json.EndArray().Key("sites").BeginArray();
  for (const ContentionSite& site : contention.sites) {
    json.BeginObject().Key("site").Text(site.name).Key("waits_ns").Int64(site.waits_ns);
    json.Key("makes_wait_ns").Int64(site.makes_wait_ns).EndObject();
  }
  json.EndArray().Key("meaning").BeginArray();
  for (const std::string& sentence : ContentionMeaning(contention)) json.Text(sentence);
  return json.EndArray().EndObject().Take();
}

}  // namespace burnglass
