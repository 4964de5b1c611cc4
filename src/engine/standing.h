// Standing: what was found of the goroutines of one open profile and of those that it is joined
// with. The engine keeps the last: most questions are about the same.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "analysis/goroutine_rows.h"
#include "analysis/goroutines.h"
#include "engine/open_profile.h"
#include "message/message.h"

namespace burnglass {

// An open profile, by its number.
struct NumberedProfile {
  std::uint32_t number = 0;
  OpenProfile* open = nullptr;
};

struct Standing {
  std::vector<std::uint32_t> profiles;  // that it was asked of, in this order
  Goroutines found;
  std::uint32_t first = 0;  // the profile of Goroutines::before, if there is one
  bool dump = false;
  GoroutinesBy by = GoroutinesBy::kStack;
  GoroutineRows rows;  // by that
};

// The last of the profiles is asked about, the others come in the order of time. Of these only what
// can be joined with it counts. Fails when it tells nothing of goroutines.
Result<Standing> FindStanding(const std::vector<NumberedProfile>& profiles);

// Groups anew where it is not so grouped.
void GroupStanding(Standing& standing, GoroutinesBy by);

// Of block and mutex profiles, the one that is asked about last.
Bytes AnswerContention(const pb::Header& question, const std::vector<NumberedProfile>& profiles);

// Of the last of the profiles; one before it is an earlier one of its program.
Bytes AnswerHeap(const pb::Header& question, const std::vector<NumberedProfile>& profiles);

// `open` is the profile that is asked about, `first` that of Standing::first or null.
Bytes AnswerGoroutines(const pb::Header& question, const Standing& standing,
                       const OpenProfile& open, const OpenProfile* first);
Bytes AnswerGoroutine(const pb::Header& question, const Standing& standing, const OpenProfile& open,
                      const OpenProfile* first);

}  // namespace burnglass
