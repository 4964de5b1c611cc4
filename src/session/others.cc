#include "session/others.h"

#include <algorithm>
#include <functional>
#include <set>
#include <vector>

#include "base/quote_pattern.h"
#include "base/stable_sort.h"
#include "session/filters.h"

namespace burnglass {
namespace {

constexpr std::uint8_t kOwn = 0, kRoot = 4;

// pprof's patterns meet names and files alike, so neither may begin like what is hidden.
std::vector<std::string_view> KeptTexts(const Names& names) {
  std::vector<std::string_view> kept;
  for (NameId name = 1; name < names.functions(); ++name) {
    if (names.Class(name) != kOwn) continue;
    kept.push_back(names.Full(name));
    if (!names.File(name).empty()) kept.push_back(names.File(name));
  }
  StableSort(kept, std::less<>());
  return kept;
}

bool AnyBeginsWith(const std::vector<std::string_view>& sorted, std::string_view prefix) {
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), prefix);
  return at != sorted.end() && at->starts_with(prefix);
}

// The lengths at which a name's beginning is a path of packages: "net/", "net/http.".
std::vector<std::size_t> Boundaries(std::string_view full, std::size_t package) {
  std::vector<std::size_t> ends;
  for (std::size_t i = 0; i < package; ++i) {
    if (full[i] == '/') ends.push_back(i + 1);
  }
  std::size_t end = package;
  while (end < full.size() && (full[end] == '.' || full[end] == ':' || full[end] == '/')) ++end;
  if (package > 0 && end > package) ends.push_back(end);
  return ends;
}

}  // namespace

bool HasOwn(const Names& names) {
  for (NameId name = 1; name < names.functions(); ++name) {
    if (names.Class(name) == kOwn) return true;
  }
  return false;
}

std::string OthersPattern(const Names& names) {
  const std::vector<std::string_view> kept = KeptTexts(names);
  std::set<std::string_view> beginnings, whole;
  for (NameId name = 1; name < names.functions(); ++name) {
    const std::string_view full = names.Full(name);
    const std::uint8_t name_class = names.Class(name);
    if (name_class == kOwn || name_class == kRoot || full.starts_with('[')) continue;
    const auto ends = Boundaries(full, names.Package(name).size());
    const auto end = std::find_if(ends.begin(), ends.end(), [&](std::size_t length) {
      return !AnyBeginsWith(kept, full.substr(0, length));
    });
    if (end != ends.end()) {
      beginnings.insert(full.substr(0, *end));
    } else if (!std::binary_search(kept.begin(), kept.end(), full)) {
      whole.insert(full);
    }
  }
  std::string pattern;
  const auto add = [&](std::string_view text, std::string_view end) {
    pattern.append(pattern.empty() ? "^(?:" : "|").append(QuotedPattern(text)).append(end);
  };
  for (const std::string_view text : beginnings) add(text, "");
  for (const std::string_view text : whole) add(text, "$");
  return pattern.empty() ? pattern : pattern + ")";
}

}  // namespace burnglass
