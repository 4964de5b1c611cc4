// The groups of one moment that wait for locks, by what their stacks have in common: each question
// about all of them is a look into a table, however many there are.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/lock_sites.h"
#include "analysis/standing_groups.h"

namespace burnglass {

class LockWaits {
 public:
  // A function of the program's own that called what waits, and its type.
  struct Outer {
    std::string owner;
    StringId function = 0;
  };

  LockWaits(GoroutineStacks& stacks, LockSites& sites, std::span<const StandingGroup> groups);

  // The type or package in which the lock is taken; "" where the group waits for none.
  const std::string& owner(std::size_t group) const { return owners_[group]; }
  // The types (not packages) of own functions further out, where the inner one does more than lock.
  const std::vector<Outer>& outer(std::size_t group) const { return outer_[group]; }

  // How many wait for a lock that this function may hold, for its type takes it or the function
  // itself; without those of the group `self`.
  std::int64_t VictimsOf(StringId function, std::size_t self) const;
  // Whether someone who waits in the type `owner` came from the type `from`.
  bool Comes(const std::string& owner, const std::string& from) const {
    return comes_.contains({owner, from});
  }
  // Locks of a type are mostly not taken from within it.
  bool IsRareNesting(const std::string& owner) const;
  // Groups with the function on their stack.
  std::span<const std::uint32_t> Callers(StringId function) const;

 private:
  struct Nesting {
    std::int64_t nested = 0, all = 0;
  };

  void Add(std::size_t group);
  void FindOuter(std::size_t group);

  GoroutineStacks& stacks_;
  LockSites& sites_;
  const std::span<const StandingGroup> groups_;
  std::vector<std::string> owners_;        // by group
  std::vector<std::vector<Outer>> outer_;  // likewise
  std::unordered_map<std::string, Nesting> nesting_;
  std::unordered_map<StringId, std::vector<std::uint32_t>> callers_;
  std::unordered_map<StringId, std::int64_t> elsewhere_;  // callers that wait in another type
  std::set<std::pair<std::string, std::string>> comes_;
};

}  // namespace burnglass
