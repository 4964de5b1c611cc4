// MemoryAhead: memory that is touched before it is needed, a part at a time, and given back when
// that is done. A page of a process that is touched for the first time costs so much that reading a
// file into fresh memory may take twice as long as into memory that was in use before.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>

namespace burnglass {

class MemoryAhead {
 public:
  explicit MemoryAhead(std::size_t bytes) : bytes_(bytes) {}

  // Touches about a megabyte. False: all is touched, and free again; or there is not so much.
  bool Step() {
    constexpr std::size_t kPage = 4096, kPagesAtOnce = 256;
    if (touched_ >= bytes_) return false;
    if (!memory_) memory_.reset(std::malloc(bytes_));
    if (!memory_) bytes_ = 0;
    auto* const pages = static_cast<volatile std::byte*>(memory_.get());
    const std::size_t end = std::min(bytes_, touched_ + kPage * kPagesAtOnce);
    for (; touched_ < end; touched_ += kPage) pages[touched_] = std::byte{0};
    if (touched_ >= bytes_) memory_.reset();
    return touched_ < bytes_;
  }

 private:
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };

  std::size_t bytes_, touched_ = 0;
  std::unique_ptr<void, Free> memory_;
};

}  // namespace burnglass
