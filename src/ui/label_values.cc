#include "ui/label_values.h"

#include <algorithm>

#include "ui/button.h"
#include "ui/table_cells.h"

namespace burnglass::ui {
namespace {

constexpr float kHeadHeight = 24, kPad = 12, kRoomyFrom = 560;

struct Columns {
  Rect text, cost, bar, share, compare, ignore;
};

Columns Place(const Rect& row) {
  Columns c;
  Rect rest = row;
  CutRight(rest, 12);
  CutLeft(rest, kPad);
  c.ignore = CutRight(rest, row.w >= kRoomyFrom ? 64 : 56);
  c.compare = CutRight(rest, row.w >= kRoomyFrom ? 84 : 30);
  CutRight(rest, 8);
  if (row.w >= kRoomyFrom) c.bar = CutRight(rest, std::min(220.0f, rest.w * 0.3f));
  CutRight(rest, 8);
  c.share = CutRight(rest, row.w >= kRoomyFrom ? 58 : 44);
  c.cost = CutRight(rest, row.w >= kRoomyFrom ? 84 : 66);
  CutRight(rest, 12);
  c.text = rest;
  return c;
}

}  // namespace

void LabelValuesTable::ChooseFormat(const Frame& frame, const LabelKey& key) {
  const OpenProfile& profile = *frame.session.active();
  const std::string made_for =
      std::to_string(profile.id) + ' ' + profile.shown->query + ' ' + std::string(key.text);
  if (made_for == made_for_) return;
  made_for_ = made_for;
  scroll_.offset = 0;
  const Labels& labels = *frame.session.ShownLabels();
  sides_ = LabelSides(labels, key);
  std::vector<std::int64_t> costs;
  for (std::uint32_t i = key.begin; i < key.end; ++i) costs.push_back(labels.value(i).cost);
  if (!key.all) costs.push_back(key.without);
  most_ = LargestOf(costs);
  format_ = ColumnFormat(costs, profile.Type().unit);
}

LabelValuesTable::Row LabelValuesTable::RowAt(const Labels& labels, const LabelKey& key,
                                              std::size_t index, std::string& text) const {
  if (index < key.shown()) {
    const LabelValue value = labels.value(key.begin + index);
    text = value.text.empty() ? "\"\"" : value.text;
    const auto side = std::find_if(sides_.begin(), sides_.end(), [&](const SideLabels& one) {
      return !value.filter.empty() && one.tagfocus == value.filter;
    });
    Row row{text, value.cost, value.filter, value.filter, false};
    if (side != sides_.end()) row.side = static_cast<std::uint32_t>(side - sides_.begin());
    return row;
  }
  if (index == key.shown() && key.values > key.shown()) {
    text = "(" + CountText(key.values - key.shown()) + " smaller values)";
    return {text, key.rest, "", "", true};
  }
  text = "(without)";
  Row row{text, key.without, key.filter, key.filter, true, true};
  if (!sides_.empty() && sides_.back().tagfocus.empty()) {
    row.side = static_cast<std::uint32_t>(sides_.size() - 1);
  }
  return row;
}

void LabelValuesTable::Draw(Frame& frame, const Rect& area, float row_height, const LabelKey& key) {
  ChooseFormat(frame, key);
  Rect rest = area;
  const Rect head = CutTop(rest, kHeadHeight);
  const Columns c = Place(head);
  const std::string unit = format_.unit().empty() ? "flat" : "flat, " + format_.unit();
  constexpr std::string_view kHint = "value: a click keeps only its samples";
  const bool roomy = frame.pen.Width(kTiny, kHint) <= c.text.w;
  frame.pen.Text(c.text, kTiny, frame.theme.text3, roomy ? kHint : "value");
  frame.pen.Text(c.cost, kTiny, frame.theme.text, unit, Align::kRight);
  frame.pen.Text(c.share, kTiny, frame.theme.text3, "%", Align::kRight);
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, frame.theme.line);
  const std::size_t rows = key.shown() + (key.values > key.shown() ? 1 : 0) + (key.all ? 0 : 1);
  Scroll(frame, "label values", rest, static_cast<float>(rows) * row_height, scroll_);
  const Clip clip(frame, rest);
  std::string text;
  for (auto i = static_cast<std::size_t>(scroll_.offset / row_height); i < rows; ++i) {
    const float y = rest.y + static_cast<float>(i) * row_height - scroll_.offset;
    if (y >= rest.bottom()) break;
    DrawRow(frame, {rest.x, y, rest.w, row_height}, i,
            RowAt(*frame.session.ShownLabels(), key, i, text));
  }
}

void LabelValuesTable::DrawRow(Frame& frame, const Rect& row, std::size_t index,
                               const Row& values) {
  const Theme& t = frame.theme;
  const Columns c = Place(row);
  const bool can = !values.focus.empty();
  const Press press =
      Pressable(frame, "label value", index, {row.x, row.y, c.compare.x - row.x, row.h});
  if (press.hovered && can) {
    frame.pen.Fill(row, t.hover);
    frame.cursor = Cursor::kHand;
  }
  const std::int64_t total = frame.session.ShownLabels()->total();
  frame.pen.TextFit(c.text, kCode, values.quiet ? t.text3 : t.text, values.text);
  frame.pen.Text(c.cost, kTable, t.text, format_.Text(values.cost), Align::kRight);
  frame.pen.Text(c.share, kTable, t.text2, PercentFigure(values.cost, total), Align::kRight);
  DrawCostBar(frame, c.bar, values.cost, most_, values.quiet ? t.bar2 : t.bar);
  frame.snapshot.Add(Role::kRow, values.text,
                     ValueText(values.cost, frame.session.active()->Type().unit) + " " +
                         PercentText(values.cost, total),
                     row, press.hovered ? kHovered : 0);
  if (!can) return;
  const auto filter = [&](bool focus) {
    const bool keep = focus != values.absent;
    frame.Do({.verb = keep ? Verb::kTagFocus : Verb::kTagIgnore,
              .text = std::string(focus ? values.focus : values.ignore)});
  };
  if (press.clicked) filter(true);
  DrawCompare(frame, c.compare, index, values);
  const std::string id = "ignore " + std::to_string(index);
  const std::string name = "ignore " + std::string(values.text);
  const ButtonSpec spec{.id = id, .label = "Ignore", .look = ButtonLook::kQuiet, .name = name};
  const float height = std::min(row.h, 22.0f);
  if (Button(frame, {c.ignore.x, c.ignore.middle_y() - height / 2, c.ignore.w, height}, spec)) {
    filter(false);
  }
}

// The first that is pressed becomes A, the next one B.
void LabelValuesTable::DrawCompare(Frame& frame, const Rect& cell, std::size_t index,
                                   const Row& values) {
  const OpenProfile& profile = *frame.session.active();
  if (!values.side || profile.IsDiff()) return;
  const std::optional<SideLabels>& a = profile.labels.side;
  const bool chosen = a && *a == sides_[*values.side];
  const std::string id = "compare " + std::to_string(index);
  const std::string name = (a && !chosen ? "as b " : "compare ") + std::string(values.text);
  const bool narrow = cell.w < 60;
  const ButtonSpec spec{.id = id,
                        .label = narrow   ? chosen ? "A"
                                            : a    ? "B"
                                                   : ""
                                 : chosen ? "A"
                                 : a      ? "As B"
                                          : "Compare",
                        .icon = narrow && !a ? Icon::kDiff : Icon::kNone,
                        .look = chosen ? ButtonLook::kPrimary : ButtonLook::kQuiet,
                        .selected = chosen,
                        .name = name};
  const float height = std::min(cell.h, 22.0f);
  if (Button(frame, {cell.x, cell.middle_y() - height / 2, cell.w - 4, height}, spec)) {
    frame.Do({.verb = Verb::kLabelSide, .number = *values.side});
  }
}

}  // namespace burnglass::ui
