#include "ui/control_ring.h"

#include <algorithm>
#include <cmath>

namespace burnglass::ui {
namespace {

bool IsControl(const SnapshotItem& item) {
  switch (item.role) {
    case Role::kRow:
    case Role::kButton:
    case Role::kTab:
    case Role::kChip:
    case Role::kMenuItem:
      return item.rect.w >= 6 && item.rect.h >= 6;
    default:
      return false;
  }
}

float Distance(const Rect& a, const Rect& b) {
  return std::hypot(a.middle_x() - b.middle_x(), a.middle_y() - b.middle_y());
}

// Of two stretches: 0 where they overlap.
float Gap(float a, float a_end, float b, float b_end) {
  return std::max({0.0f, b - a_end, a - b_end});
}

bool Upright(RingKey direction) { return direction == RingKey::kUp || direction == RingKey::kDown; }

Rect Turned(const Rect& r) { return {r.y, r.x, r.h, r.w}; }

// How far `to` lies in a direction; none: it does not. What lies straight on comes first.
std::optional<float> Way(const Rect& from, const Rect& to, RingKey direction) {
  if (Upright(direction)) {
    const bool up = direction == RingKey::kUp;
    return Way(Turned(from), Turned(to), up ? RingKey::kLeft : RingKey::kRight);
  }
  const float sign = direction == RingKey::kLeft ? -1.0f : 1.0f;
  const float ahead = sign * (to.middle_x() - from.middle_x());
  // A little farther is no other column.
  if (ahead < 3) return std::nullopt;
  const float between = Gap(from.x, from.right(), to.x, to.right());
  const float beside = Gap(from.y, from.bottom(), to.y, to.bottom());
  const float middles = std::fabs(to.middle_y() - from.middle_y());
  constexpr float kAside = 300;
  return between + 0.01f * ahead + (beside > 0 ? kAside + 4 * beside : 0) + 0.05f * middles;
}

}  // namespace

void ControlRing::Begin(const Snapshot& snapshot) {
  on_ = true;
  if (!name_.empty() && Find(snapshot)) return;
  const SnapshotItem* first = nullptr;
  for (const SnapshotItem& item : snapshot.items()) {
    if (!IsControl(item)) continue;
    const bool tab = item.role == Role::kTab && item.states & kSelected;
    if (!first || tab) first = &item;
  }
  if (first) Stand(*first);
}

void ControlRing::Stand(const SnapshotItem& item) {
  role_ = item.role;
  name_ = item.name;
  at_ = item.rect;
}

const SnapshotItem* ControlRing::Find(const Snapshot& snapshot) const {
  const SnapshotItem* best = nullptr;
  const SnapshotItem* near = nullptr;
  for (const SnapshotItem& item : snapshot.items()) {
    if (!IsControl(item)) continue;
    const bool closer = !near || Distance(item.rect, at_) < Distance(near->rect, at_);
    if (closer) near = &item;
    if (item.role != role_ || item.name != name_) continue;
    if (!best || Distance(item.rect, at_) < Distance(best->rect, at_)) best = &item;
  }
  return best ? best : near;
}

bool ControlRing::Move(const Snapshot& snapshot, RingKey direction) {
  const SnapshotItem* from = Find(snapshot);
  if (!from) return false;
  const SnapshotItem* best = nullptr;
  float least = 0;
  for (const SnapshotItem& item : snapshot.items()) {
    if (&item == from || !IsControl(item)) continue;
    const std::optional<float> way = Way(from->rect, item.rect, direction);
    if (!way || (best && *way >= least)) continue;
    best = &item;
    least = *way;
  }
  const bool leaves_rows = from->role == Role::kRow && (!best || best->role != Role::kRow);
  if (leaves_rows && Upright(direction) && scrolled_at_ != from->rect) {
    scrolled_at_ = from->rect;
    return false;
  }
  scrolled_at_.reset();
  if (best) Stand(*best);
  return true;
}

void ControlRing::Draw(const Frame& frame, const Pen& over) {
  if (!on_) return;
  const SnapshotItem* item = Find(frame.snapshot);
  if (!item) return;
  Stand(*item);
  const Rect& r = item->rect;
  over.Outline({r.x - 2, r.y - 2, r.w + 4, r.h + 4}, frame.theme.canvas, 4, 6);
  over.Outline({r.x - 2, r.y - 2, r.w + 4, r.h + 4}, frame.theme.accent, 2, 5);
}

std::string ControlWords(const SnapshotItem& item) {
  constexpr std::string_view kWords[] = {"", "row ", "button ", "", "tab ", "filter "};
  const auto role = static_cast<std::size_t>(item.role);
  std::string words(role < std::size(kWords) ? kWords[role] : "");
  words += item.name;
  if (!item.value.empty()) words += ", " + item.value;
  if (item.role != Role::kRow && item.states & kSelected) words += ", on";
  return words;
}

}  // namespace burnglass::ui
