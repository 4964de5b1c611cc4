// The nodes of the call graph.
#include <cmath>

#include "session/numbers.h"
#include "ui/colour.h"
#include "ui/graph_picture.h"
#include "ui/palette.h"

namespace burnglass::ui {
namespace {

constexpr float kWordsFrom = 0.42f;  // smaller nodes have no words

struct NodeInk {
  Rgba fill, outline, name, words, bar, stripe;
  float width = 1;  // of the outline
};

NodeInk InkOf(const Theme& t, const Names& names, const CallNode& node, bool hit, bool dimmed) {
  const Rgba pprof = Hex(node.colour);
  NodeInk ink;
  // pprof's grey to red, as a breath of it on our ground.
  ink.fill = Mix(t.raised, t.dark ? pprof : Hex(node.fill), t.dark ? 0.14f : 0.75f);
  ink.outline = Mix(t.line2, pprof, 0.35f);
  ink.name = t.text, ink.words = t.text2, ink.bar = Mix(t.text3, pprof, 0.3f);
  ink.stripe = Swatch(t, static_cast<NameClass>(names.Class(node.name)),
                      PackageHue(names.Package(node.name)));
  if (hit) {
    ink.fill = t.accent, ink.outline = t.accent;
    ink.name = ink.words = ink.bar = t.on_accent;
  } else if (dimmed) {
    ink.fill = Mix(t.raised, t.canvas, t.dim), ink.outline = Mix(t.line2, t.canvas, t.dim);
    ink.name = ink.words = t.flame_dim, ink.bar = Mix(t.text3, t.canvas, t.dim);
    ink.stripe = Mix(ink.stripe, t.canvas, t.dim);
  }
  return ink;
}

void DrawWords(Frame& frame, const Rect& box, float s, const NodeWords& words, const NodeInk& ink) {
  const Rect in{box.x + 10 * s, box.y, box.w - 18 * s, box.h};
  const auto line = [&](float y, float h) { return Rect{in.x, box.y + y * s, in.w, h * s}; };
  frame.pen.Text(line(5, 17), {Face::kMono, 11 * s}, ink.name, words.name);
  const TextStyle style{Face::kRegular, 10.5f * s};
  const Rect values = line(21, 14);
  const float share = frame.pen.Text(values, style, ink.words, words.share, Align::kRight);
  frame.pen.TextFit({values.x, values.y, values.w - share - 6 * s, values.h}, style, ink.words,
                    words.values);
}

void DrawNode(Frame& frame, const Rect& box, float s, const NodeWords& words, const NodeInk& ink,
              double share) {
  const float radius = s >= kWordsFrom ? 4 * s : 0;
  frame.pen.Fill(box, ink.fill, radius);
  if (s >= 0.25f) frame.pen.Outline(box, ink.outline, ink.width, radius);
  frame.pen.Fill({box.x, box.y + 3 * s, 3 * s, box.h - 6 * s}, ink.stripe);
  if (s < kWordsFrom) return;
  const Rect bar{box.x + 10 * s, box.bottom() - 8 * s, box.w - 20 * s, 3 * s};
  frame.pen.Fill(bar, Mix(ink.fill, ink.bar, 0.25f));
  frame.pen.Fill({bar.x, bar.y, bar.w * static_cast<float>(share), bar.h}, ink.bar);
  DrawWords(frame, box, s, words, ink);
}

}  // namespace

void DrawNodes(Frame& frame, const GraphSight& sight, const GraphPicture& picture,
               const GraphMarks& marks) {
  const OpenProfile& profile = *frame.session.active();
  const CallGraph& graph = *frame.session.ShownGraph();
  const GraphLayout& layout = *frame.session.ShownLayout();
  const double total = std::max(1.0, std::abs(static_cast<double>(graph.total())));
  for (std::uint32_t i = 0; i < graph.nodes(); ++i) {
    const Rect box = sight.NodeAt(layout.nodes[i]);
    if (Intersection(box, sight.area).empty()) continue;
    const CallNode node = graph.node(i);
    const bool hit = marks.search && marks.search->Matches(node.name);
    NodeInk ink = InkOf(frame.theme, profile.names, node, hit, marks.search && !hit);
    if (i == marks.selected) ink.outline = hit ? frame.theme.text : frame.theme.outline;
    if (i == marks.selected) ink.width = 2;
    if (i == marks.hovered && i != marks.selected) ink.outline = frame.theme.text;
    const double share = std::min(1.0, std::abs(static_cast<double>(node.cum)) / total);
    DrawNode(frame, box, sight.scale(), picture.nodes[i], ink, share);
    if (i == marks.selected && marks.by_key) {
      frame.pen.Outline({box.x - 3, box.y - 3, box.w + 6, box.h + 6}, frame.theme.accent, 1, 6);
    }
    const std::string& unit = profile.Type().unit;
    frame.snapshot.Add(
        Role::kBox, profile.names.Full(node.name),
        ValueText(node.cum, unit) + " · " + PercentText(node.cum, graph.total()), box,
        static_cast<std::uint8_t>((i == marks.selected ? kSelected : 0) |
                                  (i == marks.hovered ? kHovered : 0) | (hit ? kMatch : 0)));
  }
}

}  // namespace burnglass::ui
