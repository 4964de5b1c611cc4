// A filter that is being typed: its text becomes the query's when the engine takes it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/query.h"

namespace burnglass {

struct FilterEdit {
  std::string name;          // the filter's
  std::string text;          // what the field holds
  std::string refusal = {};  // why the engine does not take it, or ""
  Query before;              // the query that comes back when typing is given up
  bool ending = false;       // the field closes as soon as the text is taken
  int recalled = -1;         // which of the earlier patterns is in the field; -1: what was typed
};

// The last patterns of each filter, newest first, for this visit.
class FilterMemory {
 public:
  void Keep(std::string_view name, const std::string& text);
  // One `step` (1: older, -1: newer) on from number `at`; none beyond either end.
  std::optional<std::pair<int, std::string>> Recall(std::string_view name, int at, int step) const;

 private:
  struct Entry {
    std::string name;
    std::vector<std::string> texts;
  };
  std::vector<Entry> entries_;
};

}  // namespace burnglass
