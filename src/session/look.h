// Look: how everything is seen, whatever profile is active.
#pragma once

#include <cstdint>
#include <string>

#include "session/answers.h"

namespace burnglass {

enum class View : std::uint8_t {
  kFlame,
  kTop,
  kCallers,
  kGraph,
  kLines,
  kLabels,
  kFacts,
  kSides,
  // Of some kinds of profiles alone.
  kGoroutines,
  kContention,
  kGrowth,
  kHeap,
};
enum class ThemeChoice : std::uint8_t { kSystem, kLight, kDark };
enum class Overlay : std::uint8_t {
  kNone,
  kKeys,
  kSampleTypes,
  kProfiles,
  kCard,
  kTour,
  kGuide,
  kSourceLinks,
  kShapes,
  kColours,
  kRowsLabels,  // the menu of keys by whose values the top table goes
  kFunction,    // the menu of the selected function
  kFilters,     // the menu of filters to add
  kSettings,
  kPalette,
  kExports,
  kPrivacy,
  kCompare,
  kSide,   // the menu of what one side of a comparison is
  kModes,  // of a comparison
  kWidths,
  // Menus of the goroutines view.
  kJoin,
  kGoroutinesBy,
  kGoroutineStates,
  kGoroutineWaits,
};

// What is seen instead of the view, not above it.
inline bool TakesView(Overlay overlay) {
  return overlay == Overlay::kCard || overlay == Overlay::kPrivacy;
}

// What the colour of a box says.
enum class ColourBy : std::uint8_t {
  kPackage,
  kClass,
  kFile,
  kHeat,
  kMapping,
  kGrowth,  // of a series: how much each box grew
  kLabel,
};
inline constexpr std::uint32_t kColourings = 7;

// What a row of the top table is; the groups as GroupsQuestion.By numbers them, after functions.
enum class RowsOf : std::uint8_t {
  kFunctions,
  kPackages,
  kFiles,
  kModules,
  kKinds,
  kMappings,
  kLabels,  // values of one key
};

inline constexpr std::uint32_t kTourSteps = 5;

struct Look {
  View view = View::kFlame;
  bool root_at_bottom = false;
  bool inverted = false;  // the flame graph grows from where stacks end
  bool by_name = false;   // siblings stand by name, not by weight
  bool folded = false;    // recursion is folded
  bool packages = false;  // so are packages
  ColourBy colour_by = ColourBy::kPackage;
  std::string colour_label = {};  // the key of kLabel; a file without it goes by packages
  bool side_panel = true;
  bool drawer = false;  // the same panel over the graph, where there is no room beside it
  SortBy sort = SortBy::kFlat;
  bool ascending = false;
  RowsOf rows_of = RowsOf::kFunctions;
  std::string rows_label = {};  // the key of kLabels; a file without it has functions
  bool matches_only = true;     // while searching, the table leaves out the rest
  std::string pattern = {};     // what is searched in every profile; "" nothing
  ThemeChoice theme = ThemeChoice::kSystem;
  bool high_contrast = false;
  bool still = false;      // no motion, whatever the system wants
  int text_percent = 100;  // of the size of everything
  Overlay overlay = Overlay::kNone;
  std::uint32_t tour_step = 0;
  std::uint32_t source_link = 0;    // which of LinkTemplates(); behind them the person's own
  std::string own_link = {};        // its template, which may be one; "": there is none
  double menu_x = -1, menu_y = -1;  // where its menu was asked for, px; x < 0: by key
  std::uint32_t menu_side = 0;      // whose menu kSide is: 0 A, 1 B
  std::string palette_text = {};
};

}  // namespace burnglass
