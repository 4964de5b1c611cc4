// Labels: the form of a name that fits into so many characters, pprof's shorter names before any
// cutting: promql.(*evaluator).eval, (*evaluator).eval, (eval…).eval, eval, ev….
#pragma once

#include <cstddef>
#include <string>

#include "session/names.h"

namespace burnglass::ui {

// Fewer characters say nothing.
inline constexpr std::size_t kLeastLabel = 3;

// "" when not even three characters fit. Never cut at the left.
std::string ChooseLabel(const Names& names, NameId name, std::size_t characters);

}  // namespace burnglass::ui
