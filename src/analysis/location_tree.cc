#include "analysis/location_tree.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>

namespace burnglass {
namespace {

// How a stack is merged. Its frames lie leaf first, so each of its frames k has a path to the root
// that is the suffix [k, end) of the stack. All suffixes that have a node are in a hash table, and
// with a suffix all shorter ones are: so the deepest known frame is found from the leaf in few
// probes (most stacks differ from a known one in their last frames only), by doubling steps and
// then halving them. Only the frames below it are new nodes.
//
// The hash of every suffix costs O(1): hashes of pairs of frames are chained from the root end
// once, and a suffix of odd length adds its one frame to the chain's. A hit compares the frames
// themselves, so that what is built never depends on the hash.
//
// The table does not fit into a cache. Stacks are therefore taken in batches: a tight loop touches
// the slots that the batch will look at first, so that their misses overlap.

constexpr std::size_t kBatch = 32;
constexpr std::uint32_t kTouchedFrames = 3;  // probes of a stack that are touched ahead
constexpr std::size_t kFirstSlots = 1024;

std::uint64_t MixPair(std::uint64_t state, std::uint64_t pair) {
  state = (state ^ pair) * 0x9e3779b97f4a7c15;
  return state ^ (state >> 32);
}

std::uint32_t Tag(std::uint64_t state, std::uint64_t rest) {
  return static_cast<std::uint32_t>(((state ^ rest) * 0xd6e8feb86659fd93) >> 32);
}

// Where each node of a tree comes in preorder. Parents come before their children there, too.
std::vector<std::uint32_t> PreorderOf(const LocationTree& tree) {
  const auto count = static_cast<std::uint32_t>(tree.size());
  std::vector<std::uint32_t> below(count, 1);  // nodes at and below each
  for (std::uint32_t node = count; node-- > 1;) below[tree.parent[node]] += below[node];
  std::vector<std::uint32_t> place(count), free(count);  // where the next child goes
  free[0] = 1;
  for (std::uint32_t node = 1; node < count; ++node) {
    std::uint32_t& next = free[tree.parent[node]];
    place[node] = next;
    free[node] = next + 1;
    next += below[node];
  }
  return place;
}

LocationTree InPreorder(LocationTree tree) {
  const std::vector<std::uint32_t> place = PreorderOf(tree);
  std::vector<std::uint32_t> parent(tree.size()), location(tree.size());
  for (std::size_t node = 0; node < tree.size(); ++node) {
    parent[place[node]] = place[tree.parent[node]];
    location[place[node]] = tree.location[node];
  }
  for (std::uint32_t& leaf : tree.leaf) leaf = place[leaf];
  return {std::move(parent), std::move(location), std::move(tree.leaf)};
}

// One sample's stack, and where its chain of hashes begins in the batch's.
struct Stack {
  std::uint32_t begin = 0, end = 0;  // range in ProfileData::stacks
  std::uint32_t chain = 0;

  std::uint32_t frames() const { return end - begin; }
};

}  // namespace

class LocationTreeBuilder::Merger {
 public:
  explicit Merger(const Profile& profile)
      : frames_(profile.data().stacks),
        ends_(profile.data().stack_ends),
        slots_(std::max(kFirstSlots, std::bit_ceil(ends_.size() * 2))) {
    tree_.leaf.reserve(ends_.size());
    tree_.parent.push_back(0);
    tree_.location.push_back(kNone);
  }

  bool done() const { return tree_.leaf.size() == ends_.size(); }
  std::size_t samples_done() const { return tree_.leaf.size(); }
  LocationTree Take() {
    slots_ = {};
    return InPreorder(std::move(tree_));
  }

  void MergeBatch() {
    const std::size_t first = samples_done();
    const std::size_t count = std::min(kBatch, ends_.size() - first);
    chains_.clear();
    for (std::size_t i = 0; i < count; ++i) stacks_[i] = Chain(first + i);
    const std::span<const Stack> batch(stacks_.data(), count);
    TouchSlots(batch);
    for (const Stack& stack : batch) tree_.leaf.push_back(Merge(stack));
  }

 private:
  // A node by the stack that brought it: the last `length` frames before `end`.
  struct Slot {
    std::uint32_t tag = 0, node = 0, end = 0;
    std::uint32_t length = 0;  // 0: free, for the root is in no slot
  };

  // Hashes the stack's frames from the root, two at a time: state j is of its last 2j frames.
  Stack Chain(std::size_t sample) {
    const Stack stack{sample == 0 ? 0 : ends_[sample - 1], ends_[sample],
                      static_cast<std::uint32_t>(chains_.size())};
    std::uint64_t state = 0;
    chains_.push_back(state);
    for (std::uint32_t i = stack.end; i - stack.begin >= 2; i -= 2) {
      std::uint64_t pair;
      std::memcpy(&pair, &frames_[i - 2], sizeof pair);
      chains_.push_back(state = MixPair(state, pair));
    }
    return stack;
  }

  // Of the path from the root to frame k (counted from the leaf).
  std::uint32_t TagOf(const Stack& stack, std::uint32_t k) const {
    const std::uint32_t length = stack.frames() - k;
    // The frame of an odd suffix lies above 2^32 and cannot be taken for a part of a pair.
    const std::uint64_t odd =
        length % 2 == 1 ? std::uint64_t{frames_[stack.begin + k]} + (1ull << 32) : 0;
    return Tag(chains_[stack.chain + length / 2] + length, odd);
  }

  void TouchSlots(std::span<const Stack> batch) {
    std::uint32_t sum = 0;
    for (const Stack& stack : batch) {
      const std::uint32_t count = std::min(kTouchedFrames, stack.frames());
      for (std::uint32_t k = 0; k < count; ++k) {
        sum += slots_[TagOf(stack, k) & (slots_.size() - 1)].tag;
      }
    }
    touched_ = sum;
  }

  // The node of the path to frame k, or kNone.
  std::uint32_t Find(const Stack& stack, std::uint32_t k) const {
    const std::uint32_t tag = TagOf(stack, k);
    const std::uint32_t length = stack.frames() - k;
    for (std::size_t i = tag;; ++i) {
      const Slot& slot = slots_[i & (slots_.size() - 1)];
      if (slot.length == 0) return kNone;
      if (slot.tag == tag && slot.length == length &&
          std::equal(frames_.data() + stack.end - length, frames_.data() + stack.end,
                     frames_.data() + slot.end - length)) {
        return slot.node;
      }
    }
  }

  std::uint32_t Merge(const Stack& stack) {
    const std::uint32_t count = stack.frames();
    std::uint32_t missing = 0;  // frames before this one have no node
    std::uint32_t k = 0, step = 1, node = kNone;
    while (k < count && (node = Find(stack, k)) == kNone) {
      missing = k + 1;
      k += step;
      if (missing > kTouchedFrames) step *= 2;
    }
    if (k >= count) {
      k = count;
      node = 0;
    }
    while (missing < k) {
      const std::uint32_t middle = missing + (k - missing) / 2;
      const std::uint32_t found = Find(stack, middle);
      if (found == kNone) {
        missing = middle + 1;
      } else {
        k = middle;
        node = found;
      }
    }
    while (k > 0) node = Append(node, stack, --k);
    return node;
  }

  std::uint32_t Append(std::uint32_t parent, const Stack& stack, std::uint32_t k) {
    const auto node = static_cast<std::uint32_t>(tree_.size());
    tree_.parent.push_back(parent);
    tree_.location.push_back(frames_[stack.begin + k]);
    if (tree_.size() * 10 > slots_.size() * 7) Grow();
    Insert({TagOf(stack, k), node, stack.end, stack.frames() - k});
    return node;
  }

  void Insert(const Slot& slot) {
    std::size_t i = slot.tag;
    while (slots_[i & (slots_.size() - 1)].length != 0) ++i;
    slots_[i & (slots_.size() - 1)] = slot;
  }

  void Grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.length != 0) Insert(slot);
    }
  }

  const std::span<const std::uint32_t> frames_;
  const std::span<const std::uint32_t> ends_;
  LocationTree tree_;
  std::vector<Slot> slots_;  // open addressing, a power of two
  std::array<Stack, kBatch> stacks_;
  std::vector<std::uint64_t> chains_;
  volatile std::uint32_t touched_ = 0;  // keeps the touching loop alive
};

LocationTreeBuilder::LocationTreeBuilder(const Profile& profile)
    : merger_(std::make_unique<Merger>(profile)) {}

LocationTreeBuilder::~LocationTreeBuilder() = default;

bool LocationTreeBuilder::Work(const Budget& budget) {
  constexpr int kBatchesBetweenLooks = 16;
  while (!merger_->done()) {
    for (int i = 0; i < kBatchesBetweenLooks && !merger_->done(); ++i) merger_->MergeBatch();
    if (budget.Spent()) break;
  }
  return merger_->done();
}

std::size_t LocationTreeBuilder::samples_done() const { return merger_->samples_done(); }

LocationTree LocationTreeBuilder::Take() { return merger_->Take(); }

LocationTree BuildLocationTree(const Profile& profile) {
  LocationTreeBuilder builder(profile);
  builder.Work(Budget::Unlimited());
  return builder.Take();
}

}  // namespace burnglass
