#include "ui/goroutine_menus.h"

#include "session/numbers.h"
#include "ui/goroutine_words.h"
#include "ui/menu.h"

namespace burnglass::ui {
namespace {

constexpr std::uint32_t kWaits[] = {0, 1, 10, 60};

}  // namespace

void DrawJoinMenu(Frame& frame, const Rect& screen, const Rect& anchor) {
  const std::vector<ProfileId> candidates = frame.session.JoinCandidates();
  const std::vector<ProfileId> joined = frame.session.JoinedWith();
  const std::vector<ProfileId> before = frame.session.JoinsBefore();
  std::vector<MenuItem> items;
  std::vector<ProfileId> ids;
  const bool all = before.size() > 1;
  if (all) {
    items.push_back(
        {.label = "All " + CountText(static_cast<std::int64_t>(before.size())) + " earlier ones",
         .detail = "what stands still since the first",
         .selected = joined == before});
    ids.push_back(kJoinAll);
  }
  for (const auto& one : frame.session.profiles()) {
    if (std::find(candidates.begin(), candidates.end(), one->id) == candidates.end()) continue;
    items.push_back({.label = one->name,
                     .detail = DateText(one->facts.time_nanos),
                     .selected = joined == std::vector<ProfileId>{one->id},
                     .rule = all && items.size() == 1});
    ids.push_back(one->id);
  }
  items.push_back({.label = "With none", .selected = joined.empty(), .rule = true});
  ids.push_back(0);
  const int chosen = DrawMenu(frame, screen, anchor, "Join with the goroutines of", items);
  if (chosen >= 0) frame.Do({.verb = Verb::kJoin, .number = ids[static_cast<std::size_t>(chosen)]});
}

void DrawByMenu(Frame& frame, const Rect& screen, const Rect& anchor) {
  const std::uint32_t now = frame.session.active()->goroutines.by;
  std::vector<MenuItem> items;
  for (std::uint32_t by = 0; by < 4; ++by) {
    items.push_back({.label = std::string(ByWord(by)), .selected = by == now});
  }
  const int chosen = DrawMenu(frame, screen, anchor, "Rows are goroutines of", items);
  if (chosen >= 0) {
    frame.Do({.verb = Verb::kGoroutinesBy, .number = static_cast<std::uint32_t>(chosen)});
  }
}

void DrawStateMenu(Frame& frame, const Rect& screen, const Rect& anchor) {
  const GoroutineTable* table = frame.session.ShownGoroutines();
  if (!table) return;
  const std::string& now = frame.session.active()->goroutines.filter.state;
  std::vector<MenuItem> items = {{.label = "Any state", .selected = now.empty()}};
  for (const pb::GoroutineState& state : table->facts().state()) {
    if (state.state().empty()) continue;
    items.push_back({.label = state.state(),
                     .detail = CountText(state.count()),
                     .selected = state.state() == now});
  }
  const int chosen = DrawMenu(frame, screen, anchor, "Only goroutines in", items);
  if (chosen < 0) return;
  const std::string& label = items[static_cast<std::size_t>(chosen)].label;
  frame.Do({.verb = Verb::kGoroutineState, .text = chosen == 0 ? std::string() : label});
}

void DrawWaitMenu(Frame& frame, const Rect& screen, const Rect& anchor) {
  const std::int64_t now = frame.session.active()->goroutines.filter.wait;
  std::vector<MenuItem> items;
  for (const std::uint32_t minutes : kWaits) {
    items.push_back({.label = WaitWord(minutes), .selected = minutes == now});
  }
  const int chosen = DrawMenu(frame, screen, anchor, "Only what has waited", items);
  if (chosen >= 0) frame.Do({.verb = Verb::kGoroutineWait, .number = kWaits[chosen]});
}

}  // namespace burnglass::ui
