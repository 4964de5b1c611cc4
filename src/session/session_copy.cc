// Commands that copy or save.
#include "session/copy_text.h"
#include "session/session.h"
#include "session/table_text.h"

namespace burnglass {

bool Session::ApplyToClipboard(const Command& command) {
  const OpenProfile* profile = active();
  const auto copy = [&](std::string text, std::string_view said) {
    if (text.empty()) return true;
    Say(EffectKind::kCopy, 0, std::move(text));
    Notice(std::string(said));
    return true;
  };
  const Top* top = ShownTop();
  const bool open = profile && profile->state == LoadState::kOpen;
  switch (command.verb) {
    case Verb::kCopy:
      Say(EffectKind::kCopy, 0, command.text);
      return true;
    case Verb::kCopyLink:
      Say(EffectKind::kCopyLink, 0, Link());
      Notice(LinkSentence(StateOfLink()));
      return true;
    case Verb::kCopyTable:
      return copy(top ? TableTabs(*profile, *top) : "", "The table is copied.");
    case Verb::kCopyRow:
      return copy(SelectedRow(), "The row is copied.");
    case Verb::kCopyStack:
      return copy(SelectedStack(), "The stack is copied.");
    case Verb::kCopyPprof:
      return copy(open ? TopCommand(kGoPprof, *profile) : "",
                  open ? PprofSentence(profile->query) : "");
    case Verb::kCopyBurnglass:
      return copy(open ? TopCommand("burnglass pprof", *profile) : "", "The command is copied.");
    case Verb::kCopyName:
      if (profile && profile->view.selected_name) {
        Say(EffectKind::kCopy, 0, std::string(profile->names.Full(*profile->view.selected_name)));
      }
      return true;
    default:
      return false;
  }
}

std::string Session::SelectedRow() const {
  const OpenProfile* profile = active();
  if (!profile || !profile->shown || !profile->view.selected_name) return {};
  const Top* totals = profile->shown->totals.get();
  return totals ? RowTabs(*profile, *totals, *profile->view.selected_name) : std::string();
}

std::string Session::SelectedStack() const {
  const OpenProfile* profile = active();
  if (!profile || !profile->shown || !profile->view.selected) return {};
  const Box& box = profile->view.selected;
  // A box that is too small for the whole graph is in the answer it was selected from.
  for (const Flame* flame : {ShownFlame(WindowOf(box)), ShownFlame(CurrentWindow(*profile)),
                             static_cast<const Flame*>(profile->shown->flame.get())}) {
    const std::uint32_t index = flame ? flame->Find(box.node) : kNoBox;
    if (index != kNoBox) return StackText(profile->names, flame->Path(index));
  }
  return {};
}

}  // namespace burnglass
