#include "ui/callers_view.h"

#include "session/numbers.h"
#include "ui/flame_labels.h"

namespace burnglass::ui {
namespace {

constexpr float kHeadHeight = 28, kFootHeight = 24, kBarHeight = 32, kGap = 5, kMargin = 8,
                kPad = 12;

// Who the view is about, and why, where nobody has chosen it.
void DrawHead(Frame& frame, const Rect& head) {
  Rect rest = head.Inset(kPad + 2, 0);
  const Rect icon = CutLeft(rest, 18);
  frame.pen.Draw(Icon::kChevronUp, {icon.x + 6, icon.middle_y()}, 13, frame.theme.text3);
  CutLeft(rest, frame.pen.Text(rest, kBody, frame.theme.text2, "Callers") + 16);
  const bool chosen = frame.session.active()->pivot.name.has_value();
  const std::string_view text =
      chosen ? "all occurrences merged"
             : "nothing is selected: this is the hottest function of the program itself";
  const std::string fitted = frame.pen.Fitted(kSmall, text, rest.w);
  const float width = frame.pen.Text(rest, kSmall, frame.theme.text3, fitted, Align::kRight);
  frame.snapshot.Add(Role::kLabel, "pivot of", text, {rest.right() - width, rest.y, width, rest.h});
}

void DrawFoot(Frame& frame, const Rect& foot) {
  Rect rest = foot.Inset(kPad + 2, 0);
  const Rect icon = CutLeft(rest, 18);
  frame.pen.Draw(Icon::kChevronDown, {icon.x + 6, icon.middle_y()}, 13, frame.theme.text3);
  frame.pen.Text(rest, kBody, frame.theme.text2, "Callees");
}

void DrawBar(Frame& frame, const Rect& bar) {
  const OpenProfile& profile = *frame.session.active();
  const NameId name = profile.pivot.shown;
  const Flame& flame = *profile.pivot.callers->flame;
  const std::string& unit = profile.Type().unit;
  const std::int64_t cum = flame[0].cum, total = flame.total();
  frame.pen.Fill(bar, frame.theme.accent, 4);
  Rect rest = bar.Inset(10, 0);
  const std::string value = "cum " + ValueText(cum, unit) + " · " + PercentText(cum, total);
  const auto figure = [&](bool bold, const std::string& text) {
    const TextStyle style{Face::kMono, 11, bold};
    const float width = frame.pen.Width(style, text);
    if (width > rest.w * 0.6f) return;
    frame.pen.Text(rest, style, frame.theme.on_accent, text, Align::kRight);
    CutRight(rest, width + 14);
  };
  figure(true, value);
  if (const Peek* peek = frame.session.ShownPivot()) {
    figure(false, "flat " + ValueText(peek->flat, unit) + " · " + PercentText(peek->flat, total));
  }
  const TextStyle style{Face::kMono, 13, true};
  const float advance = frame.pen.Width(style, "0");
  const auto room = static_cast<std::size_t>(std::max(0.0f, rest.w) / advance);
  frame.pen.Text(rest, style, frame.theme.on_accent, ChooseLabel(profile.names, name, room));
  frame.snapshot.Add(Role::kBox, profile.names.Full(name),
                     ValueText(cum, unit) + " · " + PercentText(cum, total), bar, kSelected);
}

void Say(Frame& frame, const Rect& area, std::string_view text) {
  if (area.h < 20) return;
  frame.pen.Paragraph(area.Inset(10, 0), kBody, frame.theme.text3, text, 18);
}

bool HasRows(const Answers& answers) { return answers.flame->depth() > 0; }

}  // namespace

const std::optional<Hover>& CallersView::hovered() const {
  return callers_.hovered() ? callers_.hovered() : callees_.hovered();
}

void CallersView::Forget() {
  callers_.Forget();
  callees_.Forget();
}

// In the middle, but lower where only the callers want more room; moved by scrolling, yet never out
// of sight.
CallersView::Place CallersView::PlaceBar(const PivotState& pivot, const Rect& room, float row) {
  const float up = static_cast<float>(pivot.callers->flame->depth()) * row;
  const float down = static_cast<float>(pivot.callees->flame->depth()) * row;
  const float height = std::max(0.0f, room.h - kBarHeight - 2 * kGap);
  const float half = height / 2;
  const float above = up <= half ? half : std::min(up, std::max(half, height - down));
  const double wanted = room.y + above + kGap - pivot.view.scroll;
  const double least = room.y + row,
               most = std::max(least, static_cast<double>(room.bottom() - kBarHeight - row));
  const double y = std::clamp(wanted, least, most);
  Place place;
  place.bar = {room.x, static_cast<float>(y), room.w, kBarHeight};
  // The first row of both graphs is the function itself, which the bar stands for.
  place.callers_scroll = row + std::max(0.0, wanted - y);
  place.callees_scroll = row + std::max(0.0, y - wanted);
  return place;
}

void CallersView::Draw(Frame& frame, const Layout& layout) {
  drawn_ = false;
  const OpenProfile& profile = *frame.session.active();
  Rect rest = layout.graph_area;
  DrawHead(frame, CutTop(rest, kHeadHeight));
  DrawFoot(frame, CutBottom(rest, kFootHeight));
  if (!profile.pivot.callers || rest.h < 4 * layout.row + kBarHeight) return;
  drawn_ = true;
  DrawGraphs(frame, rest, layout.row);
}

void CallersView::DrawGraphs(Frame& frame, const Rect& room, float row) {
  const PivotState& pivot = frame.session.active()->pivot;
  const Rect inner{room.x + kMargin, room.y, room.w - 2 * kMargin, room.h};
  const Place place = PlaceBar(pivot, inner, row);
  const Rect above{inner.x, inner.y, inner.w, place.bar.y - kGap - inner.y};
  const float under = place.bar.bottom() + kGap;
  const Rect below{inner.x, under, inner.w, inner.bottom() - under};
  const auto with_margin = [&](const Rect& r) { return Rect{room.x, r.y, room.w, r.h}; };
  if (HasRows(*pivot.callers)) {
    callers_.Draw(frame, {.answers = pivot.callers,
                          .view = &pivot.view,
                          .form = TreeForm::kCallers,
                          .batch = FlameBatch::kCallers,
                          .id = "callers",
                          .area = with_margin(above),
                          .graph = above,
                          .row = row,
                          .scroll = place.callers_scroll,
                          .root_at_bottom = true});
  } else {
    Say(frame, {above.x, above.bottom() - 24, above.w, 24}, "No callers: stacks begin here.");
  }
  if (HasRows(*pivot.callees)) {
    callees_.Draw(frame, {.answers = pivot.callees,
                          .view = &pivot.view,
                          .form = TreeForm::kCallees,
                          .batch = FlameBatch::kCallees,
                          .id = "callees",
                          .area = with_margin(below),
                          .graph = below,
                          .row = row,
                          .scroll = place.callees_scroll});
  } else {
    Say(frame, {below.x, below.y + 4, below.w, 24}, "No callees: stacks end here.");
  }
  const bool by_hand = callers_.by_hand() || callees_.by_hand();
  callers_.SetByHand(by_hand);
  callees_.SetByHand(by_hand);
  DrawBar(frame, place.bar);
}

void CallersView::DrawLists(Frame& frame, const Layout& layout) {
  const Rect& area = layout.side;
  frame.pen.Fill(area, frame.theme.panel);
  frame.pen.VLine(area.x, area.y, area.h, frame.theme.line);
  frame.pen.HLine(area.x, area.y, area.w, frame.theme.line);
  const Peek* peek = frame.session.ShownPivot();
  if (!peek) return;
  const KinSpec callers{"Callers", "Stacks begin here.", peek->callers, peek->cum,
                        layout.table_row};
  const KinSpec callees{"Callees", "Stacks end here.", peek->callees, peek->cum, layout.table_row};
  Rect rest = area;
  CutLeft(rest, 1);
  // Each as high as it is, but neither takes more than half while the other wants it.
  const float half = rest.h / 2;
  const float room_left = std::max(half, rest.h - KinList::HeightOf(callees));
  const Rect upper = CutTop(rest, std::min(KinList::HeightOf(callers), room_left));
  caller_list_.Draw(frame, upper, callers);
  frame.pen.HLine(rest.x, rest.y, rest.w, frame.theme.line);
  callee_list_.Draw(frame, rest, callees);
}

}  // namespace burnglass::ui
