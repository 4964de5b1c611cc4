// What lies above everything else: menus, sheets, the palette, the hover card.
#include "session/numbers.h"
#include "ui/export_menu.h"
#include "ui/filter_chips.h"
#include "ui/function_menu.h"
#include "ui/guide.h"
#include "ui/hover_card.h"
#include "ui/key_sheet.h"
#include "ui/more_menus.h"
#include "ui/shell.h"
#include "ui/start_page.h"
#include "ui/tour.h"

namespace burnglass::ui {
namespace {

// Where there is no status line, what was just done is said above the foot.
void DrawNotice(Frame& frame, const Rect& work) {
  const std::string& notice = frame.session.notice();
  if (notice.empty()) return;
  const float width = std::min(work.w - 24, frame.pen.Width(kSmall, notice) + 28);
  const Rect card{work.middle_x() - width / 2, work.bottom() - 44, width, 32};
  Layer(frame, "notice", card, [&] {
    frame.pen.Fill(card, frame.theme.raised, 6);
    frame.pen.Outline(card, frame.theme.line2, 1, 6);
    frame.pen.TextFit(card.Inset(14, 0), kSmall, frame.theme.text, notice);
    frame.snapshot.Add(Role::kLabel, "notice", notice, card);
  });
}

}  // namespace

void Shell::DrawOverlay(Frame& frame, const ShellInput& input) {
  const Rect screen{0, 0, input.w, input.h};
  const Look& look = frame.session.look();
  if (look.overlay != menu_of_) {
    menu_ = {};
    menu_of_ = look.overlay;
    palette_.Forget();
  }
  if (look.overlay != Overlay::kNone) {
    DrawOpenOverlay(frame, screen);
  } else {
    DrawFilterRefusal(frame, screen);
    if (Hovered() && !frame.coarse) DrawHoverCard(frame, *Hovered(), screen.Inset(4));
  }
  const bool no_status = layout_.form == Form::kNarrow || layout_.form == Form::kEmbedded;
  if (no_status) DrawNotice(frame, layout_.work);
  if (input.dragging && frame.session.active()) DrawDropCue(frame, screen);
}

void Shell::DrawOpenOverlay(Frame& frame, const Rect& screen) {
  const OpenProfile* profile = frame.session.active();
  const bool open = profile && profile->state == LoadState::kOpen;
  switch (frame.session.look().overlay) {
    case Overlay::kKeys:
      frame.search_field = frame.filter_field = {};
      return DrawKeySheet(frame, screen);
    case Overlay::kSampleTypes:
      if (open) DrawSampleTypes(frame, screen);
      return;
    case Overlay::kProfiles:
      return DrawProfiles(frame, screen);
    case Overlay::kFunction:
      if (open) DrawFunctionMenu(frame, screen, FunctionAnchor(frame));
      return;
    case Overlay::kFilters:
      if (open) DrawFiltersMenu(frame, screen, filters_anchor_);
      return;
    case Overlay::kSettings:
      return DrawSettingsMenu(frame, screen, settings_anchor_);
    case Overlay::kPalette:
      return palette_.Draw(frame, screen);
    case Overlay::kGuide:
      frame.search_field = frame.filter_field = {};
      return DrawGuide(frame, screen);
    case Overlay::kSourceLinks:
      return DrawSourceLinks(frame, screen, lines_.link_anchor());
    case Overlay::kTour:
      if (open && !profile->Empty() && profile->shown && profile->shown->flame->size() > 0) {
        DrawTour(frame, screen, layout_);
      }
      return;
    case Overlay::kExports:
      if (open && profile->shown) DrawExportMenu(frame, screen, exports_anchor_);
      return;
    case Overlay::kCompare:
      if (open) DrawCompareMenu(frame, screen, compare_anchor_);
      return;
    case Overlay::kSide:
      if (open && profile->plan) {
        DrawSideMenu(frame, screen, compare_.sides[frame.session.look().menu_side == 1 ? 1 : 0]);
      }
      return;
    case Overlay::kModes:
      if (open && profile->plan) DrawModeMenu(frame, screen, compare_.mode);
      return;
    case Overlay::kWidths:
      if (open) DrawWidthMenu(frame, screen, compare_.width);
      return;
    case Overlay::kShapes:
    case Overlay::kColours:
    case Overlay::kRowsLabels:
      if (open) shape_menus_.DrawOpen(frame, screen);
      return;
    case Overlay::kJoin:
    case Overlay::kGoroutinesBy:
    case Overlay::kGoroutineStates:
    case Overlay::kGoroutineWaits:
      if (open) goroutines_.DrawMenus(frame, screen);
      return;
    case Overlay::kCard:  // these take the place of the view
    case Overlay::kPrivacy:
    case Overlay::kNone:
      return;
  }
}

void Shell::DrawSampleTypes(Frame& frame, const Rect& screen) {
  const OpenProfile& profile = *frame.session.active();
  std::vector<MenuItem> items;
  const std::uint32_t active = profile.SampleTypeOf(profile.query);
  for (std::uint32_t i = 0; i < profile.facts.sample_types.size(); ++i) {
    const SampleTypeFacts& type = profile.facts.sample_types[i];
    items.push_back(
        {.label = type.type, .detail = ValueText(type.total, type.unit), .selected = i == active});
  }
  const int chosen = DrawMenu(frame, screen, menu_anchor_, "Sample type", items);
  if (chosen >= 0) {
    frame.Do({.verb = Verb::kSampleType, .number = static_cast<std::uint32_t>(chosen)});
  }
}

void Shell::DrawProfiles(Frame& frame, const Rect& screen) {
  const auto& profiles = frame.session.profiles();
  std::vector<MenuItem> items;
  for (const auto& open : profiles) {
    items.push_back({.label = frame.session.TitleOf(*open),
                     .detail = open->facts.kind,
                     .icon = KindIcon(open->facts.kind),
                     .selected = open.get() == frame.session.active()});
  }
  items.push_back({.label = "Open files", .icon = Icon::kPlus});
  if (profiles.size() > 1) items.push_back({.label = "Compare with …", .icon = Icon::kDiff});
  const int chosen = DrawMenu(frame, screen, profiles_anchor_, "Profiles", items);
  if (chosen >= 0 && static_cast<std::size_t>(chosen) < profiles.size()) {
    const auto& open = profiles[static_cast<std::size_t>(chosen)];
    frame.Do({.verb = Verb::kActivate, .number = open->id});
  } else if (chosen >= 0) {
    frame.Do(Verb::kDismiss);
    const bool files = static_cast<std::size_t>(chosen) == profiles.size();
    frame.Do(files ? Verb::kOpenFiles : Verb::kCompare);
  }
}

// By pointer the menu opens where that is; by key at the box or the row that is selected.
Rect Shell::FunctionAnchor(const Frame& frame) const {
  const Look& look = frame.session.look();
  if (look.menu_x >= 0) {
    return {static_cast<float>(look.menu_x), static_cast<float>(look.menu_y) - 4, 0, 4};
  }
  if (graph_drawn_) {
    if (const auto box = flame_.SelectedRect(frame.session)) return *box;
  }
  for (const SnapshotItem& item : frame.snapshot.items()) {
    if (item.role == Role::kRow && item.states & kSelected) return item.rect;
  }
  return Centred(layout_.work, 0, 0);
}

}  // namespace burnglass::ui
