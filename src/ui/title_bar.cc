#include "ui/title_bar.h"

#include <algorithm>

#include "ui/button.h"
#include "ui/logo.h"

namespace burnglass::ui {
namespace {

constexpr float kTabMost = 230, kTabLeast = 92, kTabHeight = 28, kTabGap = 4;
constexpr float kTabPad = 9, kTabIcon = 16, kCloseSize = 18, kListButton = 28;

struct TabText {
  std::string title, kind;
};

TabText TextOf(const Frame& frame, const OpenProfile& profile) {
  return {frame.session.TitleOf(profile), profile.facts.kind};
}

Icon IconOf(const OpenProfile& profile) {
  switch (profile.state) {
    case LoadState::kLoading:
      return Icon::kClock;
    case LoadState::kFailed:
      return Icon::kWarn;
    case LoadState::kOpen:
      return profile.IsDiff() ? Icon::kDiff : KindIcon(profile.facts.kind);
  }
  return Icon::kFile;
}

float WantedWidth(const Frame& frame, const TabText& text) {
  const float kind = text.kind.empty() ? 0 : 7 + frame.pen.Width(kTiny, text.kind);
  const float width =
      2 * kTabPad + kTabIcon + 5 + frame.pen.Width(kBody, text.title) + kind + 5 + kCloseSize;
  return std::min(kTabMost, width);
}

Rgba IconColour(const Theme& theme, const OpenProfile& profile, bool active) {
  if (profile.state == LoadState::kFailed) return active ? theme.err : theme.text3;
  return active ? theme.link : theme.text3;
}

void DrawTab(Frame& frame, const OpenProfile& profile, const Rect& tab) {
  const bool active = frame.session.active() == &profile;
  // The close button lies on the tab: it is asked first.
  const Rect close{tab.right() - kCloseSize - 4, tab.middle_y() - kCloseSize / 2, kCloseSize,
                   kCloseSize};
  const Press closing = Pressable(frame, "close tab", profile.id, close);
  const Press press = Pressable(frame, "tab", profile.id, tab);
  if (active) {
    frame.pen.Fill(tab, frame.theme.raised, 4);
    frame.pen.Outline(tab, frame.theme.line, 1, 4);
  } else if (press.hovered) {
    frame.pen.Fill(tab, frame.theme.hover, 4);
  }
  if (closing.hovered) frame.pen.Fill(close, frame.theme.line, 3);
  if (press.hovered || closing.hovered) frame.cursor = Cursor::kHand;

  const TabText text = TextOf(frame, profile);
  Rect rest{tab.x + kTabPad, tab.y, close.x - tab.x - kTabPad - 4, tab.h};
  const Rect icon = CutLeft(rest, kTabIcon);
  frame.pen.Draw(IconOf(profile), {icon.middle_x(), icon.middle_y()}, 14,
                 IconColour(frame.theme, profile, active));
  CutLeft(rest, 5);
  const float kind = text.kind.empty() ? 0 : 7 + frame.pen.Width(kTiny, text.kind);
  const Rect title{rest.x, rest.y, std::max(0.0f, rest.w - kind), rest.h};
  const float used =
      frame.pen.TextFit(title, kBody, active ? frame.theme.text : frame.theme.text2, text.title);
  frame.pen.Text({rest.x + used + 7, rest.y + 1, kind, rest.h}, kTiny, frame.theme.text3,
                 text.kind);
  frame.pen.Draw(Icon::kClose, {close.middle_x(), close.middle_y()}, 13,
                 closing.hovered ? frame.theme.text : frame.theme.text3);

  frame.snapshot.Add(
      Role::kTab, text.title, text.kind, tab,
      static_cast<std::uint8_t>((active ? kSelected : 0) | (press.hovered ? kHovered : 0)));
  frame.snapshot.Add(Role::kButton, "close " + text.title, "", close,
                     closing.hovered ? kHovered : 0);
  if (closing.clicked) {
    frame.Do({.verb = Verb::kClose, .number = profile.id});
  } else if (press.clicked) {
    frame.Do({.verb = Verb::kActivate, .number = profile.id});
  }
}

constexpr ButtonSpec kCompare{.id = "compare", .label = "Compare", .icon = Icon::kDiff};

// With two files or more, one of which is in front, they can be compared; a file with labels can be
// within itself.
bool CanCompare(const Frame& frame) {
  const OpenProfile* profile = frame.session.active();
  const auto& all = frame.session.profiles();
  const auto is_file = [](const auto& one) { return one->state == LoadState::kOpen && !one->plan; };
  return profile && profile->state == LoadState::kOpen && !profile->plan &&
         (std::count_if(all.begin(), all.end(), is_file) > 1 || !profile->facts.label_keys.empty());
}

Rect DrawCompareButton(Frame& frame, Rect& rest) {
  const Rect cell = CutLeft(rest, ButtonWidth(frame, kCompare));
  const Rect place{cell.x, cell.middle_y() - 13, cell.w, 26};
  if (Button(frame, place, kCompare)) frame.Do(Verb::kCompare);
  CutLeft(rest, 4);
  return place;
}

// When they do not fit, all tabs but the narrow ones shrink alike; when even that is not enough, a
// button lists them all. Returns that button's place, and that of the one that compares.
TitleAnchors DrawTabs(Frame& frame, Rect rest) {
  const auto& profiles = frame.session.profiles();
  std::vector<float> widths;
  float sum = 0;
  for (const auto& profile : profiles) {
    widths.push_back(WantedWidth(frame, TextOf(frame, *profile)));
    sum += widths.back() + kTabGap;
  }
  const bool compare = CanCompare(frame);
  const float more = compare ? ButtonWidth(frame, kCompare) + 8 : 0;
  const float room = rest.w - 32 - kListButton - more;
  const float scale = sum > room ? room / sum : 1;
  std::size_t first = 0;
  const auto fits = static_cast<std::size_t>(std::max(1.0f, room / (kTabLeast + kTabGap)));
  if (profiles.size() > fits) {
    for (std::size_t i = 0; i < profiles.size(); ++i) {
      if (frame.session.active() == profiles[i].get() && i >= fits) first = i + 1 - fits;
    }
  }
  const std::size_t end = std::min(profiles.size(), first + fits);
  for (std::size_t i = first; i < end; ++i) {
    const Rect tab = CutLeft(rest, std::max(kTabLeast, widths[i] * scale));
    DrawTab(frame, *profiles[i], {tab.x, tab.middle_y() - kTabHeight / 2, tab.w, kTabHeight});
    CutLeft(rest, kTabGap);
  }
  const Rect plus = CutLeft(rest, 28);
  if (!profiles.empty() && IconButton(frame, {plus.x, plus.middle_y() - 14, 28, 28}, "open",
                                      Icon::kPlus, "open files")) {
    frame.Do(Verb::kOpenFiles);
  }
  TitleAnchors anchors;
  if (compare) CutLeft(rest, 4), anchors.compare = DrawCompareButton(frame, rest);
  const Rect list = CutLeft(rest, kListButton);
  anchors.profiles = list;
  if (profiles.size() > fits && IconButton(frame, {list.x, list.middle_y() - 14, 28, 28}, "list",
                                           Icon::kChevronDown, "all open profiles")) {
    frame.Do(Verb::kProfiles);
  }
  return anchors;
}

}  // namespace

GlobalAnchors DrawGlobalButtons(Frame& frame, Rect& bar, GlobalButtons which) {
  CutRight(bar, 8);
  const auto button = [&](std::string_view id, Icon icon, std::string_view name, Verb verb) {
    if (bar.w < 28) return Rect{bar.right(), bar.middle_y(), 0, 0};
    const Rect strip = CutRight(bar, 28);
    const Rect place{strip.x, strip.middle_y() - 14, 28, 28};
    if (IconButton(frame, place, id, icon, name)) frame.Do(verb);
    CutRight(bar, 4);
    return place;
  };
  const ThemeChoice choice = frame.session.look().theme;
  const Icon theme = choice == ThemeChoice::kSystem  ? Icon::kSystem
                     : choice == ThemeChoice::kLight ? Icon::kSun
                                                     : Icon::kMoon;
  const bool narrow = which == GlobalButtons::kNarrow;
  if (!narrow) {
    button("keys", Icon::kHelp, "keys", Verb::kKeys);
    button("theme", theme,
           choice == ThemeChoice::kSystem  ? "theme: as the system"
           : choice == ThemeChoice::kLight ? "theme: light"
                                           : "theme: dark",
           Verb::kTheme);
  }
  GlobalAnchors anchors;
  anchors.settings = button("settings", Icon::kSliders, "settings", Verb::kSettings);
  if (narrow) anchors.exports = button("exports", Icon::kSave, "save as", Verb::kExports);
  const bool open = which == GlobalButtons::kAll && frame.session.active();
  if (open) button("link", Icon::kLink, "copy a link", Verb::kCopyLink);
  button("palette", Icon::kPrompt, "all actions", Verb::kPalette);
  const History& history = frame.session.history();
  if (open && history.can_redo()) button("redo", Icon::kRedo, "redo", Verb::kRedo);
  if (open && history.can_undo()) button("undo", Icon::kUndo, "undo", Verb::kUndo);
  return anchors;
}

TitleAnchors DrawTitleBar(Frame& frame, const Rect& bar) {
  frame.pen.Fill(bar, frame.theme.panel);
  frame.pen.HLine(bar.x, bar.bottom() - 1, bar.w, frame.theme.line);
  Rect rest = bar;
  const Rect settings = DrawGlobalButtons(frame, rest, GlobalButtons::kAll).settings;
  CutLeft(rest, 14);
  const Rect logo = CutLeft(rest, 20);
  DrawLogo(frame, {logo.x, logo.middle_y() - 10, 20, 20});
  CutLeft(rest, 6);
  CutLeft(rest, frame.pen.Text(rest, kPanelHead, frame.theme.text, "Burnglass"));
  CutLeft(rest, 18);
  TitleAnchors anchors = DrawTabs(frame, rest);
  anchors.settings = settings;
  DrawTitleProgress(frame, bar);
  return anchors;
}

void DrawTitleProgress(Frame& frame, const Rect& bar) {
  const OpenProfile* profile = frame.session.active();
  if (!profile || profile->state != LoadState::kLoading || profile->loading.total <= 0) return;
  const double share = std::clamp(profile->loading.done / profile->loading.total, 0.0, 1.0);
  const Rect line{bar.x, bar.bottom() - 1, bar.w, 2};
  frame.pen.Fill(line, frame.theme.line);
  frame.pen.Fill({line.x, line.y, line.w * static_cast<float>(share), line.h}, frame.theme.accent);
}

}  // namespace burnglass::ui
