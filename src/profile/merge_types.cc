#include "profile/merge_types.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/units.h"

namespace burnglass {
namespace {

std::string_view TypeName(const ProfileData& profile, std::size_t i) {
  return profile.strings[profile.sample_types[i].type];
}

std::size_t FindType(const ProfileData& profile, std::string_view name) {
  std::size_t i = 0;
  while (i < profile.sample_types.size() && TypeName(profile, i) != name) ++i;
  return i;
}

// A name that a profile has twice counts twice, and is then not common to all; so pprof.
std::vector<std::string> CommonTypes(std::span<const ProfileData> profiles) {
  std::vector<std::string> common;
  for (std::size_t i = 0; i < profiles[0].sample_types.size(); ++i) {
    const std::string_view name = TypeName(profiles[0], i);
    std::size_t seen = 0;
    for (const ProfileData& profile : profiles) {
      for (std::size_t j = 0; j < profile.sample_types.size(); ++j) {
        seen += TypeName(profile, j) == name;
      }
    }
    if (seen == profiles.size()) common.emplace_back(name);
  }
  return common;
}

void KeepTypes(ProfileData& profile, const std::vector<std::string>& names) {
  std::vector<std::size_t> from(names.size());
  bool same = names.size() == profile.sample_types.size();
  bool has_default = false;
  for (std::size_t i = 0; i < names.size(); ++i) {
    from[i] = FindType(profile, names[i]);
    same &= from[i] == i;
    has_default |= names[i] == profile.strings[profile.default_sample_type];
  }
  if (same) return;
  std::vector<ValueType> types;
  std::vector<std::vector<std::int64_t>> values;
  for (const std::size_t i : from) {
    types.push_back(profile.sample_types[i]);
    if (!profile.values.empty()) values.push_back(profile.values[i]);
  }
  profile.sample_types = std::move(types);
  profile.values = std::move(values);
  if (!has_default) profile.default_sample_type = profile.sample_types[0].type;
}

struct NamedType {
  std::string_view type, unit;
};

NamedType Named(const ProfileData& profile, const ValueType& type) {
  return {profile.strings[type.type], profile.strings[type.unit]};
}

// "sample" and "samples" are the same, as far as units go.
std::string_view Singular(std::string_view name) {
  return name.ends_with('s') ? name.substr(0, name.size() - 1) : name;
}

bool Compatible(NamedType a, NamedType b) {
  if (Singular(a.type) != Singular(b.type)) return false;
  return a.unit == b.unit || SameUnitFamily(a.unit, b.unit);
}

Result<std::string> FinestUnit(const std::vector<NamedType>& types) {
  NamedType finest = types[0];
  for (const NamedType& type : types) {
    if (!Compatible(finest, type)) {
      return Error{"values of different kinds cannot be added up: " + std::string(finest.type) +
                   " in " + std::string(finest.unit) + ", " + std::string(type.type) + " in " +
                   std::string(type.unit)};
    }
    if (Scale(1, type.unit, finest.unit).value < 1) finest = type;
  }
  return std::string(finest.unit);
}

// As pprof does, drops the samples in which nothing that is scaled stays above zero.
void ScaleValues(ProfileData& profile, const std::vector<double>& ratios) {
  if (std::all_of(ratios.begin(), ratios.end(), [](double ratio) { return ratio == 1; })) return;
  // A sample without any value merges into nothing, so it need not be taken out here.
  for (std::size_t sample = 0; sample < profile.sample_count(); ++sample) {
    bool keep = false;
    for (std::size_t i = 0; i < ratios.size(); ++i) {
      if (ratios[i] == 1) continue;
      std::int64_t& value = profile.values[i][sample];
      value = static_cast<std::int64_t>(std::round(static_cast<double>(value) * ratios[i]));
      keep |= value != 0;
    }
    for (std::size_t i = 0; !keep && i < ratios.size(); ++i) profile.values[i][sample] = 0;
  }
}

Status ScalePeriods(std::span<ProfileData> profiles) {
  std::vector<NamedType> types;
  for (const ProfileData& profile : profiles) types.push_back(Named(profile, profile.period_type));
  const Result<std::string> unit = FinestUnit(types);
  if (!unit) return unit.error();
  for (ProfileData& profile : profiles) {
    const std::string from(profile.strings[profile.period_type.unit]);
    profile.period = static_cast<std::int64_t>(Scale(profile.period, from, *unit).value);
    profile.period_type.unit = profile.strings.Intern(*unit);
  }
  return Done{};
}

}  // namespace

Status KeepCommonSampleTypes(std::span<ProfileData> profiles) {
  const std::vector<std::string> common = CommonTypes(profiles);
  if (common.empty()) {
    return Error{profiles.size() == 1 ? "the profile has no sample types"
                                      : "the profiles have no sample type in common"};
  }
  for (ProfileData& profile : profiles) KeepTypes(profile, common);
  return Done{};
}

Status ScaleToFinestUnits(std::span<ProfileData> profiles) {
  if (Status status = ScalePeriods(profiles); !status) return status;
  const std::size_t types = profiles[0].sample_types.size();
  std::vector<std::vector<double>> ratios(profiles.size(), std::vector<double>(types));
  for (std::size_t i = 0; i < types; ++i) {
    std::vector<NamedType> named;
    for (const ProfileData& profile : profiles) {
      named.push_back(Named(profile, profile.sample_types[i]));
    }
    const Result<std::string> unit = FinestUnit(named);
    if (!unit) return unit.error();
    for (std::size_t j = 0; j < profiles.size(); ++j) {
      ratios[j][i] = Scale(1, named[j].unit, *unit).value;
    }
    for (ProfileData& profile : profiles) {
      profile.sample_types[i].unit = profile.strings.Intern(*unit);
    }
  }
  for (std::size_t j = 0; j < profiles.size(); ++j) ScaleValues(profiles[j], ratios[j]);
  return Done{};
}

Status SameTypes(const ProfileData& a, const ProfileData& b) {
  const auto same = [&](const ValueType& x, const ValueType& y) {
    return a.strings[x.type] == b.strings[y.type] && a.strings[x.unit] == b.strings[y.unit];
  };
  if (!same(a.period_type, b.period_type)) {
    return Error{"profiles with different period types cannot be merged"};
  }
  for (std::size_t i = 0; i < a.sample_types.size(); ++i) {
    if (!same(a.sample_types[i], b.sample_types[i])) {
      return Error{"profiles with different sample types cannot be merged"};
    }
  }
  return Done{};
}

}  // namespace burnglass
