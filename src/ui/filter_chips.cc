#include "ui/filter_chips.h"

#include <algorithm>
#include <cmath>

#include "session/filters.h"
#include "session/numbers.h"
#include "ui/button.h"

namespace burnglass::ui {
namespace {

constexpr float kChip = 22, kPad = 8, kGap = 8, kCross = 18, kLeastText = 40, kMostText = 260;
constexpr float kFieldText = 220;
constexpr std::string_view kOthersText = "only my code";

std::string_view TextOf(const ActiveFilter& filter) {
  return filter.others ? kOthersText : std::string_view(filter.text);
}

TextStyle StyleOf(const ActiveFilter& filter) { return filter.others ? kSmall : kBoxLabel; }

float ChipWidth(const Frame& frame, const ActiveFilter& filter) {
  const float text = frame.pen.Width(StyleOf(filter), TextOf(filter));
  return kPad + frame.pen.Width(kSmall, filter.field->name) + 6 +
         std::clamp(text, kLeastText, kMostText) + kCross + 4;
}

void DrawChip(Frame& frame, const Rect& place, const ActiveFilter& filter) {
  const std::string name(filter.field->name);
  const std::string id = name + (filter.others ? " others" : "");
  const Rect cross{place.right() - kCross - 2, place.y + 2, kCross, place.h - 4};
  // The cross lies on the chip: it is asked first.
  const Press drop = Pressable(frame, "drop " + id, cross);
  const Press press = Pressable(frame, "chip " + id, place);
  if (drop.hovered || press.hovered) frame.cursor = Cursor::kHand;
  frame.pen.Fill(place, press.hovered ? frame.theme.hover : frame.theme.raised, 4);
  frame.pen.Outline(place, frame.theme.line2, 1, 4);
  Rect rest = place.Inset(kPad, 0);
  CutLeft(rest, frame.pen.Text(rest, kSmall, frame.theme.text3, name) + 6);
  const Rect text{rest.x, rest.y, cross.x - rest.x - 2, rest.h};
  frame.pen.TextFit(text, StyleOf(filter), frame.theme.text, TextOf(filter));
  frame.pen.Draw(Icon::kClose, {cross.middle_x(), cross.middle_y()}, 12,
                 drop.hovered ? frame.theme.text : frame.theme.text3);
  frame.snapshot.Add(Role::kChip, filter.others ? kOthersText : std::string_view(name), filter.text,
                     place, press.hovered ? kHovered : 0);
  frame.snapshot.Add(Role::kButton, "drop " + (filter.others ? std::string(kOthersText) : name), "",
                     cross, drop.hovered ? kHovered : 0);
  if (drop.clicked || (press.clicked && filter.others)) {
    frame.Do(filter.others ? Command{.verb = Verb::kOnlyMyCode}
                           : Command{.verb = Verb::kDropFilter, .text = name});
  } else if (press.clicked) {
    frame.Do({.verb = Verb::kEditFilter, .text = name});
  }
}

float FieldWidth(const Frame& frame) {
  return kPad + frame.pen.Width(kSmall, frame.session.editing()->name) + 6 + kFieldText + kPad;
}

}  // namespace

void DrawFilterField(Frame& frame, const Rect& place) {
  const FilterEdit& edit = *frame.session.editing();
  frame.pen.Fill(place, frame.theme.sunk, 4);
  frame.pen.Outline(place, edit.refusal.empty() ? frame.theme.accent : frame.theme.err, 2, 4);
  Rect rest = place.Inset(kPad, 0);
  CutLeft(rest, frame.pen.Text(rest, kSmall, frame.theme.text3, edit.name) + 6);
  frame.filter_field = {rest.x, rest.y + 2, rest.w, rest.h - 4};
  frame.snapshot.Add(Role::kField, "filter " + edit.name, edit.text, place);
}

Rect DrawFilterChips(Frame& frame, Rect& rest) {
  const OpenProfile& profile = *frame.session.active();
  const FilterEdit* edit = frame.session.editing();
  ButtonSpec add{.id = "add filter",
                 .label = "Filter",
                 .icon = Icon::kPlus,
                 .look = ButtonLook::kQuiet,
                 .name = "add a filter"};
  const float add_width = ButtonWidth(frame, add);
  const auto cut = [&](float width) {
    const Rect strip = CutLeft(rest, width);
    CutLeft(rest, kGap);
    return Rect{strip.x, strip.middle_y() - kChip / 2, strip.w, kChip};
  };
  bool field_drawn = false;
  std::int64_t left_out = 0;
  for (const ActiveFilter& filter : FiltersOf(profile.query, profile.SoughtOthers())) {
    if (edit && filter.field->name == edit->name && !filter.others) {
      DrawFilterField(frame, cut(std::min(FieldWidth(frame), rest.w - add_width)));
      field_drawn = true;
      continue;
    }
    const float width = ChipWidth(frame, filter);
    const float field = edit && !field_drawn ? FieldWidth(frame) + kGap : 0;
    if (width + field + add_width > rest.w) {
      ++left_out;
      continue;
    }
    DrawChip(frame, cut(width), filter);
  }
  if (edit && !field_drawn) {
    DrawFilterField(frame, cut(std::min(FieldWidth(frame), rest.w - add_width)));
  }
  const std::string more = CountText(left_out) + " more";
  if (left_out > 0) add.label = more;
  const Rect button = cut(std::min(ButtonWidth(frame, add), rest.w));
  if (Button(frame, button, add)) frame.Do(Verb::kAddFilter);
  return button;
}

void DrawFilterRefusal(Frame& frame, const Rect& screen) {
  const FilterEdit* edit = frame.session.editing();
  if (!edit || edit->refusal.empty() || frame.filter_field.w <= 0) return;
  const FieldPlace& field = frame.filter_field;
  const float width = std::min(360.0f, screen.w - 16);
  const float text = width - 46;
  const float lines =
      std::max(1.0f, std::ceil(frame.pen.Width(kBody, edit->refusal) / text * 1.1f));
  Rect card{field.x - 8, field.y + field.h + 8, width, 20 + 18 * lines};
  card.x = std::clamp(card.x, screen.x + 8, std::max(8.0f, screen.right() - 8 - card.w));
  Layer(frame, "refusal", card, [&] {
    frame.pen.Fill(card, frame.theme.raised, 6);
    frame.pen.Outline(card, frame.theme.line2, 1, 6);
    frame.pen.Draw(Icon::kWarn, {card.x + 19, card.y + 19}, 15, frame.theme.err);
    frame.pen.Paragraph({card.x + 36, card.y + 10, text, card.h}, kBody, frame.theme.text,
                        edit->refusal, 18);
    frame.snapshot.Add(Role::kLabel, "refusal", edit->refusal, card);
  });
}

}  // namespace burnglass::ui
