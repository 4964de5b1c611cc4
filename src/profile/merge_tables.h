// MergeTables: adds samples of several profiles up, each distinct stack with its labels once.
#pragma once

#include <string>
#include <vector>

#include "profile/path_table.h"
#include "profile/profile.h"

namespace burnglass {

class MergeTables {
 public:
  // `merged` has its header and sample types, and nothing else yet.
  explicit MergeTables(ProfileData merged);

  // From here on samples of `source` are added. It lives until the next Begin or Take, has been
  // through CheckProfile, and its stacks are merged.
  void Begin(const ProfileData& source);
  void AddSample(std::size_t sample);

  ProfileData Take();

 private:
  // Where something of the source is in the merged profile; kNone: not looked at yet.
  using Places = std::vector<std::uint32_t>;

  StringId Text(StringId id);
  std::uint32_t PlaceMapping(std::uint32_t index);
  std::uint32_t PlaceFunction(std::uint32_t index);
  std::uint32_t PlaceLocation(std::uint32_t index);
  std::uint32_t PlaceNode(std::uint32_t node);
  void ReadSample(std::size_t sample);
  std::size_t FindSample();
  void AppendSample();
  bool IsSample(std::size_t merged_sample) const;
  void GrowSlots();

  ProfileData merged_;
  // The keys of what is in merged_, in its order; key 0 is the table's own "".
  StringTable mapping_keys_, function_keys_, location_keys_;
  PathTable paths_;
  std::vector<std::uint32_t> leaves_;  // nodes of paths_, by sample
  std::vector<std::uint64_t> sample_hashes_;
  Places sample_slots_;  // open addressing, kNone where free

  const ProfileData* source_ = nullptr;
  Places texts_, mappings_, functions_, locations_, nodes_;

  // The sample at hand, in terms of merged_; labels in an order of their own.
  std::uint32_t leaf_ = 0;
  std::vector<Label> labels_;
  std::uint64_t hash_ = 0;

  std::vector<std::uint32_t> new_nodes_;  // of the source, on the way to the root
};

}  // namespace burnglass
