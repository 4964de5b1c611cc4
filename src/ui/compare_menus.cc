// The menus of a comparison.
#include <algorithm>

#include "session/numbers.h"
#include "ui/compare_bar.h"
#include "ui/menu.h"

namespace burnglass::ui {
namespace {

bool CanBeSide(const OpenProfile& profile) {
  return profile.state == LoadState::kOpen && !profile.plan;
}

MenuItem ItemOf(const Frame& frame, const OpenProfile& profile) {
  MenuItem item{.label = frame.session.TitleOf(profile), .detail = profile.facts.kind};
  if (!profile.Empty() && !profile.facts.sample_types.empty()) {
    const SampleTypeFacts& type = profile.Type();
    item.detail += " · " + ValueText(type.total, type.unit);
  }
  return item;
}

// What an item of a menu does.
struct Entry {
  MenuItem item;
  Command command;
};

void DrawEntries(Frame& frame, const Rect& screen, const Rect& anchor, std::string_view head,
                 const std::vector<Entry>& entries) {
  std::vector<MenuItem> items;
  for (const Entry& entry : entries) items.push_back(entry.item);
  const int chosen = DrawMenu(frame, screen, anchor, head, items);
  if (chosen >= 0) frame.Do(entries[static_cast<std::size_t>(chosen)].command);
}

// What can be compared within the file.
void AddLabelEntries(const OpenProfile& active, std::vector<Entry>& entries) {
  if (active.IsDiff()) return;
  for (const std::string& key : active.facts.label_keys) {
    const bool first = !entries.empty() && entries.back().command.verb != Verb::kCompareLabels;
    entries.push_back({{.label = "Two values of label " + key, .rule = first},
                       {.verb = Verb::kCompareLabels, .text = key}});
  }
}

// Of a comparison by labels: another value.
void DrawLabelSideMenu(Frame& frame, const Rect& screen, const Rect& anchor, bool after) {
  const OpenProfile& active = *frame.session.active();
  const SideLabels& now = after ? active.plan->source_labels : active.plan->base_labels;
  std::vector<Entry> entries;
  for (const SideLabels& side : frame.session.SideChoices(active)) {
    const auto number = static_cast<std::uint32_t>(entries.size());
    entries.push_back({{.label = side.Title(), .selected = side == now},
                       {.verb = Verb::kSetSideLabels, .number = number, .x = after ? 1.0 : 0.0}});
  }
  DrawEntries(frame, screen, anchor, after ? "B: samples with" : "A: samples with", entries);
}

}  // namespace

void DrawCompareMenu(Frame& frame, const Rect& screen, const Rect& anchor) {
  const OpenProfile& active = *frame.session.active();
  std::vector<Entry> entries;
  for (const auto& profile : frame.session.profiles()) {
    if (profile.get() == &active || !CanBeSide(*profile)) continue;
    entries.push_back(
        {ItemOf(frame, *profile), {.verb = Verb::kCompareWith, .number = profile->id}});
  }
  const bool files = !entries.empty();
  const std::size_t series = frame.session.SeriesCandidates().size();
  if (series > 0) {
    entries.push_back({{.label = "As a series",
                        .detail = CountText(static_cast<std::int64_t>(series)) + ' ' +
                                  active.facts.kind + " profiles",
                        .icon = Icon::kSeries,
                        .rule = files},
                       {.verb = Verb::kAsSeries}});
  }
  AddLabelEntries(active, entries);
  DrawEntries(frame, screen, anchor,
              files ? "Compare with, as what was before" : "Compare within this file", entries);
}

void DrawSideMenu(Frame& frame, const Rect& screen, const Rect& anchor) {
  const OpenProfile& active = *frame.session.active();
  const bool after = frame.session.look().menu_side == 1;
  const auto& side = after ? active.plan->source : active.plan->base;
  const double x = after ? 1 : 0;
  if (!active.plan->base_labels.key.empty()) return DrawLabelSideMenu(frame, screen, anchor, after);
  std::vector<Entry> entries, more;
  for (const auto& profile : frame.session.profiles()) {
    if (!CanBeSide(*profile)) continue;
    const bool in = std::find(side.begin(), side.end(), profile->id) != side.end();
    MenuItem item = ItemOf(frame, *profile);
    item.selected = in;
    entries.push_back({item, {.verb = Verb::kSetSide, .number = profile->id, .x = x}});
    item.selected = false;
    if (in && side.size() < 2) continue;
    item.label = (in ? "Without " : "Add ") + item.label;
    item.icon = in ? Icon::kMinus : Icon::kPlus;
    item.rule = more.empty();
    more.push_back(
        {item,
         {.verb = in ? Verb::kDropFromSide : Verb::kAddToSide, .number = profile->id, .x = x}});
  }
  entries.insert(entries.end(), more.begin(), more.end());
  DrawEntries(frame, screen, anchor, after ? "B: what is after" : "A: what was before", entries);
}

void DrawModeMenu(Frame& frame, const Rect& screen, const Rect& anchor) {
  const OpenProfile& active = *frame.session.active();
  const MakePlan& plan = *active.plan;
  const auto entry = [&](CompareMode mode, std::string label, std::string counter, bool rule) {
    const bool on = plan.mode == mode && plan.counter == counter;
    return Entry{{.label = std::move(label), .selected = on, .rule = rule},
                 {.verb = Verb::kCompareMode,
                  .number = static_cast<std::uint32_t>(mode),
                  .text = std::move(counter)}};
  };
  std::vector<Entry> entries = {
      entry(CompareMode::kAbsolute, "Absolute", "", false),
      entry(CompareMode::kNormalized, "Normalised to equal totals", "", false),
      entry(CompareMode::kPerSecond, "Per second of duration", "", false)};
  for (std::size_t i = 0; i < active.facts.sample_types.size(); ++i) {
    const std::string& type = active.facts.sample_types[i].type;
    entries.push_back(entry(CompareMode::kPerCount, "Per unit of " + type, type, i == 0));
  }
  DrawEntries(frame, screen, anchor, "B is scaled to A", entries);
}

void DrawWidthMenu(Frame& frame, const Rect& screen, const Rect& anchor) {
  const TreeWidth now = frame.session.active()->width;
  std::vector<Entry> entries;
  const auto add = [&](TreeWidth width, const char* label) {
    entries.push_back({{.label = label, .selected = now == width},
                       {.verb = Verb::kWidth, .number = static_cast<std::uint32_t>(width)}});
  };
  add(TreeWidth::kBoth, "Both together");
  add(TreeWidth::kBefore, "A, what was before");
  add(TreeWidth::kAfter, "B, what is after");
  DrawEntries(frame, screen, anchor, "Boxes are as wide as", entries);
}

}  // namespace burnglass::ui
