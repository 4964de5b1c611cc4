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
  kPackages,     // one box for functions of a package that call each other, or as it is
  kColours,      // shows or hides the menu
  kViewFlame,
  kViewTop,
  kViewCallers,
  kViewGraph,
  kViewLines,
  kViewLabels,
  kViewFacts,
  kViewGoroutines,
  kViewContention,
  kOwnView,  // that only profiles of this kind have
  kSidePanel,
  kDrawer,  // the panel where it lies over the graph
  kCard,    // shows or hides the card of the selected function
  kTour,    // begins the tour, and leads to its next step
  kCopyName,
  kCopyStack,      // of the selected box, leaf first
  kCopyRow,        // of the selected function, its columns parted by tabs
  kCopyTable,      // the same of all rows, a head first
  kCopyPprof,      // the command that asks the same of `go tool pprof`
  kCopyBurnglass,  // … of `burnglass`
  kCopyLink,
  kSaveTable,     // as a file
  kCloseProfile,  // the active one
  kFocus,         // filters on the selected function
  kIgnore,
  kHide,
  kShowFrom,
  kCollapse,
  kClearFilters,
  kGuide,       // shows or hides: which profile, and how to get it
  kPivot,       // the callers view, on the selected function
  kOnlyMyCode,  // hides what is not the program's own, or shows it again
  kAddFilter,   // shows or hides the menu of filters
  kUndo,
  kRedo,
  kPalette,   // shows or hides the list of all actions
  kSettings,  // shows or hides the menu
  kContrast,  // as the system wants it, or high
  kMotion,    // as the system wants it, or none
  kLargerText,
  kSmallerText,
  kPlainText,  // its size as it comes
  kMenu,       // of the selected function, where it is seen
  kControls,   // a ring that goes from control to control
  kCompare,    // shows or hides the menu of profiles to compare with
  kSwapSides,  // of a comparison
  kViewSides,
  kViewGrowth,
  kViewHeap,
  kAsSeries,  // the open profiles of the active one's kind, over time
  kEdgeLeft,  // of the window of a series that was brushed last: its later edge
  kEdgeRight,
  kPrivacy,  // shows or hides what the file could tell of people, machines and code
  // Made by views, with arguments.
  kMake,           // text: as ParsePlan reads it
  kCompareWith,    // number: profile, which becomes A; the active one is B
  kSideMenu,       // number: 0 A, 1 B; shows or hides the menu of what it is
  kSetSide,        // number: profile, x: 0 A, 1 B
  kAddToSide,      // likewise
  kDropFromSide,   // likewise
  kCompareLabels,  // text: a key; its values are shown, to choose two of them
  kLabelSide,      // number: index of LabelSides; the first becomes A, another one B
  kLabelRest,      // likewise: it becomes B, all other samples A
  kDropLabelSide,  // no A is chosen any more
  kSetSideLabels,  // number: index of SideChoices, x: 0 A, 1 B
  kModes,          // shows or hides the menu
  kCompareMode,    // number: CompareMode, text: its counter
  kWidths,         // shows or hides the menu
  kWidth,          // number: TreeWidth
  kLens,           // number: Lens
  kBrush,          // number, x: profiles of a series, the first and the one behind the last
  kClearBrushes,
  kOpenBrush,       // what was brushed last, merged
  kCompareBrushes,  // the first brushed window with the second
  kBrushEdge,       // number: 0 … 3: A begin, A end, B begin, B end; x: where it comes to lie
  kGrowthFilter,    // number: GrowthFilter
  kGrowthRow,       // number: of the answer's rows
  kDeploy,          // number: the profile that it came before; again: takes it away
  kOpenSample,      // text: its name
  kProfiles,        // shows or hides the list of open profiles
  kActivate,        // number: profile
  kClose,           // number: profile
  kCancel,          // number: profile
  kSampleType,      // number: index
  kSearch,          // text: pattern
  kClearSearch,     // and empties its field
  kGroupBy,         // number: RowsOf
  kGroupByLabel,    // text: a key
  kRowsLabels,      // shows or hides the menu of keys
  kGroup,           // text: a group, of labels number: its row; shows its functions
  kMatchesOnly,     // whether the table leaves out what the search does not match
  kSort,            // number: SortBy; the same again turns the order round
  kHover,           // box, or none
  kSelectBox,       // box, or none
  kSelectName,      // number: name; its next box when it is selected already
  kMark,            // number: name; its row in the table is marked, or is so no more
  kMarkTo,          // number: name; so are all rows from the selected one to its
  kMarkUp,          // the row above or below the selected one is marked, too
  kMarkDown,
  kClearMarks,
  kNextBox,  // of the selected function
  kPreviousBox,
  kClearSelection,
  kZoomToBox,    // box
  kZoomAt,       // x: factor, y: place in the view that stays, 0 … 1; in the call graph y and z:
                 // px of that place from the middle
  kPan,          // x, y: px by which the picture moves
  kWindow,       // x: begin, y: width, in units of the graph; in the call graph x, y: its middle
  kExports,      // shows or hides the menu of what can be saved
  kExport,       // text: what, as ExportQuestion has it; or "graph" (its picture as SVG), or
                 // "picture" (number: px of it for each on screen)
  kCopy,         // text
  kKeepPackage,  // text: a package whose names a redacted copy keeps, or hides again
  kSaveRedacted,
  kDropFilter,   // text: its name
  kLabelKey,     // text: the key whose values are shown
  kLabelTable,   // number: 0 values, 1 functions by flat, 2 by cum
  kTagFocus,     // text: what tagfocus takes
  kTagIgnore,    // text: what tagignore takes
  kTagRoot,      // text: a key whose values become frames at the root, or are so no more
  kTagLeaf,      // likewise at the leaf
  kGranularity,  // text: what frames are, as Query::granularity has it
  kFocusCell,    // number: name, text: what tagfocus takes, or nothing
  kSourceLinks,  // shows or hides the menu of link templates
  kSourceLink,   // number: which template
  kEnterLink,    // a template is to be typed into the field of the list of actions
  kOwnLink,      // text: a template of the person's own
  kColourBy,     // number: ColourBy, of kLabel text: a key
  kPivotOn,      // number: name
  kDropPivot,    // back to the hottest function
  kEditFilter,   // text: its name; its field opens
  kFilterText,   // text: what its field now holds
  kOlderFilter,  // an earlier pattern comes into its field
  kNewerFilter,
  kEndFilter,    // its field closes; number 1: for something else, whatever it holds
  kPaletteText,  // text: what the field of the list of actions now holds
  kGoTo,         // number: place in the history
  kMenuAt,       // x, y: px; the menu of the selected function
  kDismiss,      // closes menus and sheets
  // Of the goroutines view; a row's number is GoroutineRow::number.
  kJoinMenu,  // shows or hides the menus
  kGoroutinesByMenu,
  kGoroutineStateMenu,
  kGoroutineWaitMenu,
  kJoin,            // number: profile; 0: with none, kJoinAll: with all before it
  kGoroutinesBy,    // number: as GoroutinesQuestion.By
  kGoroutineState,  // text: only these; "": all
  kGoroutineWait,   // number: only those that have waited so many minutes
  kGoroutineSort,   // number: GoroutineSort; the same again turns the order round, then drops it
  kGoroutineRow,    // number: row; the same again: none
  kGoroutine,       // text: id; its text is shown
  kHideGroup,       // number: row
  kShowGroups,      // all that are hidden
  kFlameOfGroup,    // number: row
  kFocusGroup,      // number: row
  kContentionRow,   // number: its place in the table
  // Of the heap view.
  kHeapLines,  // number: 1 by lines, 0 by functions
  kHeapCum,    // number: 1 with all that is called, 0 without
  kHeapSort,   // number: HeapSort; the same again turns the order round
  kHeapRow,    // number: its place in the answer; the same again: none
};

struct Command {
  Verb verb = Verb::kNone;
  std::uint32_t number = 0;
  Box box = {};
  double x = 0, y = 0, z = 0;
  std::string text = {};
};

}  // namespace burnglass
