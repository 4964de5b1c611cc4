// GrowingColumn: a column of unknown and perhaps huge length, in blocks, so that what is there need
// not be copied again and again, nor memory be taken for twice its length.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace burnglass {

template <typename T>
class GrowingColumn {
 public:
  void push_back(T value) {
    if (free_ == 0) AddBlock();
    *next_++ = value;
    --free_;
  }

  std::size_t size() const { return blocks_.size() * kBlock - free_; }

  // The column in one piece, each element put through `change`; each block is given back as soon as
  // it is copied.
  template <typename Change>
  std::vector<T> Take(Change change) {
    std::vector<T> whole;
    whole.reserve(size());
    for (std::unique_ptr<T[]>& block : blocks_) {
      const std::size_t count = &block == &blocks_.back() ? kBlock - free_ : kBlock;
      for (std::size_t i = 0; i < count; ++i) whole.push_back(change(block[i]));
      block.reset();
    }
    blocks_.clear();
    free_ = 0;
    return whole;
  }

 private:
  static constexpr std::size_t kBlock = std::size_t{1} << 16;

  void AddBlock() {
    // Left as it is: make_unique_for_overwrite, which Emscripten 3.1.6 does not have yet.
    blocks_.push_back(std::unique_ptr<T[]>(new T[kBlock]));
    next_ = blocks_.back().get();
    free_ = kBlock;
  }

  std::vector<std::unique_ptr<T[]>> blocks_;
  T* next_ = nullptr;
  std::size_t free_ = 0;  // elements of the last block that are not used yet
};

}  // namespace burnglass
