// What a dump of goroutines tells besides the goroutines when a program ended by it.
#pragma once

#include <string_view>

#include "profile/profile.h"

namespace burnglass {

// Adds the fact "message": the lines from the last "panic: …", "fatal error: …" or "SIGQUIT: quit"
// on to the end of `before`, which is all that comes before the first goroutine. It may be none.
void AddMessage(std::string_view before, ProfileData& data);

// Adds the fact of one register, of a line "rip    0x45d5e3". Of several threads the first one's
// registers are kept.
void AddRegister(std::string_view line, ProfileData& data);

// A goroutine that was running when the program was stopped has no stack in the list of all, and
// is told once more by its own thread: then the first telling goes. Adds a sentence to
// data.repaired when goroutines come twice for another reason, as in two dumps in one file.
void SettleTwins(ProfileData& data);

}  // namespace burnglass
