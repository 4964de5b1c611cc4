// Collects what a legacy format tells (stacks of addresses, values, perhaps mappings) as a profile.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <unordered_map>

#include "formats/legacy_text.h"
#include "profile/profile.h"

namespace burnglass {

struct LegacyType {
  std::string_view type, unit;
};

// Which addresses of a stack come after a call, and are moved back onto it by subtracting 1.
enum class Calls {
  kAll,      // the leaf, too: the program took the stack itself
  kNotLeaf,  // the leaf is where a signal interrupted the program
  kNone,     // these are no addresses of instructions
};

class LegacyBuilder {
 public:
  void SetTypes(std::initializer_list<LegacyType> types);
  void SetPeriod(LegacyType type, std::int64_t period);

  // One sample, the leaf first; as many values as types.
  void AddSample(std::span<const std::uint64_t> addresses, Calls calls,
                 std::span<const std::int64_t> values);
  // Gives the sample added last the label of heap profiles: the size of one of its blocks.
  void LabelBytes(std::int64_t bytes);

  // The index of the location with this address; kNone when no sample has it.
  std::uint32_t FindLocation(std::uint64_t address) const;

  ProfileData& data() { return data_; }
  const ProfileData& data() const { return data_; }

 private:
  std::uint32_t LocationAt(std::uint64_t address);

  ProfileData data_;
  std::unordered_map<std::uint64_t, std::uint32_t> location_at_;
};

// Takes the frame just above the leaf out of every sample for which `unwanted` says so, given the
// addresses of the leaf and of that frame.
template <typename Unwanted>
void RemoveSecondFrames(ProfileData& data, Unwanted unwanted) {
  std::uint32_t begin = 0, kept = 0;
  for (std::uint32_t& end : data.stack_ends) {
    const std::uint32_t size = end - begin;
    const auto address = [&](std::uint32_t i) {
      return data.locations[data.stacks[begin + i]].address;
    };
    const bool remove = size > 1 && unwanted(address(0), address(1));
    for (std::uint32_t i = 0; i < size; ++i) {
      if (!(remove && i == 1)) data.stacks[kept++] = data.stacks[begin + i];
    }
    begin = end;
    end = kept;
  }
  data.stacks.resize(kept);
}

// The leaf may be noted twice, by the signal and by the unwinder, the second time moved back as if
// it were a call: then the second goes.
void RemoveRepeatedLeaves(ProfileData& data);

// Gives ids in the order in which samples use the locations, and these the functions. What is used
// nowhere goes.
void NumberTables(ProfileData& data);

}  // namespace burnglass
