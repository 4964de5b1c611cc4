#include "ui/labels_view.h"

#include <algorithm>

#include "session/filters.h"
#include "session/numbers.h"
#include "ui/button.h"
#include "ui/guide.h"

namespace burnglass::ui {
namespace {

constexpr float kKeysWidth = 280, kBesideFrom = 760, kHeadHeight = 40, kKeysHead = 24, kPad = 12;

std::string ValuesText(std::uint32_t values) {
  return CountText(values) + (values == 1 ? " value" : " values");
}

void DrawNone(Frame& frame, const Rect& area) {
  const float width = std::min(576.0f, area.w - 32);
  Rect rest{area.x + (area.w - width) / 2, area.y + std::max(16.0f, area.h * 0.3f), width, 1e4f};
  const Rect top = rest;
  constexpr std::string_view kTitleWords = "No sample of this view has a label";
  CutTop(rest, frame.pen.Paragraph(rest, kTitle, frame.theme.text, kTitleWords, 26));
  CutTop(rest, 6);
  CutTop(rest, frame.pen.Paragraph(rest, kLead, frame.theme.text2,
                                   "A Go program labels its CPU samples and goroutines with "
                                   "pprof.Do(ctx, pprof.Labels(\"tenant\", id), func…). Then this "
                                   "view shows what each tenant costs. Heap profiles have the "
                                   "size of what was allocated as a label of their own.",
                                   21));
  CutTop(rest, 12);
  GuideLink(frame, CutTop(rest, 24));
  frame.snapshot.Add(Role::kLabel, "no labels", kTitleWords, {top.x, top.y, width, rest.y - top.y});
}

// A button at the right end of `rest`.
bool ButtonAtRight(Frame& frame, Rect& rest, const ButtonSpec& spec) {
  const Rect place = CutRight(rest, ButtonWidth(frame, spec));
  CutRight(rest, 6);
  return Button(frame, {place.x, place.middle_y() - 13, place.w, 26}, spec);
}

// What is shown of the key.
void DrawChoices(Frame& frame, Rect& rest) {
  struct Choice {
    std::uint32_t number;
    std::string_view id, label;
  };
  constexpr Choice kChoices[] = {{2, "label table 2", "Functions, cum"},
                                 {1, "label table 1", "Functions, flat"},
                                 {0, "label table 0", "Values"}};
  const OpenProfile& profile = *frame.session.active();
  const std::uint32_t now = !profile.labels.matrix ? 0 : profile.labels.cum ? 2 : 1;
  for (const Choice& choice : kChoices) {
    const ButtonSpec spec{.id = choice.id, .label = choice.label, .selected = now == choice.number};
    if (ButtonAtRight(frame, rest, spec)) {
      frame.Do({.verb = Verb::kLabelTable, .number = choice.number});
    }
  }
}

// Whether its values are frames of the graph.
void DrawFrameButtons(Frame& frame, Rect& rest, const LabelKey& key) {
  if (!CanBeFrames(key.text)) return;
  struct Place {
    Verb verb;
    std::string_view filter, label;
  };
  constexpr Place kPlaces[] = {{Verb::kTagLeaf, "tagleaf", "At leaf"},
                               {Verb::kTagRoot, "tagroot", "At root"}};
  for (const Place& place : kPlaces) {
    const bool shown = HasLabelFrames(frame.session.active()->query, place.filter, key.text);
    const ButtonSpec spec{.id = place.filter,
                          .label = place.label,
                          .look = shown ? ButtonLook::kOutlined : ButtonLook::kQuiet,
                          .selected = shown};
    if (ButtonAtRight(frame, rest, spec)) {
      frame.Do({.verb = place.verb, .text = std::string(key.text)});
    }
  }
  CutRight(rest, 6);
}

// The key and its share.
void DrawShare(Frame& frame, Rect rest, const LabelKey& key) {
  const std::string& unit = frame.session.active()->Type().unit;
  const std::int64_t total = frame.session.ShownLabels()->total();
  const std::string said = ValueText(key.cost, unit) + " of " + ValueText(total, unit) + ", " +
                           PercentText(key.cost, total);
  const Rect line = rest;
  CutLeft(rest, frame.pen.TextFit(rest, {Face::kMono, 13, true}, frame.theme.text, key.text) + 10);
  frame.pen.TextFit(rest, kSmall, frame.theme.text2, said);
  frame.snapshot.Add(Role::kLabel, "label total", said, line);
}

}  // namespace

void LabelsView::Draw(Frame& frame, const Rect& area, float row_height) {
  const Labels* labels = frame.session.ShownLabels();
  if (!labels) return;
  const std::optional<LabelKey> key = frame.session.ShownLabelKey();
  if (!key) return DrawNone(frame, area);
  Rect rest = area;
  if (area.w >= kBesideFrom) {
    const Rect keys = CutLeft(rest, kKeysWidth);
    frame.pen.Fill(keys, frame.theme.panel);
    frame.pen.VLine(keys.right() - 1, keys.y, keys.h, frame.theme.line);
    DrawKeys(frame, keys, row_height);
  } else {
    const auto most = static_cast<float>(std::min<std::size_t>(labels->size(), 3));
    const Rect keys = CutTop(rest, kKeysHead + most * row_height);
    frame.pen.Fill(keys, frame.theme.panel);
    DrawKeys(frame, keys, row_height);
    frame.pen.HLine(rest.x, rest.y, rest.w, frame.theme.line);
  }
  DrawHead(frame, rest, *key);
  DrawSide(frame, rest);
  if (frame.session.active()->labels.matrix) {
    matrix_.Draw(frame, rest, row_height, *key);
  } else {
    values_.Draw(frame, rest, row_height, *key);
  }
}

void LabelsView::DrawKeys(Frame& frame, const Rect& area, float row_height) {
  const Labels& labels = *frame.session.ShownLabels();
  Rect rest = area;
  Rect head = CutTop(rest, kKeysHead).Inset(kPad, 0);
  std::string words = labels.all_keys() == labels.size()
                          ? ""
                          : CountText(static_cast<std::int64_t>(labels.size())) + " of ";
  words += CountText(labels.all_keys()) + (labels.all_keys() == 1 ? " key" : " keys");
  frame.pen.Text(head, kTiny, frame.theme.text3, words);
  frame.pen.Text(head, kTiny, frame.theme.text3, "of the total", Align::kRight);
  frame.pen.HLine(rest.x, rest.y - 1, rest.w, frame.theme.line);
  Scroll(frame, "label keys", rest, static_cast<float>(labels.size()) * row_height, keys_scroll_);
  const Clip clip(frame, rest);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const float y = rest.y + static_cast<float>(i) * row_height - keys_scroll_.offset;
    if (y + row_height < rest.y) continue;
    if (y >= rest.bottom()) break;
    DrawKey(frame, {rest.x, y, rest.w, row_height}, i, labels[i]);
  }
}

void LabelsView::DrawKey(Frame& frame, const Rect& row, std::size_t index, const LabelKey& key) {
  const Theme& t = frame.theme;
  const Labels& labels = *frame.session.ShownLabels();
  const bool shown = frame.session.ShownLabelKey()->text == key.text;
  const Press press = Pressable(frame, "label key", index, {row.x, row.y, row.w - 10, row.h});
  if (shown) {
    frame.pen.Fill(row, t.sel);
    frame.pen.Fill({row.x, row.y, 2, row.h}, t.accent);
  } else if (press.hovered) {
    frame.pen.Fill(row, t.hover);
  }
  if (press.hovered) frame.cursor = Cursor::kHand;
  Rect rest = row.Inset(kPad, 0);
  const std::string share = PercentText(key.cost, labels.total());
  frame.pen.Text(CutRight(rest, 56), kTable, t.text2, share, Align::kRight);
  const std::string values = ValuesText(key.values);
  CutRight(rest, frame.pen.Text(rest, kTiny, t.text3, values, Align::kRight) + 8);
  frame.pen.TextFit(rest, kCode, t.text, key.text.empty() ? "\"\"" : key.text);
  frame.snapshot.Add(
      Role::kButton, "label " + std::string(key.text), values + " " + share, row,
      static_cast<std::uint8_t>((shown ? kSelected : 0) | (press.hovered ? kHovered : 0)));
  if (press.clicked) frame.Do({.verb = Verb::kLabelKey, .text = std::string(key.text)});
}

// What is chosen as A, while there is no B.
void LabelsView::DrawSide(Frame& frame, Rect& rest) {
  const std::optional<SideLabels>& side = frame.session.active()->labels.side;
  if (!side) return;
  const Rect strip = CutTop(rest, kHeadHeight - 6);
  frame.pen.Fill(strip, frame.theme.accent_soft);
  Rect line = strip.Inset(kPad, 0);
  if (ButtonAtRight(frame, line, {.id = "side none", .label = "Cancel"})) {
    frame.Do(Verb::kDropLabelSide);
  }
  if (ButtonAtRight(frame, line, {.id = "side rest", .label = "With all others"})) {
    const std::optional<LabelKey> key = frame.session.ShownLabelKey();
    const std::vector<SideLabels> sides = LabelSides(*frame.session.ShownLabels(), *key);
    const auto at = std::find(sides.begin(), sides.end(), *side);
    frame.Do({.verb = Verb::kLabelRest, .number = static_cast<std::uint32_t>(at - sides.begin())});
  }
  const std::string words = "A is " + side->Title();
  const float width = frame.pen.TextFit(line, kBody, frame.theme.text, words);
  CutLeft(line, width + 8);
  constexpr std::string_view kNext = "choose B, or compare it";
  if (frame.pen.Width(kSmall, kNext) <= line.w) {
    frame.pen.Text(line, kSmall, frame.theme.text2, kNext);
  }
  frame.snapshot.Add(Role::kLabel, "side a", words, strip);
}

// One line, or two where one is too short.
void LabelsView::DrawHead(Frame& frame, Rect& rest, const LabelKey& key) {
  const bool narrow = rest.w < kBesideFrom - kKeysWidth;
  Rect line = CutTop(rest, kHeadHeight).Inset(kPad, 0);
  if (!narrow) DrawChoices(frame, line);
  DrawFrameButtons(frame, line, key);
  DrawShare(frame, line, key);
  if (!narrow) return;
  line = CutTop(rest, kHeadHeight - 6).Inset(kPad, 0);
  DrawChoices(frame, line);
}

}  // namespace burnglass::ui
