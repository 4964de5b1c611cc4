// The callers view: which function it is about, and what is asked for it.
#include "session/session.h"

namespace burnglass {
namespace {

constexpr std::size_t kKeepPivots = 100;

}  // namespace

bool Session::ApplyToPivot(OpenProfile& profile, const Command& command) {
  const std::optional<NameId> name = profile.view.selected_name;
  switch (command.verb) {
    case Verb::kViewCallers:
    case Verb::kPivot:
      look_.view = View::kCallers;
      if (name) PivotOn(profile, *name);
      Say(EffectKind::kStateChanged);
      return true;
    case Verb::kPivotOn:
      look_.view = View::kCallers;
      PivotOn(profile, command.number);
      return true;
    case Verb::kDropPivot:
      profile.pivot.name.reset();
      profile.pivot.back.clear();
      profile.pivot.view = {};
      ClearSelection(profile.view);
      Say(EffectKind::kStateChanged);
      return true;
    case Verb::kSelectBox:
      if (look_.view != View::kCallers) return false;
      ClearSelection(profile.view);
      if (command.box) profile.view.selected_name = command.box.name, ++profile.view.reveal;
      return true;
    case Verb::kBack:
      return look_.view == View::kCallers && Whole() && PivotBack(profile);
    default:
      return false;
  }
}

void Session::PivotOn(OpenProfile& profile, NameId name) {
  // The root stands for all stacks and is called by nobody.
  if (name == 0 || name >= profile.names.size()) return;
  PivotState& pivot = profile.pivot;
  const std::optional<NameId> before = profile.Pivot();
  if (before == name && pivot.name) return;
  if (before && before != name) {
    if (pivot.back.size() >= kKeepPivots) pivot.back.erase(pivot.back.begin());
    pivot.back.push_back(*before);
  }
  pivot.name = name;
  pivot.view = {};
  if (profile.view.selected_name != name) {
    ClearSelection(profile.view);
    profile.view.selected_name = name;
    ++profile.view.reveal;
  }
  Say(EffectKind::kStateChanged);
}

bool Session::PivotBack(OpenProfile& profile) {
  PivotState& pivot = profile.pivot;
  if (pivot.back.empty()) return false;
  const NameId name = pivot.back.back();
  pivot.back.pop_back();
  pivot.name = name;
  pivot.view = {};
  ClearSelection(profile.view);
  profile.view.selected_name = name;
  Say(EffectKind::kStateChanged);
  return true;
}

void Session::AskPivot(OpenProfile& profile, const Answers& have) {
  const std::optional<NameId> name = profile.Pivot();
  if (!name) return;
  const std::string query = burnglass::QueryText(profile.query);
  const auto side = [&](TreeForm form) -> Answers& {
    return AnswersTo(profile, ShapedText(query, ShapeOf(form, *name)));
  };
  Answers& callers = side(TreeForm::kCallers);
  Answers& callees = side(TreeForm::kCallees);
  const bool up = AskFlame(profile, callers, Slot::kCallers);
  const bool down = AskFlame(profile, callees, Slot::kCallees);
  AskPeek(profile, have, *name, Slot::kPivotPeek);
  if (!up || !down) return;
  profile.pivot.callers = &callers;
  profile.pivot.callees = &callees;
  profile.pivot.shown = *name;
  AskDetail(profile, callers, Slot::kCallersDetail);
  AskDetail(profile, callees, Slot::kCalleesDetail);
  AskColours(profile, callers, Slot::kCallersColours);
  AskColours(profile, callees, Slot::kCalleesColours);
}

const Peek* Session::ShownPivot() const {
  const OpenProfile* profile = active();
  if (!profile || !profile->shown || !profile->pivot.callers) return nullptr;
  return profile->shown->FindPeek(profile->pivot.shown);
}

}  // namespace burnglass
