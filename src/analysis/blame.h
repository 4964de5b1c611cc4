// Which function is to answer for a change of cost: the one the cost was charged to, or, where it
// serves many and only one of them takes more of it, that one.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "analysis/own_code.h"

namespace burnglass {

// A function that answers for a stack, and the next of the program's own that called it; 0: none.
struct Charged {
  StringId function = 0, caller = 0;

  bool operator<(const Charged& other) const {
    return std::pair(function, caller) < std::pair(other.function, other.caller);
  }
};

// Of a stack that is not empty; `at` is where the function is in it.
struct ChargedStack {
  Charged charged;
  std::size_t at = 0;
};
ChargedStack Charge(OwnCode& code, std::span<const StackFrame> stack);

struct BeforeAfter {
  double before = 0, after = 0;

  double change() const { return after - before; }
};

// For each pair its function, or its caller when nearly all that the function costs more comes from
// this one of several callers, while those others cost what they did.
std::map<Charged, StringId> BlameCallers(const std::map<Charged, BeforeAfter>& costs);

}  // namespace burnglass
