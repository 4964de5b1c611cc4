#include "ui/icons.h"

namespace burnglass::ui {

std::string_view StrokesOf(Icon icon) {
  switch (icon) {
    case Icon::kNone:
      return "";
    case Icon::kSearch:
      return "A 70 70 45 0 360 M 103 103 L 138 138";
    case Icon::kClose:
      return "M 45 45 L 115 115 M 115 45 L 45 115";
    case Icon::kChevronDown:
      return "M 45 62 L 80 97 L 115 62";
    case Icon::kChevronUp:
      return "M 45 97 L 80 62 L 115 97";
    case Icon::kChevronLeft:
      return "M 97 45 L 62 80 L 97 115";
    case Icon::kChevronRight:
      return "M 62 45 L 97 80 L 62 115";
    case Icon::kPlus:
      return "M 80 30 L 80 130 M 30 80 L 130 80";
    case Icon::kOpen:
      return "M 20 125 L 20 35 L 60 35 L 75 52 L 140 52 L 140 125 Z";
    case Icon::kCopy:
      return "M 55 55 L 135 55 L 135 135 L 55 135 Z M 35 105 L 25 105 L 25 25 L 105 25 L 105 35";
    case Icon::kLink:
      return "M 66 94 L 94 66 M 72 48 L 90 30 A 110 50 28 225 405 M 130 70 L 112 88 "
             "M 88 112 L 70 130 A 50 110 28 45 225 M 30 90 L 48 72";
    case Icon::kSun:
      return "A 80 80 28 0 360 M 80 15 L 80 30 M 80 130 L 80 145 M 15 80 L 30 80 M 130 80 L 145 80 "
             "M 34 34 L 45 45 M 115 115 L 126 126 M 34 126 L 45 115 M 115 45 L 126 34";
    case Icon::kMoon:
      return "A 76 84 54 10 260 A 104 56 36 110 170 M 129 93 L 116 92 L 103 92 "
             "M 66 31 L 68 44 L 68 56";
    case Icon::kSystem:
      return "A 80 80 58 0 360 M 80 22 L 80 138 A 80 80 40 -90 90 A 80 80 20 -90 90";
    case Icon::kHelp:
      return "A 80 80 60 0 360 A 80 65 19 180 360 M 99 65 L 97 73 L 80 84 L 80 93 D 80 112 9";
    case Icon::kInfo:
      return "A 80 80 60 0 360 M 80 75 L 80 112 D 80 53 9";
    case Icon::kWarn:
      return "M 80 20 L 148 138 L 12 138 Z M 80 65 L 80 98 D 80 118 9";
    case Icon::kCheck:
      return "M 30 85 L 65 118 L 130 45";
    case Icon::kLock:
      return "M 30 72 L 130 72 L 130 138 L 30 138 Z M 52 72 L 52 48 A 80 48 28 180 360 M 108 48 L "
             "108 72";
    case Icon::kClock:
      return "A 80 80 60 0 360 M 80 45 L 80 80 L 105 95";
    case Icon::kArrowUp:
      return "M 80 135 L 80 28 M 45 62 L 80 28 L 115 62";
    case Icon::kArrowDown:
      return "M 80 25 L 80 132 M 45 98 L 80 132 L 115 98";
    case Icon::kArrowLeft:
      return "M 135 80 L 28 80 M 62 45 L 28 80 L 62 115";
    case Icon::kArrowRight:
      return "M 25 80 L 132 80 M 98 45 L 132 80 L 98 115";
    case Icon::kReturn:
      return "M 130 35 L 130 90 L 30 90 M 62 58 L 30 90 L 62 122";
    case Icon::kFlame:
      return "M 20 30 L 140 30 M 20 63 L 110 63 M 20 96 L 80 96 M 20 129 L 50 129";
    case Icon::kTable:
      return "M 20 25 L 140 25 L 140 135 L 20 135 Z M 20 58 L 140 58 M 62 58 L 62 135";
    case Icon::kFacts:
      return "M 20 35 L 22 35 M 50 35 L 140 35 M 20 80 L 22 80 M 50 80 L 140 80 M 20 125 L 22 125 "
             "M 50 125 L 140 125";
    case Icon::kCallers:
      return "M 20 80 L 140 80 M 80 18 L 80 62 M 62 46 L 80 64 L 98 46 M 80 98 L 80 142 "
             "M 62 124 L 80 142 L 98 124";
    case Icon::kCpu:
      return "M 35 35 L 125 35 L 125 125 L 35 125 Z M 60 60 L 100 60 L 100 100 L 60 100 Z "
             "M 58 15 L 58 35 M 102 15 L 102 35 M 58 125 L 58 145 M 102 125 L 102 145 "
             "M 15 58 L 35 58 M 15 102 L 35 102 M 125 58 L 145 58 M 125 102 L 145 102";
    case Icon::kHeap:
      return "M 58 18 L 102 18 L 102 62 L 58 62 Z M 18 92 L 64 92 L 64 138 L 18 138 Z "
             "M 96 92 L 142 92 L 142 138 L 96 138 Z";
    case Icon::kGoroutine:
      return "M 20 30 L 55 32 L 85 60 L 105 100 L 140 130 M 20 130 L 50 125 L 66 105 M 95 60 L 110 "
             "40 L 140 32";
    case Icon::kBlock:
      return "A 80 80 58 0 360 M 40 120 L 120 40";
    case Icon::kMutex:
      return "M 35 72 L 125 72 L 125 138 L 35 138 Z M 54 72 L 54 46 A 80 46 26 180 360 M 106 46 L "
             "106 72";
    case Icon::kThread:
      return "M 30 20 L 30 140 M 80 20 L 80 140 M 130 20 L 130 140 M 30 60 L 80 60 M 80 100 L 130 "
             "100";
    case Icon::kFile:
      return "M 35 15 L 95 15 L 128 48 L 128 145 L 35 145 Z M 92 18 L 92 50 L 125 50";
    case Icon::kZoom:
      return "M 20 55 L 20 20 L 55 20 M 105 20 L 140 20 L 140 55 M 140 105 L 140 140 L 105 140 "
             "M 55 140 L 20 140 L 20 105 D 80 80 12";
    case Icon::kPanel:
      return "M 20 28 L 140 28 L 140 132 L 20 132 Z M 95 28 L 95 132";
    case Icon::kGraph:
      return "M 55 20 L 105 20 L 105 55 L 55 55 Z M 15 105 L 65 105 L 65 140 L 15 140 Z "
             "M 95 105 L 145 105 L 145 140 L 95 140 Z M 70 55 L 40 105 M 90 55 L 120 105";
    case Icon::kSave:
      return "M 80 20 L 80 100 M 48 70 L 80 102 L 112 70 M 20 105 L 20 138 L 140 138 L 140 105";
    case Icon::kDrop:
      return "M 80 20 L 80 100 M 45 68 L 80 102 L 115 68 M 20 110 L 20 138 L 140 138 L 140 110";
    case Icon::kTag:
      return "M 20 25 L 82 25 L 140 83 L 85 138 L 20 76 Z D 50 54 9";
    case Icon::kLines:
      return "M 20 30 L 30 30 M 50 30 L 125 30 M 20 63 L 30 63 M 50 63 L 140 63 M 20 96 L 30 96 "
             "M 50 96 L 105 96 M 20 129 L 30 129 M 50 129 L 130 129";
    case Icon::kUndo:
      return "M 55 25 L 22 55 L 55 85 M 22 55 L 100 55 A 100 92 37 -90 90 L 60 129";
    case Icon::kRedo:
      return "M 105 25 L 138 55 L 105 85 M 138 55 L 60 55 A 60 92 37 -90 -270 L 100 129";
    case Icon::kPrompt:
      return "M 20 35 L 60 72 L 20 110 M 75 118 L 140 118";
    case Icon::kSliders:
      return "M 20 40 L 80 40 M 120 40 L 140 40 A 100 40 18 0 360 M 20 115 L 40 115 "
             "M 80 115 L 140 115 A 60 115 18 0 360";
    case Icon::kHide:
      return "M 12 80 L 40 52 L 80 40 L 120 52 L 148 80 L 120 108 L 80 120 L 40 108 Z "
             "A 80 80 20 0 360 M 30 135 L 130 25";
    case Icon::kSwap:
      return "M 50 25 L 50 128 M 22 100 L 50 130 L 78 100 M 110 135 L 110 32 M 82 60 L 110 30 "
             "L 138 60";
    case Icon::kDiff:
      return "M 80 15 L 80 145 M 15 60 L 60 60 M 37 38 L 37 82 M 100 100 L 145 100";
    case Icon::kSeries:
      return "M 15 135 L 60 88 L 92 112 L 145 28 M 110 28 L 145 28 L 145 63";
    case Icon::kMinus:
      return "M 30 80 L 130 80";
    case Icon::kPivot:
      return "M 20 22 L 140 22 M 45 60 L 115 60 M 45 98 L 115 98 M 20 136 L 140 136";
  }
  return "";
}

Icon KindIcon(std::string_view kind) {
  struct Entry {
    std::string_view kind;
    Icon icon;
  };
  constexpr Entry kKinds[] = {
      {"cpu", Icon::kCpu},
      {"heap", Icon::kHeap},
      {"allocs", Icon::kHeap},
      {"goroutine", Icon::kGoroutine},
      {"block", Icon::kBlock},
      {"mutex", Icon::kMutex},
      {"threadcreate", Icon::kThread},
  };
  for (const Entry& entry : kKinds) {
    if (entry.kind == kind) return entry.icon;
  }
  return Icon::kFile;
}

}  // namespace burnglass::ui
