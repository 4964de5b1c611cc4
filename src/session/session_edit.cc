// A filter typed in its field: every text is asked of the engine first, and the graph stays as it
// is until the engine has taken it.
#include <algorithm>

#include "session/filters.h"
#include "session/session.h"

namespace burnglass {

bool Session::ApplyToEdit(OpenProfile& profile, const Command& command) {
  switch (command.verb) {
    case Verb::kEditFilter:
      BeginEdit(profile, command.text);
      return true;
    case Verb::kFilterText:
      if (edit_) SetEditText(profile, command.text);
      return true;
    case Verb::kOlderFilter:
    case Verb::kNewerFilter:
      if (edit_) RecallFilter(profile, command.verb == Verb::kOlderFilter ? 1 : -1);
      return true;
    case Verb::kEndFilter:
      if (!edit_) return true;
      // With a number: the person has turned to something else, and the last text taken stays.
      if (command.number > 0) return EndEdit(), true;
      edit_->ending = edit_->refusal.empty();
      if (edit_->ending && DraftQuery(profile) == profile.query) EndEdit();
      return true;
    default:
      return false;
  }
}

void Session::BeginEdit(OpenProfile& profile, const std::string& name) {
  look_.overlay = Overlay::kNone;
  if (profile.state != LoadState::kOpen || profile.Empty()) return;
  if (!IsFilter(name)) return;
  std::string text = FilterText(profile.query, name, profile.SoughtOthers());
  Say(EffectKind::kFilterText, 0, text);
  Say(EffectKind::kFocusFilter);
  edit_ = FilterEdit{.name = name, .text = std::move(text), .before = profile.query};
}

Query Session::DraftQuery(const OpenProfile& profile) const {
  return WithFilterText(profile.query, edit_->name, edit_->text, profile.SoughtOthers());
}

void Session::SetEditText(OpenProfile& profile, const std::string& text) {
  edit_->text = text;
  edit_->ending = false;
  edit_->refusal.clear();
  const std::string draft = burnglass::QueryText(DraftQuery(profile));
  for (const Pending& refused : refused_) {
    const bool of_this = refused.slot == Slot::kDraft || refused.slot == Slot::kFlame;
    if (of_this && refused.profile == profile.id && refused.query == draft) {
      edit_->refusal = refused.refusal;
    }
  }
}

void Session::RecallFilter(OpenProfile& profile, int step) {
  const auto recalled = filter_memory_.Recall(edit_->name, edit_->recalled, step);
  if (!recalled) return;
  SetEditText(profile, recalled->second);
  edit_->recalled = recalled->first;
  Say(EffectKind::kFilterText, 0, edit_->text);
}

// The engine has a graph for what is typed: from now on it is what is asked.
void Session::TakeDraft(OpenProfile& profile, const std::string& query) {
  if (!edit_ || active_ != profile.id) return;
  Query draft = DraftQuery(profile);
  if (burnglass::QueryText(draft) != query) return;
  const Place before = CurrentPlace();
  SetQuery(profile, std::move(draft));
  RecordStep(before, Verb::kFilterText);
  if (edit_->ending) EndEdit();
}

void Session::RefuseDraft(const OpenProfile& profile, const Pending& asked) {
  if (!edit_ || active_ != profile.id) return;
  if (burnglass::QueryText(DraftQuery(profile)) != asked.query) return;
  edit_->refusal = asked.refusal;
  edit_->ending = false;
  Say(EffectKind::kAnnounce, 0, edit_->refusal);
}

void Session::EndEdit() {
  filter_memory_.Keep(edit_->name, edit_->text);
  edit_.reset();
  history_.Pause();
  Say(EffectKind::kFocusCanvas);
}

// Escape in the field: as if nothing had been typed.
void Session::GiveUpEdit() {
  OpenProfile* profile = Find(active_);
  if (profile) SetQuery(*profile, edit_->before);
  edit_.reset();
  history_.Pause();
  Say(EffectKind::kFocusCanvas);
}

void Session::AskDraft(OpenProfile& profile) {
  if (!edit_ || profile.id != active_) return;
  Query draft = DraftQuery(profile);
  if (draft == profile.query) return;
  std::string query = burnglass::QueryText(draft);
  for (const auto& answers : profile.answers) {
    if (answers->query == query && answers->flame) return TakeDraft(profile, query);
  }
  Ask(profile, {.slot = Slot::kDraft, .query = query}, WholeFlame(query, true));
}

}  // namespace burnglass
