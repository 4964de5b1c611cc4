// Snapshot: what is on screen, written down by the widgets while they are drawn: the eyes of tests
// and automation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ui/geometry.h"

namespace burnglass::ui {

enum class Role : std::uint8_t {
  kBox,
  kRow,
  kButton,
  kField,
  kTab,
  kChip,
  kMenuItem,
  kLabel,
  kEdge,
};

enum SnapshotState : std::uint8_t {
  kSelected = 1,
  kHovered = 2,
  kMatch = 4,
  kDisabled = 8,
  kExpanded = 16,
};

struct SnapshotItem {
  Role role = Role::kLabel;
  std::string name, value;
  Rect rect;
  std::uint8_t states = 0;
};

class Snapshot {
 public:
  void Clear() { items_.clear(); }

  // What lies outside of `clip` is not on screen; what reaches over it is cut to it.
  void Add(Role role, std::string_view name, std::string_view value, const Rect& rect,
           std::uint8_t states = 0);
  void PushClip(const Rect& clip);
  void PopClip() { clips_.pop_back(); }

  const std::vector<SnapshotItem>& items() const { return items_; }
  // Every rectangle times `scale`.
  std::string Json(float scale = 1) const;

 private:
  std::vector<SnapshotItem> items_;
  std::vector<Rect> clips_;
};

}  // namespace burnglass::ui
