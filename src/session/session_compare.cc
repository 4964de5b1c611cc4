// Comparing open profiles: what is made of them, and how the difference is seen.
#include <algorithm>

#include "session/session.h"

namespace burnglass {
namespace {

bool Has(const std::vector<ProfileId>& ids, ProfileId id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// The file without its folders and the endings of profiles.
std::string ShortTitle(std::string_view title) {
  title = PathEnd(title);
  for (const std::string_view ending : {".gz", ".zst", ".pb", ".pprof", ".prof"}) {
    if (title.size() > ending.size() && title.ends_with(ending)) {
      title.remove_suffix(ending.size());
    }
  }
  return std::string(title);
}

}  // namespace

std::string Session::SideTitle(const MakePlan& plan, bool after) const {
  const SideLabels& labels = after ? plan.source_labels : plan.base_labels;
  return labels.all() ? FilesTitle(after ? plan.source : plan.base) : labels.Title();
}

std::string Session::FilesTitle(const std::vector<ProfileId>& side) const {
  const OpenProfile* first = side.empty() ? nullptr : Find(side[0]);
  const SetPart* part = side.empty() ? nullptr : FindPart(side[0]);
  if (!first && !part) return "closed";
  std::string title = ShortTitle(part ? part->name : TitleOf(*first));
  if (side.size() > 1) title += " + " + std::to_string(side.size() - 1);
  return title;
}

ProfileId Session::Make(MakePlan plan) {
  for (const auto& known : profiles_) {
    if (!known->plan || known->state == LoadState::kFailed) continue;
    plan.name = plan.name.empty() ? NameOf(plan) : plan.name;
    if (!(*known->plan == plan)) continue;
    Activate(known->id);
    return known->id;
  }
  if (plan.name.empty()) plan.name = NameOf(plan);
  auto profile = std::make_unique<OpenProfile>();
  profile->id = kFirstMade + made_++;
  profile->name = plan.name;
  profile->plan = std::move(plan);
  profile->to_make = true;
  profiles_.push_back(std::move(profile));
  arrival_seen_ = true;
  Activate(profiles_.back()->id);
  return active_;
}

ProfileId Session::Make(std::string_view plan) {
  Result<MakePlan> read = ParsePlan(plan);
  return read ? Make(read.Take()) : 0;
}

std::string Session::NameOf(const MakePlan& plan) const {
  if (plan.base.empty()) return SideTitle(plan, true) + ", merged";
  std::string before = SideTitle(plan, false), after = SideTitle(plan, true);
  const SideLabels &a = plan.base_labels, &b = plan.source_labels;
  if (!a.key.empty() && a.key == b.key) return a.Title() + " → " + b.value;
  if (before == after) {
    const auto file = [&](const std::vector<ProfileId>& side) {
      const OpenProfile* profile = side.empty() ? nullptr : Find(side[0]);
      return profile ? ShortTitle(profile->name) : std::string();
    };
    before = file(plan.base), after = file(plan.source);
  }
  return before + " → " + after;
}

// What is shown stays until what is made anew is there.
void Session::Remake(OpenProfile& profile, MakePlan plan) {
  look_.overlay = Overlay::kNone;
  if (plan.source.empty() || *profile.plan == plan) return;
  if (!profile.plan_before) profile.plan_before = profile.plan;
  plan.name = NameOf(plan);
  profile.plan = std::move(plan);
  profile.to_make = profile.reloading = true;
  std::erase_if(pending_, [&](const Pending& pending) { return pending.profile == profile.id; });
}

// A fresh engine has nothing that was made.
void Session::MakeAllAnew() {
  for (const auto& profile : profiles_) {
    if (!profile->plan || profile->state == LoadState::kFailed) continue;
    profile->to_make = true;
    profile->reloading = profile->state == LoadState::kOpen;
    std::erase_if(pending_, [&](const Pending& pending) { return pending.profile == profile->id; });
  }
}

// Asks for what waits to be made, once all its parts are there.
void Session::AskMade() {
  for (std::size_t i = 0; i < profiles_.size(); ++i) {
    OpenProfile& profile = *profiles_[i];
    if (!profile.to_make) continue;
    bool there = true, gone = false;
    for (const auto* side : {&profile.plan->base, &profile.plan->source}) {
      for (const ProfileId id : *side) {
        if (const SetPart* of_set = FindPart(id)) {
          gone |= of_set->ended && !of_set->failure.empty();
          there &= of_set->decoded;
          continue;
        }
        const OpenProfile* part = Find(id);
        gone |= !part || part->state == LoadState::kFailed;
        there &= part && part->state == LoadState::kOpen && !part->reloading;
      }
    }
    if (gone) {
      profile.to_make = false;
      Failed(profile.id, profile.name,
             profile.name + ": a profile that it is made of is not open any more.");
    } else if (there) {
      profile.to_make = false;
      pb::Header header;
      *header.mutable_make_question() = QuestionOf(*profile.plan);
      header.set_slot(SlotOf(profile.id, Slot::kMake));
      header.set_profile(profile.id);
      questions_.push_back(MessageWriter(std::move(header)).Finish());
    }
  }
}

// Nothing that was told of the profile before is true of what is there now.
void Session::ForgetAnswers(OpenProfile& profile) {
  profile.shown = nullptr;
  profile.answers.clear();
  profile.more_names.clear();
  profile.sheet.reset();
  profile.privacy.reset();
  profile.view = {};
  profile.pivot = {};
  profile.sides = {};
  profile.goroutines.row.reset();
  profile.goroutine_answers = {};
  profile.contention.reset();
  profile.contention_row.reset();
  profile.heap.table.reset(), profile.heap.row.reset();
  profile.sight.reset();
  profile.refusal.clear();
  std::erase_if(refused_, [&](const Pending& refused) { return refused.profile == profile.id; });
}

// True when the profile goes on as it was before it was to be made otherwise.
bool Session::GoBackToPlan(OpenProfile& profile, const std::string& sentence) {
  if (!profile.plan_before) return false;
  profile.plan = std::exchange(profile.plan_before, std::nullopt);
  profile.to_make = profile.reloading = true;
  Notice(sentence);
  return true;
}

void Session::AskChanges(OpenProfile& profile, const Answers& have) {
  if (!profile.IsDiff() || have.changes) return;
  pb::Header header;
  header.mutable_changes_question()->set_query(have.query);
  Ask(profile, {.slot = Slot::kChanges, .query = have.query}, std::move(header));
}

// Both sides of the tree that is shown, each as wide as it is alone.
void Session::AskSides(OpenProfile& profile) {
  const auto side = [&](TreeWidth width) -> Answers& {
    TreeShape shape = ShapeOf(look_.inverted ? TreeForm::kInverted : TreeForm::kTopDown);
    shape.width = width;
    return AnswersTo(profile, ShapedText(burnglass::QueryText(profile.query), shape));
  };
  Answers& before = side(TreeWidth::kBefore);
  Answers& after = side(TreeWidth::kAfter);
  const bool left = AskFlame(profile, before, Slot::kBefore);
  const bool right = AskFlame(profile, after, Slot::kAfter);
  if (left && right) profile.sides = {&before, &after};
}

const ChangeTable* Session::ShownChanges() const {
  const OpenProfile* profile = active();
  return profile && profile->shown ? profile->shown->changes.get() : nullptr;
}

bool Session::ApplyToComparisons(const Command& command) {
  OpenProfile* profile = Find(active_);
  if (command.verb == Verb::kMake) return Make(command.text), true;
  if (command.verb == Verb::kCompare) return OpenCompare(), true;
  if (command.verb == Verb::kAsSeries) return OpenAsSeries(), true;
  if (!profile || profile->state != LoadState::kOpen) return false;
  if (command.verb == Verb::kCompareWith) return CompareWith(*profile, command.number), true;
  if (ApplyToLabelSides(*profile, command)) return true;
  return ApplyToSides(*profile, command) || ApplyToDifference(*profile, command) ||
         ApplyToGrowth(*profile, command);
}

void Session::OpenCompare() {
  const auto other = [&](const auto& one) {
    return one->id != active_ && one->state == LoadState::kOpen && !one->plan;
  };
  const bool any = std::any_of(profiles_.begin(), profiles_.end(), other);
  const OpenProfile* profile = active();
  const bool by_labels = profile && !profile->facts.label_keys.empty() && !profile->IsDiff();
  if ((any || by_labels) && profile && profile->state == LoadState::kOpen) {
    const bool open = look_.overlay == Overlay::kCompare;
    look_.overlay = open ? Overlay::kNone : Overlay::kCompare;
  } else {
    Notice("To compare, open a second profile: drop it on the page.");
  }
}

// The other one becomes A.
void Session::CompareWith(OpenProfile& profile, ProfileId other) {
  look_.overlay = Overlay::kNone;
  if (!Find(other) || other == profile.id) return;
  MakePlan plan{.base = {other}, .source = {profile.id}};
  if (profile.plan) plan.source = profile.plan->source;
  Make(std::move(plan));
}

// What is compared. Number is a profile, x the side: 0 A, 1 B.
bool Session::ApplyToSides(OpenProfile& profile, const Command& command) {
  switch (command.verb) {
    case Verb::kSwapSides:
    case Verb::kSetSide:
    case Verb::kAddToSide:
    case Verb::kDropFromSide:
    case Verb::kCompareMode:
    case Verb::kSetSideLabels:
      break;
    default:
      return false;
  }
  if (!profile.plan || profile.plan->base.empty()) {
    Notice("Only what was made of open profiles can be made otherwise.");
    return true;
  }
  MakePlan plan = *profile.plan;
  std::vector<ProfileId>& side = command.x == 0 ? plan.base : plan.source;
  switch (command.verb) {
    case Verb::kSwapSides:
      std::swap(plan.base, plan.source);
      std::swap(plan.base_count, plan.source_count);
      std::swap(plan.base_labels, plan.source_labels);
      break;
    case Verb::kSetSideLabels: {
      const std::vector<SideLabels> choices = SideChoices(profile);
      if (command.number >= choices.size()) return true;
      (command.x == 0 ? plan.base_labels : plan.source_labels) = choices[command.number];
      break;
    }
    case Verb::kSetSide:
      side = {command.number};
      break;
    case Verb::kAddToSide:
      if (!Has(side, command.number)) side.push_back(command.number);
      break;
    case Verb::kDropFromSide:
      if (side.size() > 1) std::erase(side, command.number);
      break;
    default:
      plan.mode = static_cast<CompareMode>(std::min(command.number, kCompareModes - 1));
      plan.counter = command.text;
  }
  Remake(profile, std::move(plan));
  return true;
}

// How the difference is seen.
bool Session::ApplyToDifference(OpenProfile& profile, const Command& command) {
  switch (command.verb) {
    case Verb::kWidth:
      SetWidth(profile, static_cast<TreeWidth>(std::min(command.number, 2u)));
      return true;
    case Verb::kLens:
      profile.lens = static_cast<Lens>(std::min(command.number, kLenses - 1));
      Say(EffectKind::kStateChanged);
      return true;
    default:
      return false;
  }
}

void Session::SetWidth(OpenProfile& profile, TreeWidth width) {
  look_.overlay = Overlay::kNone;
  if (!profile.IsDiff() || profile.width == width) return;
  profile.width = width;
  const std::optional<NameId> name = profile.view.selected_name;
  profile.view = {};
  profile.view.selected_name = name;
  Say(EffectKind::kStateChanged);
}

}  // namespace burnglass
