#include "ui/goroutines_view.h"

#include "session/numbers.h"
#include "ui/button.h"
#include "ui/goroutine_menus.h"
#include "ui/goroutine_words.h"

namespace burnglass::ui {
namespace {

constexpr float kPad = 12, kLine = 34, kButton = 26, kBesideFrom = 960, kPanel = 452;
constexpr float kStrip = 14, kLegend = 24;

// Places one after the other, and on in the next line where there is no room.
struct Flow {
  float left = 0, right = 0, x = 0, y = 0;

  Rect Take(float width) {
    if (x + width > right && x > left) x = left, y += kLine;
    const Rect place{x, y + (kLine - kButton) / 2, std::min(width, right - left), kButton};
    x += width + 6;
    return place;
  }
};

std::string DumpText(const OpenProfile& profile, std::int64_t total) {
  return profile.name + " · " + CountText(total);
}

const OpenProfile* FindProfile(const Session& session, ProfileId id) {
  for (const auto& one : session.profiles()) {
    if (one->id == id) return one.get();
  }
  return nullptr;
}

}  // namespace

void GoroutinesView::Draw(Frame& frame, const Rect& area, float row_height) {
  const GoroutineTable* table = frame.session.ShownGoroutines();
  if (!table) return;
  Rect rest = area;
  DrawHead(frame, rest, *table);
  DrawStrip(frame, rest, *table);
  frame.pen.HLine(rest.x, rest.y, rest.w, frame.theme.line);
  const bool beside = area.w >= kBesideFrom;
  const bool chosen = frame.session.active()->goroutines.row.has_value();
  const bool told = chosen || table->facts().stuck_size() > 0;
  Rect panel;
  if (beside) panel = CutRight(rest, std::min(kPanel, area.w * 0.42f));
  if (!beside && told) panel = CutBottom(rest, rest.h * (chosen ? 0.62f : 0.34f));
  if (!panel.empty()) panel_.Draw(frame, panel, *table);
  groups_.Draw(frame, rest, row_height, *table);
}

void GoroutinesView::DrawHead(Frame& frame, Rect& rest, const GoroutineTable& table) {
  const OpenProfile& profile = *frame.session.active();
  const GoroutinesState& state = profile.goroutines;
  const pb::GoroutinesAnswer& facts = table.facts();
  Flow flow{rest.x + kPad, rest.right() - kPad, rest.x + kPad, rest.y};
  const auto button = [&](const ButtonSpec& spec, Verb verb) {
    const Rect place = flow.Take(ButtonWidth(frame, spec));
    if (Button(frame, place, spec)) frame.Do(verb);
    return place;
  };
  const std::vector<ProfileId> with = frame.session.JoinedWith();
  const OpenProfile* joined = with.empty() ? nullptr : FindProfile(frame.session, with.front());
  if (joined) {
    std::string label = "A  " + DumpText(*joined, facts.total_before());
    if (with.size() > 1) {
      label += " · and " + CountText(static_cast<std::int64_t>(with.size()) - 1) + " since";
    }
    join_ = button({.id = "join", .label = label, .menu = true}, Verb::kJoinMenu);
    const std::string here = "B  " + DumpText(profile, facts.total());
    const Rect place = flow.Take(frame.pen.Width(kBody, here) + 14);
    frame.pen.Text(place, kBody, frame.theme.text2, here);
    frame.snapshot.Add(Role::kLabel, "dump B", here, place);
  } else if (!frame.session.JoinCandidates().empty()) {
    join_ =
        button({.id = "join", .label = "Join with an earlier dump", .menu = true}, Verb::kJoinMenu);
  }
  by_ = button({.id = "by", .label = ByWord(state.by), .menu = true}, Verb::kGoroutinesByMenu);
  const std::string& only = state.filter.state;
  const bool has_state = state.by == 0 || state.by == 1;
  if (has_state) {
    state_ = button({.id = "state",
                     .label = only.empty() ? std::string_view("Any state") : only,
                     .selected = !only.empty(),
                     .menu = true},
                    Verb::kGoroutineStateMenu);
  }
  if (facts.longest_wait() > 0) {
    const std::string wait = WaitWord(state.filter.wait);
    wait_ = button({.id = "wait", .label = wait, .selected = state.filter.wait > 0, .menu = true},
                   Verb::kGoroutineWaitMenu);
  }
  if (const std::size_t hidden = state.filter.hidden.size(); hidden > 0) {
    const std::string label = "Show " + CountText(static_cast<std::int64_t>(hidden)) + " hidden";
    button({.id = "show groups", .label = label, .look = ButtonLook::kLink}, Verb::kShowGroups);
  }
  const std::string said = JoinedWords(table);
  const float width = frame.pen.Width(kSmall, said);
  if (flow.x + width + 8 > flow.right) flow.x = flow.left, flow.y += kLine - 6;
  const bool own_line = flow.x == flow.left;
  const Rect line{flow.x, flow.y, flow.right - flow.x, kLine};
  if (own_line) {
    frame.pen.TextFit(line, kSmall, frame.theme.text2, said);
  } else {
    frame.pen.Text(line, kSmall, frame.theme.text2, said, Align::kRight);
  }
  frame.snapshot.Add(Role::kLabel, "joined", said, line);
  CutTop(rest, flow.y + kLine - rest.y);
  frame.pen.HLine(rest.x, rest.y - 1, rest.w, frame.theme.line);
}

// How many are in which state; a click on one leaves only these.
void GoroutinesView::DrawStrip(Frame& frame, Rect& rest, const GoroutineTable& table) const {
  const pb::GoroutinesAnswer& facts = table.facts();
  const std::string& only = frame.session.active()->goroutines.filter.state;
  CutTop(rest, 10);
  const Rect bar = CutTop(rest, kStrip).Inset(kPad, 0);
  CutTop(rest, 2);
  const float legend_y = rest.y;
  float x = bar.x, word_x = bar.x, word_y = legend_y;
  for (int i = 0; i < facts.state_size(); ++i) {
    const pb::GoroutineState& state = facts.state(i);
    if (state.count() == 0) break;
    const Rgba colour = StateColour(frame.theme, table, state.state());
    const float share =
        static_cast<float>(static_cast<double>(state.count()) / static_cast<double>(facts.total()));
    const float width = std::max(2.0f, (bar.w - 8) * share);
    if (x < bar.right())
      frame.pen.Fill({x, bar.y, std::min(width, bar.right() - x), bar.h}, colour, 1);
    x += width + 1;
    const std::string_view word =
        state.state().empty() ? "no state" : std::string_view(state.state());
    const std::string count = CountText(state.count());
    const float words =
        16 + frame.pen.Width(kSmall, word) + 6 + frame.pen.Width(kSmallStrong, count);
    if (word_x + words > bar.right() && word_x > bar.x) word_x = bar.x, word_y += kLegend;
    if (word_y > legend_y + kLegend) continue;
    const Rect place{word_x, word_y, words, kLegend};
    const Press press = Pressable(frame, "state", static_cast<std::size_t>(i), place);
    const bool chosen = !only.empty() && only == state.state();
    frame.pen.Fill({place.x, place.middle_y() - 5, 10, 10}, colour, 2);
    const Rgba ink = press.hovered || chosen ? frame.theme.text : frame.theme.text2;
    const float end =
        16 + frame.pen.Text({place.x + 16, place.y, 0, place.h}, kSmall, ink, word) + 6;
    frame.pen.Text({place.x + end, place.y, 0, place.h}, kSmallStrong, frame.theme.text, count);
    if (chosen) frame.pen.HLine(place.x, place.bottom() - 2, place.w, frame.theme.accent, 2);
    if (press.hovered) frame.cursor = Cursor::kHand;
    frame.snapshot.Add(
        Role::kButton, "state " + std::string(word), count, place,
        static_cast<std::uint8_t>((chosen ? kSelected : 0) | (press.hovered ? kHovered : 0)));
    if (press.clicked) {
      frame.Do({.verb = Verb::kGoroutineState, .text = chosen ? std::string() : state.state()});
    }
    word_x += words + 20;
  }
  CutTop(rest, word_y > legend_y ? 2 * kLegend : kLegend);
  CutTop(rest, 4);
}

void GoroutinesView::DrawMenus(Frame& frame, const Rect& screen) const {
  switch (frame.session.look().overlay) {
    case Overlay::kJoin:
      return DrawJoinMenu(frame, screen, join_);
    case Overlay::kGoroutinesBy:
      return DrawByMenu(frame, screen, by_);
    case Overlay::kGoroutineStates:
      return DrawStateMenu(frame, screen, state_);
    default:
      return DrawWaitMenu(frame, screen, wait_);
  }
}

}  // namespace burnglass::ui
