// Icons: strokes on a grid of 16, drawn at any size and density; no icon font.
#pragma once

#include <cstdint>
#include <string_view>

namespace burnglass::ui {

enum class Icon : std::uint8_t {
  kNone,
  kSearch,
  kClose,
  kChevronDown,
  kChevronUp,
  kChevronLeft,
  kChevronRight,
  kPlus,
  kOpen,
  kCopy,
  kLink,
  kSun,
  kMoon,
  kSystem,
  kHelp,
  kInfo,
  kWarn,
  kCheck,
  kLock,
  kClock,
  kArrowUp,
  kArrowDown,
  kArrowLeft,
  kArrowRight,
  kReturn,
  kFlame,
  kTable,
  kFacts,
  kCallers,
  kCpu,
  kHeap,
  kGoroutine,
  kBlock,
  kMutex,
  kThread,
  kFile,
  kZoom,
  kPanel,
  kDrop,
  kTag,
  kLines,
  kUndo,
  kRedo,
  kPrompt,
  kSliders,
  kHide,
  kPivot,
  kMinus,
  kGraph,
  kSave,
  kSwap,
  kDiff,
  kSeries,
};

// The strokes of an icon in tenths of the grid, as words: "M x y" begins a line, "L x y" goes on,
// "Z" closes it, "A x y r from to" is an arc around x y (degrees, clockwise from three o'clock),
// "D x y r" a filled dot.
std::string_view StrokesOf(Icon icon);

// The icon of a profile's kind: "cpu", "heap", "goroutine", …; a plain file for others.
Icon KindIcon(std::string_view kind);

}  // namespace burnglass::ui
