// Commands that change what of the profile is asked for.
#include "session/filters.h"
#include "session/session.h"

namespace burnglass {
namespace {

// The query's name for a filter.
std::string_view FilterName(Verb verb) {
  switch (verb) {
    case Verb::kFocus:
      return "focus";
    case Verb::kIgnore:
      return "ignore";
    case Verb::kHide:
      return "hide";
    case Verb::kShowFrom:
      return "show_from";
    case Verb::kCollapse:
      return "prune_from";
    default:
      return {};
  }
}

}  // namespace

bool Session::ApplyToFilters(OpenProfile& profile, const Command& command) {
  if (command.verb == Verb::kClearFilters) {
    SetQuery(profile, WithoutFilters(profile.query));
    return true;
  }
  if (command.verb == Verb::kDropFilter) {
    SetQuery(profile, WithoutFilter(profile.query, command.text));
    return true;
  }
  if (ApplyToLabels(profile, command)) return true;
  const std::string_view filter = FilterName(command.verb);
  const std::optional<NameId> name = profile.view.selected_name;
  if (filter.empty()) return false;
  // The root stands for all stacks: there is nothing to filter.
  if (!name || *name == 0) return true;
  const std::string_view function = profile.names.Full(*name);
  if (CanFilter(filter, function)) {
    SetQuery(profile, WithFilter(profile.query, filter, function));
  } else {
    Say(EffectKind::kAnnounce, 0,
        "Methods cannot be collapsed: prune_from reads names up to their first parenthesis.");
  }
  return true;
}

// What of the labels is seen, and filters on them.
bool Session::ApplyToLabels(OpenProfile& profile, const Command& command) {
  switch (command.verb) {
    case Verb::kLabelKey:
      profile.labels.key = command.text;
      return true;
    case Verb::kLabelTable:
      profile.labels.matrix = command.number != 0;
      profile.labels.cum = command.number == 2;
      return true;
    case Verb::kTagFocus:
      SetQuery(profile, WithLabelFilter(profile.query, "tagfocus", command.text));
      return true;
    case Verb::kTagIgnore:
      SetQuery(profile, WithLabelFilter(profile.query, "tagignore", command.text));
      return true;
    case Verb::kFocusCell:
      if (command.number < profile.names.size()) {
        const Query focused =
            WithFilter(profile.query, "focus", profile.names.Full(command.number));
        SetQuery(profile, command.text.empty()
                              ? focused
                              : WithLabelFilter(focused, "tagfocus", command.text));
      }
      return true;
    default:
      return false;
  }
}

}  // namespace burnglass
