#include "ui/more_menus.h"

#include "session/filters.h"
#include "session/keys.h"
#include "ui/menu.h"

namespace burnglass::ui {
namespace {

std::string_view ThemeWord(ThemeChoice choice) {
  switch (choice) {
    case ThemeChoice::kSystem:
      return "as the system";
    case ThemeChoice::kLight:
      return "light";
    case ThemeChoice::kDark:
      return "dark";
  }
  return {};
}

}  // namespace

void DrawFiltersMenu(Frame& frame, const Rect& screen, const Rect& anchor) {
  const OpenProfile& profile = *frame.session.active();
  const auto names = FilterNames();
  std::vector<MenuItem> items;
  items.push_back({.label = "Only my code",
                   .icon = Icon::kHide,
                   .selected = HidesOthers(profile.query, profile.SoughtOthers()),
                   .caps = OwnCaps(Verb::kOnlyMyCode)});
  for (std::size_t i = 0; i < names.size(); ++i) {
    const bool of_labels = names[i].starts_with("tag");
    items.push_back({.label = std::string(names[i]),
                     .detail = FilterText(profile.query, names[i], profile.SoughtOthers()),
                     .icon = Icon::kPlus,
                     .rule = i == 0 || (of_labels && !names[i - 1].starts_with("tag"))});
  }
  items.push_back({.label = "Clear the filters",
                   .icon = Icon::kClose,
                   .caps = OwnCaps(Verb::kClearFilters),
                   .rule = true});
  const int chosen = DrawMenu(frame, screen, anchor, "Filters, in pprof's words", items);
  if (chosen < 0) return;
  frame.Do(Verb::kDismiss);
  const auto at = static_cast<std::size_t>(chosen);
  if (at == 0) {
    frame.Do(Verb::kOnlyMyCode);
  } else if (at <= names.size()) {
    frame.Do({.verb = Verb::kEditFilter, .text = std::string(names[at - 1])});
  } else {
    frame.Do(Verb::kClearFilters);
  }
}

void DrawSettingsMenu(Frame& frame, const Rect& screen, const Rect& anchor) {
  const Look& look = frame.session.look();
  struct Entry {
    Verb verb;
    MenuItem item;
  };
  const std::string percent = std::to_string(look.text_percent) + " %";
  const Entry entries[] = {
      {Verb::kTheme,
       {.label = "Theme",
        .detail = std::string(ThemeWord(look.theme)),
        .icon = Icon::kSun,
        .caps = OwnCaps(Verb::kTheme)}},
      {Verb::kContrast, {.label = "High contrast", .selected = look.high_contrast}},
      {Verb::kMotion, {.label = "No motion", .selected = look.still}},
      {Verb::kLargerText,
       {.label = "Larger text", .detail = percent, .icon = Icon::kPlus, .rule = true}},
      {Verb::kSmallerText, {.label = "Smaller text", .icon = Icon::kMinus}},
      {Verb::kPlainText, {.label = "Text as it comes"}},
  };
  std::vector<MenuItem> items;
  for (const Entry& entry : entries) items.push_back(entry.item);
  const int chosen = DrawMenu(frame, screen, anchor, "Kept on this device", items);
  if (chosen >= 0) frame.Do(entries[chosen].verb);
}

}  // namespace burnglass::ui
