// How a row of a table made of a FrameTable is called, and where it is.
#pragma once

#include <string>

#include "analysis/name_table.h"
#include "query/query.h"

namespace burnglass {

struct RowPlace {
  std::string name, file;
  std::int64_t line = 0;  // 0: not known
};

// The frames are those of the query, by its granularity. What functions of the profile are is told
// by its names, which know where they begin; all else says it itself.
RowPlace PlaceOfRow(const FrameTable& frames, std::uint32_t node, const Query& query,
                    const NameTable& names);

}  // namespace burnglass
