// Words and colours of the goroutines view.
#pragma once

#include <string>
#include <string_view>

#include "session/goroutine_answers.h"
#include "ui/theme.h"

namespace burnglass::ui {

// "Same stack", "State", …; by a number of GoroutinesQuestion.By.
std::string_view ByWord(std::uint32_t by);

// "Any wait", "10 minutes or more".
std::string WaitWord(std::int64_t minutes);

// "257 in both · 134 new · 118 gone", or how long the longest has waited.
std::string JoinedWords(const GoroutineTable& table);

// What a row is called: the function, state or creator, or how long it waits.
std::string_view RowTitle(const GoroutineTable& table, const GoroutineRow& row);

// All that a row says: "160 now, 27 before, 27 at the same place, 133 new, chan send".
std::string RowWords(const GoroutineTable& table, const GoroutineRow& row);

// "12 min", and of those at the same place how long before: "3 → 12 min".
std::string WaitText(const GoroutineRow& row);

// Amber for that of the strongest finding of what is stuck.
Rgba StateColour(const Theme& theme, const GoroutineTable& table, std::string_view state);

}  // namespace burnglass::ui
