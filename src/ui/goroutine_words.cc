#include "ui/goroutine_words.h"

#include <algorithm>

#include "session/numbers.h"
#include "ui/palette.h"

namespace burnglass::ui {

std::string_view ByWord(std::uint32_t by) {
  constexpr std::string_view kWords[] = {"Same stack", "By state", "By creator", "By wait"};
  return kWords[std::min(by, 3u)];
}

std::string WaitWord(std::int64_t minutes) {
  if (minutes == 0) return "Any wait";
  return CountText(minutes) + (minutes == 1 ? " minute or more" : " minutes or more");
}

std::string JoinedWords(const GoroutineTable& table) {
  const pb::GoroutinesAnswer& facts = table.facts();
  if (facts.joined() && facts.dump()) {
    return "joined by goroutine id: " + CountText(facts.same() + facts.moved()) + " in both · " +
           CountText(facts.came()) + " new · " + CountText(facts.gone()) + " gone";
  }
  if (facts.joined()) {
    return CountText(facts.total()) + " now, " + CountText(facts.total_before()) +
           " before; without ids nobody can be told apart";
  }
  if (!facts.dump()) return CountText(facts.total()) + " goroutines, counted by stack";
  const std::string count = CountText(facts.total()) + " goroutines · ";
  if (facts.longest_wait() == 0) return count + "none has waited a minute yet";
  return count + "the longest has waited " + CountText(facts.longest_wait()) + " min";
}

std::string_view RowTitle(const GoroutineTable& table, const GoroutineRow& row) {
  switch (table.asked().by) {
    case 0:
      return row.function.empty() ? "(no stack)" : row.function;
    case 2:
      return row.creator.empty() ? "(not told)" : row.creator;
    default:
      return row.state.empty() ? "(no state)" : row.state;
  }
}

std::string WaitText(const GoroutineRow& row) {
  if (row.wait == 0 && row.waited == 0) return {};
  const std::string now = CountText(row.wait) + " min";
  if (row.same == 0 || row.count == 0) return CountText(std::max(row.wait, row.waited)) + " min";
  return CountText(row.waited) + " → " + now;
}

std::string RowWords(const GoroutineTable& table, const GoroutineRow& row) {
  const pb::GoroutinesAnswer& facts = table.facts();
  std::string words = CountText(row.count) + " now";
  if (facts.joined()) {
    words += ", " + CountText(row.before) + " before";
    if (facts.dump()) words += ", " + CountText(row.same) + " at the same place";
    if (row.change > 0) words += ", " + CountText(row.change) + " new";
  }
  const std::uint32_t by = table.asked().by;
  if (by == 0 && !row.state.empty()) words.append(", ").append(row.state);
  if (row.wait > 0 || row.waited > 0) words += ", waited " + WaitText(row);
  if (row.leaked > 0) words += ", " + CountText(row.leaked) + " leaked";
  if (by == 0 && !row.creator.empty()) words.append(", created by ").append(row.creator);
  return words;
}

Rgba StateColour(const Theme& theme, const GoroutineTable& table, std::string_view state) {
  const std::optional<GoroutineRow> stuck = table.FindStuck(0);
  if (stuck && stuck->state == state && !state.empty()) return theme.accent;
  const bool waits = state != "running" && state != "runnable" && state != "syscall";
  return BoxFill(theme, waits ? NameClass::kDependency : NameClass::kRuntime, PackageHue(state));
}

}  // namespace burnglass::ui
