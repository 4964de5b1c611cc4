#include "profile/stack_merger.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/release.h"
#include "profile/packed_numbers.h"
#include "profile/words.h"

namespace burnglass {
namespace {

// How a stack is merged. Its frames lie leaf first, so the path from the root to a frame is a
// suffix of the stack's bytes, and where numbers are written in their shortest form, equal bytes
// are equal paths. All suffixes that have a node are in a hash table, and with a suffix all shorter
// ones are: so the deepest known frame is found from the leaf in few probes (most stacks differ
// from a known one in their last frames only), by doubling steps and then halving them. Only the
// frames below it are read as numbers, and become nodes.
//
// The hash of every suffix costs O(1): the stack's bytes are hashed from the root end once, eight
// at a time, and what a suffix has beyond a multiple of eight is added to that state. What is found
// is compared byte by byte, so that what is built never depends on the hash: once, at the end of
// the search, and where that was wrong, at every step of another.
//
// Memory that is touched the first time costs more than all of this. So of a stack only the bytes
// of its new frames stay, as a piece that says in which piece its path goes on.
//
// The table does not fit into a cache. Stacks are therefore taken in batches: tight loops touch
// what the batch will look at first, so that the misses overlap.

constexpr std::size_t kBatchBytes = 64 << 10;
constexpr int kFirstBits = 10;

std::uint64_t Mix(std::uint64_t state, std::uint64_t word) {
  state = (state ^ word) * 0x9e3779b97f4a7c15;
  return state ^ (state >> 32);
}

// Whether the bytes may hold a number that is not in its shortest form, or more than 64 bits: the
// one has a last byte of 0, the other nine bytes in a row that go on, of which four are in a word.
bool IsDoubtful(std::uint64_t word) {
  constexpr std::uint64_t kOnes = 0x0101010101010101, kTops = 0x8080808080808080;
  const std::uint64_t zeros = (word - kOnes) & ~word & kTops;
  std::uint64_t on = word & kTops;
  on &= on >> 8;
  return (zeros | (on & (on >> 16))) != 0;
}

}  // namespace

StackMerger::StackMerger(LocationOf location_of)
    : location_of_(std::move(location_of)),
      slots_(std::size_t{1} << kFirstBits),
      shift_(32 - kFirstBits),
      waiting_bytes_(kBatchBytes) {
  tree_.parent.push_back(0);
  tree_.location.push_back(0xffffffff);
  paths_.emplace_back();
}

bool StackMerger::Add(std::span<const std::byte> stack) {
  if (stack.size() > kMostBytes) return false;
  if (!Keep(stack)) {
    rewritten_.clear();
    waiting_size_ -= stack.size();
    if (!RewriteNumbers(stack, rewritten_)) return false;
    Keep(rewritten_);
  }
  LookAhead(batch_[waiting_]);
  if (++waiting_ == kBatch) MergeBatch();
  return true;
}

// Copies the bytes into the batch. False: equal paths might have other bytes.
bool StackMerger::Keep(std::span<const std::byte> stack) {
  if (waiting_size_ + stack.size() + PathPieces::kPad > waiting_bytes_.size()) {
    MergeBatch();
    waiting_bytes_.resize(std::max(stack.size() + PathPieces::kPad, waiting_bytes_.size()));
  }
  if (waiting_ == 0) chains_.clear();
  std::byte* const at = waiting_bytes_.data() + waiting_size_;
  waiting_size_ += stack.size();
  batch_[waiting_] = {at, static_cast<std::uint32_t>(stack.size()),
                      static_cast<std::uint32_t>(chains_.size())};
  return CopyAndChain(stack, at);
}

// Hashes the bytes from the root, eight at a time, as it copies them: state k is of the last 8k.
bool StackMerger::CopyAndChain(std::span<const std::byte> stack, std::byte* to) {
  std::uint64_t state = 0;
  chains_.push_back(state);
  if (stack.empty()) return true;
  bool doubtful = std::to_integer<int>(stack.back()) >= 0x80;
  std::size_t left = stack.size();
  for (; left >= 8; left -= 8) {
    const std::uint64_t word = WordAt(stack.data() + left - 8);
    std::memcpy(to + left - 8, &word, sizeof word);
    doubtful |= IsDoubtful(word);
    chains_.push_back(state = Mix(state, word));
  }
  if (left > 0) {
    for (std::size_t i = 0; i < left; ++i) to[i] = stack[i];
    const std::uint64_t ones = ~std::uint64_t{0} / 0xff << (8 * left);
    doubtful |= IsDoubtful(FirstBytes(WordAt(to), static_cast<std::uint32_t>(left)) | ones);
  }
  return !doubtful;
}

// Works out what the merging will ask for first, and has the slots fetched where a machine can be
// told to.
void StackMerger::LookAhead(Stack& stack) const {
  std::uint32_t from = 0;
  for (; stack.ahead < kAhead && from < stack.size; ++stack.ahead) {
    const std::uint32_t tag = TagOf(stack, from);
    __builtin_prefetch(&slots_[SlotOf(tag)]);
    stack.boundaries[stack.ahead] = from;
    stack.tags[stack.ahead] = tag;
    from = NextNumber(stack.bytes, from);
  }
}

// Of the path to the frame that begins at this byte.
std::uint32_t StackMerger::TagOf(const Stack& stack, std::uint32_t from) const {
  const std::uint32_t size = stack.size - from, rest = size % 8;
  std::uint64_t state = chains_[stack.chain + size / 8] ^ (std::uint64_t{rest} << 56);
  if (rest > 0) state ^= FirstBytes(WordAt(stack.bytes + from), rest);
  return static_cast<std::uint32_t>((state * 0xd6e8feb86659fd93) >> 32);
}

void StackMerger::TouchSlots() {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < waiting_; ++i) {
    for (std::uint32_t k = 0; k < batch_[i].ahead; ++k) {
      sum += slots_[SlotOf(batch_[i].tags[k])].tag;
    }
  }
  touched_ = sum;
}

void StackMerger::MergeBatch() {
  TouchSlots();
  for (std::size_t i = 0; i < waiting_; ++i) attached_[i] = Attach(batch_[i], false);
  CompareBatch();
  for (std::size_t i = 0; i < waiting_; ++i) tree_.leaf.push_back(Merge(i));
  waiting_ = 0;
  waiting_size_ = 0;
}

// Goes through all paths of the batch side by side, a piece of each at a time.
void StackMerger::CompareBatch() {
  std::array<PathPieces::Comparison, kBatch> open;
  std::array<std::size_t, kBatch> stack;
  std::size_t count = 0;
  for (std::size_t i = 0; i < waiting_; ++i) {
    const Path& path = paths_[attached_[i].node];
    if (path.size != attached_[i].size) continue;
    stack[count] = i;
    open[count++] = {path, batch_[i].bytes + batch_[i].size - path.size};
  }
  std::uint32_t sum = 0;
  while (count > 0) {
    for (std::size_t i = 0; i < count; ++i) sum += pieces_.Touch(open[i].path);
    std::size_t left = 0;
    for (std::size_t i = 0; i < count; ++i) {
      attached_[stack[i]].sure = pieces_.Compare(open[i]);
      if (!attached_[stack[i]].sure || open[i].path.size == 0) continue;
      stack[left] = stack[i];
      open[left++] = open[i];
    }
    count = left;
  }
  touched_ = sum;
}

// Where the frame begins, counted from the leaf, or the stack's size: it does not have so many.
std::uint32_t StackMerger::BoundaryOf(const Stack& stack, std::uint32_t frame) {
  while (boundaries_.size() <= frame && boundaries_.back() < stack.size) {
    boundaries_.push_back(NextNumber(stack.bytes, boundaries_.back()));
  }
  return frame < boundaries_.size() ? boundaries_[frame] : stack.size;
}

std::uint32_t StackMerger::TagAt(const Stack& stack, std::uint32_t frame) const {
  return frame < stack.ahead ? stack.tags[frame] : TagOf(stack, boundaries_[frame]);
}

// The node of the path to this frame, whose boundary is known, or 0. Without comparing it may be
// one of another path of any size, but none is none.
std::uint32_t StackMerger::Find(const Stack& stack, std::uint32_t frame, bool compare) const {
  const std::uint32_t tag = TagAt(stack, frame), from = boundaries_[frame];
  for (std::size_t i = SlotOf(tag);; ++i) {
    const Slot& slot = slots_[i & (slots_.size() - 1)];
    if (slot.node == 0) return 0;
    if (slot.tag != tag) continue;
    if (!compare) return slot.node;
    if (paths_[slot.node].size == stack.size - from &&
        pieces_.Have(paths_[slot.node], stack.bytes + from)) {
      return slot.node;
    }
  }
}

// Those that were worked out ahead, and on until the frame's.
void StackMerger::FindBoundaries(const Stack& stack, std::uint32_t frame) {
  boundaries_.assign(stack.boundaries.begin(), stack.boundaries.begin() + stack.ahead);
  if (boundaries_.empty()) boundaries_.push_back(0);
  BoundaryOf(stack, frame);
}

StackMerger::Attached StackMerger::Attach(const Stack& stack, bool compare) {
  FindBoundaries(stack, 0);
  std::uint32_t missing = 0;  // frames before this one have no node
  std::uint32_t k = 0, step = 1;
  std::uint32_t node = 0;
  while (BoundaryOf(stack, k) < stack.size && (node = Find(stack, k, compare)) == 0) {
    missing = k + 1;
    k += step;
    if (missing > kAhead) step *= 2;
  }
  if (node == 0) k = static_cast<std::uint32_t>(boundaries_.size()) - 1;
  while (missing < k) {
    const std::uint32_t middle = missing + (k - missing) / 2;
    if (const std::uint32_t found = Find(stack, middle, compare)) {
      k = middle;
      node = found;
    } else {
      missing = middle + 1;
    }
  }
  return {k, node, stack.size - boundaries_[k], compare};
}

std::uint32_t StackMerger::Merge(std::size_t waiting) {
  const Stack& stack = batch_[waiting];
  Attached above = attached_[waiting];
  FindBoundaries(stack, above.frame);
  // Those before it in the batch may have brought more of its path.
  if (!above.sure || (above.frame > 0 && Find(stack, above.frame - 1, false) != 0)) {
    above = Attach(stack, true);
  }
  std::uint32_t node = above.node;
  if (above.frame == 0) return node;
  const auto piece = pieces_.Add({stack.bytes, boundaries_[above.frame]}, paths_[above.node]);
  if (!piece) {
    Forget();
    return Merge(waiting);
  }
  for (std::uint32_t k = above.frame; k > 0;) node = Append(node, stack, --k, *piece);
  return node;
}

// What is known is forgotten, and paths come a second time.
void StackMerger::Forget() {
  std::fill(slots_.begin(), slots_.end(), Slot());
  pieces_ = {};
  attached_ = {};
}

std::uint32_t StackMerger::Append(std::uint32_t parent, const Stack& stack, std::uint32_t frame,
                                  std::uint32_t piece) {
  const auto node = static_cast<std::uint32_t>(nodes());
  const std::uint32_t from = boundaries_[frame];
  if (nodes() == kFewNodes) Reserve(kManyNodes);
  tree_.parent.push_back(parent);
  tree_.location.push_back(location_of_(NumberAt(stack.bytes + from)));
  if (nodes() * 10 > slots_.size() * 7) Grow();
  paths_.push_back({piece, stack.size - from});
  Insert({TagAt(stack, frame), node});
  return node;
}

// Room that is not used costs nothing, and to copy columns time after time does.
void StackMerger::Reserve(std::size_t nodes) {
  tree_.parent.reserve(nodes);
  tree_.location.reserve(nodes);
  paths_.reserve(nodes);
}

void StackMerger::Insert(const Slot& slot) {
  std::size_t i = SlotOf(slot.tag);
  while (slots_[i & (slots_.size() - 1)].node != 0) ++i;
  slots_[i & (slots_.size() - 1)] = slot;
}

// Slots stand in the order of their tags, so that both tables are gone through from end to end.
void StackMerger::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  --shift_;
  for (const Slot& slot : old) {
    if (slot.node != 0) Insert(slot);
  }
}

LocationColumns StackMerger::Take() {
  MergeBatch();
  Release(slots_);
  Release(paths_);
  pieces_ = {};
  return InPreorder(std::move(tree_));
}

}  // namespace burnglass
