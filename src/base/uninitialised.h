// An allocator whose memory is left as it is: a vector that grows and is then written all over is
// not filled with zeros first, which for a large one takes as long as writing it.
#pragma once

#include <memory>
#include <new>
#include <utility>

namespace burnglass {

template <typename T>
struct Uninitialised : std::allocator<T> {
  template <typename U>
  struct rebind {
    using other = Uninitialised<U>;
  };

  template <typename U>
  void construct(U* place) noexcept {
    ::new (static_cast<void*>(place)) U;
  }
  template <typename U, typename... Arguments>
  void construct(U* place, Arguments&&... arguments) {
    ::new (static_cast<void*>(place)) U(std::forward<Arguments>(arguments)...);
  }
};

}  // namespace burnglass
