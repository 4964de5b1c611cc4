// The top table as text for other programs.
#pragma once

#include <string>

#include "session/answers.h"
#include "session/open_profile.h"

namespace burnglass {

// CSV (RFC 4180) of the rows as they are shown, a head first: function, file, line, flat and cum as
// whole numbers of the unit that the head names, percentages of the total with two digits.
std::string TableCsv(const OpenProfile& profile, const Top& top);

// The same for a spreadsheet's clipboard: columns parted by tabs, lines by newlines.
std::string TableTabs(const OpenProfile& profile, const Top& top);

// One line of it; "" when the table has no row of this name.
std::string RowTabs(const OpenProfile& profile, const Top& top, NameId name);

}  // namespace burnglass
