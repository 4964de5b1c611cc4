// Menus, sheets and settings.
#include <algorithm>

#include "session/session.h"
#include "session/source_link.h"

namespace burnglass {
namespace {

ThemeChoice NextTheme(ThemeChoice choice) {
  switch (choice) {
    case ThemeChoice::kSystem:
      return ThemeChoice::kLight;
    case ThemeChoice::kLight:
      return ThemeChoice::kDark;
    case ThemeChoice::kDark:
      return ThemeChoice::kSystem;
  }
  return ThemeChoice::kSystem;
}

Overlay OverlayOf(Verb verb) {
  switch (verb) {
    case Verb::kKeys:
      return Overlay::kKeys;
    case Verb::kSampleTypes:
      return Overlay::kSampleTypes;
    case Verb::kProfiles:
      return Overlay::kProfiles;
    case Verb::kAddFilter:
      return Overlay::kFilters;
    case Verb::kGuide:
      return Overlay::kGuide;
    case Verb::kSourceLinks:
      return Overlay::kSourceLinks;
    case Verb::kSettings:
      return Overlay::kSettings;
    case Verb::kPalette:
      return Overlay::kPalette;
    case Verb::kShapes:
      return Overlay::kShapes;
    case Verb::kColours:
      return Overlay::kColours;
    case Verb::kRowsLabels:
      return Overlay::kRowsLabels;
    case Verb::kExports:
      return Overlay::kExports;
    case Verb::kSideMenu:
      return Overlay::kSide;
    case Verb::kModes:
      return Overlay::kModes;
    case Verb::kWidths:
      return Overlay::kWidths;
    case Verb::kMenu:
    case Verb::kMenuAt:
      return Overlay::kFunction;
    case Verb::kJoinMenu:
      return Overlay::kJoin;
    case Verb::kGoroutinesByMenu:
      return Overlay::kGoroutinesBy;
    case Verb::kGoroutineStateMenu:
      return Overlay::kGoroutineStates;
    case Verb::kGoroutineWaitMenu:
      return Overlay::kGoroutineWaits;
    default:
      return Overlay::kNone;
  }
}

}  // namespace

bool Session::ApplyToOverlay(const Command& command) {
  if (command.verb == Verb::kPaletteText) {
    look_.palette_text = command.text;
    return true;
  }
  if (command.verb == Verb::kEnterLink) {
    look_.overlay = Overlay::kPalette;
    look_.palette_text = look_.own_link.empty() ? "https://" : look_.own_link;
    Say(EffectKind::kPaletteText, 0, look_.palette_text);
    Say(EffectKind::kFocusPalette);
    return true;
  }
  const Overlay wanted = OverlayOf(command.verb);
  if (wanted == Overlay::kNone && command.verb != Verb::kDismiss) return false;
  if (TakesView(look_.overlay)) Say(EffectKind::kStateChanged);
  const bool was_palette = look_.overlay == Overlay::kPalette;
  const bool other_side = wanted == Overlay::kSide && look_.menu_side != command.number;
  const bool opens = wanted != look_.overlay || command.verb == Verb::kMenuAt || other_side;
  if (wanted == Overlay::kSide) look_.menu_side = command.number;
  look_.overlay = opens && MayOpen(wanted) ? wanted : Overlay::kNone;
  look_.menu_x = command.verb == Verb::kMenuAt ? command.x : -1;
  look_.menu_y = command.y;
  if (look_.overlay == Overlay::kPalette) {
    look_.palette_text.clear();
    Say(EffectKind::kPaletteText);
    Say(EffectKind::kFocusPalette);
  } else if (was_palette) {
    Say(EffectKind::kFocusCanvas);
  }
  return true;
}

// Menus of what is asked and selected need something that can be asked.
bool Session::MayOpen(Overlay overlay) const {
  const OpenProfile* profile = active();
  const bool open = profile && profile->state == LoadState::kOpen;
  switch (overlay) {
    case Overlay::kSampleTypes:
    case Overlay::kShapes:
    case Overlay::kColours:
    case Overlay::kRowsLabels:
      return open;
    case Overlay::kExports:
      return open && profile->shown;
    case Overlay::kSide:
    case Overlay::kModes:
      return open && profile->plan && profile->IsDiff();
    case Overlay::kWidths:
      return open && profile->HasSides();
    case Overlay::kFilters:
      return open && !profile->Empty();
    case Overlay::kFunction:
      return open && profile->view.selected_name;
    default:
      return true;
  }
}

// Where links to sources go. One's own template is kept.
void Session::ChooseLink(const Command& command) {
  look_.overlay = Overlay::kNone;
  const auto own = static_cast<std::uint32_t>(LinkTemplates().size());
  if (command.verb == Verb::kSourceLink) {
    const bool known = command.number < own || (command.number == own && !look_.own_link.empty());
    if (known) look_.source_link = command.number;
    return;
  }
  std::string refusal = RefusalOfTemplate(command.text);
  if (!refusal.empty()) return Notice(std::move(refusal));
  look_.own_link = command.text;
  look_.source_link = own;
  Say(EffectKind::kSettings, 0, SettingsText(look_));
  Notice("Links to source lines are made by your template.");
}

bool Session::ApplyToSettings(const Command& command) {
  switch (command.verb) {
    case Verb::kTheme:
      look_.theme = NextTheme(look_.theme);
      break;
    case Verb::kContrast:
      look_.high_contrast = !look_.high_contrast;
      break;
    case Verb::kMotion:
      look_.still = !look_.still;
      break;
    case Verb::kLargerText:
      look_.text_percent = std::min(kMostText, look_.text_percent + kTextStep);
      break;
    case Verb::kSmallerText:
      look_.text_percent = std::max(kLeastText, look_.text_percent - kTextStep);
      break;
    case Verb::kPlainText:
      look_.text_percent = 100;
      break;
    default:
      return false;
  }
  Say(EffectKind::kSettings, 0, SettingsText(look_));
  return true;
}

}  // namespace burnglass
