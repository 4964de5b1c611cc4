// Command: everything a person can do, as a value. Views make them, keys make them, the page makes
// them; Session::Apply carries them out.
#pragma once

#include <cstdint>
#include <string>

#include "session/flame.h"

namespace burnglass {

enum class Verb : std::uint8_t {
  kNone,
  // In the key table (session/keys.h), without arguments.
  kOpenFiles,
  kAbout,
  kTheme,  // the next of: as the system, light, dark
  kKeys,   // shows or hides the key sheet
  kFind,
  kNextMatch,
  kPreviousMatch,
  kZoomToSelected,
  kBack,    // one step of zooming
  kEscape,  // closes, cancels, goes back or clears: the nearest of these
  kZoomIn,
  kZoomOut,
  kWholeGraph,
  kPanLeft,
  kPanRight,
  kPanUp,
  kPanDown,
  kSelectUp,  // the box above on screen, whichever way the root lies
  kSelectDown,
  kSelectLeft,
  kSelectRight,
  kNextProfile,
  kPreviousProfile,
  kSampleTypes,  // shows or hides the menu
  kRootSide,     // root on top or at the bottom
  kShapes,       // shows or hides the menu of the tree's shapes
  kInverted,     // from the root down, or from where stacks end
  kByName,       // siblings by name, or by weight
  kFolded,       // recursion folded, or as it is
  kColours,      // shows or hides the menu
  kViewFlame,
  kViewTop,
  kViewCallers,
  kViewGraph,
  kViewLines,
  kViewLabels,
  kViewFacts,
  kSidePanel,
  kDrawer,  // the panel where it lies over the graph
  kCard,    // shows or hides the card of the selected function
  kTour,    // begins the tour, and leads to its next step
  kCopyName,
  kCopyLink,
  kSaveTable,     // as a file
  kCloseProfile,  // the active one
  kFocus,         // filters on the selected function
  kIgnore,
  kHide,
  kShowFrom,
  kCollapse,
  kClearFilters,
  kGuide,  // shows or hides: which profile, and how to get it
  kPivot,  // the callers view, on the selected function
  // Made by views, with arguments.
  kOpenSample,   // text: its name
  kProfiles,     // shows or hides the list of open profiles
  kActivate,     // number: profile
  kClose,        // number: profile
  kCancel,       // number: profile
  kSampleType,   // number: index
  kSearch,       // text: pattern
  kClearSearch,  // and empties its field
  kGroupBy,      // number: RowsOf
  kGroup,        // text: a group; shows its functions
  kMatchesOnly,  // whether the table leaves out what the search does not match
  kSort,         // number: SortBy; the same again turns the order round
  kHover,        // box, or none
  kSelectBox,    // box, or none
  kSelectName,   // number: name; its next box when it is selected already
  kNextBox,      // of the selected function
  kPreviousBox,
  kClearSelection,
  kZoomToBox,    // box
  kZoomAt,       // x: factor, y: place in the view that stays, 0 … 1
  kPan,          // x, y: px by which the picture moves
  kWindow,       // x: begin, y: width, in units of the graph
  kCopy,         // text
  kDropFilter,   // text: its name
  kLabelKey,     // text: the key whose values are shown
  kLabelTable,   // number: 0 values, 1 functions by flat, 2 by cum
  kTagFocus,     // text: what tagfocus takes
  kTagIgnore,    // text: what tagignore takes
  kFocusCell,    // number: name, text: what tagfocus takes, or nothing
  kSourceLinks,  // shows or hides the menu of link templates
  kSourceLink,   // number: which template
  kColourBy,     // number: ColourBy
  kPivotOn,      // number: name
  kDropPivot,    // back to the hottest function
  kDismiss,      // closes menus and sheets
};

struct Command {
  Verb verb = Verb::kNone;
  std::uint32_t number = 0;
  Box box = {};
  double x = 0, y = 0;
  std::string text = {};
};

}  // namespace burnglass
