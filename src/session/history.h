// History: where the person has been, as steps from one place to the next. Moving on by hand and
// typing on are one step however long they take.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "session/look.h"
#include "session/open_profile.h"

namespace burnglass {

// All that going back brings back.
struct Place {
  ProfileId profile = 0;
  Query query = {};
  View view = View::kFlame;
  bool root_at_bottom = false;
  bool inverted = false, by_name = false, folded = false,
       packages = false;               // the shape of the graph
  TreeWidth width = TreeWidth::kBoth;  // of a difference
  Lens lens = Lens::kAll;
  std::optional<NameId> pivot = {};  // of the callers view
  std::string pattern = {};          // what is searched
  Sight sight = {};
};

// What leads from one place to another.
enum class Change : std::uint8_t { kStep, kMoving, kTyping };

class History {
 public:
  // Takes a step on from where one is; what had been undone is forgotten. False: it went into the
  // step before.
  bool Add(Place before, Place after, Change change);

  // The place to go to, null at the end. Valid until the next Add.
  const Place* Undo();
  const Place* Redo();

  // The number of the place where one is; it begins with 0 and grows with every step.
  std::uint32_t at() const { return forgotten_ + done_; }
  bool can_undo() const { return done_ > 0; }
  bool can_redo() const { return done_ < steps_.size(); }

  // The next change begins a step of its own, whatever it is.
  void Pause() { last_ = Change::kStep; }

 private:
  struct Step {
    Place before, after;
  };
  std::vector<Step> steps_;
  std::uint32_t done_ = 0;       // of steps_
  std::uint32_t forgotten_ = 0;  // older ones that are no longer kept
  Change last_ = Change::kStep;
};

}  // namespace burnglass
