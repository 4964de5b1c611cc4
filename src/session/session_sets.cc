// Sets of files, and the series that are made of them.
#include <algorithm>
#include <limits>

#include "session/numbers.h"
#include "session/session.h"

namespace burnglass {
namespace {

// The number of a profile of a series; what cannot be one is the nearest that can.
std::uint32_t PlaceInSeries(double x) {
  constexpr double kLast = std::numeric_limits<std::uint32_t>::max();
  return x > 0 ? static_cast<std::uint32_t>(std::min(x, kLast)) : 0;
}

}  // namespace

void Session::OpenSet(ProfileId first, std::uint32_t count, std::string_view name) {
  PartSet set{.name = std::string(name), .tab = kFirstMade + made_++, .parts = {}};
  for (ProfileId id = first; id < first + count; ++id) set.parts.push_back({.id = id});
  OpenProfile& tab = FindOrAdd(set.tab, CountText(count) + " files");
  tab.loading.total = count;
  tab.loading.parts = true;
  arrival_seen_ = true;
  sets_.push_back(std::move(set));
  Activate(tab.id);
}

PartSet* Session::SetOf(ProfileId part) {
  const auto it = std::find_if(sets_.begin(), sets_.end(),
                               [&](PartSet& set) { return set.Find(part) != nullptr; });
  return it == sets_.end() ? nullptr : &*it;
}

const SetPart* Session::FindPart(ProfileId id) const {
  for (const PartSet& set : sets_) {
    for (const SetPart& part : set.parts) {
      if (part.id == id) return &part;
    }
  }
  return nullptr;
}

void Session::TakePart(const pb::Header& header) {
  PartSet* set = SetOf(header.profile());
  if (!set) return;
  SetPart& part = *set->Find(header.profile());
  const bool known = part.ended;  // a fresh engine reads it again
  part.ended = part.decoded = true;
  part.name = header.part().name(), part.kind = header.part().kind();
  part.series = header.part().series();
  part.time_nanos = header.part().time_nanos();
  if (!known) EndPart(*set);
}

bool Session::FailPart(ProfileId id, std::string_view sentence) {
  PartSet* set = SetOf(id);
  if (!set) return false;
  SetPart& part = *set->Find(id);
  const bool known = part.ended;
  part.ended = true, part.decoded = false;
  part.failure = sentence;
  if (!known) EndPart(*set);
  return true;
}

void Session::EndPart(PartSet& set) {
  if (OpenProfile* tab = Find(set.tab)) tab->loading.done = static_cast<double>(set.CountEnded());
  if (set.Ended()) FinishSet(set);
}

// The tab of the set becomes its longest series, or its first profile.
void Session::FinishSet(const PartSet& set) {
  std::vector<std::string> failed;
  for (const SetPart& part : set.parts) {
    if (!part.decoded) failed.push_back(part.failure);
  }
  std::vector<MakePlan> plans = PlansOf(set);
  const ProfileId tab = set.tab;
  if (plans.empty()) {
    return Failed(tab, set.name, failed.empty() ? "There is no file in it." : failed.front());
  }
  OpenProfile* first = Find(tab);
  if (!first) return;  // closed meanwhile
  for (std::size_t i = 0; i < plans.size(); ++i) {
    OpenProfile& profile = i == 0 ? *first : FindOrAdd(kFirstMade + made_++, plans[i].name);
    profile.name = plans[i].name;
    if (plans[i].source.size() >= kLeastSeries) profile.own_view = View::kGrowth;
    profile.plan = std::move(plans[i]);
    profile.to_make = true;
  }
  first->growth.failed = std::move(failed);
  Activate(tab);
}

void Session::AskGrowth(OpenProfile& profile) {
  if (look_.view != View::kGrowth || profile.id != active_) return;
  const std::string query = burnglass::QueryText(profile.query);
  if (profile.growth.growth && profile.growth.growth->query == query) return;
  pb::Header header;
  header.mutable_series_question()->set_query(query);
  Ask(profile, {.slot = Slot::kSeries, .query = query}, std::move(header));
}

void Session::AskSlopes(OpenProfile& profile, const Answers* have, Slot slot) {
  if (look_.colour_by != ColourBy::kGrowth || !profile.IsSeries()) return;
  if (!have || !have->flame || have->slopes) return;
  pb::Header header;
  header.mutable_slopes_question()->set_query(have->query);
  Ask(profile, {.slot = slot, .query = have->query}, std::move(header));
}

bool Session::KeepGrowth(OpenProfile& profile, const pb::SeriesAnswer& answer) {
  Result<Growth> growth = ReadGrowth(answer, profile.names.size());
  if (!growth) return false;
  GrowthState& state = profile.growth;
  const bool other = state.growth && state.growth->profiles != growth->profiles;
  if (other) state.a = state.b = {}, state.deploys.clear();
  state.row.reset();
  state.growth = std::make_unique<Growth>(growth.Take());
  return true;
}

// The profiles of a brush, merged or compared, in a tab of their own.
void Session::OpenBrushes(OpenProfile& profile, bool compare) {
  const GrowthState& state = profile.growth;
  if (!state.growth) return;
  const auto parts = [&](const Brush& brush) {
    const auto& all = state.growth->profiles;
    return std::vector<ProfileId>(all.begin() + brush.begin, all.begin() + brush.end);
  };
  const auto word = [&](const Brush& brush) {
    const std::string first = std::to_string(brush.begin + 1);
    return brush.size() == 1 ? first : first + "–" + std::to_string(brush.end);
  };
  const std::string title = TitleOf(profile);
  if (compare) {
    if (state.a.empty() || state.b.empty())
      return Notice("Brush a second window of the series first.");
    Make(MakePlan{.base = parts(state.a),
                  .source = parts(state.b),
                  .mode = state.a.size() == state.b.size() ? CompareMode::kAbsolute
                                                           : CompareMode::kNormalized,
                  .name = title + " " + word(state.a) + " → " + word(state.b)});
  } else {
    const Brush& brush = state.b.empty() ? state.a : state.b;
    if (brush.empty()) return Notice("Brush a window of the series first.");
    Make(MakePlan{.base = {}, .source = parts(brush), .name = title + " " + word(brush)});
  }
}

std::vector<ProfileId> Session::SeriesCandidates() const {
  const OpenProfile* profile = active();
  if (!profile || profile->state != LoadState::kOpen || profile->plan) return {};
  std::vector<ProfileId> ids;
  for (const auto& one : profiles_) {
    const bool fits = one->state == LoadState::kOpen && !one->plan && !one->Empty() &&
                      one->facts.kind == profile->facts.kind &&
                      (one->facts.goroutines > 0) == (profile->facts.goroutines > 0) &&
                      one->Type().type == profile->Type().type && MayBeOfOneProgram(*one, *profile);
    if (fits) ids.push_back(one->id);
  }
  return ids.size() >= kLeastSeries ? ids : std::vector<ProfileId>();
}

// The engine puts them in the order of their times.
void Session::OpenAsSeries() {
  look_.overlay = Overlay::kNone;
  MakePlan plan{.base = {}, .source = SeriesCandidates()};
  if (plan.source.empty()) {
    return Notice("A series takes three open profiles of one kind and program.");
  }
  plan.name = CountText(static_cast<std::int64_t>(plan.source.size())) + ' ' +
              active()->facts.kind + " profiles";
  const ProfileId made = Make(std::move(plan));
  Find(made)->own_view = View::kGrowth;
  EnterOwnView(Find(made));
}

// Of a set nothing is kept that no open profile is made of.
void Session::CloseUnusedParts() {
  std::vector<ProfileId> used;
  for (const auto& profile : profiles_) {
    if (!profile->plan) continue;
    for (const auto* side : {&profile->plan->base, &profile->plan->source}) {
      used.insert(used.end(), side->begin(), side->end());
    }
  }
  std::sort(used.begin(), used.end());
  const auto is_unused = [&](const SetPart& part) {
    return !std::binary_search(used.begin(), used.end(), part.id);
  };
  for (PartSet& set : sets_) {
    const bool waits = !set.Ended();
    if (waits && Find(set.tab)) continue;
    for (const SetPart& part : set.parts) {
      if (!is_unused(part)) continue;
      closed_.push_back(part.id);
      Say(part.ended ? EffectKind::kCloseProfile : EffectKind::kCancelOpen, part.id);
    }
    std::erase_if(set.parts, is_unused);
  }
  std::erase_if(sets_, [](const PartSet& set) { return set.parts.empty(); });
}

// A fresh engine decodes it again.
void Session::ReloadPart(ProfileId id) {
  PartSet* set = SetOf(id);
  if (set) set->Find(id)->decoded = false;
}

bool Session::ApplyToGrowth(OpenProfile& profile, const Command& command) {
  GrowthState& state = profile.growth;
  switch (command.verb) {
    case Verb::kEdgeLeft:
    case Verb::kEdgeRight:
    case Verb::kSelectLeft:
    case Verb::kSelectRight: {
      const bool right = command.verb == Verb::kEdgeRight || command.verb == Verb::kSelectRight;
      if (look_.view != View::kGrowth) {
        // Elsewhere Shift passes.
        const bool edge = command.verb == Verb::kEdgeLeft || command.verb == Verb::kEdgeRight;
        if (edge) Carry({.verb = right ? Verb::kSelectRight : Verb::kSelectLeft});
        return edge;
      }
      const bool whole = command.verb == Verb::kSelectLeft || command.verb == Verb::kSelectRight;
      StepWindow(state, right ? 1 : -1, whole);
      return true;
    }
    case Verb::kBrushEdge:
      MoveEdge(state, command.number, PlaceInSeries(command.x));
      return true;
    case Verb::kSelectUp:
    case Verb::kSelectDown: {
      if (look_.view != View::kGrowth) return false;
      const int step = command.verb == Verb::kSelectUp ? -1 : 1;
      if (const auto row = NextGrowthRow(state, step)) ChooseGrowthRow(profile, *row);
      return true;
    }
    case Verb::kBrush:
      BrushSeries(state, {command.number, PlaceInSeries(command.x)});
      return true;
    case Verb::kClearBrushes:
      state.a = state.b = {};
      return true;
    case Verb::kOpenBrush:
      OpenBrushes(profile, false);
      return true;
    case Verb::kCompareBrushes:
      OpenBrushes(profile, true);
      return true;
    case Verb::kGrowthFilter:
      state.filter = static_cast<GrowthFilter>(std::min(command.number, kGrowthFilters - 1));
      return true;
    case Verb::kGrowthRow:
      ChooseGrowthRow(profile, command.number);
      return true;
    case Verb::kDeploy: {
      const auto known = std::find(state.deploys.begin(), state.deploys.end(), command.number);
      if (known != state.deploys.end()) {
        state.deploys.erase(known);
      } else {
        state.deploys.push_back(command.number);
      }
      return true;
    }
    default:
      return false;
  }
}

// Its function becomes the selected one of the merged profile, too.
void Session::ChooseGrowthRow(OpenProfile& profile, std::uint32_t row) {
  const Growth* growth = profile.growth.growth.get();
  if (!growth || row >= growth->rows.size()) return;
  profile.growth.row = row;
  if (growth->rows[row].name != 0)
    Carry({.verb = Verb::kSelectName, .number = growth->rows[row].name});
}

}  // namespace burnglass
