// Sets: many files that were given together. They are only decoded; those of one kind are merged
// into a series, which is a profile, the others are opened each by itself.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "message/message.h"
#include "session/open_profile.h"

namespace burnglass {

struct SetPart {
  ProfileId id = 0;
  bool ended = false, decoded = false;
  std::string name = {}, kind = {}, series = {};
  std::int64_t time_nanos = 0;
  std::string failure = {};  // the sentence, where it could not be read
};

struct PartSet {
  std::string name;   // of the folder, archive or drop
  ProfileId tab = 0;  // shows how far it is, then its largest series
  std::vector<SetPart> parts;

  bool Ended() const;
  std::size_t CountEnded() const;
  SetPart* Find(ProfileId id);
};

// What is made of a set: series first, the longest before the others, then single profiles. Parts
// of a series stand in the order of their times, where all have one, else of their names.
std::vector<MakePlan> PlansOf(const PartSet& set);

}  // namespace burnglass
