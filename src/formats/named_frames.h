// Collects stacks of named frames, as formats without addresses have them, as a profile.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "profile/profile.h"

namespace burnglass {

struct NamedFrame {
  StringId name = 0, file = 0;
  std::int64_t line = 0, column = 0;
};

class NamedFrames {
 public:
  explicit NamedFrames(ProfileData& data) : data_(data) {}

  // The location of a frame; the same one for an equal frame. Functions are equal when their names
  // and files are. Ids count from 1 in the order of first use.
  std::uint32_t Location(const NamedFrame& frame);

  // One sample with one value, its labels to be added behind it.
  //   frames   indices of locations, the root first
  void AddSample(std::span<const std::uint32_t> frames, std::int64_t value);

  // Gives the sample added last a label of text.
  void Label(StringId key, StringId value);

 private:
  std::uint32_t Function(StringId name, StringId file);

  ProfileData& data_;
  std::map<std::pair<StringId, StringId>, std::uint32_t> functions_;
  std::map<std::tuple<std::uint32_t, std::int64_t, std::int64_t>, std::uint32_t> locations_;
};

// Whether `bytes` more of text fit into the table.
bool HasRoom(const StringTable& strings, std::size_t bytes);

}  // namespace burnglass
