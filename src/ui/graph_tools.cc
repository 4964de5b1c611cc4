#include "ui/graph_tools.h"

#include <cmath>

#include "session/numbers.h"
#include "ui/button.h"

namespace burnglass::ui {
namespace {

constexpr float kMargin = 12, kButton = 26, kGap = 4;
constexpr float kOverviewWidth = 150, kOverviewHeight = 100, kOverviewPad = 8;
constexpr float kButtonsWidth = 330;
constexpr float kOverviewFrom = 480;  // narrower views have no room for it

// The rectangle of the layout that is seen.
Rect Seen(const GraphSight& sight) {
  const float w = sight.area.w / sight.scale(), h = sight.area.h / sight.scale();
  return {static_cast<float>(sight.camera.x) - w / 2, static_cast<float>(sight.camera.y) - h / 2, w,
          h};
}

Rect OverviewPlace(const GraphSight& sight, const GraphLayout& layout) {
  const float inner_w = kOverviewWidth - 2 * kOverviewPad;
  const float inner_h = kOverviewHeight - 2 * kOverviewPad;
  const float scale =
      std::min(inner_w / std::max(1.0f, layout.w), inner_h / std::max(1.0f, layout.h));
  const float w = std::max(40.0f, layout.w * scale + 2 * kOverviewPad);
  const float h = std::max(40.0f, layout.h * scale + 2 * kOverviewPad);
  return {sight.area.x + kMargin, sight.area.bottom() - kMargin - h, w, h};
}

void DrawOverviewNodes(Frame& frame, const Rect& in, float scale, const GraphLayout& layout) {
  const CallGraph& graph = *frame.session.ShownGraph();
  const Search* search = frame.session.ShownSearch();
  const auto selected = frame.session.active()->view.selected_name;
  for (std::uint32_t i = 0; i < graph.nodes(); ++i) {
    const NameId name = graph.node(i).name;
    const bool burns = search ? search->Matches(name) : selected == name;
    const float w = std::max(2.0f, kNodeWidth * scale), h = std::max(1.5f, kNodeHeight * scale);
    frame.pen.Fill(
        {in.x + layout.nodes[i].x * scale - w / 2, in.y + layout.nodes[i].y * scale - h / 2, w, h},
        burns ? frame.theme.accent : frame.theme.bar);
  }
}

void DrawOverview(Frame& frame, const GraphSight& sight) {
  const GraphLayout& layout = *frame.session.ShownLayout();
  const Rect place = OverviewPlace(sight, layout);
  const Press press = Pressable(frame, "overview", place);
  frame.pen.Fill(place, frame.theme.raised, 4);
  const Rect in = place.Inset(kOverviewPad);
  const float scale = std::min(in.w / std::max(1.0f, layout.w), in.h / std::max(1.0f, layout.h));
  DrawOverviewNodes(frame, in, scale, layout);
  const Rect seen = Seen(sight);
  const Rect window{in.x + seen.x * scale, in.y + seen.y * scale, seen.w * scale, seen.h * scale};
  frame.pen.Outline(Intersection(window, place.Inset(2)), frame.theme.accent);
  frame.pen.Outline(place, frame.theme.line2, 1, 4);
  const bool whole =
      seen.x <= 0 && seen.y <= 0 && seen.right() >= layout.w && seen.bottom() >= layout.h;
  frame.snapshot.Add(Role::kLabel, "overview", whole ? "whole graph" : "part", place);
  if (press.held) {
    frame.Do({.verb = Verb::kWindow,
              .x = (frame.pointer.x - in.x) / scale,
              .y = (frame.pointer.y - in.y) / scale});
  }
}

// From right to left.
void DrawButtons(Frame& frame, const GraphSight& sight) {
  const float size = frame.coarse ? 40 : kButton;
  const Rect row{sight.area.x, sight.area.bottom() - kMargin - size, sight.area.w - kMargin, size};
  const std::string percent =
      std::to_string(static_cast<int>(std::lround(sight.camera.scale * 100))) + " %";
  struct Tool {
    ButtonSpec spec;
    Command command;
  };
  const Tool tools[] = {
      {{.id = "fit", .label = "Fit", .caps = frame.coarse ? "" : "0", .name = "fit"},
       {.verb = Verb::kWholeGraph}},
      {{.id = "zoom in", .label = "+", .name = "zoom in"}, {.verb = Verb::kZoomAt, .x = 1.5}},
      {{.id = "actual size", .label = percent, .name = "zoom"},
       {.verb = Verb::kZoomAt, .x = 1 / sight.camera.scale}},
      {{.id = "zoom out", .label = "−", .name = "zoom out"}, {.verb = Verb::kZoomAt, .x = 1 / 1.5}},
      {{.id = "graph dot", .label = "DOT", .name = "save DOT"},
       {.verb = Verb::kExport, .text = "dot"}},
      {{.id = "graph svg", .label = "SVG", .name = "save SVG"},
       {.verb = Verb::kExport, .text = "graph"}},
  };
  Rect rest = row;
  for (const Tool& tool : tools) {
    const Rect place = CutRight(rest, std::max(size, ButtonWidth(frame, tool.spec)));
    if (Button(frame, place, tool.spec)) frame.Do(tool.command);
    CutRight(rest, kGap);
  }
}

}  // namespace

// The graph is drawn later: these are layers, each as large as what is in it.
void DrawGraphTools(Frame& frame, const GraphSight& sight) {
  if (sight.area.w >= kOverviewFrom) {
    Layer(frame, "overview layer", OverviewPlace(sight, *frame.session.ShownLayout()),
          [&] { DrawOverview(frame, sight); });
  }
  const float height = frame.coarse ? 40 : kButton;
  const float width = std::min(sight.area.w, kButtonsWidth);
  const Rect buttons{sight.area.right() - width, sight.area.bottom() - kMargin - height, width,
                     height};
  Layer(frame, "graph buttons", buttons, [&] { DrawButtons(frame, sight); });
}

// What is left out, as pprof's report says it.
void DrawGraphFacts(Frame& frame, const Rect& area) {
  const OpenProfile& profile = *frame.session.active();
  const CallGraph& graph = *frame.session.ShownGraph();
  const pb::GraphAnswer& facts = graph.facts();
  const std::string& unit = profile.Type().unit;
  std::string text = CountText(graph.nodes());
  if (facts.nodes_before() > graph.nodes()) text += " of " + CountText(facts.nodes_before());
  text += graph.nodes() == 1 ? " function, " : " functions, ";
  text += PercentText(facts.shown(), facts.total()) + " of " + ValueText(facts.total(), unit);
  if (facts.dropped_nodes() > 0) {
    text += " · " + CountText(facts.dropped_nodes()) + " below " +
            ValueText(facts.node_cutoff(), unit) + " not drawn";
  }
  const std::optional<NameId> name = profile.view.selected_name;
  if (name && *name != 0 && !graph.NodeOf(*name)) {
    text = std::string(profile.names.Short(*name)) + " is not drawn here · " + text;
  }
  const Rect line{area.x + kMargin, area.y + 8, area.w - 2 * kMargin, 16};
  const float width = std::min(line.w, frame.pen.Width(kSmall, text));
  frame.pen.Fill({line.x - 4, line.y - 2, width + 8, line.h + 4},
                 WithAlpha(frame.theme.canvas, 0.85f), 4);
  frame.pen.TextFit(line, kSmall, frame.theme.text2, text);
  frame.snapshot.Add(Role::kLabel, "graph", text, {line.x, line.y, width, line.h});
}

void DrawGraphSentence(Frame& frame, const Rect& area, std::string_view sentence) {
  const float width = std::min(560.0f, area.w - 48);
  const float text = std::min(width, frame.pen.Width(kBody, sentence));
  const Rect place{area.middle_x() - text / 2, area.middle_y() - 20, text + 1, 40};
  frame.pen.Paragraph(place, kBody, frame.theme.text2, sentence, 18);
  frame.snapshot.Add(Role::kLabel, "graph", sentence, place);
}

}  // namespace burnglass::ui
