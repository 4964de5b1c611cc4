// Commands that change what of the profile is asked for.
#include <algorithm>

#include "session/filters.h"
#include "session/others.h"
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
      return "collapse";
    default:
      return {};
  }
}

// A box may stand for a whole package.
std::string PatternOf(const Names& names, NameId name) {
  const std::string_view function = names.Filtered(name);
  const bool package = !function.empty() && names.Package(name).size() == function.size();
  return package ? PatternOfPackage(function) : PatternOfFunction(function);
}

// Two rows may have one text.
std::string PatternOfAll(const Names& names, const std::vector<NameId>& marked) {
  std::vector<std::string> patterns;
  std::string all;
  for (const NameId name : marked) {
    std::string pattern = PatternOf(names, name);
    if (std::find(patterns.begin(), patterns.end(), pattern) != patterns.end()) continue;
    if (!all.empty()) all += '|';
    all += pattern;
    patterns.push_back(std::move(pattern));
  }
  return all;
}

bool TakesMany(Verb verb) {
  return verb == Verb::kFocus || verb == Verb::kIgnore || verb == Verb::kHide;
}

}  // namespace

bool Session::ApplyToFilters(OpenProfile& profile, const Command& command) {
  if (ApplyToEdit(profile, command)) return true;
  if (command.verb == Verb::kClearFilters) {
    edit_.reset();
    SetQuery(profile, WithoutFilters(profile.query));
    return true;
  }
  if (command.verb == Verb::kDropFilter) {
    if (!IsFilter(command.text)) return true;
    edit_.reset();
    SetQuery(profile, WithFilterText(profile.query, command.text, "", profile.SoughtOthers()));
    return true;
  }
  if (command.verb == Verb::kOnlyMyCode) {
    HideOthers(profile);
    return true;
  }
  if (ApplyToLabels(profile, command)) return true;
  const std::string_view filter = FilterName(command.verb);
  if (profile.view.marked.size() > 1 && TakesMany(command.verb)) {
    edit_.reset();
    const std::string pattern = PatternOfAll(profile.names, profile.view.marked);
    SetQuery(profile, WithFilterPattern(profile.query, filter, pattern, profile.SoughtOthers()));
    return true;
  }
  const std::optional<NameId> name = profile.view.selected_name;
  if (filter.empty()) return false;
  // The root stands for all stacks: there is nothing to filter.
  if (!name || *name == 0) return true;
  const std::string_view function = profile.names.Filtered(*name);
  const bool collapse = command.verb == Verb::kCollapse;
  edit_.reset();
  SetQuery(profile, WithFilterPattern(profile.query, collapse ? CollapsingFilter(function) : filter,
                                      PatternOf(profile.names, *name), profile.SoughtOthers()));
  return true;
}

// What of the labels is seen, and filters on them.
bool Session::ApplyToLabels(OpenProfile& profile, const Command& command) {
  switch (command.verb) {
    case Verb::kLabelKey:
      profile.labels.key = command.text;
      profile.labels.side.reset();
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
    case Verb::kTagRoot:
    case Verb::kTagLeaf: {
      if (!CanBeFrames(command.text)) return true;
      const std::string_view name = command.verb == Verb::kTagRoot ? "tagroot" : "tagleaf";
      const bool shown = HasLabelFrames(profile.query, name, command.text);
      SetQuery(profile, WithLabelFrames(profile.query, name, command.text, !shown));
      return true;
    }
    case Verb::kGranularity: {
      look_.overlay = Overlay::kNone;
      Query query = profile.query;
      query.granularity = command.text;
      SetQuery(profile, std::move(query));
      return true;
    }
    case Verb::kFocusCell:
      if (command.number < profile.names.size()) {
        const Query focused =
            WithFilter(profile.query, "focus", profile.names.Filtered(command.number));
        SetQuery(profile, command.text.empty()
                              ? focused
                              : WithLabelFilter(focused, "tagfocus", command.text));
      }
      return true;
    default:
      return false;
  }
}

// All that is not the program's own gives its cost to who called it.
void Session::HideOthers(OpenProfile& profile) {
  if (profile.state != LoadState::kOpen) return;
  const bool hidden = HidesOthers(profile.query, profile.SoughtOthers());
  if (!hidden && !HasOwn(profile.names)) {
    return Notice("No function here is the program's own, so nothing would be left.");
  }
  if (profile.Others().empty()) {
    return Notice("All functions here are the program's own.");
  }
  SetQuery(profile, HidingOthers(profile.query, profile.Others(), !hidden));
}

}  // namespace burnglass
