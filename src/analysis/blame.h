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

// Of a stack that is not empty.
Charged Charge(OwnCode& code, std::span<const StackFrame> stack);

// The same for a path from the root that becomes longer: what a stack that ends here is charged to,
// and what must be known of it for those that go on.
class ChargedPath {
 public:
  // Empty: none.
  const Charged& charged() const { return charged_; }

  // With one frame more.
  ChargedPath Below(OwnCode& code, StringId frame) const;

 private:
  Charged charged_;
  // The nearest to the end: of the program's own the last and the last of another name, else of a
  // dependency, else of the standard library.
  StringId own_ = 0, other_own_ = 0, dependency_ = 0, standard_ = 0;
};

struct BeforeAfter {
  double before = 0, after = 0;

  double change() const { return after - before; }
};

// For each pair its function, or its caller when nearly all that the function costs more comes from
// this one of several callers, while those others cost what they did.
std::map<Charged, StringId> BlameCallers(const std::map<Charged, BeforeAfter>& costs);

}  // namespace burnglass
