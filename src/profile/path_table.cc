#include "profile/path_table.h"

#include <utility>

namespace burnglass {

LocationColumns PathTable::Take(std::vector<std::uint32_t> leaf) {
  const KeyIndex index = std::exchange(index_, {});
  LocationColumns tree;
  tree.parent.reserve(index.size() + 1);
  tree.location.reserve(index.size() + 1);
  tree.parent.push_back(0);
  tree.location.push_back(0xffffffff);
  for (std::size_t i = 0; i < index.size(); ++i) {
    tree.parent.push_back(index.first(i));
    tree.location.push_back(index.second(i));
  }
  tree.leaf = std::move(leaf);
  return InPreorder(std::move(tree));
}

}  // namespace burnglass
