// Where a program takes its locks, as far as stacks that wait for them show it, and from that which
// functions may hold one while they stand elsewhere.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/goroutine_stacks.h"

namespace burnglass {

// Why a function on a stack may hold a lock; a larger strength is the better reason.
struct HoldReason {
  double strength = 0;  // 0: there is none
  StringId function = 0;
  std::int64_t locked_at = 0;  // the line where it takes it; 0: not known
  std::int64_t stands_at = 0;  // the line it has come to
};

class LockSites {
 public:
  explicit LockSites(GoroutineStacks& stacks) : stacks_(stacks) {}

  // A stack that waits for a lock, or once did.
  void Add(std::uint32_t stack);

  // What speaks for a function of this stack to hold a lock. It holds one when others wait for a
  // lock in the same function at an earlier line; likely, when it is of the type whose other
  // methods wait for locks themselves.
  HoldReason WhyHolds(std::uint32_t stack, bool waits_for_lock);

  // "main.(*Store)" of "main.(*Store).Save.func1", otherwise the package.
  static std::string_view OwnerOf(std::string_view function);
  // The owner of the function that takes the lock this stack waits for; "" where it waits for none.
  std::string_view WaitsIn(std::uint32_t stack);

 private:
  struct Site {
    std::int64_t line = 0;
    StringId callee = 0;  // what is called there to take the lock
    bool direct = false;  // that is a function of sync, or does no more than lock
  };

  std::size_t Inner(std::span<const StackFrame> stack);
  bool MayHoldFor(std::span<const StackFrame> stack, std::size_t at, HoldReason& reason);

  GoroutineStacks& stacks_;
  std::set<std::uint32_t> known_;
  std::map<StringId, std::vector<Site>> sites_;  // by function
  std::set<std::string, std::less<>> owners_;    // whose methods take locks themselves
};

}  // namespace burnglass
