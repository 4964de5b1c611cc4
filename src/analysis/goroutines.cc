#include "analysis/goroutines.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "analysis/standing_groups.h"
#include "analysis/stuck.h"
#include "analysis/trend.h"
#include "base/moment_order.h"
#include "base/stable_sort.h"
#include "profile/kind.h"

namespace burnglass {
namespace {

// From this strength on a finding names who holds and waits.
constexpr double kStrong = 1.3;

bool IsOfLocks(const GoroutineSource& source) {
  return ProfileKind(*source.profile, source.name) == "block";
}

class Analysis {
 public:
  Analysis(std::span<const GoroutineSource> sources, const GoroutinesAsked& asked)
      : sources_(sources), asked_(asked), sites_(stacks_) {}

  Result<Goroutines> Find() {
    for (const GoroutineSource& source : sources_) stacks_.Learn(*source.profile);
    for (const GoroutineSource& source : sources_) Read(source);
    for (auto* moments : {&dumps_, &counts_, &leaks_}) {
      if (!asked_.ordered) OrderMoments(*moments);
    }
    std::vector<GoroutineMoment>* moments = Asked();
    GoroutineMoment* last = moments == nullptr ? nullptr : &moments->back();
    if (last == nullptr) return Error{"there is no profile or dump of goroutines among the files"};
    NameMoments();
    groups_ = GroupStanding(stacks_, *last);
    for (const StandingGroup& group : groups_) result_.total += group.count;
    if (dumps_.size() > 1) result_.joined = JoinDumps(dumps_, groups_);
    if (!leaks_.empty() && !last->leaks_only) MarkLeaked(stacks_, leaks_.back(), groups_);
    FindGrowth();
    FindLocks();
    const std::vector<std::uint32_t> places = Tell();
    TellMembers(last->goroutines, places, result_.members);
    if (moments->size() > 1) TellFirst(moments->front(), places);
    return std::move(result_);
  }

 private:
  void Read(const GoroutineSource& source) {
    if (IsOfLocks(source)) {
      stacks_.ReadWaits(*source.profile, waits_);
      return;
    }
    GoroutineMoment moment = stacks_.ReadMoment(source);
    auto& where = moment.has_ids ? dumps_ : moment.leaks_only ? leaks_ : counts_;
    where.push_back(std::move(moment));
  }

  // Those of which the last is told.
  std::vector<GoroutineMoment>* Asked() {
    for (auto* moments : {&dumps_, &counts_, &leaks_}) {
      if (!moments->empty()) return moments;
    }
    return nullptr;
  }

  void NameMoments() {
    for (const GoroutineMoment& one : dumps_) result_.dumps.push_back(one.name);
    for (const GoroutineMoment& one : counts_) result_.counts.push_back(one.name);
    for (const GoroutineMoment& one : leaks_) result_.leaks.push_back(one.name);
  }

  // Profiles of counts tell of growth when there are enough of them, and otherwise the dumps do.
  void FindGrowth() {
    const auto& moments =
        counts_.size() >= std::max<std::size_t>(3, dumps_.size()) ? counts_ : dumps_;
    if (moments.size() < 2) return;
    std::map<StringId, std::vector<double>> counts;
    for (std::size_t i = 0; i < moments.size(); ++i) {
      for (const StandingGoroutine& one : moments[i].goroutines) {
        const auto stack = stacks_.stack(one.stack);
        if (stack.empty()) continue;
        auto& row = counts[stack[stacks_.code().Responsible(stack)].name];
        row.resize(moments.size());
        row[i] += static_cast<double>(one.count);
      }
    }
    std::vector<double> times(moments.size());
    std::iota(times.begin(), times.end(), 0.0);
    for (auto& [function, values] : counts) {
      const double growth = GrowthOf(function, times, values);
      for (StandingGroup& group : groups_) {
        if (group.function == function) group.growth = growth;
      }
    }
  }

  // Of two or three moments only what had stood there and still does has grown; of dumps it is
  // known.
  double GrowthOf(StringId function, std::span<const double> times,
                  std::span<const double> values) const {
    const Trend trend = FindTrend(times, values);
    if (trend.verdict != Verdict::kOnlyGrows && trend.verdict != Verdict::kDrift) return 0;
    if (values.size() >= 4) return std::max(trend.sure_change, 0.0);
    if (dumps_.size() < 2) return values.front() > 0 ? values.back() - values.front() : 0;
    double stayed = 0;
    for (const StandingGroup& group : groups_) {
      if (group.function == function) stayed += static_cast<double>(group.in_all);
    }
    const bool leaks = values.front() > 0 && stayed >= 0.9 * values.front();
    return leaks ? values.back() - values.front() : 0;
  }

  void FindLocks() {
    for (const std::uint32_t stack : waits_) sites_.Add(stack);
    for (const auto* moments : {&dumps_, &counts_, &leaks_}) {
      for (const GoroutineMoment& moment : *moments) {
        for (const StandingGoroutine& one : moment.goroutines) {
          if (stacks_.KindOf(one) == WaitKind::kMutex) sites_.Add(one.stack);
        }
      }
    }
  }

  // By group where in the result it stands.
  std::vector<std::uint32_t> Tell() {
    const std::vector<StuckFinding> stuck = FindStuck(stacks_, sites_, groups_);
    std::vector<const StuckFinding*> finding_of(groups_.size(), nullptr);
    for (auto one = stuck.rbegin(); one != stuck.rend(); ++one) {
      for (const std::size_t group : one->groups) finding_of[group] = &*one;
    }
    for (const StuckFinding& one : stuck) result_.stuck.push_back(one.row);
    std::vector<std::size_t> order(groups_.size());
    std::iota(order.begin(), order.end(), 0);
    StableSort(order, [&](std::size_t a, std::size_t b) {
      return KeyOf(a, finding_of[a]) > KeyOf(b, finding_of[b]);
    });
    std::vector<std::uint32_t> places(groups_.size());
    for (const std::size_t group : order) {
      const StuckFinding* finding = finding_of[group];
      places[group] = static_cast<std::uint32_t>(result_.groups.size());
      result_.groups.push_back(ToldGroup(groups_[group]));
      GoroutineGroup& told = result_.groups.back();
      if (finding == nullptr) continue;
      told.stuck = static_cast<std::size_t>(finding - stuck.data());
      if (finding->strength >= kStrong) told.function = finding->row.function;
    }
    return places;
  }

  // Who holds and waits, then what grows, then what seems stuck, then what came in the course of
  // time and not at once as pools do, then all others by their number.
  std::array<double, 5> KeyOf(std::size_t i, const StuckFinding* finding) {
    const StandingGroup& group = groups_[i];
    const double strength = finding == nullptr ? 0 : finding->strength;
    const double count = static_cast<double>(group.count);
    const bool own = stacks_.code().IsOwn(group.function);
    return {strength >= kStrong && group.growth == 0 ? strength : 0, own ? group.growth : 0,
            strength, own && IsSpread(group) ? count : 0, own ? count : 0.01 * count};
  }

  // Whether its goroutines began here and there over most of the program's time.
  bool IsSpread(const StandingGroup& group) const {
    const bool waits = group.kind == WaitKind::kSend || group.kind == WaitKind::kReceive ||
                       group.kind == WaitKind::kSelect || group.kind == WaitKind::kMutex ||
                       group.kind == WaitKind::kCondition || group.kind == WaitKind::kWaitGroup;
    if (!waits || group.count < 3 || group.last_id == 0) return false;
    return group.last_id - group.first_id > 4 * group.count;
  }

  GoroutineGroup ToldGroup(const StandingGroup& group) {
    GoroutineGroup told;
    told.function = stacks_.code().text(group.function);
    told.state = stacks_.text(group.state);
    told.created_by = stacks_.text(group.created_by);
    for (const StackFrame& frame : stacks_.stack(group.stack)) {
      told.stack.push_back(NumberOf(frame.name));
    }
    told.count = group.count;
    told.longest_wait_minutes = group.longest_wait;
    told.leaked = group.leaked;
    told.in_all_dumps = group.in_all;
    told.waited_before_minutes = group.waited_before;
    told.came = group.came;
    told.growth = group.growth;
    return told;
  }

  std::uint32_t NumberOf(StringId name) {
    const auto [it, added] =
        name_of_.try_emplace(name, static_cast<std::uint32_t>(result_.names.size()));
    if (added) result_.names.emplace_back(stacks_.code().text(name));
    return it->second;
  }

  static void TellMembers(std::span<const StandingGoroutine> goroutines,
                          std::span<const std::uint32_t> places,
                          std::vector<GoroutineMember>& members) {
    members.reserve(goroutines.size());
    for (const StandingGoroutine& one : goroutines) {
      members.push_back({one.id, one.count, one.wait_minutes, one.waited_before, one.sample,
                         places[one.group], one.stayed});
    }
  }

  // What stood where in the first moment; `places` are those of the groups of the last.
  void TellFirst(GoroutineMoment& first, std::span<const std::uint32_t> places) {
    const std::vector<StandingGroup> groups = GroupStanding(stacks_, first);
    const std::vector<std::uint32_t> same = SamePlaces(groups, groups_);
    std::vector<std::size_t> order(groups.size());
    std::iota(order.begin(), order.end(), 0);
    StableSort(order,
               [&](std::size_t a, std::size_t b) { return groups[a].count > groups[b].count; });
    std::vector<std::uint32_t> told_at(groups.size());
    for (const std::size_t i : order) {
      result_.total_before += groups[i].count;
      if (same[i] != kNone) {
        told_at[i] = places[same[i]];
        result_.groups[told_at[i]].before = groups[i].count;
        continue;
      }
      told_at[i] = static_cast<std::uint32_t>(result_.groups.size() + result_.gone.size());
      GoroutineGroup gone = ToldGroup(groups[i]);
      gone.before = std::exchange(gone.count, 0);
      gone.waited_before_minutes = std::exchange(gone.longest_wait_minutes, 0);
      result_.gone.push_back(std::move(gone));
    }
    TellMembers(first.goroutines, told_at, result_.before);
  }

  const std::span<const GoroutineSource> sources_;
  const GoroutinesAsked asked_;
  GoroutineStacks stacks_;
  LockSites sites_;
  std::vector<GoroutineMoment> dumps_, counts_, leaks_;
  std::vector<std::uint32_t> waits_;
  std::vector<StandingGroup> groups_;
  std::unordered_map<StringId, std::uint32_t> name_of_;
  Goroutines result_;
};

}  // namespace

Result<Goroutines> FindGoroutines(std::span<const GoroutineSource> sources,
                                  const GoroutinesAsked& asked) {
  return Analysis(sources, asked).Find();
}

}  // namespace burnglass
