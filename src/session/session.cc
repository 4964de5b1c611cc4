#include "session/session.h"

#include <algorithm>
#include <utility>

#include "base/json_text.h"
#include "session/link.h"
#include "session/views.h"

namespace burnglass {
namespace {

// A load that is over sooner is not shown: its tab comes with the finished picture.
constexpr double kShowLoadingAfterMs = 200;

}  // namespace

OpenProfile* Session::Find(ProfileId id) const {
  for (const auto& profile : profiles_) {
    if (profile->id == id) return profile.get();
  }
  return nullptr;
}

OpenProfile& Session::FindOrAdd(ProfileId id, std::string_view name) {
  if (OpenProfile* known = Find(id)) return *known;
  // A new group of loads begins when nothing else is loading.
  const bool alone = std::none_of(profiles_.begin(), profiles_.end(),
                                  [](const auto& p) { return p->state == LoadState::kLoading; });
  if (alone) {
    arrival_seen_ = false;
    for (const auto& profile : profiles_) profile->outdated = profile->state == LoadState::kFailed;
  }
  if (alone) ++drop_;
  auto profile = std::make_unique<OpenProfile>();
  profile->drop = drop_;
  profile->id = id;
  profile->name = name;
  profiles_.push_back(std::move(profile));
  return *profiles_.back();
}

void Session::Remove(ProfileId id) {
  const auto it = std::find_if(profiles_.begin(), profiles_.end(),
                               [&](const auto& profile) { return profile->id == id; });
  if (it == profiles_.end()) return;
  const auto place = it - profiles_.begin();
  profiles_.erase(it);
  closed_.push_back(id);
  std::erase_if(pending_, [&](const Pending& pending) { return pending.profile == id; });
  if (active_ != id) return;
  const auto last = static_cast<std::ptrdiff_t>(profiles_.size()) - 1;
  Activate(last < 0 ? 0 : profiles_[static_cast<std::size_t>(std::min(place, last))]->id);
}

void Session::Activate(ProfileId id) {
  if (active_ == id) return;
  LeaveOwnView(Find(active_));
  active_ = id;
  EnterOwnView(Find(active_));
  edit_.reset();
  // The tour begins before its profile has come.
  if (look_.overlay != Overlay::kTour) look_.overlay = Overlay::kNone;
  Say(EffectKind::kStateChanged);
}

// A view that only profiles of this kind have is come back to with them.
void Session::LeaveOwnView(OpenProfile* profile) {
  if (profile && IsOwnView(look_.view)) profile->own_view = look_.view;
}

void Session::EnterOwnView(OpenProfile* profile) {
  if (!profile || profile->state != LoadState::kOpen) return;
  const auto own_view = std::exchange(profile->own_view, std::nullopt);
  if (own_view) look_.view = *own_view;
  if (!HasView(*profile, look_.view)) look_.view = View::kFlame;
}

// Of profiles that are opened together the first to arrive comes to the front; one that failed
// gives way to one that opened.
void Session::ActivateArrival(OpenProfile& profile) {
  const OpenProfile* front = active();
  const bool front_failed = front && front->state == LoadState::kFailed;
  if (arrival_seen_ && !(front_failed && profile.state == LoadState::kOpen)) return;
  arrival_seen_ = true;
  Activate(profile.id);
  CloseOutdated();
}

void Session::CloseOutdated() {
  std::vector<ProfileId> outdated;
  for (const auto& profile : profiles_) {
    if (profile->outdated) outdated.push_back(profile->id);
  }
  for (const ProfileId id : outdated) {
    Say(EffectKind::kCloseProfile, id);
    Remove(id);
  }
}

std::string Session::TitleOf(const OpenProfile& profile) const {
  if (profile.state != LoadState::kOpen) return profile.name;
  std::string title = profile.Title();
  const bool taken = std::any_of(profiles_.begin(), profiles_.end(), [&](const auto& other) {
    return other.get() != &profile && other->state == LoadState::kOpen &&
           other->facts.kind == profile.facts.kind && other->Title() == title;
  });
  return taken ? profile.name : title;
}

void Session::Say(EffectKind kind, ProfileId profile, std::string text) {
  effects_.push_back({kind, profile, std::move(text)});
}

void Session::Notice(std::string sentence) {
  notice_ = std::move(sentence);
  Say(EffectKind::kAnnounce, 0, notice_);
}

void Session::Tick(double now) {
  for (const auto& profile : profiles_) {
    double& since = profile->loading.since;
    if (since == Loading::kNotYet) since = now;
    if (profile->state != LoadState::kLoading) continue;
    if (now - since >= kShowLoadingAfterMs) ActivateArrival(*profile);
  }
  AskMade();
  for (const auto& profile : profiles_) {
    if (profile->state == LoadState::kOpen && !profile->reloading) AskAbout(*profile);
  }
  AskCard();
  AskPrivacy();
}

double Session::NextTick(double now) const {
  if (arrival_seen_) return -1;
  double next = -1;
  for (const auto& profile : profiles_) {
    if (profile->state != LoadState::kLoading) continue;
    const double since = profile->loading.since == Loading::kNotYet ? now : profile->loading.since;
    const double wait = std::max(0.0, since + kShowLoadingAfterMs - now);
    next = next < 0 ? wait : std::min(next, wait);
  }
  return next;
}

bool Session::Arriving(double now, ProfileId drawn) const {
  return std::any_of(profiles_.begin(), profiles_.end(), [&](const auto& profile) {
    const bool young = now - profile->loading.since < kShowLoadingAfterMs;
    const bool first = profile->id == active_ && profile->id != drawn;
    if (profile->state == LoadState::kFailed) return false;
    return young && (profile->state == LoadState::kLoading || first);
  });
}

std::vector<Bytes> Session::TakeQuestions() { return std::exchange(questions_, {}); }
std::vector<Effect> Session::TakeEffects() { return std::exchange(effects_, {}); }

bool Session::Waiting() const {
  return !pending_.empty() || std::any_of(profiles_.begin(), profiles_.end(), [](const auto& p) {
    return p->state == LoadState::kLoading || p->reloading;
  });
}

const Search* Session::AskedSearch() const {
  const OpenProfile* profile = active();
  if (!profile || !profile->shown || look_.pattern.empty()) return nullptr;
  return profile->shown->FindSearch(look_.pattern);
}

const Search* Session::ShownSearch() const {
  const OpenProfile* profile = active();
  if (!profile || !profile->shown || look_.pattern.empty()) return nullptr;
  const Search* asked = AskedSearch();
  if (asked && asked->invalid().empty()) return asked;
  return valid_pattern_.empty() ? nullptr : profile->shown->FindSearch(valid_pattern_);
}

const Top* Session::ShownTop() const {
  const OpenProfile* profile = active();
  if (!profile || !profile->shown) return nullptr;
  const Search* search = look_.matches_only ? ShownSearch() : nullptr;
  const Top* exact = profile->shown->FindTop(
      {look_.sort, look_.ascending, search ? search->pattern() : std::string()});
  if (exact) return exact;
  return profile->shown->tops.empty() ? nullptr : profile->shown->tops.back().get();
}

const Peek* Session::ShownPeek() const {
  const OpenProfile* profile = active();
  if (!profile || !profile->shown || !profile->view.selected_name) return nullptr;
  return profile->shown->FindPeek(*profile->view.selected_name);
}

const Flame* Session::ShownFlame(const Window& window) const {
  const OpenProfile* profile = active();
  if (!profile || !profile->shown) return nullptr;
  // What is drawn at the edges may be seen by a fraction of a unit.
  return profile->shown->FlameFor(static_cast<std::int64_t>(window.begin),
                                  static_cast<std::int64_t>(window.end()));
}

std::vector<NameId> Session::SelectedPath() const {
  const OpenProfile* profile = active();
  if (!profile || !profile->view.selected_name) return {};
  const Box& box = profile->view.selected;
  const Flame* flame = profile->shown && box ? ShownFlame(CurrentWindow(*profile)) : nullptr;
  const std::uint32_t index = flame ? flame->Find(box.node) : kNoBox;
  if (index == kNoBox) return {*profile->view.selected_name};
  std::vector<NameId> path;
  for (const Box& one : flame->Path(index)) path.push_back(one.name);
  return path;
}

std::string Session::StateText() const {
  const OpenProfile* profile = active();
  std::string json = "{\"profile\":";
  json += profile ? std::to_string(profile->id) : "null";
  json += ",\"queryText\":";
  AppendJson(json, profile ? ShapedQueryText(*profile) : std::string());
  json += ",\"search\":";
  AppendJson(json, look_.pattern);
  json += ",\"view\":";
  const Overlay overlay = look_.overlay;
  AppendJson(json, overlay == Overlay::kCard      ? "card"
                   : overlay == Overlay::kPrivacy ? "privacy"
                                                  : ViewName(look_.view));
  json += ",\"path\":[";
  const std::vector<NameId> path = SelectedPath();
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (i > 0) json += ',';
    AppendJson(json, profile->names.Full(path[i]));
  }
  json += ']';
  if (profile && profile->IsDiff()) {
    json += ",\"difference\":" + std::to_string(profile->times_made);
    json += ",\"lens\":";
    AppendJson(json, LensWord(profile->lens));
  }
  return json + "}";
}

std::string Session::QueryText() const {
  const OpenProfile* profile = active();
  return profile ? burnglass::QueryText(profile->query) : std::string();
}

LinkState Session::StateOfLink() const {
  const OpenProfile* profile = active();
  LinkState state{.query = profile ? profile->query : Query{},
                  .view = look_.view,
                  .root_at_bottom = look_.root_at_bottom,
                  .inverted = look_.inverted,
                  .by_name = look_.by_name,
                  .folded = look_.folded,
                  .packages = look_.packages,
                  .colour_by = awaited_ ? look_.colour_by : ShownColourBy(),
                  .colour_label = look_.colour_label,
                  .pattern = look_.pattern};
  if (profile && profile->HasSides()) state.width = profile->width, state.lens = profile->lens;
  if (look_.view == View::kCallers && profile && profile->pivot.name) {
    state.pivot = profile->names.Full(*profile->pivot.name);
  }
  if (awaited_) {
    state.query = awaited_->query;
    state.pivot = awaited_->pivot;
  }
  return state;
}

std::string Session::Link() const { return LinkText(StateOfLink()); }

bool Session::ApplyText(std::string_view text) {
  const Place before = CurrentPlace();
  const bool understood = text.starts_with('{') ? ApplyQueryObject(text) : ApplyLink(text);
  if (understood) RecordStep(before, Verb::kNone);
  return understood;
}

bool Session::ApplyQueryObject(std::string_view json) {
  OpenProfile* profile = Find(active_);
  if (!profile) return false;
  Result<Query> query = ParseQueryObject(json, profile->query);
  if (query) SetQuery(*profile, query.Take());
  return query.ok();
}

bool Session::ApplyLink(std::string_view text) {
  Result<LinkState> state = ParseLink(text);
  if (!state) return false;
  look_.view = state->view;
  look_.root_at_bottom = state->root_at_bottom;
  look_.colour_by = state->colour_by;
  look_.colour_label = state->colour_label;
  SetShape(state->inverted, state->by_name, state->folded, state->packages);
  SetPattern(state->pattern);
  Say(EffectKind::kSearchText, 0, state->pattern);
  OpenProfile* profile = Find(active_);
  if (profile && profile->state == LoadState::kOpen) {
    EnterOwnView(profile);
    AskAsLinked(*profile, *state);
  } else {
    awaited_ = state.Take();
  }
  Say(EffectKind::kStateChanged);
  return true;
}

void Session::AskAsLinked(OpenProfile& profile, const LinkState& link) {
  SetQuery(profile, link.query);
  SetWidth(profile, link.width);
  profile.lens = link.lens;
  if (link.pivot.empty()) return;
  if (const auto pivot = profile.names.Find(link.pivot)) PivotOn(profile, *pivot);
}

}  // namespace burnglass
