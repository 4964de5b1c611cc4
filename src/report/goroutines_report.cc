#include "report/goroutines_report.h"

#include <algorithm>

#include "base/json_writer.h"
#include "report/pprof_parts.h"

namespace burnglass {
namespace {

std::size_t GroupCount(const Goroutines& found, const GoroutinesOptions& options) {
  return options.limit == 0 ? found.groups.size()
                            : std::min<std::size_t>(options.limit, found.groups.size());
}

std::string Minutes(std::int64_t minutes) { return std::to_string(minutes) + " min"; }

std::string JoinedText(const Goroutines& found) {
  if (found.dumps.size() < 2) return "";
  const JoinedDumps& joined = found.joined;
  return "Between " + found.dumps.front() + " and " + found.dumps.back() + ": " +
         std::to_string(joined.same) + " stand where they stood, " + std::to_string(joined.moved) +
         " moved on, " + std::to_string(joined.came) + " came, " + std::to_string(joined.gone) +
         " are gone\n";
}

std::string StuckText(const Goroutines& found) {
  if (found.stuck.empty()) return "Nothing seems stuck.\n";
  std::string text = "What seems stuck (evidence, no proof):\n";
  for (const StuckRow& row : found.stuck) {
    text += PadLeft(std::to_string(row.count), 9) + "  " + row.function + " (" + row.kind + ")\n" +
            std::string(11, ' ') + row.evidence + "\n";
  }
  return text;
}

std::string WaitText(const GoroutineGroup& group) {
  if (group.longest_wait_minutes == 0) return "";
  std::string text = ", " + Minutes(group.longest_wait_minutes);
  if (group.in_all_dumps == 0) return text;
  return text + " (before: " + Minutes(group.waited_before_minutes) + ")";
}

std::string GroupText(const GoroutineGroup& group) {
  std::string text = PadLeft(std::to_string(group.count), 9) + "  " + group.function;
  if (!group.state.empty()) text += " [" + group.state + WaitText(group) + "]";
  if (group.in_all_dumps > 0) text += ", " + std::to_string(group.in_all_dumps) + " as before";
  if (group.came > 0) text += ", " + std::to_string(group.came) + " new";
  if (group.leaked > 0) text += ", " + std::to_string(group.leaked) + " leaked";
  if (group.growth > 0) text += ", more and more";
  if (!group.created_by.empty()) text += ", begun by " + group.created_by;
  return text + "\n";
}

void WriteNames(std::string_view key, const std::vector<std::string>& names, JsonWriter& json) {
  json.Key(key).BeginArray();
  for (const std::string& name : names) json.Text(name);
  json.EndArray();
}

// Where goroutines stand, without its number.
void WritePlace(const Goroutines& found, const GoroutineGroup& group, JsonWriter& json) {
  json.Key("function").Text(group.function).Key("created_by").Text(group.created_by);
  json.Key("stack").BeginArray();
  for (const std::uint32_t name : group.stack) json.Text(found.names[name]);
  json.EndArray();
}

void WriteGroup(const Goroutines& found, const GoroutineGroup& group, JsonWriter& json) {
  json.BeginObject().Key("count").Int64(group.count).Key("state").Text(group.state);
  json.Key("longest_wait_minutes").Int64(group.longest_wait_minutes);
  WritePlace(found, group, json);
  json.Key("before").Int64(group.before);
  json.Key("in_all_dumps").Int64(group.in_all_dumps);
  json.Key("waited_before_minutes").Int64(group.waited_before_minutes);
  json.Key("came").Int64(group.came).Key("leaked").Int64(group.leaked);
  json.Key("growth").Number(group.growth, 2).EndObject();
}

void WriteGone(const Goroutines& found, const GoroutineGroup& group, JsonWriter& json) {
  json.BeginObject().Key("before").Int64(group.before).Key("state").Text(group.state);
  json.Key("waited_before_minutes").Int64(group.waited_before_minutes);
  WritePlace(found, group, json);
  json.EndObject();
}

void WriteStuck(const StuckRow& row, JsonWriter& json) {
  json.BeginObject().Key("function").Text(row.function).Key("kind").Text(row.kind);
  json.Key("count").Int64(row.count);
  WriteNames("holder_candidates", row.holder_candidates, json);
  json.Key("evidence").Text(row.evidence).Key("goroutines").BeginArray();
  for (const std::int64_t id : row.goroutines) json.Int64(id);
  json.EndArray().EndObject();
}

}  // namespace

std::string GoroutinesText(const Goroutines& found, const GoroutinesOptions& options) {
  std::string text = std::to_string(found.total) +
                     (found.total == 1 ? " goroutine\n" : " goroutines\n") + JoinedText(found) +
                     "\n" + StuckText(found) + "\n" + PadLeft("count", 9) + "  function\n";
  for (std::size_t i = 0; i < GroupCount(found, options); ++i) text += GroupText(found.groups[i]);
  return text;
}

std::string GoroutinesJson(const Goroutines& found, const GoroutinesOptions& options) {
  JsonWriter json;
  json.BeginObject().Key("total").Int64(found.total);
  WriteNames("dumps", found.dumps, json);
  WriteNames("profiles", found.counts, json);
  WriteNames("leak_profiles", found.leaks, json);
  json.Key("groups").BeginArray();
  for (std::size_t i = 0; i < GroupCount(found, options); ++i)
    WriteGroup(found, found.groups[i], json);
  json.EndArray().Key("gone").BeginArray();
  for (const GoroutineGroup& group : found.gone) WriteGone(found, group, json);
  json.EndArray().Key("stuck").BeginArray();
  for (const StuckRow& row : found.stuck) WriteStuck(row, json);
  json.EndArray();
  const JoinedDumps& joined = found.joined;
  json.Key("joined").BeginObject().Key("same").Int64(joined.same).Key("moved").Int64(joined.moved);
  json.Key("came").Int64(joined.came).Key("gone").Int64(joined.gone).EndObject();
  return json.EndObject().Take();
}

}  // namespace burnglass
