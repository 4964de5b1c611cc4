#include "session/actions.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "session/filters.h"
#include "session/keys.h"
#include "session/numbers.h"
#include "session/source_link.h"
#include "session/views.h"

namespace burnglass {
namespace {

constexpr std::size_t kMostFunctions = 50;

// Where a verb's name in the key table is not what a person would look for.
struct Words {
  Verb verb;
  std::string_view label;
};
constexpr Words kWords[] = {
    {Verb::kOpenFiles, "Open files"},
    {Verb::kAbout, "About and licences"},
    {Verb::kPrivacy, "Privacy: what the file could tell"},
    {Verb::kTheme, "Theme: system, light, dark"},
    {Verb::kContrast, "High contrast"},
    {Verb::kMotion, "No motion"},
    {Verb::kLargerText, "Larger text"},
    {Verb::kSmallerText, "Smaller text"},
    {Verb::kPlainText, "Text as it comes"},
    {Verb::kKeys, "Keys: show them all"},
    {Verb::kFind, "Find functions"},
    {Verb::kZoomToSelected, "Zoom to the box"},
    {Verb::kBack, "Back one zoom"},
    {Verb::kEscape, "Escape: back, then clear"},
    {Verb::kWholeGraph, "Zoom out to the whole graph"},
    {Verb::kSelectUp, "Select the box above"},
    {Verb::kSelectDown, "Select the box below"},
    {Verb::kSelectLeft, "Select the box at the left"},
    {Verb::kSelectRight, "Select the box at the right"},
    {Verb::kNextProfile, "Next profile"},
    {Verb::kSampleTypes, "Sample type: choose"},
    {Verb::kOwnView, "View: of this kind of profile"},
    {Verb::kRootSide, "Root: on top or at the bottom"},
    {Verb::kMarkUp, "Select the row above, too"},
    {Verb::kMarkDown, "Select the row below, too"},
    {Verb::kFocus, "Focus function"},
    {Verb::kIgnore, "Ignore function"},
    {Verb::kHide, "Hide function"},
    {Verb::kShowFrom, "Show from function"},
    {Verb::kClearFilters, "Clear the filters"},
    {Verb::kMenu, "Menu of the function"},
    {Verb::kCopyName, "Copy name"},
    {Verb::kCopyLink, "Copy link"},
    {Verb::kCopyPprof, "Copy as go tool pprof"},
    {Verb::kCopyBurnglass, "Copy as burnglass"},
    {Verb::kSaveTable, "Save the table as CSV"},
    {Verb::kCloseProfile, "Close the profile"},
    {Verb::kPalette, "All actions"},
    {Verb::kControls, "Go to a control by arrows"},
    {Verb::kCard, "Function card"},
    {Verb::kCompare, "Compare with another profile"},
    {Verb::kAsSeries, "Open profiles of this kind as a series"},
    {Verb::kEdgeLeft, "Window of a series: its end one to the left"},
    {Verb::kEdgeRight, "Window of a series: its end one to the right"},
    {Verb::kSwapSides, "Swap the sides of the comparison"},
};

// "copy_stack" to "Copy stack".
std::string FromName(std::string_view name) {
  std::string label(name);
  std::replace(label.begin(), label.end(), '_', ' ');
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') {
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
  }
  return label;
}

std::string LabelOf(const KeyBinding& binding) {
  for (const Words& words : kWords) {
    if (words.verb == binding.verb) return std::string(words.label);
  }
  return FromName(binding.name);
}

bool OfFunction(Verb verb) {
  switch (verb) {
    case Verb::kFocus:
    case Verb::kIgnore:
    case Verb::kHide:
    case Verb::kShowFrom:
    case Verb::kCopyName:
    case Verb::kCopyRow:
    case Verb::kMenu:
    case Verb::kCard:
      return true;
    default:
      return false;
  }
}

void AddVerbs(const Session& session, std::vector<Action>& actions) {
  const OpenProfile* profile = session.active();
  std::string selected;
  if (profile && profile->view.selected_name) {
    selected = profile->names.Short(*profile->view.selected_name);
  }
  std::vector<Verb> had;
  for (const KeyBinding& binding : KeyTable()) {
    const Verb verb = binding.verb;
    if (verb == Verb::kNone || std::find(had.begin(), had.end(), verb) != had.end()) continue;
    had.push_back(verb);
    Action action{.command = {.verb = verb}, .label = LabelOf(binding), .caps = OwnCaps(verb)};
    if (const auto view = ViewOf(verb); view && profile && !HasView(*profile, *view)) continue;
    if (verb == Verb::kOwnView && profile && !OwnViewOf(*profile)) continue;
    for (const ViewWords& view : ViewTable()) {
      if (view.verb != verb) continue;
      action.kind = ActionKind::kView;
      action.label = "View: " + std::string(view.word);
    }
    if (OfFunction(verb)) action.detail = selected;
    actions.push_back(std::move(action));
  }
}

void AddOfProfile(const OpenProfile& profile, std::vector<Action>& actions) {
  for (const std::string_view name : FilterNames()) {
    actions.push_back({.kind = ActionKind::kFilter,
                       .command = {.verb = Verb::kEditFilter, .text = std::string(name)},
                       .label = "Filter: " + std::string(name),
                       .detail = FilterText(profile.query, name, profile.SoughtOthers())});
  }
  for (const Granularity& one : Granularities()) {
    actions.push_back({.command = {.verb = Verb::kGranularity, .text = std::string(one.value)},
                       .label = "Frames: " + std::string(one.word)});
  }
  for (const std::string& key : profile.facts.label_keys) {
    if (profile.IsDiff()) break;
    actions.push_back({.command = {.verb = Verb::kCompareLabels, .text = key},
                       .label = "Compare two values of label " + key});
  }
  for (std::uint32_t i = 0; i < profile.facts.sample_types.size(); ++i) {
    const SampleTypeFacts& type = profile.facts.sample_types[i];
    actions.push_back({.kind = ActionKind::kSampleType,
                       .command = {.verb = Verb::kSampleType, .number = i},
                       .label = "Sample type: " + type.type,
                       .detail = ValueText(type.total, type.unit)});
  }
}

bool SameLetter(char a, char b) { return Lower(a) == Lower(b); }

bool BeginsWord(std::string_view label, std::size_t at) {
  const auto letter = [](char c) { return (Lower(c) >= 'a' && Lower(c) <= 'z') || c >= '0'; };
  return at == 0 || !letter(label[at - 1]);
}

// How well the text fits: 0 at the beginning, 1 at the beginning of a word, 2 inside, 3 scattered;
// none: not at all.
std::optional<int> Fit(std::string_view label, std::string_view text,
                       std::vector<std::uint32_t>& hit) {
  const auto place = [&](std::size_t from) {
    return static_cast<std::size_t>(std::search(label.begin() + static_cast<std::ptrdiff_t>(from),
                                                label.end(), text.begin(), text.end(), SameLetter) -
                                    label.begin());
  };
  std::size_t best = label.size();
  for (std::size_t at = place(0); at < label.size(); at = place(at + 1)) {
    if (best == label.size() || BeginsWord(label, at)) best = at;
    if (BeginsWord(label, at)) break;
  }
  if (best < label.size()) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      hit.push_back(static_cast<std::uint32_t>(best + i));
    }
    return best == 0 ? 0 : BeginsWord(label, best) ? 1 : 2;
  }
  std::size_t at = 0;
  for (const char c : text) {
    if (c == ' ') continue;
    while (at < label.size() && !SameLetter(label[at], c)) ++at;
    if (at == label.size()) return std::nullopt;
    hit.push_back(static_cast<std::uint32_t>(at++));
  }
  return 3;
}

// Only whole pieces of names: letters scattered over ten thousand names find everything.
void AddFunctions(const OpenProfile& profile, std::string_view text, std::vector<Action>& found) {
  const Top* totals = profile.shown ? profile.shown->totals.get() : nullptr;
  if (!totals || text.size() < 2) return;
  std::size_t count = 0;
  for (std::size_t i = 0; i < totals->size() && count < kMostFunctions; ++i) {
    const TopRow row = (*totals)[i];
    const std::string_view full = profile.names.Full(row.name);
    std::vector<std::uint32_t> hit;
    const auto fit = Fit(full, text, hit);
    if (!fit || *fit > 2) continue;
    ++count;
    found.push_back({.kind = ActionKind::kFunction,
                     .command = {.verb = Verb::kSelectName, .number = row.name},
                     .label = std::string(full),
                     .detail = ValueText(row.cum, profile.Type().unit) + " cum",
                     .hit = std::move(hit)});
  }
}

// A text that is a template for links to sources, or that would be.
Action LinkAction(std::string_view text) {
  std::string refusal = RefusalOfTemplate(text);
  if (!refusal.empty()) return {.command = {.verb = Verb::kNone}, .label = std::move(refusal)};
  return {.command = {.verb = Verb::kOwnLink, .text = std::string(text)},
          .label = "Links to source lines: " + std::string(text),
          .detail = "your template"};
}

}  // namespace

std::vector<Action> FindActions(const Session& session, std::string_view text) {
  if (LooksLikeTemplate(text) && text.find("//") != text.npos) return {LinkAction(text)};
  std::vector<Action> all;
  AddVerbs(session, all);
  const OpenProfile* profile = session.active();
  if (profile && profile->state == LoadState::kOpen) AddOfProfile(*profile, all);
  for (const auto& open : session.profiles()) {
    if (open.get() == profile) continue;
    all.push_back({.kind = ActionKind::kProfile,
                   .command = {.verb = Verb::kActivate, .number = open->id},
                   .label = "Profile: " + session.TitleOf(*open),
                   .detail = open->facts.kind});
  }
  if (text.empty()) return all;
  std::vector<Action> found;
  constexpr int kWorst = 3;
  for (int wanted = 0; wanted <= kWorst; ++wanted) {
    for (const Action& action : all) {
      std::vector<std::uint32_t> hit;
      if (Fit(action.label, text, hit) != wanted) continue;
      found.push_back(action);
      found.back().hit = std::move(hit);
    }
    // Functions stand before what is only scattered.
    if (wanted == kWorst - 1 && profile) AddFunctions(*profile, text, found);
  }
  return found;
}

}  // namespace burnglass
