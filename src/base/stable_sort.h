// std::stable_sort for lists that are sorted once: what a person asked for, the rows of an answer.
// The library's own sorts are made anew for every type and every order, one to four KB of machine
// code each, and half of the page's sorts are of lists with tens of elements.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace burnglass {

// The places 0 … count - 1 in the order that `before(context, a, b)` makes of them, equals in their
// own.
std::vector<std::uint32_t> SortedPlaces(std::size_t count,
                                        bool (*before)(const void*, std::uint32_t, std::uint32_t),
                                        const void* context);

// Takes about twice the time of std::stable_sort, and a list of half the elements' places.
template <typename T, typename Before>
void StableSort(std::vector<T>& list, const Before& before) {
  struct Context {
    const T* list;
    const Before* before;
  };
  const Context context{list.data(), &before};
  const auto places = SortedPlaces(
      list.size(),
      [](const void* about, std::uint32_t a, std::uint32_t b) {
        const auto& [elements, is_before] = *static_cast<const Context*>(about);
        return static_cast<bool>((*is_before)(elements[a], elements[b]));
      },
      &context);
  std::vector<T> sorted;
  sorted.reserve(list.size());
  for (const std::uint32_t place : places) sorted.push_back(std::move(list[place]));
  list = std::move(sorted);
}

}  // namespace burnglass
