// Rows of the top table that are marked together, for one filter on all of them.
#include <algorithm>

#include "session/session.h"

namespace burnglass {
namespace {

bool IsMarked(const ViewState& view, NameId name) {
  return std::find(view.marked.begin(), view.marked.end(), name) != view.marked.end();
}

}  // namespace

bool Session::ApplyToMarks(OpenProfile& profile, const Command& command) {
  switch (command.verb) {
    case Verb::kMark:
      Mark(profile, command.number);
      return true;
    case Verb::kMarkTo:
      MarkTo(profile, command.number);
      return true;
    case Verb::kMarkUp:
    case Verb::kMarkDown: {
      const bool up = command.verb == Verb::kMarkUp;
      if (look_.view == View::kTop) {
        MarkNext(profile, up ? -1 : 1);
      } else {
        Carry({.verb = up ? Verb::kSelectUp : Verb::kSelectDown});
      }
      return true;
    }
    case Verb::kClearMarks:
      profile.view.marked.clear();
      return true;
    default:
      return false;
  }
}

// The selected row is the first of those that are marked.
void Session::Mark(OpenProfile& profile, NameId name) {
  ViewState& view = profile.view;
  if (name == 0 || name >= profile.names.size()) return;
  if (view.marked.empty() && view.selected_name.value_or(0) != 0 && view.selected_name != name) {
    view.marked.push_back(*view.selected_name);
  }
  if (IsMarked(view, name)) {
    std::erase(view.marked, name);
  } else {
    view.marked.push_back(name);
    SelectName(profile, name);
  }
}

void Session::MarkTo(OpenProfile& profile, NameId name) {
  const Top* top = ShownTop();
  const auto to = top ? top->RowOf(name) : std::nullopt;
  if (!to) return;
  const auto from = top->RowOf(profile.view.selected_name.value_or(name));
  std::vector<NameId>& marked = profile.view.marked;
  const std::size_t begin = from.value_or(*to);
  for (std::size_t row = std::min(begin, *to); row <= std::max(begin, *to); ++row) {
    const NameId one = (*top)[row].name;
    if (!IsMarked(profile.view, one)) marked.push_back(one);
  }
  SelectName(profile, name);
}

void Session::MarkNext(OpenProfile& profile, int step) {
  const Top* top = ShownTop();
  if (!top || top->size() == 0) return;
  const auto at = top->RowOf(profile.view.selected_name.value_or(0));
  const std::size_t last = top->size() - 1;
  const std::size_t next = !at ? 0 : step < 0 ? *at - (*at > 0) : std::min(*at + 1, last);
  MarkTo(profile, (*top)[next].name);
  ++profile.view.reveal;
}

}  // namespace burnglass
