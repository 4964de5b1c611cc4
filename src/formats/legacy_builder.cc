#include "formats/legacy_builder.h"

#include <cassert>
#include <vector>

namespace burnglass {

void LegacyBuilder::SetTypes(std::initializer_list<LegacyType> types) {
  data_.sample_types.clear();
  for (const LegacyType& type : types) {
    data_.sample_types.push_back(
        {data_.strings.Intern(type.type), data_.strings.Intern(type.unit)});
  }
  data_.values.resize(types.size());
}

void LegacyBuilder::SetPeriod(LegacyType type, std::int64_t period) {
  data_.period_type = {data_.strings.Intern(type.type), data_.strings.Intern(type.unit)};
  data_.period = period;
}

void LegacyBuilder::AddSample(std::span<const std::uint64_t> addresses, Calls calls,
                              std::span<const std::int64_t> values) {
  assert(values.size() == data_.values.size());
  for (std::size_t i = 0; i < addresses.size(); ++i) {
    const bool after_call = calls == Calls::kAll || (calls == Calls::kNotLeaf && i > 0);
    data_.stacks.push_back(LocationAt(addresses[i] - (after_call ? 1 : 0)));
  }
  data_.stack_ends.push_back(static_cast<std::uint32_t>(data_.stacks.size()));
  for (std::size_t type = 0; type < values.size(); ++type) {
    data_.values[type].push_back(values[type]);
  }
}

void LegacyBuilder::LabelBytes(std::int64_t bytes) {
  Label label;
  label.key = data_.strings.Intern("bytes");
  label.num = bytes;
  label.numeric = true;
  data_.labels.push_back(label);
  data_.label_ends.resize(data_.stack_ends.size(), static_cast<std::uint32_t>(data_.labels.size()));
}

std::uint32_t LegacyBuilder::FindLocation(std::uint64_t address) const {
  const auto found = location_at_.find(address);
  return found == location_at_.end() ? kNone : found->second;
}

std::uint32_t LegacyBuilder::LocationAt(std::uint64_t address) {
  const auto index = static_cast<std::uint32_t>(data_.locations.size());
  const auto [place, fresh] = location_at_.try_emplace(address, index);
  if (fresh) {
    Location location;
    location.address = address;
    data_.locations.push_back(location);
  }
  return place->second;
}

void RemoveRepeatedLeaves(ProfileData& data) {
  RemoveSecondFrames(data, [](std::uint64_t leaf, std::uint64_t next) { return leaf == next + 1; });
}

namespace {

// Numbers things in the order in which they are asked for.
class FirstUse {
 public:
  explicit FirstUse(std::size_t size) : number_(size, kNone) {}

  std::uint32_t operator()(std::uint32_t thing) {
    if (number_[thing] == kNone) {
      number_[thing] = static_cast<std::uint32_t>(order_.size());
      order_.push_back(thing);
    }
    return number_[thing];
  }

  // The used things, in order, with ids from 1.
  template <typename Thing>
  std::vector<Thing> Sort(const std::vector<Thing>& things) const {
    std::vector<Thing> sorted;
    sorted.reserve(order_.size());
    for (const std::uint32_t i : order_) {
      sorted.push_back(things[i]);
      sorted.back().id = sorted.size();
    }
    return sorted;
  }

 private:
  std::vector<std::uint32_t> number_, order_;
};

}  // namespace

void NumberTables(ProfileData& data) {
  FirstUse locations(data.locations.size());
  for (std::uint32_t& location : data.stacks) location = locations(location);
  data.locations = locations.Sort(data.locations);

  FirstUse functions(data.functions.size());
  for (const Location& location : data.locations) {
    for (std::uint32_t i = location.line_begin; i < location.line_end; ++i) {
      data.lines[i].function = functions(data.lines[i].function);
    }
  }
  data.functions = functions.Sort(data.functions);
}

}  // namespace burnglass
