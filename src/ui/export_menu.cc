#include "ui/export_menu.h"

#include "ui/button.h"
#include "ui/menu.h"

namespace burnglass::ui {
namespace {

struct Export {
  const char* words;
  const char* detail;
  const char* what;
  std::uint32_t number = 0;
};

constexpr Export kExports[] = {
    {"Profile, as filtered", "pprof", "pprof"},
    {"Flame graph", "SVG", "svg"},
    {"Call graph", "DOT", "dot"},
    {"Top table", "CSV", "csv"},
    {"Top table", "Markdown", "markdown"},
    {"Folded stacks", "text", "folded"},
    {"Speedscope", "JSON", "speedscope"},
    {"Callgrind", "KCachegrind", "callgrind"},
    {"Redacted copy …", "pprof", "privacy"},
    {"Picture of the screen", "PNG", "picture", 1},
    {"Picture, twice as large", "PNG", "picture", 2},
    {"Picture, four times as large", "PNG", "picture", 4},
};
constexpr Export kCallGraph = {"Call graph as laid out", "SVG", "graph"};

std::vector<Export> Offered(const Frame& frame) {
  std::vector<Export> all(std::begin(kExports), std::end(kExports));
  if (frame.session.ShownLayout()) all.insert(all.begin() + 2, kCallGraph);
  return all;
}

}  // namespace

Rect DrawExportButton(Frame& frame, Rect& bar) {
  const bool narrow = bar.w < 900;
  const ButtonSpec spec{.id = "export",
                        .label = narrow ? "" : "Save as",
                        .icon = Icon::kSave,
                        .menu = !narrow,
                        .name = "save as"};
  constexpr float kHeight = 22;
  CutRight(bar, 12);
  const Rect room = CutRight(bar, ButtonWidth(frame, spec));
  const Rect place{room.x, room.middle_y() - kHeight / 2, room.w, kHeight};
  if (Button(frame, place, spec)) frame.Do(Verb::kExports);
  return place;
}

void DrawExportMenu(Frame& frame, const Rect& screen, const Rect& anchor) {
  const std::vector<Export> offered = Offered(frame);
  std::vector<MenuItem> items;
  for (const Export& one : offered) items.push_back({one.words, one.detail, Icon::kNone, false});
  const int chosen = DrawMenu(frame, screen, anchor, "Save as a file", items);
  if (chosen < 0) return;
  const Export& one = offered[static_cast<std::size_t>(chosen)];
  if (std::string_view(one.what) == "privacy") return frame.Do(Verb::kPrivacy);
  frame.Do({.verb = Verb::kExport, .number = one.number, .text = one.what});
}

}  // namespace burnglass::ui
