// StackMerger: stacks, one after the other as bytes, become the columns of a LocationTree. They are
// not read frame by frame: a stack costs about as much as what is new in it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "profile/location_tree.h"
#include "profile/path_pieces.h"

namespace burnglass {

class StackMerger {
 public:
  static constexpr std::size_t kMostBytes = std::size_t{1} << 31;

  // What a frame's number stands for in the tree: asked once for each node that a stack brings.
  using LocationOf = std::function<std::uint32_t(std::uint64_t number)>;

  explicit StackMerger(LocationOf location_of);

  // The next sample's frames, leaf first, as varints of protobuf. False: they are none, or take
  // more than kMostBytes.
  bool Add(std::span<const std::byte> stack);

  // After the last stack, once. `leaf` has a node for each stack that was added.
  LocationColumns Take();

 private:
  static constexpr std::uint32_t kAhead = 3;
  static constexpr std::size_t kFewNodes = std::size_t{1} << 17, kManyNodes = kFewNodes << 4;

  // A stack whose bytes wait in the batch, and where its chain of hashes begins in chains_.
  struct Stack {
    const std::byte* bytes = nullptr;
    std::uint32_t size = 0, chain = 0;
    std::uint32_t ahead = 0;  // so many boundaries and tags are worked out already
    std::array<std::uint32_t, kAhead> boundaries = {}, tags = {};
  };
  // A node by the hash of its path.
  struct Slot {
    std::uint32_t tag = 0;
    std::uint32_t node = 0;  // 0: free, for the root is in no slot
  };
  // Of a stack the deepest frame that has a node, whose path has so many bytes.
  struct Attached {
    std::uint32_t frame = 0, node = 0, size = 0;
    bool sure = false;  // the bytes were compared
  };

  bool Keep(std::span<const std::byte> stack);
  bool CopyAndChain(std::span<const std::byte> stack, std::byte* to);
  void LookAhead(Stack& stack) const;
  std::uint32_t TagOf(const Stack& stack, std::uint32_t from) const;
  std::size_t SlotOf(std::uint32_t tag) const { return tag >> shift_; }
  void TouchSlots();
  void MergeBatch();
  void CompareBatch();
  std::uint32_t BoundaryOf(const Stack& stack, std::uint32_t frame);
  std::uint32_t TagAt(const Stack& stack, std::uint32_t frame) const;
  void FindBoundaries(const Stack& stack, std::uint32_t frame);
  std::uint32_t Find(const Stack& stack, std::uint32_t frame, bool compare) const;
  Attached Attach(const Stack& stack, bool compare);
  std::uint32_t Merge(std::size_t waiting);
  std::uint32_t Append(std::uint32_t parent, const Stack& stack, std::uint32_t frame,
                       std::uint32_t piece);
  void Forget();
  void Reserve(std::size_t nodes);
  void Insert(const Slot& slot);
  void Grow();

  static constexpr std::size_t kBatch = 32;

  std::size_t nodes() const { return tree_.parent.size(); }

  const LocationOf location_of_;
  LocationColumns tree_;
  std::vector<Path> paths_;  // of the nodes
  PathPieces pieces_;
  std::vector<Slot> slots_;  // open addressing, a power of two, in the order of tags
  int shift_ = 0;
  std::vector<std::byte> waiting_bytes_;  // of the batch
  std::size_t waiting_size_ = 0;
  std::array<Stack, kBatch> batch_;
  std::array<Attached, kBatch> attached_;  // the batch's stacks, before any of them is merged
  std::size_t waiting_ = 0;                // stacks of the batch
  std::vector<std::uint64_t> chains_;
  std::vector<std::uint32_t> boundaries_;  // of the stack at hand: where its frames begin
  std::vector<std::byte> rewritten_;
  volatile std::uint32_t touched_ = 0;  // keeps the touching loops alive
};

}  // namespace burnglass
