#include "session/filter_edit.h"

#include <algorithm>

namespace burnglass {
namespace {

constexpr std::size_t kKeepTexts = 20;

}  // namespace

void FilterMemory::Keep(std::string_view name, const std::string& text) {
  if (text.empty()) return;
  auto entry = std::find_if(entries_.begin(), entries_.end(),
                            [&](const Entry& known) { return known.name == name; });
  if (entry == entries_.end()) {
    entries_.push_back({std::string(name), {}});
    entry = entries_.end() - 1;
  }
  std::erase(entry->texts, text);
  entry->texts.insert(entry->texts.begin(), text);
  if (entry->texts.size() > kKeepTexts) entry->texts.pop_back();
}

std::optional<std::pair<int, std::string>> FilterMemory::Recall(std::string_view name, int at,
                                                                int step) const {
  const int wanted = at + step;
  for (const Entry& entry : entries_) {
    if (entry.name != name || wanted < 0 || wanted >= static_cast<int>(entry.texts.size())) {
      continue;
    }
    return std::pair(wanted, entry.texts[static_cast<std::size_t>(wanted)]);
  }
  return std::nullopt;
}

}  // namespace burnglass
