#include "session/part_set.h"

#include <algorithm>
#include <map>

#include "base/moment_order.h"
#include "base/stable_sort.h"

namespace burnglass {
namespace {

struct Moment {
  std::int64_t time = 0;
  std::string name;
  ProfileId id = 0;
};

struct OneKind {
  std::string kind;
  std::vector<Moment> moments;
};

std::vector<OneKind> GroupsOf(const PartSet& set) {
  std::map<std::string, OneKind> by_series;
  for (const SetPart& part : set.parts) {
    if (!part.decoded) continue;
    OneKind& group = by_series[part.series];
    group.kind = part.kind;
    group.moments.push_back({part.time_nanos, part.name, part.id});
  }
  std::vector<OneKind> groups;
  for (auto& [series, group] : by_series) {
    OrderMoments(group.moments);
    groups.push_back(std::move(group));
  }
  StableSort(groups, [](const OneKind& a, const OneKind& b) {
    return a.moments.size() > b.moments.size();
  });
  return groups;
}

}  // namespace

bool PartSet::Ended() const { return CountEnded() == parts.size(); }

std::size_t PartSet::CountEnded() const {
  return static_cast<std::size_t>(
      std::count_if(parts.begin(), parts.end(), [](const SetPart& part) { return part.ended; }));
}

SetPart* PartSet::Find(ProfileId id) {
  const auto it =
      std::find_if(parts.begin(), parts.end(), [&](const SetPart& part) { return part.id == id; });
  return it == parts.end() ? nullptr : &*it;
}

std::vector<MakePlan> PlansOf(const PartSet& set) {
  std::vector<MakePlan> plans;
  for (const OneKind& group : GroupsOf(set)) {
    if (group.moments.size() < kLeastSeries) {
      for (const Moment& one : group.moments) {
        plans.push_back({.base = {}, .source = {one.id}, .name = one.name});
      }
      continue;
    }
    MakePlan plan{.base = {}, .source = {}};
    for (const Moment& one : group.moments) plan.source.push_back(one.id);
    plan.name = std::to_string(plan.source.size()) + " " + group.kind + " profiles";
    plans.push_back(std::move(plan));
  }
  return plans;
}

}  // namespace burnglass
