#include "engine/slopes.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "analysis/fitted_change.h"
#include "analysis/reshape_tree.h"
#include "analysis/series.h"
#include "base/hash.h"
#include "base/moment_order.h"
#include "engine/name_finder.h"
#include "profile/location_tree.h"
#include "profile/merge.h"
#include "profile/open.h"
#include "profile/sample_type.h"

namespace burnglass {
namespace {

// So many are merged at a time: all at once would take their memory twice.
constexpr std::size_t kAtOnce = 16;
// Sums of so many bits are left room; a weight is 2 at most.
constexpr double kMostSum = 1e18, kFinest = 65536;

struct Moment {
  std::string name;
  std::int64_t time = 0, duration = 0;
  ProfilePtr profile;
  std::uint32_t type = 0;
  double total = 0, magnitude = 0;
};

Result<std::vector<Moment>> MomentsOf(const std::string& type,
                                      std::span<const SeriesMember> members) {
  std::vector<Moment> moments;
  for (const SeriesMember& member : members) {
    const ProfileData& data = member.profile->data();
    const Result<std::uint32_t> index = FindSampleType(*member.profile, type);
    if (!index) return Error{member.file_name + ": " + index.error().message};
    Moment moment{member.file_name, data.time_nanos, data.duration_nanos, member.profile, *index};
    for (const std::int64_t value : data.values[*index]) {
      moment.total += static_cast<double>(value);
      moment.magnitude += std::abs(static_cast<double>(value));
    }
    moments.push_back(std::move(moment));
  }
  return moments;
}

// Of the type that counts the values times this; nothing of the others.
ProfileData Weighted(const Moment& moment, double weight) {
  ProfileData data = moment.profile->data();
  for (std::uint32_t type = 0; type < data.values.size(); ++type) {
    for (std::int64_t& value : data.values[type]) {
      const double weighted = type == moment.type ? static_cast<double>(value) * weight : 0;
      value = std::llround(weighted);
    }
  }
  return data;
}

Result<ProfileData> AddUp(std::span<const Moment> moments, std::span<const double> weights) {
  std::vector<ProfileData> some;
  for (std::size_t i = 0; i < moments.size(); ++i) {
    some.push_back(Weighted(moments[i], weights[i]));
    if (some.size() < kAtOnce && i + 1 < moments.size()) continue;
    Result<ProfileData> sum = MergeProfiles(std::exchange(some, {}));
    if (!sum) return sum;
    some.push_back(sum.Take());
  }
  return std::move(some[0]);
}

Result<std::unique_ptr<OpenProfile>> OpenSum(std::span<const Moment> moments,
                                             std::span<const double> weights) {
  Result<ProfileData> sum = AddUp(moments, weights);
  if (!sum) return sum.error();
  std::vector<ProfileData> one;
  one.push_back(sum.Take());
  Result<ProfilePtr> profile =
      OpenProfiles(std::move(one), {.demangle = {.style = Demangling::kNone}});
  if (!profile) return profile.error();
  auto names = std::make_unique<NameTable>(**profile);
  return std::make_unique<OpenProfile>("", *profile, std::move(names));
}

// Which box of the slopes' tree each box of the other one is; kNone where nothing changed.
std::vector<std::uint32_t> SameBoxes(const CallTree& tree, const NameTable& names,
                                     const CallTree& slopes, const NameTable& slope_names) {
  const NameFinder finder(names);
  std::unordered_map<std::uint64_t, std::uint32_t> of_path;
  std::vector<std::uint64_t> paths(slopes.size(), kHashSeed);
  for (std::uint32_t box = 1; box < slopes.size(); ++box) {
    const NameId name = finder.Find(slope_names.text(slopes.name[box]));
    paths[box] = HashNumber(name, paths[slopes.parent[box]]);
    of_path.emplace(paths[box], box);
  }
  std::vector<std::uint32_t> same(tree.size(), kNone);
  paths.assign(tree.size(), kHashSeed);
  same[0] = 0;
  for (std::uint32_t box = 1; box < tree.size(); ++box) {
    paths[box] = HashNumber(finder.Find(names.text(tree.name[box])), paths[tree.parent[box]]);
    const auto found = of_path.find(paths[box]);
    if (found != of_path.end()) same[box] = found->second;
  }
  return same;
}

// The upright tree with its widths, but with what it grew by for what it costs.
CallTree GrownTree(const CallTree& tree, const NameTable& names, const CallTree& slopes,
                   const NameTable& slope_names) {
  CallTree grown = tree;
  if (grown.magnitude.empty()) grown.magnitude = tree.cum;
  const std::vector<std::uint32_t> same = SameBoxes(tree, names, slopes, slope_names);
  for (std::uint32_t box = 0; box < tree.size(); ++box) {
    grown.cum[box] = same[box] == kNone ? 0 : slopes.cum[same[box]];
    grown.flat[box] = same[box] == kNone ? 0 : slopes.flat[same[box]];
  }
  return grown;
}

}  // namespace

Result<Slopes> FindSlopes(std::uint32_t series, const std::string& type,
                          std::span<const SeriesMember> members) {
  if (members.size() < 2) return Error{"This profile is not made of several."};
  Result<std::vector<Moment>> found = MomentsOf(type, members);
  if (!found) return found.error();
  std::vector<Moment> moments = found.Take();
  const bool timed = OrderMoments(moments) && moments.back().time > moments.front().time;
  Slopes slopes{series, type, nullptr, nullptr};
  slopes.differences = std::all_of(moments.begin(), moments.end(), [&](const Moment& one) {
    return CountsSinceStart(type, one.duration);
  });
  std::vector<SeriesMoment> line;
  double magnitude = 1;
  for (const Moment& one : moments) {
    const double place = static_cast<double>(line.size());
    line.push_back({timed ? static_cast<double>(one.time - moments[0].time) : place, one.total});
    magnitude += 2 * one.magnitude;
  }
  slopes.scale = std::min(kFinest, kMostSum / magnitude);
  const auto open = [&](std::vector<double> weights) {
    for (double& weight : weights) weight *= slopes.scale;
    return OpenSum(moments, weights);
  };
  Result<std::unique_ptr<OpenProfile>> change = open(FittedChangeWeights(line, slopes.differences));
  if (!change) return change.error();
  slopes.change = change.Take();
  if (!slopes.differences) return slopes;
  Result<std::unique_ptr<OpenProfile>> mean = open(MeanWeights(line, true));
  if (!mean) return mean.error();
  slopes.mean = mean.Take();
  return slopes;
}

Result<std::vector<std::int64_t>> SlopesOfBoxes(OpenProfile& slopes, const Answered& answered,
                                                OpenProfile& open) {
  const Result<const Answered*> grown = slopes.Answer(answered.query, Budget::Unlimited());
  // Where nothing grew the filters leave nothing of it.
  if (!grown) return std::vector<std::int64_t>(answered.tree.size());
  const CallTree tree = GrownTree(answered.upright(), open.names(), (*grown)->tree, slopes.names());
  if (answered.shape == TreeShape()) return tree.cum;
  const std::vector<NameId> packages =
      answered.shape.packages ? open.PackageNames() : std::vector<NameId>();
  TreeReshaper reshaper(tree, open.names(), answered.shape, {}, &packages);
  reshaper.Work(Budget::Unlimited());
  CallTree shaped = reshaper.Take();
  if (shaped.size() != answered.tree.size()) return Error{"Growth is not told in this shape."};
  return std::move(shaped.cum);
}

}  // namespace burnglass
