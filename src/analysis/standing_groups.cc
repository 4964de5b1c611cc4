#include "analysis/standing_groups.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace burnglass {
namespace {

constexpr std::size_t kSomeIds = 5;

using Key = std::tuple<std::uint32_t, StringId, StringId>;

Key KeyOf(const StandingGoroutine& one) { return {one.stack, one.state, one.created_by}; }
Key KeyOf(const StandingGroup& one) { return {one.stack, one.state, one.created_by}; }

// Whether own code of another function stands below: then something called the one that waits.
bool IsAtRoot(OwnCode& code, std::span<const StackFrame> stack, std::size_t at) {
  const std::string function(WithoutClosure(code.text(stack[at].name)));
  for (std::size_t i = at + 1; i < stack.size(); ++i) {
    const std::string_view name = code.text(stack[i].name);
    const bool wraps = name.find(".gowrap") != name.npos || name.ends_with("-fm") ||
                       WithoutClosure(name) == function;
    if (code.IsOwn(stack[i].name) && !wraps) return false;
    if (!code.IsOwn(stack[i].name) && !code.IsWaiting(stack[i].name)) return false;
  }
  return true;
}

void AddTo(StandingGroup& group, const StandingGoroutine& one) {
  group.count += one.count;
  group.longest_wait = std::max(group.longest_wait, one.wait_minutes);
  if (one.leaked) group.leaked += one.count;
  if (one.lock != 0) group.locks[one.lock] += one.count;
  if (one.id == 0) return;
  group.first_id = group.first_id == 0 ? one.id : std::min(group.first_id, one.id);
  group.last_id = std::max(group.last_id, one.id);
  if (group.some_ids.size() < kSomeIds) group.some_ids.push_back(one.id);
}

struct Place {
  std::uint32_t stack = 0;
  std::int64_t wait = 0;
};
using Places = std::unordered_map<std::int64_t, Place>;

Places PlacesOf(const GoroutineMoment& dump) {
  Places places;
  places.reserve(dump.goroutines.size());
  for (const StandingGoroutine& one : dump.goroutines) {
    if (one.id != 0) places[one.id] = {one.stack, one.wait_minutes};
  }
  return places;
}

}  // namespace

std::vector<StandingGroup> GroupStanding(GoroutineStacks& stacks, GoroutineMoment& moment) {
  std::vector<StandingGroup> groups;
  std::map<Key, std::size_t> number_of;
  for (StandingGoroutine& one : moment.goroutines) {
    const auto [it, added] = number_of.try_emplace(KeyOf(one), groups.size());
    if (added) {
      StandingGroup group{one.stack, one.state, one.created_by, stacks.KindOf(one)};
      if (const auto stack = stacks.stack(one.stack); !stack.empty()) {
        const std::size_t at = stacks.code().Responsible(stack);
        group.function = stack[at].name;
        group.at_root = IsAtRoot(stacks.code(), stack, at);
      }
      groups.push_back(std::move(group));
    }
    one.group = static_cast<std::uint32_t>(it->second);
    AddTo(groups[it->second], one);
  }
  return groups;
}

std::vector<std::uint32_t> SamePlaces(std::span<const StandingGroup> first,
                                      std::span<const StandingGroup> last) {
  std::map<Key, std::uint32_t> number_of;
  for (const StandingGroup& group : last) {
    number_of.emplace(KeyOf(group), static_cast<std::uint32_t>(number_of.size()));
  }
  std::vector<std::uint32_t> places;
  for (const StandingGroup& group : first) {
    const auto found = number_of.find(KeyOf(group));
    places.push_back(found == number_of.end() ? kNone : found->second);
  }
  return places;
}

JoinedDumps JoinDumps(std::span<GoroutineMoment> dumps, std::span<StandingGroup> groups) {
  JoinedDumps joined;
  std::vector<Places> before;
  for (const GoroutineMoment& dump : dumps.first(dumps.size() - 1)) {
    before.push_back(PlacesOf(dump));
  }
  for (StandingGoroutine& one : dumps.back().goroutines) {
    StandingGroup& group = groups[one.group];
    const auto first = before[0].find(one.id);
    if (first == before[0].end()) {
      one.stayed = Stayed::kCame;
      ++joined.came, ++group.came;
      continue;
    }
    one.waited_before = first->second.wait;
    const bool same = std::all_of(before.begin(), before.end(), [&](const Places& places) {
      const auto there = places.find(one.id);
      return there != places.end() && there->second.stack == one.stack;
    });
    one.stayed = same ? Stayed::kSame : Stayed::kMoved;
    if (!same) {
      ++joined.moved;
      continue;
    }
    ++joined.same, ++group.in_all;
    group.waited_before = std::max(group.waited_before, one.waited_before);
  }
  joined.gone = static_cast<std::int64_t>(before[0].size()) - joined.same - joined.moved;
  return joined;
}

void MarkLeaked(GoroutineStacks& stacks, const GoroutineMoment& leaks,
                std::span<StandingGroup> groups) {
  std::unordered_map<std::uint64_t, std::int64_t> leaked;
  for (const StandingGoroutine& one : leaks.goroutines) {
    leaked[stacks.KeyWithoutRuntime(one.stack)] += one.count;
  }
  for (StandingGroup& group : groups) {
    const auto found = leaked.find(stacks.KeyWithoutRuntime(group.stack));
    if (found == leaked.end() || group.leaked > 0) continue;
    group.leaked = std::min(group.count, found->second);
    found->second -= group.leaked;
  }
}

}  // namespace burnglass
