#include "session/keys.h"

#include "base/ascii.h"

namespace burnglass {
namespace {

using enum Verb;
using enum Held;
using enum KeyGroup;

// speedscope's keys where it has one; WASD by place, so that every keyboard layout has them.
constexpr KeyBinding kTable[] = {
    {kSelectUp, "select_up", "ArrowUp", kPlain, kMoving, "↑ ↓ ← →", "next box (or pan)"},
    {kSelectDown, "select_down", "ArrowDown", kPlain, kMoving, "", ""},
    {kSelectLeft, "select_left", "ArrowLeft", kPlain, kMoving, "", ""},
    {kSelectRight, "select_right", "ArrowRight", kPlain, kMoving, "", ""},
    {kMarkUp, "mark_up", "ArrowUp", kShifted, kMoving, "Shift ↑ ↓", "select several rows"},
    {kMarkDown, "mark_down", "ArrowDown", kShifted, kMoving, "", ""},
    {kEdgeLeft, "edge_left", "ArrowLeft", kShifted, kMoving, "", ""},
    {kEdgeRight, "edge_right", "ArrowRight", kShifted, kMoving, "", ""},
    {kZoomToSelected, "zoom", "Enter", kPlain, kMoving, "Enter", "zoom to the box"},
    {kBack, "back", "Backspace", kPlain, kMoving, "Backspace", "back one zoom"},
    {kEscape, "escape", "Escape", kPlain, kMoving, "Esc", "back, then clear"},
    {kNextProfile, "next_profile", "n", kPlain, kMoving, "n p", "next, previous file"},
    {kPreviousProfile, "previous_profile", "p", kPlain, kMoving, "", ""},

    {kPanUp, "pan_up", "KeyW", kPlain, kLooking, "W A S D", "pan"},
    {kPanLeft, "pan_left", "KeyA", kPlain, kLooking, "", ""},
    {kPanDown, "pan_down", "KeyS", kPlain, kLooking, "", ""},
    {kPanRight, "pan_right", "KeyD", kPlain, kLooking, "", ""},
    {kZoomIn, "zoom_in", "+", kPlain, kLooking, "+ −", "zoom at the pointer"},
    {kZoomIn, "zoom_in", "=", kPlain, kLooking, "", ""},
    {kZoomOut, "zoom_out", "-", kPlain, kLooking, "", ""},
    {kZoomOut, "zoom_out", "_", kPlain, kLooking, "", ""},
    {kWholeGraph, "whole_graph", "0", kPlain, kLooking, "0", "whole graph"},
    {kViewFlame, "view_flame", "1", kPlain, kLooking, "1 … 8", "the views"},
    {kViewTop, "view_top", "2", kPlain, kLooking, "", ""},
    {kViewCallers, "view_callers", "3", kPlain, kLooking, "", ""},
    {kViewGraph, "view_graph", "4", kPlain, kLooking, "", ""},
    {kViewLines, "view_lines", "5", kPlain, kLooking, "", ""},
    {kViewLabels, "view_labels", "6", kPlain, kLooking, "", ""},
    {kViewFacts, "view_facts", "7", kPlain, kLooking, "", ""},
    {kViewSides, "view_sides", "", kPlain, kLooking, "", ""},
    {kOwnView, "own_view", "8", kPlain, kLooking, "", ""},
    {kViewGoroutines, "view_goroutines", "", kPlain, kLooking, "", ""},
    {kViewContention, "view_contention", "", kPlain, kLooking, "", ""},
    {kViewGrowth, "view_growth", "", kPlain, kLooking, "", ""},
    {kViewHeap, "view_heap", "", kPlain, kLooking, "", ""},
    {kRootSide, "root_side", "u", kPlain, kLooking, "u", "root up or down"},
    {kInverted, "inverted", "i", kPlain, kLooking, "i e r m", "bottom-up, names, folds"},
    {kByName, "order_by_name", "e", kPlain, kLooking, "", ""},
    {kFolded, "fold_recursion", "r", kPlain, kLooking, "", ""},
    {kPackages, "fold_packages", "m", kPlain, kLooking, "", ""},
    {kCompare, "compare", "D", kShifted, kLooking, "D X", "compare, swap the sides"},
    {kSwapSides, "swap_sides", "X", kShifted, kLooking, "", ""},
    {kSidePanel, "side_panel", "b", kPlain, kLooking, "b", "side panel"},
    {kTheme, "theme", "k", kPlain, kLooking, "k", "light or dark"},

    {kFind, "find", "/", kPlain, kFinding, "/", "find by regexp"},
    {kFind, "find", "f", kControl, kFinding, "Ctrl F", "find"},
    {kNextMatch, "next_match", ".", kPlain, kFinding, ". ,", "next, previous match"},
    {kPreviousMatch, "previous_match", ",", kPlain, kFinding, "", ""},
    {kPreviousMatch, "previous_match", "Enter", kShifted, kFinding, "Shift Enter",
     "previous match"},
    {kSampleTypes, "sample_types", "t", kPlain, kFinding, "t", "sample type"},
    {kCard, "card", " ", kPlain, kFinding, "Space", "function card"},
    {kFocus, "focus", "F", kShifted, kFinding, "F I H", "focus, ignore, hide"},
    {kIgnore, "ignore", "I", kShifted, kFinding, "", ""},
    {kHide, "hide", "H", kShifted, kFinding, "", ""},
    {kShowFrom, "show_from", "R", kShifted, kFinding, "R", "show from here on"},
    {kCollapse, "collapse", "c", kPlain, kFinding, "c", "collapse what it calls"},
    {kClearFilters, "clear_filters", "C", kShifted, kFinding, "C", "clear the filters"},
    {kPivot, "pivot", "v", kPlain, kFinding, "v", "its callers and callees"},
    {kAddFilter, "add_filter", "f", kPlain, kFinding, "f", "add a filter"},
    {kOnlyMyCode, "only_my_code", "o", kPlain, kFinding, "o", "only my code"},
    {kMenu, "menu", "F10", kShifted, kFinding, "Shift F10", "menu of the function"},
    {kMenu, "menu", "ContextMenu", kPlain, kFinding, "", ""},

    {kOpenFiles, "open", "o", kControl, kFiling, "Ctrl O", "open"},
    {kNone, "", "", kControl, kFiling, "Ctrl V", "paste a profile"},
    {kCopyName, "copy_name", "", kControl, kFiling, "Ctrl C", "copy the name"},
    {kCopyLink, "copy_link", "y", kPlain, kFiling, "y", "copy a link"},
    {kCopyStack, "copy_stack", "", kPlain, kFiling, "", ""},
    {kCopyRow, "copy_row", "", kPlain, kFiling, "", ""},
    {kCopyTable, "copy_table", "", kPlain, kFiling, "", ""},
    {kCopyPprof, "copy_pprof", "", kPlain, kFiling, "", ""},
    {kCopyBurnglass, "copy_burnglass", "", kPlain, kFiling, "", ""},
    {kSaveTable, "save_table", "s", kControl, kFiling, "Ctrl S", "save the table as CSV"},
    {kUndo, "undo", "z", kControl, kFiling, "Ctrl Z", "undo"},
    {kRedo, "redo", "z", kControlShift, kFiling, "Ctrl Shift Z", "redo"},
    {kRedo, "redo", "y", kControl, kFiling, "", ""},
    {kPalette, "palette", "p", kControlShift, kFiling, "Ctrl Shift P", "all actions"},
    {kSettings, "settings", "", kPlain, kFiling, "", ""},
    {kContrast, "contrast", "", kPlain, kFiling, "", ""},
    {kMotion, "motion", "", kPlain, kFiling, "", ""},
    {kLargerText, "larger_text", "", kPlain, kFiling, "", ""},
    {kSmallerText, "smaller_text", "", kPlain, kFiling, "", ""},
    {kPlainText, "plain_text", "", kPlain, kFiling, "", ""},
    {kExports, "exports", "x", kPlain, kFiling, "x P", "save as …, privacy"},
    {kPrivacy, "privacy", "P", kShifted, kFiling, "", ""},
    {kControls, "controls", "g", kPlain, kFiling, "g", "every control by arrows"},
    {kKeys, "keys", "?", kPlain, kFiling, "?", "this sheet"},
    {kTour, "tour", "", kPlain, kFiling, "", ""},
    {kShapes, "shapes", "", kPlain, kLooking, "", ""},
    {kColours, "colours", "", kPlain, kLooking, "", ""},
    {kCloseProfile, "close", "", kPlain, kFiling, "", ""},
    {kAsSeries, "as_series", "", kPlain, kFiling, "", ""},
    {kGuide, "guide", "", kPlain, kFiling, "", ""},
    {kAbout, "about", "", kPlain, kFiling, "", ""},
};

bool HeldFits(Held held, std::uint32_t mods) {
  const bool control = mods & (kKeyCtrl | kKeyMeta), shift = mods & kKeyShift;
  if (mods & kKeyAlt) return false;
  switch (held) {
    case kPlain:
      return !control;
    case kShifted:
      return shift && !control;
    case kControl:
      return control && !shift;
    case kControlShift:
      return control && shift;
  }
  return false;
}

// A key as it is written on its cap.
std::string KeyWord(const KeyBinding& binding) {
  constexpr std::string_view kWords[][2] = {{"ArrowUp", "↑"},   {"ArrowDown", "↓"},
                                            {"ArrowLeft", "←"}, {"ArrowRight", "→"},
                                            {"Escape", "Esc"},  {"-", "−"}};
  for (const auto& [key, word] : kWords) {
    if (key == binding.key) return std::string(word);
  }
  if (binding.key.starts_with("Key")) return std::string(binding.key.substr(3));
  std::string word(binding.key);
  const bool control = binding.held == kControl || binding.held == kControlShift;
  if (control && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

bool KeyFits(const KeyBinding& binding, std::string_view code, std::string_view key) {
  if (binding.key.starts_with("Key")) return binding.key == code;
  const bool control = binding.held == kControl || binding.held == kControlShift;
  if (control && key.size() == 1) {
    return binding.key.size() == 1 && binding.key[0] == Lower(key[0]);
  }
  return binding.key == key;
}

}  // namespace

std::span<const KeyBinding> KeyTable() { return kTable; }

std::string_view GroupName(KeyGroup group) {
  switch (group) {
    case kMoving:
      return "Move";
    case kLooking:
      return "Look";
    case kFinding:
      return "Find";
    case kFiling:
      return "Files";
  }
  return {};
}

std::optional<Verb> FindKey(std::string_view code, std::string_view key, std::uint32_t mods) {
  // What asks for more stands against what lets Shift pass: Shift+Enter is not Enter.
  for (const Held wanted : {kControlShift, kControl, kShifted, kPlain}) {
    for (const KeyBinding& binding : kTable) {
      if (binding.key.empty() || binding.held != wanted) continue;
      if (HeldFits(wanted, mods) && KeyFits(binding, code, key)) return binding.verb;
    }
  }
  return std::nullopt;
}

std::optional<Verb> FindVerb(std::string_view name) {
  for (const KeyBinding& binding : kTable) {
    if (!name.empty() && binding.name == name) return binding.verb;
  }
  return std::nullopt;
}

std::string_view KeyOf(Verb verb) {
  for (const KeyBinding& binding : kTable) {
    if (binding.verb == verb && verb != kNone) return binding.key;
  }
  return {};
}

std::string_view CapsOf(Verb verb) {
  for (const KeyBinding& binding : kTable) {
    if (binding.verb == verb && verb != kNone && !binding.caps.empty()) return binding.caps;
  }
  return {};
}

std::string OwnCaps(Verb verb) {
  for (const KeyBinding& binding : kTable) {
    if (binding.verb != verb || verb == kNone) continue;
    // Keys that the browser has are not bound here, but have caps.
    if (binding.key.empty()) return std::string(binding.caps);
    std::string caps = binding.held == kControl ? "Ctrl " : "";
    if (binding.held == kControlShift) caps = "Ctrl Shift ";
    if (binding.held == kShifted && binding.key.size() > 1) caps = "Shift ";
    return caps + KeyWord(binding);
  }
  return {};
}

}  // namespace burnglass
