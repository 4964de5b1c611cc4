// What the state needs and has not: the questions to the engine.
#include <algorithm>
#include <cmath>

#include "session/session.h"

namespace burnglass {
namespace {

// Boxes narrower than this many px are merged into strips anyway.
constexpr double kFinestPx = 0.7;
// A finer answer goes this far below, so that zooming on by small steps does not ask at each.
constexpr double kAskedPx = 0.25;

constexpr std::uint32_t kSlots = 64;

pb::TopQuestion_Sort SortOf(SortBy sort) {
  return static_cast<pb::TopQuestion_Sort>(static_cast<int>(sort));
}

pb::Header TopHeader(const std::string& query, const TopAsked& asked) {
  pb::Header header;
  pb::TopQuestion& top = *header.mutable_top_question();
  top.set_query(query);
  top.set_sort(SortOf(asked.sort));
  top.set_ascending(asked.ascending);
  top.set_pattern(asked.pattern);
  return header;
}

}  // namespace

void Session::AskAbout(OpenProfile& profile) {
  AskFacts(profile);
  AskGrowth(profile);
  if (profile.Empty()) return;
  Answers& have = AnswersTo(profile, ShapedQueryText(profile));
  if (AskFlame(profile, have, Slot::kFlame)) {
    profile.shown = &have;
    TakeSight(profile);
  }
  if (!have.totals) {
    Ask(profile, {.slot = Slot::kTotals, .query = have.query}, TopHeader(have.query, {}));
  }
  if (profile.id != active_ || !have.flame) return;
  AskTables(profile, have);
  AskGroups(profile, have);
  AskView(profile, have);
  AskChanges(profile, have);
  if (look_.view == View::kSides) AskSides(profile);
  AskGoroutines(profile);
  AskContention(profile);
  AskHeap(profile);
  AskSlopes(profile, &have, Slot::kSlopes);
  if (look_.view == View::kGraph) AskGraph(profile, have);
  if (look_.view == View::kCallers) {
    AskPivot(profile, have);
    AskSlopes(profile, profile.pivot.callers, Slot::kCallersSlopes);
    AskSlopes(profile, profile.pivot.callees, Slot::kCalleesSlopes);
  } else {
    AskDetail(profile, have, Slot::kDetail);
    if (look_.view == View::kFlame) AskColours(profile, have, Slot::kColours);
  }
  AskDraft(profile);
}

// Whether the whole graph is here, or a sketch of it; asks for it if not.
bool Session::AskFlame(OpenProfile& profile, const Answers& have, Slot slot) {
  if (have.flame && !have.flame->sketch()) return true;
  const Pending* draft = FindPending(profile.id, Slot::kDraft);
  if (!draft || draft->query != have.query) {
    Ask(profile, {.slot = slot, .query = have.query}, WholeFlame(have.query, slot == Slot::kFlame));
  }
  return have.flame != nullptr;
}

void Session::AskTables(OpenProfile& profile, const Answers& have) {
  if (!look_.pattern.empty() && !have.FindSearch(look_.pattern)) {
    pb::Header header;
    header.mutable_search_question()->set_query(have.query);
    header.mutable_search_question()->set_pattern(look_.pattern);
    Ask(profile, {.slot = Slot::kSearch, .query = have.query, .pattern = look_.pattern},
        std::move(header));
  }
  // Only patterns that the engine understood filter the table.
  const Search* search = look_.matches_only ? ShownSearch() : nullptr;
  const TopAsked top{look_.sort, look_.ascending, search ? search->pattern() : std::string()};
  if (!have.FindTop(top)) {
    Ask(profile, {.slot = Slot::kTop, .query = have.query, .top = top}, TopHeader(have.query, top));
  }
  if (profile.view.selected_name) AskPeek(profile, have, *profile.view.selected_name, Slot::kPeek);
}

void Session::AskPeek(OpenProfile& profile, const Answers& have, NameId name, Slot slot) {
  if (have.FindPeek(name)) return;
  pb::Header header;
  header.mutable_peek_question()->set_query(have.query);
  header.mutable_peek_question()->set_name(name);
  Ask(profile, {.slot = slot, .query = have.query, .name = name}, std::move(header));
}

// When boxes that were left out could be seen, the window is asked for anew, with a margin of its
// own width on both sides, so that a pan finds its surroundings there.
void Session::AskDetail(OpenProfile& profile, const Answers& have, Slot slot) {
  if (viewport_.width <= 0 || have.flame->left_out() == 0) return;
  const Window window = CurrentWindow(profile);
  const double px = window.width / viewport_.width;
  const Flame* shown = have.FlameFor(static_cast<std::int64_t>(window.begin),
                                     static_cast<std::int64_t>(std::ceil(window.end())));
  const double finest = std::max(1.0, px * kFinestPx);
  if (shown->left_out() == 0 || static_cast<double>(shown->min_width()) <= finest) return;
  // One at a time: a pan that asked anew at every step would never get an answer.
  if (FindPending(profile.id, slot)) return;

  const double whole = static_cast<double>(have.flame->width());
  const auto begin = static_cast<std::int64_t>(std::max(0.0, window.begin - window.width));
  const auto end =
      static_cast<std::int64_t>(std::min(whole, std::ceil(window.end() + window.width)));
  const auto least = std::max<std::int64_t>(1, static_cast<std::int64_t>(px * kAskedPx));
  pb::Header header;
  pb::FlameQuestion& flame = *header.mutable_flame_question();
  flame.set_query(have.query);
  flame.set_x_begin(begin);
  flame.set_x_end(end);
  flame.set_min_width(least);
  Ask(profile,
      {.slot = slot,
       .query = have.query,
       .pattern = std::to_string(begin) + ' ' + std::to_string(end) + ' ' + std::to_string(least)},
      std::move(header));
}

void Session::AskStep(OpenProfile& profile, const std::string& pattern, NameId name, bool back) {
  if (!profile.shown || profile.reloading) return;
  pb::Header header;
  pb::StepQuestion& step = *header.mutable_step_question();
  step.set_query(profile.shown->query);
  step.set_pattern(pattern);
  step.set_name(name);
  step.set_from_node(profile.view.selected ? profile.view.selected.node : 0);
  step.set_back(back);
  // The same step again is a new question: the selection has moved on.
  std::erase_if(pending_,
                [&](const Pending& p) { return p.profile == profile.id && p.slot == Slot::kStep; });
  Ask(profile,
      {.slot = Slot::kStep, .query = profile.shown->query, .pattern = pattern, .name = name},
      std::move(header));
}

const Pending* Session::FindPending(ProfileId profile, Slot slot) const {
  for (const Pending& pending : pending_) {
    if (pending.profile == profile && pending.slot == slot) return &pending;
  }
  return nullptr;
}

bool Session::SameQuestion(const Pending& a, const Pending& b) {
  return a.profile == b.profile && a.slot == b.slot && a.query == b.query && a.top == b.top &&
         a.pattern == b.pattern && a.name == b.name && a.groups == b.groups &&
         a.goroutines == b.goroutines;
}

// A slot is of one profile: what is asked of one must not supersede what is asked of another. The
// numbers of what is made are so large that they are moved down.
std::uint32_t Session::SlotOf(ProfileId profile, Slot slot) {
  constexpr std::uint32_t kMostProfiles = 0xffffffff / kSlots / 2;
  const std::uint32_t place =
      profile < kFirstMade ? profile % kMostProfiles : kMostProfiles + (profile - kFirstMade);
  return place * kSlots + static_cast<std::uint32_t>(slot);
}

// What is asked already is not asked again, nor what the engine could not answer.
void Session::Ask(OpenProfile& profile, Pending pending, pb::Header header) {
  pending.profile = profile.id;
  const auto same = [&](const Pending& other) { return SameQuestion(pending, other); };
  if (std::any_of(pending_.begin(), pending_.end(), same)) return;
  const auto refused = std::find_if(refused_.begin(), refused_.end(), same);
  if (refused != refused_.end()) {
    if (pending.slot == Slot::kFlame) {
      profile.refusal = refused->refusal;
      profile.shown = nullptr;
    }
    return;
  }
  std::erase_if(pending_, [&](const Pending& other) {
    return other.profile == pending.profile && other.slot == pending.slot;
  });
  pending.question = ++last_question_;
  header.set_question(pending.question);
  header.set_slot(SlotOf(profile.id, pending.slot));
  header.set_profile(profile.id);
  questions_.push_back(MessageWriter(std::move(header)).Finish());
  pending_.push_back(std::move(pending));
}

}  // namespace burnglass
