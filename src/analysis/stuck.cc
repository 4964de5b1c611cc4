#include "analysis/stuck.h"

#include <algorithm>
#include <set>

#include "base/stable_sort.h"

namespace burnglass {
namespace {

// So many wait for locks at once that it is no chance, even where it is not known for how long.
constexpr std::int64_t kManyWaiters = 5;
constexpr std::int64_t kManySenders = 10;

constexpr double kReciprocal = 2.7;  // two wait for a lock of the type that the other came from
constexpr double kNested = 1.4;      // it waits for a lock of the type that it came from
constexpr double kNobodyLeft = 1.5;
constexpr double kGrowing = 1.6;
constexpr double kWaitsForLock = 1;

std::string Times(std::int64_t count) {
  return count == 1 ? "one goroutine" : std::to_string(count) + " goroutines";
}

class Finder {
 public:
  Finder(GoroutineStacks& stacks, LockSites& sites, std::span<const StandingGroup> groups)
      : stacks_(stacks), sites_(sites), groups_(groups) {
    for (const StandingGroup& group : groups_) {
      if (group.kind != WaitKind::kMutex) continue;
      waiters_ += group.count;
      any_old_ = any_old_ || group.IsOld();
    }
    locks_count_ = any_old_ || waiters_ >= kManyWaiters;
  }

  std::vector<StuckFinding> Find() {
    if (locks_count_) {
      for (std::size_t i = 0; i < groups_.size(); ++i) AddHolder(i);
      AddHoldersAsCandidates();
      for (std::size_t i = 0; i < groups_.size(); ++i) AddWaiter(i);
    }
    for (std::size_t i = 0; i < groups_.size(); ++i) AddOther(i);
    StableSort(found_, [](const auto& a, const auto& b) {
      if (a.strength != b.strength) return a.strength > b.strength;
      return a.row.count > b.row.count;
    });
    return std::move(found_);
  }

 private:
  bool IsLock(std::size_t i) const { return groups_[i].kind == WaitKind::kMutex; }
  std::string Name(StringId function) { return std::string(stacks_.code().text(function)); }

  // Who waits for a lock that this function may hold: of its type, or in itself.
  std::int64_t VictimsOf(StringId function, std::size_t self) {
    const std::string_view owner = LockSites::OwnerOf(stacks_.code().text(function));
    std::int64_t victims = 0;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (i == self || !IsLock(i)) continue;
      if (sites_.WaitsIn(groups_[i].stack) == owner || Calls(i, function)) {
        victims += groups_[i].count;
      }
    }
    return victims;
  }

  bool Calls(std::size_t i, StringId function) const {
    const auto stack = stacks_.stack(groups_[i].stack);
    return std::any_of(stack.begin(), stack.end(),
                       [&](const StackFrame& frame) { return frame.name == function; });
  }

  void AddHolder(std::size_t i) {
    const StandingGroup& group = groups_[i];
    const bool idle = group.kind == WaitKind::kForever || group.kind == WaitKind::kNone;
    if (idle) return;
    HoldReason reason = sites_.WhyHolds(group.stack, IsLock(i));
    std::string kind = IsLock(i) ? "lock order" : "lock held";
    if (IsLock(i)) JudgeOwners(i, reason, kind);
    // Time and the network let go of who waits for them.
    if (group.kind == WaitKind::kSleep || group.kind == WaitKind::kNetwork) reason.strength *= 0.6;
    if (reason.strength <= kWaitsForLock) return;
    const std::int64_t victims = VictimsOf(reason.function, i);
    if (victims == 0 && kind != "locked twice") return;
    Put(i, kind, reason.function, reason.strength, HolderEvidence(reason, group, kind, victims));
  }

  std::string HolderEvidence(const HoldReason& reason, const StandingGroup& group,
                             std::string_view kind, std::int64_t victims) {
    const std::string name = Name(reason.function);
    std::string text = Times(group.count) + " in " + name;
    if (reason.stands_at != 0) text += " at line " + std::to_string(reason.stands_at);
    text += " wait (" + std::string(WaitKindName(group.kind)) + ") and may hold a lock";
    if (reason.locked_at != 0) {
      text += ", for at line " + std::to_string(reason.locked_at) + " it takes one";
    } else if (kind == "lock order") {
      text += ", for they came from where the other lock is taken, and the others the other way";
    } else {
      text += ", for other functions of its type wait for one";
    }
    return text + "; " + Times(victims) +
           " may wait for it. A dump does not show who holds a lock.";
  }

  // Stacks in which two types lock: the other way round in another goroutine, or one type twice.
  void JudgeOwners(std::size_t i, HoldReason& reason, std::string& kind) {
    const std::string inner(sites_.WaitsIn(groups_[i].stack));
    const auto outer = OuterOwners(i);
    for (const auto& [owner, function] : outer) {
      if (owner == inner && reason.strength < kNested && IsRareNesting(inner)) {
        reason = {kNested, function, 0, 0};
        kind = "locked twice";
      }
      if (owner == inner || reason.strength >= kReciprocal) continue;
      for (std::size_t j = 0; j < groups_.size(); ++j) {
        if (j == i || !IsLock(j) || sites_.WaitsIn(groups_[j].stack) != owner) continue;
        const auto others = OuterOwners(j);
        const bool back = std::any_of(others.begin(), others.end(),
                                      [&](const auto& other) { return other.first == inner; });
        if (back) reason = {kReciprocal, function, 0, 0}, kind = "lock order";
      }
    }
  }

  // The types (not packages) of own functions that called what waits for the lock.
  std::vector<std::pair<std::string, StringId>> OuterOwners(std::size_t i) {
    std::vector<std::pair<std::string, StringId>> owners;
    const auto stack = stacks_.stack(groups_[i].stack);
    std::size_t at = stacks_.code().NextOwn(stack, 0);
    const StringId inner = at < stack.size() ? stack[at].name : 0;
    for (++at; at < stack.size(); ++at) {
      const StringId name = stack[at].name;
      if (!stacks_.code().IsOwn(name) || stacks_.code().OnlyLocks(inner)) continue;
      const std::string_view owner = LockSites::OwnerOf(stacks_.code().text(name));
      if (owner.ends_with(')')) owners.emplace_back(owner, name);
    }
    return owners;
  }

  // Locks of a type are mostly not taken from within it.
  bool IsRareNesting(std::string_view owner) {
    std::int64_t nested = 0, all = 0;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (!IsLock(i) || sites_.WaitsIn(groups_[i].stack) != owner) continue;
      const auto owners = OuterOwners(i);
      all += groups_[i].count;
      if (std::any_of(owners.begin(), owners.end(),
                      [&](const auto& one) { return one.first == owner; })) {
        nested += groups_[i].count;
      }
    }
    return 2 * nested < all || all == nested;
  }

  void AddHoldersAsCandidates() {
    for (StuckFinding& finding : found_) {
      for (const StuckFinding& other : found_) {
        finding.row.holder_candidates.push_back(other.row.function);
      }
      // All that wait in the function are told with it, also those that wait for its first lock.
      for (std::size_t i = 0; i < groups_.size(); ++i) {
        const auto& known = finding.groups;
        const bool told = std::find(known.begin(), known.end(), i) != known.end();
        if (told || !IsLock(i) || !Calls(i, functions_[&finding - found_.data()])) continue;
        finding.groups.push_back(i);
        finding.row.count += groups_[i].count;
      }
    }
  }

  bool IsTold(std::size_t i) const {
    return std::any_of(found_.begin(), found_.end(), [&](const StuckFinding& one) {
      return std::find(one.groups.begin(), one.groups.end(), i) != one.groups.end();
    });
  }

  void AddWaiter(std::size_t i) {
    const StandingGroup& group = groups_[i];
    if (!IsLock(i) || IsTold(i)) return;
    std::string text = Times(group.count) + " wait for a lock";
    const std::vector<std::string> holders = HoldersFor(i);
    text += holders.empty() ? "; no goroutine is seen that may hold it: it may have ended without "
                              "giving it back"
                            : "; " + holders[0] + " may hold it";
    StuckFinding& put = Put(i, "mutex", group.function, kWaitsForLock, text + ".");
    put.row.holder_candidates = holders;
  }

  std::vector<std::string> HoldersFor(std::size_t i) {
    std::vector<std::string> holders;
    for (const StuckFinding& one : found_) {
      if (one.strength <= kWaitsForLock) continue;
      const std::string_view owner = LockSites::OwnerOf(one.row.function);
      if (sites_.WaitsIn(groups_[i].stack) == owner) holders.push_back(one.row.function);
    }
    return holders;
  }

  // What does not wait for a lock.
  void AddOther(std::size_t i) {
    const StandingGroup& group = groups_[i];
    if (IsTold(i) || !stacks_.code().IsOwn(group.function)) return;
    const bool is_main = stacks_.code().text(group.function) == "main.main";
    const bool sure = group.IsOld() || group.growth > 0;
    const std::string kind(WaitKindName(group.kind));
    double strength = 0;
    std::string why;
    switch (group.kind) {
      case WaitKind::kSend:
        if (sure || group.count >= kManySenders) strength = 0.9;
        why = "; nobody is seen that would receive";
        break;
      case WaitKind::kWaitGroup:
        if (!sure && !is_main) break;
        if (HasChildren(i)) break;
        strength = group.created_by == 0 && !is_main ? 0.6 : kNobodyLeft;
        why = "; of the goroutines that it may have begun none is left";
        break;
      case WaitKind::kReceive:
      case WaitKind::kSelect:
      case WaitKind::kCondition:
        if (is_main || (group.at_root && group.leaked == 0 && group.growth == 0)) break;
        if (sure) strength = 0.7;
        why = "; nobody is seen that would wake them";
        break;
      case WaitKind::kForever:
        if (!is_main && sure) strength = 0.8;
        why = "; nothing can wake them";
        break;
      default:
        return;
    }
    if (strength == 0) return;
    if (group.growth > 0)
      strength = std::max(strength, kGrowing), why += ", and they grow in number";
    if (group.leaked > 0)
      why += "; Go's own search found " + std::to_string(group.leaked) + " leaked";
    Put(i, kind, group.function, strength, Times(group.count) + " wait (" + kind + ")" + why + ".");
  }

  // Goroutines that the function of this group began.
  bool HasChildren(std::size_t i) {
    const std::string parent(WithoutClosure(stacks_.code().text(groups_[i].function)));
    return std::any_of(groups_.begin(), groups_.end(), [&](const StandingGroup& one) {
      return WithoutClosure(stacks_.text(one.created_by)) == parent;
    });
  }

  // One row for each function and kind.
  StuckFinding& Put(std::size_t i, const std::string& kind, StringId function, double strength,
                    const std::string& evidence) {
    // What stood there already is surer than what is seen once.
    if (!groups_[i].IsOld() && any_old_) strength *= 0.8;
    for (StuckFinding& one : found_) {
      if (functions_[&one - found_.data()] != function || one.row.kind != kind) continue;
      one.row.count += groups_[i].count;
      if (strength > one.strength) one.strength = strength, one.row.evidence = evidence;
      one.groups.push_back(i);
      return one;
    }
    StuckRow row{Name(function), kind, groups_[i].count, {}, evidence, groups_[i].some_ids};
    found_.push_back({std::move(row), strength, {i}});
    functions_.push_back(function);
    return found_.back();
  }

  GoroutineStacks& stacks_;
  LockSites& sites_;
  const std::span<const StandingGroup> groups_;
  std::int64_t waiters_ = 0;
  bool any_old_ = false, locks_count_ = false;
  std::vector<StuckFinding> found_;
  std::vector<StringId> functions_;  // of found_
};

}  // namespace

std::vector<StuckFinding> FindStuck(GoroutineStacks& stacks, LockSites& sites,
                                    std::span<const StandingGroup> groups) {
  return Finder(stacks, sites, groups).Find();
}

}  // namespace burnglass
