#include "analysis/stuck.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_set>

#include "analysis/lock_waits.h"

#include "base/stable_sort.h"

namespace burnglass {
namespace {

// So many wait for locks at once that it is no chance, even where it is not known for how long.
constexpr std::int64_t kManyWaiters = 5;
constexpr std::int64_t kManySenders = 10;

// Of who may hold a lock so many are named; a dump may show any number of them.
constexpr std::size_t kMostCandidates = 16;

constexpr double kReciprocal = 2.7;  // two wait for a lock of the type that the other came from
constexpr double kNested = 1.4;      // it waits for a lock of the type that it came from
constexpr double kNobodyLeft = 1.5;
constexpr double kGrowing = 1.6;
constexpr double kOneAnother =
    1.8;  // two different locks are waited for, and nobody else holds them
constexpr double kWaitsForLock = 1;

std::string Times(std::int64_t count) {
  return count == 1 ? "one goroutine" : std::to_string(count) + " goroutines";
}

class Finder {
 public:
  Finder(GoroutineStacks& stacks, LockSites& sites, std::span<const StandingGroup> groups)
      : stacks_(stacks),
        sites_(sites),
        groups_(groups),
        waits_(stacks, sites, groups),
        told_(groups.size()) {
    for (const StandingGroup& group : groups_) {
      if (group.kind != WaitKind::kMutex) continue;
      waiters_ += group.count;
      any_old_ = any_old_ || group.IsOld();
    }
    for (const StandingGroup& group : groups_) {
      parents_.emplace(WithoutClosure(stacks_.text(group.created_by)));
    }
    locks_count_ = any_old_ || waiters_ >= kManyWaiters;
  }

  std::vector<StuckFinding> Find() {
    if (locks_count_) {
      for (std::size_t i = 0; i < groups_.size(); ++i) AddHolder(i);
      AddHoldersAsCandidates();
      AddOneAnother();
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
    const std::int64_t victims = waits_.VictimsOf(reason.function, i);
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
    const std::string& inner = waits_.owner(i);
    for (const auto& [owner, function] : waits_.outer(i)) {
      if (owner == inner && reason.strength < kNested && waits_.IsRareNesting(inner)) {
        reason = {kNested, function, 0, 0};
        kind = "locked twice";
      }
      if (owner == inner || reason.strength >= kReciprocal || !waits_.Comes(owner, inner)) continue;
      reason = {kReciprocal, function, 0, 0}, kind = "lock order";
    }
  }

  // The strongest of what was found, in the order in which it was.
  std::vector<std::string> StrongestHolders() const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < found_.size(); ++i) order.push_back(i);
    if (order.size() > kMostCandidates) {
      std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return found_[a].strength > found_[b].strength;
      });
      order.resize(kMostCandidates);
      std::sort(order.begin(), order.end());
    }
    std::vector<std::string> names;
    for (const std::size_t i : order) names.push_back(found_[i].row.function);
    return names;
  }

  void AddHoldersAsCandidates() {
    const std::vector<std::string> holders = StrongestHolders();
    for (std::size_t at = 0; at < found_.size(); ++at) {
      StuckFinding& finding = found_[at];
      finding.row.holder_candidates = holders;
      if (finding.strength > kWaitsForLock) {
        std::vector<std::string>& of_owner =
            holders_[std::string(LockSites::OwnerOf(finding.row.function))];
        if (of_owner.size() < kMostCandidates) of_owner.push_back(finding.row.function);
      }
      // All that wait in the function are told with it, also those that wait for its first lock.
      const std::set<std::size_t> known(finding.groups.begin(), finding.groups.end());
      for (const std::uint32_t i : waits_.Callers(functions_[at])) {
        if (known.contains(i)) continue;
        Tell(finding, i);
        finding.row.count += groups_[i].count;
      }
    }
  }

  void Tell(StuckFinding& finding, std::size_t group) {
    finding.groups.push_back(group);
    told_[group] = true;
  }

  // Functions that take two locks one after the other wait at their second ones, and nobody waits
  // at the first, which would show where it is taken. But the addresses of locks in a dump show
  // that they wait for different ones.
  void AddOneAnother() {
    std::map<std::string, std::vector<std::size_t>> of_package;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const StandingGroup& group = groups_[i];
      const bool unexplained = IsLock(i) && !told_[i] && group.IsOld() && !group.locks.empty() &&
                               stacks_.code().IsOwn(group.function) &&
                               !holders_.contains(waits_.owner(i));
      if (unexplained) of_package[PackageOf(waits_.owner(i))].push_back(i);
    }
    for (const auto& [package, waiters] : of_package) {
      std::set<std::uint64_t> locks;
      for (const std::size_t i : waiters) {
        for (const auto& [lock, count] : groups_[i].locks) locks.insert(lock);
      }
      if (locks.size() >= 2) AddEachOther(waiters, locks.size());
    }
  }

  void AddEachOther(const std::vector<std::size_t>& waiters, std::size_t locks) {
    std::vector<std::string> names;
    std::int64_t count = 0;
    for (const std::size_t i : waiters) {
      const std::string name = Name(groups_[i].function);
      const bool named = std::find(names.begin(), names.end(), name) != names.end();
      count += groups_[i].count;
      if (!named && names.size() < kMostCandidates) names.push_back(name);
    }
    const std::string evidence =
        Times(count) + " wait for " + std::to_string(locks) +
        " different locks, as their addresses show, and nobody else is seen that may hold one: "
        "each may hold what another waits for. A dump does not show who holds a lock.";
    for (const std::size_t i : waiters) {
      Put(i, "lock order", groups_[i].function, kOneAnother, evidence).row.holder_candidates =
          names;
    }
  }

  static std::string PackageOf(const std::string& owner) {
    return owner.ends_with(')') ? owner.substr(0, owner.rfind(".(")) : owner;
  }

  void AddWaiter(std::size_t i) {
    const StandingGroup& group = groups_[i];
    if (!IsLock(i) || told_[i]) return;
    std::string text = Times(group.count) + " wait for a lock";
    const auto known = holders_.find(waits_.owner(i));
    const std::vector<std::string> holders =
        known == holders_.end() ? std::vector<std::string>() : known->second;
    text += holders.empty() ? "; no goroutine is seen that may hold it: it may have ended without "
                              "giving it back"
                            : "; " + holders[0] + " may hold it";
    StuckFinding& put = Put(i, "mutex", group.function, kWaitsForLock, text + ".");
    put.row.holder_candidates = holders;
  }

  // What does not wait for a lock.
  void AddOther(std::size_t i) {
    const StandingGroup& group = groups_[i];
    if (told_[i] || !stacks_.code().IsOwn(group.function)) return;
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
    return parents_.contains(std::string(WithoutClosure(stacks_.code().text(groups_[i].function))));
  }

  // One row for each function and kind.
  StuckFinding& Put(std::size_t i, const std::string& kind, StringId function, double strength,
                    const std::string& evidence) {
    // What stood there already is surer than what is seen once.
    if (!groups_[i].IsOld() && any_old_) strength *= 0.8;
    const auto [known, added] = row_of_.try_emplace({function, kind}, found_.size());
    if (!added) {
      StuckFinding& one = found_[known->second];
      one.row.count += groups_[i].count;
      if (strength > one.strength) one.strength = strength, one.row.evidence = evidence;
      Tell(one, i);
      return one;
    }
    StuckRow row{Name(function), kind, groups_[i].count, {}, evidence, groups_[i].some_ids};
    found_.push_back({std::move(row), strength, {}});
    functions_.push_back(function);
    Tell(found_.back(), i);
    return found_.back();
  }

  GoroutineStacks& stacks_;
  LockSites& sites_;
  const std::span<const StandingGroup> groups_;
  const LockWaits waits_;
  std::vector<bool> told_;                   // by group
  std::unordered_set<std::string> parents_;  // functions that began goroutines
  std::int64_t waiters_ = 0;
  bool any_old_ = false, locks_count_ = false;
  std::vector<StuckFinding> found_;
  std::vector<StringId> functions_;  // of found_
  std::map<std::pair<StringId, std::string>, std::size_t>
      row_of_;  // of found_, by function and kind
  // Functions that may hold locks of a type.
  std::map<std::string, std::vector<std::string>> holders_;
};

}  // namespace

std::vector<StuckFinding> FindStuck(GoroutineStacks& stacks, LockSites& sites,
                                    std::span<const StandingGroup> groups) {
  return Finder(stacks, sites, groups).Find();
}

}  // namespace burnglass
