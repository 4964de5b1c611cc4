// The top table as text for other programs.
#pragma once

#include <string>

#include "session/answers.h"
#include "session/open_profile.h"

namespace burnglass {

// The rows as they are shown, for a spreadsheet's clipboard: a head, columns parted by tabs, lines
// by newlines; function, file, line, flat and cum as whole numbers of the unit that the head names,
// percentages of the total with two digits.
std::string TableTabs(const OpenProfile& profile, const Top& top);

// One line of it; "" when the table has no row of this name.
std::string RowTabs(const OpenProfile& profile, const Top& top, NameId name);

}  // namespace burnglass
