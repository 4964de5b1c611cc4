#include "profile/stack_merger.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "profile/packed_numbers.h"

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
// at a time, and what a suffix has beyond a multiple of eight is added to that state. A hit
// compares the bytes themselves, so that what is built never depends on the hash.
//
// The table does not fit into a cache. Stacks are therefore taken in batches: tight loops touch
// what the batch will look at first, so that the misses overlap.

constexpr std::size_t kBlock = 1 << 20;
constexpr std::size_t kMostBlocks = 16;  // that are got at once
constexpr std::size_t kPad = 8;          // words are read across the end of a stack
constexpr int kFirstBits = 10;

std::uint64_t WordAt(const std::byte* at) {
  std::uint64_t word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

std::uint64_t Mix(std::uint64_t state, std::uint64_t word) {
  state = (state ^ word) * 0x9e3779b97f4a7c15;
  return state ^ (state >> 32);
}

// Of a word, the first `count` bytes (1 to 7), the others 0.
std::uint64_t FirstBytes(std::uint64_t word, std::uint32_t count) {
  return word & ((std::uint64_t{1} << (8 * count)) - 1);
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

// Words are compared from the root's end; a hash has said already that the bytes are likely the
// same.
bool SameBytes(const std::byte* a, const std::byte* b, std::uint32_t size) {
  for (; size >= 8; size -= 8) {
    if (WordAt(a + size - 8) != WordAt(b + size - 8)) return false;
  }
  return size == 0 || FirstBytes(WordAt(a) ^ WordAt(b), size) == 0;
}

// Where each node of a tree comes in preorder, and what is below it ends.
struct Preorder {
  std::vector<std::uint32_t> place, end;
};

// Parents come before their children in `parent`, too.
Preorder PreorderOf(const std::vector<std::uint32_t>& parent) {
  const auto count = static_cast<std::uint32_t>(parent.size());
  std::vector<std::uint32_t> below(count, 1);  // nodes at and below each
  for (std::uint32_t node = count; node-- > 1;) below[parent[node]] += below[node];
  // The place of a node is known when its parent's is; its room turns into where its next child
  // goes, and at last into its end.
  std::vector<std::uint32_t> place(count);
  below[0] = 1;
  for (std::uint32_t node = 1; node < count; ++node) {
    std::uint32_t& next = below[parent[node]];
    place[node] = next;
    next += below[node];
    below[node] = place[node] + 1;
  }
  return {std::move(place), std::move(below)};
}

LocationColumns InPreorder(LocationColumns tree) {
  const std::size_t count = tree.parent.size();
  Preorder order = PreorderOf(tree.parent);
  const std::vector<std::uint32_t>& place = order.place;
  tree.end.resize(count);
  for (std::size_t node = 0; node < count; ++node) tree.end[place[node]] = order.end[node];
  std::vector<std::uint32_t>& column = order.end;
  for (std::size_t node = 0; node < count; ++node) column[place[node]] = place[tree.parent[node]];
  tree.parent.swap(column);
  for (std::size_t node = 0; node < count; ++node) column[place[node]] = tree.location[node];
  tree.location.swap(column);
  for (std::uint32_t& leaf : tree.leaf) leaf = place[leaf];
  return tree;
}

}  // namespace

StackMerger::StackMerger(LocationOf location_of)
    : location_of_(std::move(location_of)),
      slots_(std::size_t{1} << kFirstBits),
      shift_(32 - kFirstBits) {
  tree_.parent.push_back(0);
  tree_.location.push_back(0xffffffff);
}

bool StackMerger::Add(std::span<const std::byte> stack) {
  if (!Keep(stack)) {
    rewritten_.clear();
    used_ = batch_[waiting_].place;
    if (!RewriteNumbers(stack, rewritten_)) return false;
    Keep(rewritten_);
  }
  LookAhead(batch_[waiting_]);
  if (++waiting_ == kBatch) MergeBatch();
  return true;
}

// Copies the bytes to where they stay. False: equal paths might have other bytes.
bool StackMerger::Keep(std::span<const std::byte> stack) {
  const std::size_t room = blocks_.size() * kBlock - static_cast<std::size_t>(used_);
  if (stack.size() > room) {
    AddBlocks((stack.size() + kBlock - 1) / kBlock);
  }
  const auto place = static_cast<std::uint32_t>(used_);
  std::byte* const at = stack.empty() ? nullptr : blocks_[place / kBlock] + place % kBlock;
  used_ += stack.size();
  if (waiting_ == 0) chains_.clear();
  batch_[waiting_] = {at, place, static_cast<std::uint32_t>(stack.size()),
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

// At least so many, in one piece; the more there are, the larger the pieces.
void StackMerger::AddBlocks(std::size_t count) {
  count = std::max(count, std::min(blocks_.size() / 2, kMostBlocks));
  if ((blocks_.size() + count) * std::uint64_t{kBlock} > 0xffffffff) {
    // There are no places left. What is known is forgotten, and paths come a second time.
    MergeBatch();
    std::fill(slots_.begin(), slots_.end(), Slot());
    blocks_.clear();
    owned_.clear();
  }
  used_ = last_piece_ = std::uint64_t{blocks_.size()} * kBlock;
  // Left as it is: make_unique_for_overwrite, which Emscripten 3.1.6 does not have yet.
  owned_.push_back(std::unique_ptr<std::byte[]>(new std::byte[count * kBlock + kPad]));
  for (std::size_t i = 0; i < count; ++i) blocks_.push_back(owned_.back().get() + i * kBlock);
}

const std::byte* StackMerger::At(std::uint32_t place) const {
  return blocks_[place / kBlock] + place % kBlock;
}

// Of the path to the frame that begins at this byte.
std::uint32_t StackMerger::TagOf(const Stack& stack, std::uint32_t from) const {
  const std::uint32_t size = stack.size - from, rest = size % 8;
  std::uint64_t state = chains_[stack.chain + size / 8] ^ (std::uint64_t{rest} << 56);
  if (rest > 0) state ^= FirstBytes(WordAt(stack.bytes + from), rest);
  return static_cast<std::uint32_t>((state * 0xd6e8feb86659fd93) >> 32);
}

void StackMerger::TouchSlots() {
  std::array<const Slot*, kBatch * kAhead> touched;
  std::size_t count = 0;
  for (std::size_t i = 0; i < waiting_; ++i) {
    for (std::uint32_t k = 0; k < batch_[i].ahead; ++k) {
      touched[count++] = &slots_[SlotOf(batch_[i].tags[k])];
    }
  }
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += touched[i]->tag;
  // What a hit compares with, at both of its ends.
  for (std::size_t i = 0; i < count; ++i) {
    const Slot& slot = *touched[i];
    if (slot.size == 0) continue;
    const std::byte* bytes = At(slot.place);
    sum += std::to_integer<std::uint32_t>(bytes[0] ^ bytes[slot.size - 1]);
  }
  touched_ = sum;
}

void StackMerger::MergeBatch() {
  const std::size_t nodes_before = nodes();
  TouchSlots();
  for (std::size_t i = 0; i < waiting_; ++i) tree_.leaf.push_back(Merge(batch_[i]));
  // Bytes that no node was made of are not needed.
  const bool in_last = waiting_ > 0 && batch_[0].place >= last_piece_;
  if (nodes() == nodes_before && in_last) used_ = batch_[0].place;
  waiting_ = 0;
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

// The node of the path to this frame, whose boundary is known, or kNone.
std::uint32_t StackMerger::Find(const Stack& stack, std::uint32_t frame) const {
  const std::uint32_t tag = TagAt(stack, frame), from = boundaries_[frame];
  const std::uint32_t size = stack.size - from;
  for (std::size_t i = SlotOf(tag);; ++i) {
    const Slot& slot = slots_[i & (slots_.size() - 1)];
    if (slot.size == 0) return kNone;
    if (slot.tag == tag && slot.size == size &&
        SameBytes(At(slot.place), stack.bytes + from, size)) {
      return slot.node;
    }
  }
}

std::uint32_t StackMerger::Merge(const Stack& stack) {
  boundaries_.assign(stack.boundaries.begin(), stack.boundaries.begin() + stack.ahead);
  if (boundaries_.empty()) boundaries_.push_back(0);
  std::uint32_t missing = 0;  // frames before this one have no node
  std::uint32_t k = 0, step = 1, node = kNone;
  while (BoundaryOf(stack, k) < stack.size && (node = Find(stack, k)) == kNone) {
    missing = k + 1;
    k += step;
    if (missing > kAhead) step *= 2;
  }
  if (node == kNone) {
    k = static_cast<std::uint32_t>(boundaries_.size()) - 1;
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

std::uint32_t StackMerger::Append(std::uint32_t parent, const Stack& stack, std::uint32_t frame) {
  const auto node = static_cast<std::uint32_t>(nodes());
  const std::uint32_t from = boundaries_[frame];
  tree_.parent.push_back(parent);
  tree_.location.push_back(location_of_(NumberAt(stack.bytes + from)));
  if (nodes() * 10 > slots_.size() * 7) Grow();
  Insert({TagAt(stack, frame), node, stack.place + from, stack.size - from});
  return node;
}

void StackMerger::Insert(const Slot& slot) {
  std::size_t i = SlotOf(slot.tag);
  while (slots_[i & (slots_.size() - 1)].size != 0) ++i;
  slots_[i & (slots_.size() - 1)] = slot;
}

// Slots stand in the order of their tags, so that both tables are gone through from end to end.
void StackMerger::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  --shift_;
  for (const Slot& slot : old) {
    if (slot.size != 0) Insert(slot);
  }
}

LocationColumns StackMerger::Take() {
  MergeBatch();
  slots_ = {};
  blocks_ = {};
  owned_.clear();
  return InPreorder(std::move(tree_));
}

}  // namespace burnglass
