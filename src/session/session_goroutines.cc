// Goroutines: which dumps are joined, what is asked of them, and what is kept.
#include <algorithm>

#include "base/number_order.h"
#include "base/stable_sort.h"
#include "session/session.h"

namespace burnglass {
namespace {

constexpr std::size_t kKeepTables = 4, kKeepStacks = 16, kKeepTexts = 32;

template <typename T>
void Keep(std::vector<T>& all, T one, std::size_t limit) {
  if (all.size() >= limit) all.erase(all.begin());
  all.push_back(std::move(one));
}

template <typename T>
const T* FindAsked(const std::vector<std::unique_ptr<T>>& all, const GoroutinesAsked& asked) {
  for (const auto& one : all) {
    if (one->asked() == asked) return one.get();
  }
  return nullptr;
}

bool IsOpenAs(const OpenProfile& profile, std::string_view kind) {
  return profile.state == LoadState::kOpen && !profile.Empty() && profile.facts.kind == kind;
}

bool CanJoin(const OpenProfile& a, const OpenProfile& b) {
  return IsOpenAs(a, "goroutine") && IsOpenAs(b, "goroutine") && MayBeOfOneProgram(a, b) &&
         (a.facts.goroutines > 0) == (b.facts.goroutines > 0);
}

void SortByTime(std::vector<const OpenProfile*>& profiles) {
  const bool timed = std::none_of(profiles.begin(), profiles.end(), [](const OpenProfile* one) {
    return one->facts.time_nanos == 0;
  });
  StableSort(profiles, [&](const OpenProfile* a, const OpenProfile* b) {
    if (timed && a->facts.time_nanos != b->facts.time_nanos) {
      return a->facts.time_nanos < b->facts.time_nanos;
    }
    return NumbersBefore(a->name, b->name);
  });
}

}  // namespace

// Those before the profile and those after it, in the order of time, without itself.
std::vector<ProfileId> Session::CandidatesFor(const OpenProfile& profile) const {
  std::vector<const OpenProfile*> all;
  for (const auto& one : profiles_) {
    if (one.get() == &profile || CanJoin(*one, profile)) all.push_back(one.get());
  }
  SortByTime(all);
  std::vector<ProfileId> ids;
  for (const OpenProfile* one : all) {
    if (one != &profile) ids.push_back(one->id);
  }
  return ids;
}

// In the order of time.
std::vector<ProfileId> Session::JoinsBefore(const OpenProfile& profile) const {
  std::vector<ProfileId> before;
  for (const ProfileId id : CandidatesFor(profile)) {
    std::vector<const OpenProfile*> both = {&profile, Find(id)};
    SortByTime(both);
    if (both[1] == &profile) before.push_back(id);
  }
  return before;
}

std::vector<ProfileId> Session::JoinedWith(const OpenProfile& profile) const {
  const std::vector<ProfileId> candidates = CandidatesFor(profile);
  const ProfileId chosen = profile.goroutines.joined.value_or(kJoinAll);
  if (chosen == 0) return {};
  if (std::find(candidates.begin(), candidates.end(), chosen) != candidates.end()) return {chosen};
  return JoinsBefore(profile);
}

std::vector<ProfileId> Session::JoinCandidates() const {
  return active() ? CandidatesFor(*active()) : std::vector<ProfileId>();
}

std::vector<ProfileId> Session::JoinsBefore() const {
  return active() ? JoinsBefore(*active()) : std::vector<ProfileId>();
}

std::vector<ProfileId> Session::JoinedWith() const {
  return active() ? JoinedWith(*active()) : std::vector<ProfileId>();
}

// What leaked and what was blocked is evidence, too.
GoroutinesAsked Session::WantedGoroutines(const OpenProfile& profile) const {
  GoroutinesAsked asked;
  asked.others = JoinedWith(profile);
  for (const auto& one : profiles_) {
    const bool tells = IsOpenAs(*one, "goroutineleak") || IsOpenAs(*one, "block");
    if (tells && one.get() != &profile && MayBeOfOneProgram(*one, profile)) {
      asked.others.push_back(one->id);
    }
  }
  asked.by = profile.goroutines.by;
  asked.query = burnglass::QueryText(profile.query);
  asked.pattern = look_.pattern;
  return asked;
}

void Session::AskGoroutines(OpenProfile& profile) {
  if (look_.view != View::kGoroutines) return;
  const GoroutinesAsked asked = WantedGoroutines(profile);
  if (!FindAsked(profile.goroutine_answers.tables, asked)) {
    pb::Header header;
    pb::GoroutinesQuestion& question = *header.mutable_goroutines_question();
    question.set_query(asked.query);
    for (const std::uint32_t other : asked.others) question.add_other(other);
    question.set_by(static_cast<pb::GoroutinesQuestion::By>(asked.by));
    question.set_pattern(asked.pattern);
    Ask(profile, {.slot = Slot::kGoroutines, .goroutines = asked}, std::move(header));
  }
  if (!profile.goroutines.row) return;
  AskGoroutine(profile, asked, 0);
  const GoroutineStack* stack = ShownGoroutine();
  if (!stack || stack->ids().empty()) return;
  const std::int64_t id = profile.goroutines.id;
  AskGoroutine(profile, asked, id != 0 ? id : stack->ids()[0]);
}

// Of a row, or of one of its goroutines.
void Session::AskGoroutine(OpenProfile& profile, const GoroutinesAsked& asked, std::int64_t id) {
  GoroutinesAsked wanted{.others = asked.others, .by = asked.by};
  wanted.row = *profile.goroutines.row;
  wanted.id = id;
  const auto& texts = profile.goroutine_answers.texts;
  const bool known = id == 0 ? FindAsked(profile.goroutine_answers.stacks, wanted) != nullptr
                             : std::any_of(texts.begin(), texts.end(),
                                           [&](const auto& one) { return one.asked == wanted; });
  if (known) return;
  pb::Header header;
  pb::GoroutineQuestion& question = *header.mutable_goroutine_question();
  for (const std::uint32_t other : wanted.others) question.add_other(other);
  question.set_by(static_cast<pb::GoroutinesQuestion::By>(wanted.by));
  question.set_row(wanted.row);
  question.set_id(id);
  const Slot slot = id == 0 ? Slot::kGoroutine : Slot::kGoroutineText;
  Ask(profile, {.slot = slot, .goroutines = wanted}, std::move(header));
}

bool Session::KeepGoroutines(OpenProfile& profile, const Pending& asked, HeldMessage message) {
  const std::size_t names = profile.names.size();
  GoroutineAnswers& kept = profile.goroutine_answers;
  if (message.header().has_goroutines_answer()) {
    Result<GoroutineTable> table =
        GoroutineTable::Read(std::move(message), asked.goroutines, names);
    if (!table) return false;
    Keep(kept.tables, std::make_unique<GoroutineTable>(table.Take()), kKeepTables);
    return true;
  }
  if (!message.header().has_goroutine_answer()) return false;
  if (asked.slot == Slot::kGoroutineText) {
    const auto bytes = message->U8("text");
    Keep(kept.texts, GoroutineText{asked.goroutines, std::string(bytes.begin(), bytes.end())},
         kKeepTexts);
    return true;
  }
  Result<GoroutineStack> stack = GoroutineStack::Read(std::move(message), asked.goroutines, names);
  if (!stack) return false;
  Keep(kept.stacks, std::make_unique<GoroutineStack>(stack.Take()), kKeepStacks);
  return true;
}

const GoroutineTable* Session::ShownGoroutines() const {
  const OpenProfile* profile = active();
  if (!profile) return nullptr;
  const GoroutinesAsked asked = WantedGoroutines(*profile);
  const auto& tables = profile->goroutine_answers.tables;
  if (const GoroutineTable* exact = FindAsked(tables, asked)) return exact;
  const auto last = std::find_if(tables.rbegin(), tables.rend(),
                                 [&](const auto& one) { return one->asked().SameRows(asked); });
  return last == tables.rend() ? nullptr : last->get();
}

const GoroutineStack* Session::ShownGoroutine() const {
  const OpenProfile* profile = active();
  if (!profile || !profile->goroutines.row) return nullptr;
  const GoroutinesAsked asked = WantedGoroutines(*profile);
  for (const auto& one : profile->goroutine_answers.stacks) {
    if (one->asked().SameRows(asked) && one->asked().row == *profile->goroutines.row) {
      return one.get();
    }
  }
  return nullptr;
}

const std::string* Session::ShownGoroutineText() const {
  const OpenProfile* profile = active();
  const GoroutineStack* stack = ShownGoroutine();
  if (!stack || stack->ids().empty()) return nullptr;
  GoroutinesAsked asked = stack->asked();
  asked.id = profile->goroutines.id != 0 ? profile->goroutines.id : stack->ids()[0];
  for (const GoroutineText& one : profile->goroutine_answers.texts) {
    if (one.asked == asked) return &one.text;
  }
  return nullptr;
}

// Several dumps that come together are there to be compared: the newest comes to the front, unless
// the person has gone on meanwhile.
void Session::ShowNewestDump(std::uint32_t drop) {
  std::vector<const OpenProfile*> dumps;
  for (const auto& one : profiles_) {
    if (one->state == LoadState::kLoading) return;
    const bool is_dump = IsOpenAs(*one, "goroutine") && one->facts.goroutines > 0;
    if (one->drop == drop && is_dump) dumps.push_back(one.get());
  }
  const OpenProfile* front = active();
  const bool stayed = front && front->drop == drop && look_.view == View::kFlame;
  if (dumps.size() < 2 || !stayed) return;
  SortByTime(dumps);
  Activate(dumps.back()->id);
  look_.view = View::kGoroutines;
  Say(EffectKind::kStateChanged);
}

}  // namespace burnglass
