#include "ui/function_menu.h"

#include <algorithm>

#include "session/keys.h"
#include "session/views.h"
#include "ui/menu.h"

namespace burnglass::ui {
namespace {

struct Entry {
  Verb verb;
  std::string_view label;
  Icon icon;
  bool rule = false;
};
constexpr Entry kEntries[] = {
    {Verb::kFocus, "Focus", Icon::kZoom},
    {Verb::kIgnore, "Ignore", Icon::kClose},
    {Verb::kHide, "Hide", Icon::kHide},
    {Verb::kShowFrom, "Show from", Icon::kChevronRight},
    {Verb::kViewCallers, "Pivot: callers and callees", Icon::kPivot, true},
    {Verb::kViewLines, "Lines", Icon::kFacts},
    {Verb::kCard, "Function card", Icon::kInfo},
    {Verb::kZoomToSelected, "Zoom to the box", Icon::kSearch},
    {Verb::kCopyName, "Copy name", Icon::kCopy, true},
    {Verb::kCopyStack, "Copy stack", Icon::kCopy},
    {Verb::kCopyRow, "Copy row", Icon::kCopy},
    {Verb::kCopyPprof, "Copy as go tool pprof", Icon::kPrompt},
    {Verb::kCopyBurnglass, "Copy as burnglass", Icon::kPrompt},
};

bool IsViewVerb(Verb verb) { return verb == Verb::kViewCallers || verb == Verb::kViewLines; }

// What would do nothing is not offered.
bool Offered(const OpenProfile& profile, Verb verb) {
  const bool root = *profile.view.selected_name == 0;
  switch (verb) {
    case Verb::kFocus:
    case Verb::kIgnore:
    case Verb::kHide:
    case Verb::kShowFrom:
    case Verb::kCopyRow:
    case Verb::kCard:
      return !root;
    case Verb::kZoomToSelected:
    case Verb::kCopyStack:
      return profile.view.selected && !root;
    default:
      return !IsViewVerb(verb) || (ViewOf(verb) && !root);
  }
}

}  // namespace

void DrawFunctionMenu(Frame& frame, const Rect& screen, const Rect& anchor) {
  const OpenProfile& profile = *frame.session.active();
  if (!profile.view.selected_name) return;
  std::vector<MenuItem> items;
  std::vector<Verb> verbs;
  for (const Entry& entry : kEntries) {
    if (!Offered(profile, entry.verb)) continue;
    const bool rule = entry.rule && !items.empty();
    items.push_back({.label = std::string(entry.label),
                     .icon = entry.icon,
                     .caps = OwnCaps(entry.verb),
                     .rule = rule});
    verbs.push_back(entry.verb);
  }
  const std::string_view head = profile.names.Short(*profile.view.selected_name);
  const int chosen = DrawMenu(frame, screen, anchor, head, items);
  if (chosen < 0) return;
  frame.Do(Verb::kDismiss);
  frame.Do(verbs[static_cast<std::size_t>(chosen)]);
}

}  // namespace burnglass::ui
