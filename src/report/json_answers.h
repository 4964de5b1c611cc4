// The program's answers as JSON: what `burnglass VERB --json` prints and window.burnglass.answer()
// gives. Shapes and meanings are in README.md beside this file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "analysis/call_tree.h"
#include "analysis/name_table.h"
#include "analysis/select.h"
#include "base/result.h"

namespace burnglass {

// The facts of a profile; `file_name` as the person gave it.
std::string InfoJson(const ProfilePtr& profile, std::string_view file_name);

struct TopJsonOptions {
  std::uint32_t limit = 0;  // rows at most; 0: all
  bool all = false;         // also the functions that pprof leaves out as too small
};

// The selection must have stacks, and be the query's. Fails on sums that do not fit.
Result<std::string> TopJson(const Selection& selection, const Query& query, const NameTable& names,
                            const TopJsonOptions& options = {});

struct FlameJsonOptions {
  std::uint32_t depth = 0xffffffff;  // deepest row of boxes; the root is row 0
  double min_fraction = 0;           // narrower parts of the root's width are left out
};

std::string FlameJson(const CallTree& tree, const NameTable& names, std::string_view unit,
                      const FlameJsonOptions& options = {});

// Options as a flat JSON object: {"limit": 10}, {"depth": 3, "minFraction": 0.01}. Members that are
// missing have their defaults; others are refused by name, and so are values out of range.
Result<TopJsonOptions> ParseTopOptions(std::string_view json);
Result<FlameJsonOptions> ParseFlameOptions(std::string_view json);

// {"error": sentence}
std::string ErrorJson(const Error& error);

}  // namespace burnglass
