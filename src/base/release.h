// Gives a column's memory back, which `column = {}` does not: that only empties it.
#pragma once

namespace burnglass {

template <typename Column>
void Release(Column& column) {
  Column().swap(column);
}

}  // namespace burnglass
