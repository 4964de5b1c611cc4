// Commands of the goroutines view.
#include <algorithm>

#include "session/filters.h"
#include "session/session.h"

namespace burnglass {
namespace {

// The same column again turns the order round, then drops it.
void Resort(GoroutineFilter& filter, GoroutineSort sort) {
  if (filter.sort != sort) {
    filter.sort = sort;
    filter.ascending = false;
  } else if (!filter.ascending) {
    filter.ascending = true;
  } else {
    filter.sort = GoroutineSort::kFound;
    filter.ascending = false;
  }
}

std::int64_t NumberIn(std::string_view text) {
  std::int64_t number = 0;
  for (const char c : text.substr(0, 18)) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

bool Session::ApplyToGoroutines(OpenProfile& profile, const Command& command) {
  GoroutinesState& state = profile.goroutines;
  switch (command.verb) {
    case Verb::kJoin:
    case Verb::kGoroutinesBy:
      if (command.verb == Verb::kJoin) state.joined = command.number;
      if (command.verb == Verb::kGoroutinesBy) state.by = std::min(command.number, 3u);
      state.filter = {};
      ChooseGroup(profile, std::nullopt);
      break;
    case Verb::kGoroutineState:
      state.filter.state = command.text;
      break;
    case Verb::kGoroutineWait:
      state.filter.wait = command.number;
      break;
    case Verb::kGoroutineSort:
      Resort(state.filter, static_cast<GoroutineSort>(std::min(command.number, 8u)));
      break;
    case Verb::kShowGroups:
      state.filter.hidden.clear();
      break;
    case Verb::kGoroutine:
      state.id = NumberIn(command.text);
      break;
    default:
      return look_.view == View::kGoroutines && ApplyToGroup(profile, command);
  }
  look_.overlay = Overlay::kNone;
  return true;
}

// What concerns one row of the table.
bool Session::ApplyToGroup(OpenProfile& profile, const Command& command) {
  const GoroutineTable* table = ShownGoroutines();
  if (!table) return false;
  if (command.verb == Verb::kSelectUp || command.verb == Verb::kSelectDown) {
    StepGroup(profile, command.verb == Verb::kSelectDown ? 1 : -1);
    return true;
  }
  const auto& chosen = profile.goroutines.row;
  if (command.verb == Verb::kZoomToSelected) {
    return chosen && ApplyToGroup(profile, {.verb = Verb::kFlameOfGroup, .number = *chosen});
  }
  const std::optional<GoroutineRow> row = table->Find(command.number);
  switch (command.verb) {
    case Verb::kGoroutineRow:
      ChooseGroup(profile,
                  row && chosen != command.number ? std::optional(command.number) : std::nullopt);
      return true;
    case Verb::kHideGroup:
      if (row) profile.goroutines.filter.hidden.push_back(row->number);
      ChooseGroup(profile, std::nullopt);
      return true;
    case Verb::kFlameOfGroup:
    case Verb::kFocusGroup: {
      if (!row) return true;
      Query query = profile.query;
      if (!row->function.empty()) query = WithFilter(std::move(query), "focus", row->function);
      const bool flame = command.verb == Verb::kFlameOfGroup;
      const bool by_label = !row->filter.empty() && (flame || row->function.empty());
      if (by_label) query = WithLabelFilter(std::move(query), "tagfocus", row->filter);
      SetQuery(profile, std::move(query));
      if (flame) look_.view = View::kFlame;
      return true;
    }
    default:
      return false;
  }
}

// Its function becomes the selected one: keys and menus that speak of a function mean it.
void Session::ChooseGroup(OpenProfile& profile, std::optional<std::uint32_t> row) {
  profile.goroutines.row = row;
  profile.goroutines.id = 0;
  const GoroutineTable* table = row ? ShownGoroutines() : nullptr;
  const std::optional<GoroutineRow> chosen = table ? table->Find(*row) : std::nullopt;
  if (chosen && chosen->name != kNoNumber) {
    SelectName(profile, chosen->name);
  } else {
    ClearSelection(profile.view);
  }
}

void Session::StepGroup(OpenProfile& profile, int step) {
  const GoroutineTable& table = *ShownGoroutines();
  const std::vector<std::uint32_t>& seen = table.Seen(profile.goroutines.filter);
  if (seen.empty()) return;
  const auto last = static_cast<std::ptrdiff_t>(seen.size()) - 1;
  const auto at = std::find_if(seen.begin(), seen.end(), [&](std::uint32_t i) {
    return profile.goroutines.row == table[i].number;
  });
  const std::ptrdiff_t from = at == seen.end() ? (step > 0 ? -1 : last + 1) : at - seen.begin();
  const auto to = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + step, 0, last));
  ChooseGroup(profile, table[seen[to]].number);
  ++profile.goroutines.reveal;
}

}  // namespace burnglass
