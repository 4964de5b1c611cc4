// Contention: block and mutex profiles of one program, asked about together.
#include <algorithm>

#include "session/session.h"
#include "session/views.h"

namespace burnglass {

// Those that are open, but for the profile itself.
std::vector<ProfileId> Session::ContendedWith(const OpenProfile& profile) const {
  std::vector<ProfileId> others;
  for (const auto& one : profiles_) {
    const bool open = one->state == LoadState::kOpen && !one->Empty() && one.get() != &profile;
    if (open && HasView(*one, View::kContention) && MayBeOfOneProgram(*one, profile)) {
      others.push_back(one->id);
    }
  }
  return others;
}

void Session::AskContention(OpenProfile& profile) {
  if (look_.view != View::kContention) return;
  const std::vector<ProfileId> others = ContendedWith(profile);
  if (profile.contention && profile.contention->others() == others) return;
  pb::Header header;
  pb::ContentionQuestion& question = *header.mutable_contention_question();
  for (const ProfileId other : others) question.add_other(other);
  Ask(profile, {.slot = Slot::kContention, .goroutines = {.others = others}}, std::move(header));
}

bool Session::KeepContention(OpenProfile& profile, const Pending& asked, HeldMessage message) {
  if (!message.header().has_contention_answer()) return false;
  Result<ContentionTable> table =
      ContentionTable::Read(std::move(message), asked.goroutines.others, profile.names.size());
  if (!table) return false;
  profile.contention = std::make_unique<ContentionTable>(table.Take());
  profile.contention_row.reset();
  return true;
}

const ContentionTable* Session::ShownContention() const {
  const OpenProfile* profile = active();
  return profile ? profile->contention.get() : nullptr;
}

bool Session::ApplyToContention(OpenProfile& profile, const Command& command) {
  if (look_.view != View::kContention || !profile.contention) return false;
  const auto rows = static_cast<std::uint32_t>(profile.contention->size());
  auto& row = profile.contention_row;
  switch (command.verb) {
    case Verb::kContentionRow:
      row = row == command.number || command.number >= rows ? std::nullopt
                                                            : std::optional(command.number);
      break;
    case Verb::kSelectDown:
      if (rows > 0) row = row ? std::min(*row + 1, rows - 1) : 0;
      break;
    case Verb::kSelectUp:
      if (rows > 0) row = row ? std::max(*row, 1u) - 1 : rows - 1;
      break;
    default:
      return false;
  }
  // Keys and menus that speak of a function mean that of the row.
  const NameId name = row ? (*profile.contention)[*row].name : kNoNumber;
  if (name == kNoNumber) {
    ClearSelection(profile.view);
  } else {
    SelectName(profile, name);
  }
  return true;
}

}  // namespace burnglass
