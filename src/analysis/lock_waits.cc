#include "analysis/lock_waits.h"

#include <algorithm>

namespace burnglass {

LockWaits::LockWaits(GoroutineStacks& stacks, LockSites& sites,
                     std::span<const StandingGroup> groups)
    : stacks_(stacks),
      sites_(sites),
      groups_(groups),
      owners_(groups.size()),
      outer_(groups.size()) {
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (groups_[i].kind == WaitKind::kMutex) Add(i);
  }
}

void LockWaits::Add(std::size_t group) {
  const std::int64_t count = groups_[group].count;
  const std::string owner(sites_.WaitsIn(groups_[group].stack));
  owners_[group] = owner;
  FindOuter(group);
  Nesting& nesting = nesting_[owner];
  nesting.all += count;
  bool nested = false;
  for (const Outer& one : outer_[group]) {
    comes_.emplace(owner, one.owner);
    nested |= one.owner == owner;
  }
  if (nested) nesting.nested += count;
  for (const StackFrame& frame : stacks_.stack(groups_[group].stack)) {
    std::vector<std::uint32_t>& callers = callers_[frame.name];
    if (!callers.empty() && callers.back() == group) continue;  // recursion
    callers.push_back(static_cast<std::uint32_t>(group));
    if (LockSites::OwnerOf(stacks_.code().text(frame.name)) != owner) {
      elsewhere_[frame.name] += count;
    }
  }
}

void LockWaits::FindOuter(std::size_t group) {
  const auto stack = stacks_.stack(groups_[group].stack);
  std::size_t at = stacks_.code().NextOwn(stack, 0);
  if (at >= stack.size() || stacks_.code().OnlyLocks(stack[at].name)) return;
  for (++at; at < stack.size(); ++at) {
    if (!stacks_.code().IsOwn(stack[at].name)) continue;
    const std::string_view owner = LockSites::OwnerOf(stacks_.code().text(stack[at].name));
    if (owner.ends_with(')')) outer_[group].push_back({std::string(owner), stack[at].name});
  }
}

std::span<const std::uint32_t> LockWaits::Callers(StringId function) const {
  const auto found = callers_.find(function);
  return found == callers_.end() ? std::span<const std::uint32_t>() : std::span(found->second);
}

std::int64_t LockWaits::VictimsOf(StringId function, std::size_t self) const {
  const std::string owner(LockSites::OwnerOf(stacks_.code().text(function)));
  const auto waits = nesting_.find(owner);
  const auto elsewhere = elsewhere_.find(function);
  std::int64_t victims = waits == nesting_.end() ? 0 : waits->second.all;
  if (elsewhere != elsewhere_.end()) victims += elsewhere->second;
  const auto callers = Callers(function);
  const bool counted =
      groups_[self].kind == WaitKind::kMutex &&
      (owners_[self] == owner || std::binary_search(callers.begin(), callers.end(), self));
  return counted ? victims - groups_[self].count : victims;
}

bool LockWaits::IsRareNesting(const std::string& owner) const {
  const auto found = nesting_.find(owner);
  const Nesting nesting = found == nesting_.end() ? Nesting() : found->second;
  return 2 * nesting.nested < nesting.all || nesting.all == nesting.nested;
}

}  // namespace burnglass
