#include "session/history.h"

namespace burnglass {
namespace {

constexpr std::size_t kKeepSteps = 200;

}  // namespace

bool History::Add(Place before, Place after, Change change) {
  steps_.resize(done_);
  const bool joins = change != Change::kStep && change == last_ && !steps_.empty() &&
                     steps_.back().after.profile == after.profile;
  last_ = change;
  if (joins) {
    steps_.back().after = std::move(after);
    return false;
  }
  if (steps_.size() >= kKeepSteps) {
    steps_.erase(steps_.begin());
    ++forgotten_;
    --done_;
  }
  steps_.push_back({std::move(before), std::move(after)});
  ++done_;
  return true;
}

const Place* History::Undo() {
  if (!can_undo()) return nullptr;
  Pause();
  return &steps_[--done_].before;
}

const Place* History::Redo() {
  if (!can_redo()) return nullptr;
  Pause();
  return &steps_[done_++].after;
}

}  // namespace burnglass
