#include "session/link.h"

#include <algorithm>

#include "base/json_text.h"
#include "base/percent.h"
#include "base/utf8.h"
#include "session/views.h"

namespace burnglass {
namespace {

void Add(std::string& link, std::string_view name, std::string_view value) {
  if (!link.empty()) link += '&';
  link.append(name).append("=").append(value);
}

// A part whose value is one word or another.
struct LinkFlag {
  std::string_view name, on, off;
  bool LinkState::*value;
};
constexpr LinkFlag kFlags[] = {{"root", "bottom", "top", &LinkState::root_at_bottom},
                               {"tree", "inverted", "topdown", &LinkState::inverted},
                               {"order", "name", "weight", &LinkState::by_name},
                               {"recursion", "folded", "kept", &LinkState::folded},
                               {"packages", "folded", "kept", &LinkState::packages}};

struct LinkWords {
  std::string_view name;
  std::string LinkState::*value;
};
// "p" is what pprof's flame graph calls what it looks for.
constexpr LinkWords kTexts[] = {
    {"pivot", &LinkState::pivot}, {"search", &LinkState::pattern}, {"p", &LinkState::pattern}};

constexpr std::string_view kColours[] = {"package", "kind", "file", "heat", "mapping", "growth"};

// "label:handler"
constexpr std::string_view kLabelColour = "label:";

Status TakeColour(LinkState& state, std::string_view text) {
  const std::optional<std::string> value = PercentDecode(text);
  if (value && value->starts_with(kLabelColour) && value->size() > kLabelColour.size()) {
    state.colour_by = ColourBy::kLabel;
    return state.colour_label = RepairUtf8(value->substr(kLabelColour.size())), Done{};
  }
  for (std::size_t i = 0; i < std::size(kColours); ++i) {
    if (kColours[i] == text) return state.colour_by = static_cast<ColourBy>(i), Done{};
  }
  return Error{"boxes are not coloured by " + JsonText(text)};
}

Status TakeWidth(LinkState& state, std::string_view value) {
  if (value != "a" && value != "b") return Error{"a width is a or b"};
  state.width = value == "a" ? TreeWidth::kBefore : TreeWidth::kAfter;
  return Done{};
}

Status TakeLens(LinkState& state, std::string_view value) {
  for (std::uint32_t i = 0; i < kLenses; ++i) {
    if (LensWord(static_cast<Lens>(i)) == value) return state.lens = static_cast<Lens>(i), Done{};
  }
  return Error{"changes are not seen by " + JsonText(value)};
}

Status TakeFlag(LinkState& state, const LinkFlag& flag, std::string_view value) {
  if (value != flag.on && value != flag.off) {
    return Error{std::string(flag.name) + " is " + std::string(flag.off) + " or " +
                 std::string(flag.on)};
  }
  state.*flag.value = value == flag.on;
  return Done{};
}

// speedscope's links call views otherwise.
std::string_view OwnWord(std::string_view view) {
  if (view == "left-heavy" || view == "time-ordered") return ViewName(View::kFlame);
  if (view == "sandwich") {
    const std::string_view callers = ViewName(View::kCallers);
    return callers.empty() ? ViewName(View::kTop) : callers;
  }
  return view;
}

Status TakePart(LinkState& state, std::string_view name, std::string_view value) {
  if (name == "view") {
    if (const auto view = FindView(OwnWord(value))) return state.view = *view, Done{};
    return Error{"no view is called " + JsonText(value)};
  }
  if (name == "colour") return TakeColour(state, value);
  if (name == "width") return TakeWidth(state, value);
  if (name == "lens") return TakeLens(state, value);
  for (const LinkFlag& flag : kFlags) {
    if (flag.name == name) return TakeFlag(state, flag, value);
  }
  for (const LinkWords& text : kTexts) {
    if (text.name != name) continue;
    const std::optional<std::string> decoded = PercentDecode(value);
    if (!decoded) return Error{"the value of " + std::string(name) + " is not percent-encoded"};
    state.*text.value = RepairUtf8(*decoded);
  }
  return Done{};
}

bool OfLook(std::string_view name) {
  const auto named = [&](const auto& part) { return part.name == name; };
  return name == "view" || name == "colour" || name == "width" || name == "lens" ||
         std::any_of(std::begin(kFlags), std::end(kFlags), named) ||
         std::any_of(std::begin(kTexts), std::end(kTexts), named);
}

}  // namespace

std::string LinkText(const LinkState& state) {
  std::string link = QueryText(state.query);
  if (state.view != View::kFlame) Add(link, "view", ViewName(state.view));
  for (const LinkFlag& flag : kFlags) {
    if (state.*flag.value) Add(link, flag.name, flag.on);
  }
  if (state.colour_by == ColourBy::kLabel) {
    Add(link, "colour", std::string(kLabelColour) + PercentEncode(state.colour_label));
  } else if (state.colour_by != ColourBy::kPackage) {
    Add(link, "colour", kColours[static_cast<std::size_t>(state.colour_by)]);
  }
  if (state.width != TreeWidth::kBoth) {
    Add(link, "width", state.width == TreeWidth::kBefore ? "a" : "b");
  }
  if (state.lens != Lens::kAll) Add(link, "lens", LensWord(state.lens));
  for (const LinkWords& text : kTexts) {
    if (text.name != "p" && !(state.*text.value).empty())
      Add(link, text.name, PercentEncode(state.*text.value));
  }
  return link;
}

Result<LinkState> ParseLink(std::string_view text) {
  LinkState state;
  std::string query;
  if (text.starts_with('#')) text.remove_prefix(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    const std::string_view name = part.substr(0, equals);
    if (equals != std::string_view::npos && OfLook(name)) {
      const Status status = TakePart(state, name, part.substr(equals + 1));
      if (!status) return status.error();
    } else {
      if (!query.empty()) query += '&';
      query += part;
    }
  }
  Result<Query> parsed = ParseQuery(query);
  if (!parsed) return parsed.error();
  state.query = parsed.Take();
  return state;
}

}  // namespace burnglass
