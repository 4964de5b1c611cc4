// The top table by groups: packages, files, modules, kinds of code.
#pragma once

#include <string>

#include "ui/frame.h"
#include "ui/scroll.h"

namespace burnglass::ui {

// What a row of the table is: "Functions", "Packages", …
std::string_view RowsWord(RowsOf rows_of);
inline constexpr RowsOf kAllRowsOf[] = {RowsOf::kFunctions, RowsOf::kPackages, RowsOf::kFiles,
                                        RowsOf::kModules,   RowsOf::kKinds,    RowsOf::kMappings};
// … of the active profile; of labels the key: "Label: handler".
std::string RowsTitle(const Frame& frame);

void DrawGroupsTable(Frame& frame, const Rect& area, float row_height, ScrollState& scroll);

}  // namespace burnglass::ui
