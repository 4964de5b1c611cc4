// The stacks of a profile, from columns to a tree and back.
#include "base/release.h"
#include "profile/packed_numbers.h"
#include "profile/profile.h"
#include "profile/stack_merger.h"

namespace burnglass {
namespace {

std::uint32_t BeginOf(const ProfileData& data, std::size_t sample) {
  return sample == 0 ? 0 : data.stack_ends[sample - 1];
}

}  // namespace

void AppendStack(const ProfileData& data, std::size_t sample, std::vector<std::uint32_t>& to) {
  if (!data.tree) {
    const auto begin = data.stacks.begin();
    to.insert(to.end(), begin + BeginOf(data, sample), begin + data.stack_ends[sample]);
    return;
  }
  const LocationTree& tree = *data.tree;
  for (std::uint32_t node = tree.leaf[sample]; node != 0; node = tree.parent[node]) {
    to.push_back(tree.location[node]);
  }
}

void MergeStacks(ProfileData& data) {
  if (data.tree) return;
  StackMerger merger([](std::uint64_t location) { return static_cast<std::uint32_t>(location); });
  std::vector<std::byte> stack;
  for (std::size_t sample = 0; sample < data.stack_ends.size(); ++sample) {
    stack.clear();
    for (std::uint32_t i = BeginOf(data, sample); i < data.stack_ends[sample]; ++i) {
      AppendNumber(data.stacks[i], stack);
    }
    merger.Add(stack);
  }
  data.tree = std::make_shared<const LocationTree>(LocationTree(merger.Take()));
  Release(data.stacks);
  Release(data.stack_ends);
}

void SpreadStacks(ProfileData& data) {
  if (!data.tree) return;
  std::vector<std::uint32_t> stacks, ends;
  ends.reserve(data.sample_count());
  for (std::size_t sample = 0; sample < data.sample_count(); ++sample) {
    AppendStack(data, sample, stacks);
    ends.push_back(static_cast<std::uint32_t>(stacks.size()));
  }
  data.stacks = std::move(stacks);
  data.stack_ends = std::move(ends);
  data.tree.reset();
}

}  // namespace burnglass
