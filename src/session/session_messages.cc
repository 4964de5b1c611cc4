// What the engine and the page say, taken in.
#include <algorithm>

#include "session/numbers.h"
#include "session/session.h"

namespace burnglass {
namespace {

// Old answers give way: a person goes back a few steps, not hundreds.
constexpr std::size_t kKeepQueries = 12, kKeepDetails = 4, kKeepTops = 6, kKeepSearches = 8;
constexpr std::size_t kKeepPeeks = 64;

template <typename T>
void Keep(std::vector<T>& all, T one, std::size_t limit) {
  if (all.size() >= limit) all.erase(all.begin());
  all.push_back(std::move(one));
}

Facts FactsOf(const pb::Opened& opened) {
  Facts facts;
  facts.kind = opened.kind();
  facts.program = opened.program();
  for (const pb::SampleType& type : opened.sample_type()) {
    facts.sample_types.push_back({type.type(), type.unit(), type.total(), type.cores()});
  }
  const std::size_t last = facts.sample_types.empty() ? 0 : facts.sample_types.size() - 1;
  facts.default_sample_type =
      std::min(opened.default_sample_type(), static_cast<std::uint32_t>(last));
  facts.samples = static_cast<std::int64_t>(opened.samples());
  facts.time_nanos = opened.time_nanos();
  facts.duration_nanos = opened.duration_nanos();
  facts.period = opened.period();
  facts.period_type = opened.period_type();
  facts.period_unit = opened.period_unit();
  facts.comments.assign(opened.comment().begin(), opened.comment().end());
  facts.repaired.assign(opened.repaired().begin(), opened.repaired().end());
  facts.empty_reason = opened.empty_reason();
  facts.compared = opened.compared();
  facts.goroutines = opened.goroutines();
  facts.label_keys.assign(opened.label_key().begin(), opened.label_key().end());
  // Without a sample type nothing can be asked.
  if (facts.sample_types.empty() && facts.empty_reason.empty()) {
    facts.empty_reason = "The profile has no sample type.";
  }
  return facts;
}

std::string OpenedSentence(const OpenProfile& profile) {
  std::string text = profile.name + " is open: " + profile.facts.kind + " profile, " +
                     CountText(profile.facts.samples) + " samples";
  if (profile.Empty()) return text + ". " + profile.facts.empty_reason;
  const SampleTypeFacts& type = profile.Type();
  return text + ", " + ValueText(type.total, type.unit) + " " + type.type + " in total.";
}

std::string SearchSentence(const Search& search) {
  if (!search.invalid().empty()) return "Not a regular expression: " + search.invalid();
  if (search.boxes() == 0) return "Nothing matches.";
  return CountText(search.boxes()) + " boxes match, " +
         PercentText(search.matched(), search.total()) + " of the total.";
}

}  // namespace

void Session::Receive(Bytes block) {
  Result<HeldMessage> read = HeldMessage::Take(std::move(block));
  if (!read) return;
  HeldMessage message = read.Take();
  const pb::Header& header = message.header();
  if (std::find(closed_.begin(), closed_.end(), header.profile()) != closed_.end()) return;
  switch (header.body_case()) {
    case pb::Header::kProgress:
      return TakeProgress(header);
    case pb::Header::kOpened:
      return TakeOpened(std::move(message));
    case pb::Header::kMoreNames:
      return TakeMoreNames(std::move(message));
    case pb::Header::kPart:
      return TakePart(header);
    case pb::Header::kFailed:
      return TakeFailed(header);
    case pb::Header::kClosed:
      return Remove(header.profile());
    default:
      return TakeAnswer(std::move(message));
  }
}

void Session::TakeProgress(const pb::Header& header) {
  const pb::Progress& progress = header.progress();
  OpenProfile& profile = FindOrAdd(header.profile(), progress.name());
  if (profile.state != LoadState::kLoading) return;
  Loading& loading = profile.loading;
  loading.building = progress.phase() == pb::Progress::BUILD;
  loading.done = static_cast<double>(progress.done());
  loading.total = static_cast<double>(progress.total());
  if (!loading.building) loading.file_bytes = std::max(loading.done, loading.total);
}

void Session::Reading(ProfileId id, std::string_view name, double done, double total) {
  OpenProfile& profile = FindOrAdd(id, name);
  if (profile.state != LoadState::kLoading) return;
  profile.loading.done = done;
  profile.loading.total = total;
}

void Session::TakeOpened(HeldMessage message) {
  const pb::Header& header = message.header();
  OpenProfile& profile = FindOrAdd(header.profile(), header.opened().name());
  if (profile.reloading && !profile.plan) {  // the same bytes: what is known of them stays true
    profile.reloading = false;
    return;
  }
  if (profile.state == LoadState::kOpen && !profile.reloading) return;
  Result<Names> names = Names::Read(*message);
  if (!names) return Failed(profile.id, profile.name, names.error().message);
  const bool anew = profile.reloading;
  TakeNews(profile, std::move(message), names.Take());
  if (!anew) ActivateArrival(profile);
  if (profile.id == active_) EnterOwnView(&profile);
  if (profile.plan) return Say(EffectKind::kStateChanged);
  if (const auto link = std::exchange(awaited_, std::nullopt)) AskAsLinked(profile, *link);
  ShowNewestDump(profile.drop);
  Say(EffectKind::kAnnounce, 0, OpenedSentence(profile));
}

// The names are the message's. What was selected stays so where there is such a name.
void Session::TakeNews(OpenProfile& profile, HeldMessage message, Names names) {
  std::optional<NameId> selected;
  if (profile.reloading && profile.view.selected_name) {
    selected = names.Find(profile.names.Full(*profile.view.selected_name));
  }
  if (profile.reloading) ForgetAnswers(profile);
  profile.facts = FactsOf(message.header().opened());
  profile.name = message.header().opened().name();
  profile.names = std::move(names);
  profile.others_made.reset();
  profile.opened = std::move(message);
  profile.state = LoadState::kOpen;
  profile.loading.since = Loading::kNotYet;
  profile.reloading = false;
  ++profile.times_made;
  profile.plan_before.reset();
  profile.view.selected_name = selected;
}

// Answers that use names which could not be taken in fail by themselves.
void Session::TakeMoreNames(HeldMessage message) {
  OpenProfile* profile = Find(message.header().profile());
  if (!profile || profile->state != LoadState::kOpen) return;
  if (profile->names.Append(*message)) profile->more_names.push_back(std::move(message));
}

void Session::TakeFailed(const pb::Header& header) {
  OpenProfile* profile = Find(header.profile());
  if (header.failed().cancelled() && !FindPart(header.profile())) {
    // The page may have told why before the engine says that it gave up.
    if (profile && profile->state == LoadState::kFailed) return;
    return Remove(header.profile());
  }
  if (profile && GoBackToPlan(*profile, header.failed().message())) return;
  Failed(header.profile(), header.failed().name(), header.failed().message());
}

void Session::Failed(ProfileId id, std::string_view name, std::string_view sentence) {
  if (FailPart(id, sentence)) return;
  OpenProfile& profile = FindOrAdd(id, name);
  profile.state = LoadState::kFailed;
  profile.reloading = false;
  profile.failure = sentence;
  profile.shown = nullptr;
  profile.pivot = {};
  profile.answers.clear();
  std::erase_if(pending_, [&](const Pending& pending) { return pending.profile == id; });
  ActivateArrival(profile);
  Say(EffectKind::kAnnounce, 0, profile.failure);
}

void Session::Reload(ProfileId id) {
  MakeAllAnew();
  ReloadPart(id);
  OpenProfile* profile = Find(id);
  if (!profile || profile->state != LoadState::kOpen) return;
  profile->reloading = true;
  std::erase_if(pending_, [&](const Pending& pending) { return pending.profile == id; });
  // A fresh engine numbers what queries bring in by the order of its own questions.
  if (!profile->names.DropAppended()) return;
  profile->more_names.clear();
  profile->shown = nullptr;
  profile->answers.clear();
  profile->view = {};
  profile->pivot = {};
}

void Session::TakeAnswer(HeldMessage message) {
  const std::uint32_t question = message.header().question();
  const auto it = std::find_if(pending_.begin(), pending_.end(),
                               [&](const Pending& p) { return p.question == question; });
  if (it == pending_.end()) return;  // superseded
  Pending asked = *it;
  if (!message.header().flame_answer().sketch()) pending_.erase(it);
  OpenProfile* profile = Find(asked.profile);
  if (!profile) return;
  if (message.header().body_case() == pb::Header::kRefusal) {
    asked.refusal = message.header().refusal().message();
    TakeRefusal(*profile, asked);
    // An export is asked for by hand, and may be so again.
    if (asked.slot != Slot::kExport) refused_.push_back(std::move(asked));
  } else if (!KeepAnswer(*profile, asked, std::move(message))) {
    profile->refusal = "The engine's answer is damaged.";
    refused_.push_back(asked);
  }
}

void Session::TakeRefusal(OpenProfile& profile, const Pending& asked) {
  if (asked.slot == Slot::kCard) return;  // its tile stays without an answer
  if (IsOfColours(asked.slot)) return;    // no box has a value
  if (asked.slot == Slot::kDraft) return RefuseDraft(profile, asked);
  profile.refusal = asked.refusal;
  // Of another query than the one that is asked for nothing may stay to be seen.
  if (asked.slot == Slot::kFlame) profile.shown = nullptr;
  Say(EffectKind::kAnnounce, 0, profile.refusal);
}

bool Session::KeepAnswer(OpenProfile& profile, const Pending& asked, HeldMessage message) {
  if (message.header().has_facts_answer()) {
    profile.sheet = ReadFactSheet(message.header().facts_answer());
    return true;
  }
  if (message.header().has_privacy_answer()) {
    profile.privacy = ReadPrivacySheet(message.header().privacy_answer());
    Say(EffectKind::kStateChanged);
    return true;
  }
  if (message.header().has_series_answer()) {
    return KeepGrowth(profile, message.header().series_answer());
  }
  const std::size_t names = profile.names.size();
  if (IsOfGoroutines(asked.slot)) return KeepGoroutines(profile, asked, std::move(message));
  if (asked.slot == Slot::kHeap) return KeepHeap(profile, asked, std::move(message));
  if (asked.slot == Slot::kContention) return KeepContention(profile, asked, std::move(message));
  if (asked.slot == Slot::kCard) return KeepCard(asked, message, names);
  Answers& answers = AnswersTo(profile, asked.query);
  switch (message.header().body_case()) {
    case pb::Header::kFlameAnswer: {
      const bool kept = KeepFlame(profile, answers, std::move(message), asked.slot);
      if (kept && asked.slot == Slot::kDraft) TakeDraft(profile, asked.query);
      return kept;
    }
    case pb::Header::kTopAnswer:
      return KeepTop(answers, asked, std::move(message), names);
    case pb::Header::kSearchAnswer:
      return KeepSearch(answers, std::move(message), names);
    case pb::Header::kPeekAnswer: {
      Result<Peek> peek = Peek::Read(message, names);
      if (peek) Keep(answers.peeks, peek.Take(), kKeepPeeks);
      return peek.ok();
    }
    case pb::Header::kGroupsAnswer: {
      Result<Groups> groups = Groups::Read(message, asked.groups);
      if (groups) Keep(answers.groups, groups.Take(), kKeepTops);
      return groups.ok();
    }
    case pb::Header::kLabelColoursAnswer:
      return KeepColours(answers, std::move(message));
    case pb::Header::kChangesAnswer:
      return KeepChanges(answers, std::move(message), names);
    case pb::Header::kSlopesAnswer: {
      Result<SlopeTable> slopes = SlopeTable::Read(std::move(message));
      if (slopes) answers.slopes = std::make_unique<SlopeTable>(slopes.Take());
      return slopes.ok();
    }
    case pb::Header::kGraphAnswer:
      return KeepGraph(answers, std::move(message), names);
    case pb::Header::kExportAnswer:
      KeepExport(message);
      return true;
    case pb::Header::kStepAnswer:
      TakeStep(profile, asked, message.header().step_answer());
      return true;
    default:
      return KeepViewAnswer(profile, answers, std::move(message));
  }
}

// The last used one stands last; what is on screen stays.
Answers& Session::AnswersTo(OpenProfile& profile, const std::string& query) {
  auto& all = profile.answers;
  const auto known = std::find_if(all.begin(), all.end(),
                                  [&](const auto& answers) { return answers->query == query; });
  if (known != all.end()) {
    std::rotate(known, known + 1, all.end());
    return *all.back();
  }
  const auto is_free = [&](const auto& answers) {
    const Answers* one = answers.get();
    return one != profile.shown && one != profile.pivot.callers && one != profile.pivot.callees &&
           one != profile.sides.before && one != profile.sides.after;
  };
  if (all.size() >= kKeepQueries) all.erase(std::find_if(all.begin(), all.end(), is_free));
  profile.answers.push_back(std::make_unique<Answers>());
  Answers& answers = *profile.answers.back();
  answers.query = query;
  const Result<ShapedQuery> split = SplitShape(query);
  const Result<Query> parsed = ParseQuery(split ? split->query : query);
  if (parsed) answers.sample_type = profile.SampleTypeOf(*parsed);
  return answers;
}

bool Session::KeepFlame(OpenProfile& profile, Answers& answers, HeldMessage message, Slot slot) {
  Result<Flame> flame = Flame::Read(std::move(message), profile.names.size());
  if (!flame) return false;
  auto kept = std::make_unique<Flame>(flame.Take());
  const bool detail =
      slot == Slot::kDetail || slot == Slot::kCallersDetail || slot == Slot::kCalleesDetail;
  if (detail) {
    Keep(answers.details, std::move(kept), kKeepDetails);
    return true;
  }
  answers.flame = std::move(kept);
  if (profile.shown == &answers) SettleBoxes(profile.view, *answers.flame);
  if (answers.query == burnglass::QueryText(profile.query)) profile.refusal.clear();
  if (profile.id != active_) Say(EffectKind::kReady, profile.id);
  return true;
}

bool Session::KeepTop(Answers& answers, const Pending& asked, HeldMessage message,
                      std::size_t names) {
  Result<Top> top = Top::Read(std::move(message), asked.top, names);
  if (!top) return false;
  auto kept = std::make_unique<Top>(top.Take());
  if (asked.slot == Slot::kTotals) {
    answers.totals = std::move(kept);
  } else {
    Keep(answers.tops, std::move(kept), kKeepTops);
  }
  return true;
}

bool Session::KeepSearch(Answers& answers, HeldMessage message, std::size_t names) {
  Result<Search> search = Search::Read(std::move(message), names);
  if (!search) return false;
  if (search->pattern() == look_.pattern) {
    Say(EffectKind::kAnnounce, 0, SearchSentence(*search));
    if (search->invalid().empty()) valid_pattern_ = search->pattern();
  }
  Keep(answers.searches, std::make_unique<Search>(search.Take()), kKeepSearches);
  return true;
}

bool Session::KeepChanges(Answers& answers, HeldMessage message, std::size_t names) {
  Result<ChangeTable> changes = ChangeTable::Read(std::move(message), names);
  if (changes) answers.changes = std::make_unique<ChangeTable>(changes.Take());
  return changes.ok();
}

bool Session::KeepGraph(Answers& answers, HeldMessage message, std::size_t names) {
  Result<CallGraph> graph = CallGraph::Read(std::move(message), names);
  if (graph) answers.graph = std::make_unique<CallGraph>(graph.Take());
  return graph.ok();
}

void Session::TakeStep(OpenProfile& profile, const Pending& asked, const pb::StepAnswer& step) {
  const bool stale = !profile.shown || profile.shown->query != asked.query;
  if (!step.found() || stale || step.name() >= profile.names.size()) return;
  Box box{step.node(),  step.name(), step.depth(), step.x(),
          step.width(), step.cum(),  step.flat(),  0};
  // A node that was reached by key stays so when its first box is known.
  const bool by_key = look_.view == View::kGraph && profile.view.by_key;
  Select(profile, box);
  profile.view.by_key = by_key;
  if (asked.pattern.empty()) {
    profile.view.selected_index = step.index();
    profile.view.selected_of = step.of();
  } else {
    profile.view.match_index = step.index();
  }
  Reveal(profile, box);
}

}  // namespace burnglass
