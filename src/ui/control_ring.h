// ControlRing: every control on the screen by key. A ring stands around one of them; arrows move it
// to the nearest in their direction, Enter presses it, Escape takes it away.
#pragma once

#include <optional>
#include <string>

#include "ui/frame.h"
#include "ui/snapshot.h"

namespace burnglass::ui {

enum class RingKey : std::uint8_t { kUp, kDown, kLeft, kRight, kPress, kEnd };

class ControlRing {
 public:
  bool on() const { return on_; }
  void End() { on_ = false; }
  // Stands around the control that it left last, otherwise the view that is shown.
  void Begin(const Snapshot& snapshot);
  // False: it stands on the last row that is seen, and more may be scrolled to. Where that changed
  // nothing, the next call goes on to what lies beyond the rows.
  bool Move(const Snapshot& snapshot, RingKey direction);
  // The control, which may have moved or gone since; then the nearest like it, or none.
  const SnapshotItem* Find(const Snapshot& snapshot) const;
  // Follows its control and draws the ring over everything.
  void Draw(const Frame& frame, const Pen& over);

 private:
  void Stand(const SnapshotItem& item);

  bool on_ = false;
  Role role_ = Role::kTab;
  std::string name_ = {};
  Rect at_;
  std::optional<Rect> scrolled_at_ = {};
};

// "button Save as, expanded": what is said of a control.
std::string ControlWords(const SnapshotItem& item);

}  // namespace burnglass::ui
