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
  const std::string_view filter = FilterName(command.verb);
  const std::optional<NameId> name = profile.view.selected_name;
  if (filter.empty()) return false;
  // The root stands for all stacks: there is nothing to filter.
  if (name && *name != 0) {
    SetQuery(profile, WithFilter(profile.query, filter, profile.names.Full(*name)));
  }
  return true;
}

}  // namespace burnglass
