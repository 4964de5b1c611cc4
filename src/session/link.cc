#include "session/link.h"

#include <algorithm>

#include "base/percent.h"
#include "session/views.h"

namespace burnglass {
namespace {

void Add(std::string& link, std::string_view name, std::string_view value) {
  if (!link.empty()) link += '&';
  link.append(name).append("=").append(value);
}

Status TakePart(LinkState& state, std::string_view name, std::string_view value) {
  if (name == "view") {
    if (const auto view = FindView(value)) return state.view = *view, Done{};
    return Error{"no view is called \"" + std::string(value) + '"'};
  }
  if (name == "root") {
    if (value != "top" && value != "bottom") return Error{"the root is at the top or the bottom"};
    state.root_at_bottom = value == "bottom";
    return Done{};
  }
  std::optional<std::string> pattern = PercentDecode(value);
  if (!pattern) return Error{"the pattern of the search is not percent-encoded"};
  state.pattern = *std::move(pattern);
  return Done{};
}

bool OfLook(std::string_view name) { return name == "view" || name == "root" || name == "search"; }

}  // namespace

std::string LinkText(const LinkState& state) {
  std::string link = QueryText(state.query);
  if (state.view != View::kFlame) Add(link, "view", ViewName(state.view));
  if (state.root_at_bottom) Add(link, "root", "bottom");
  if (!state.pattern.empty()) Add(link, "search", PercentEncode(state.pattern));
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
