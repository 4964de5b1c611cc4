#include "ui/snapshot.h"

#include <array>
#include <cstdio>

#include "base/json_text.h"

namespace burnglass::ui {
namespace {

constexpr std::array<std::string_view, 9> kRoles = {"box",  "row",      "button", "field", "tab",
                                                    "chip", "menuitem", "label",  "edge"};
constexpr std::array<std::string_view, 5> kStates = {"selected", "hovered", "match", "disabled",
                                                     "expanded"};

void AppendMember(std::string& json, std::string_view name, std::string_view text) {
  AppendJson(json, name);
  json += ':';
  AppendJson(json, text);
  json += ',';
}

void AppendRect(std::string& json, const Rect& r) {
  std::array<char, 160> buffer;
  const int size = std::snprintf(buffer.data(), buffer.size(),
                                 "\"rect\":{\"x\":%.7g,\"y\":%.7g,\"w\":%.7g,\"h\":%.7g},",
                                 static_cast<double>(r.x), static_cast<double>(r.y),
                                 static_cast<double>(r.w), static_cast<double>(r.h));
  json.append(buffer.data(), static_cast<std::size_t>(size));
}

void AppendStates(std::string& json, std::uint8_t states) {
  json += "\"state\":[";
  bool first = true;
  for (std::size_t i = 0; i < kStates.size(); ++i) {
    if (!(states >> i & 1)) continue;
    if (!first) json += ',';
    AppendJson(json, kStates[i]);
    first = false;
  }
  json += ']';
}

}  // namespace

void Snapshot::Add(Role role, std::string_view name, std::string_view value, const Rect& rect,
                   std::uint8_t states) {
  const Rect seen = clips_.empty() ? rect : Intersection(rect, clips_.back());
  if (seen.empty()) return;
  items_.push_back({role, std::string(name), std::string(value), seen, states});
}

void Snapshot::PushClip(const Rect& clip) {
  clips_.push_back(clips_.empty() ? clip : Intersection(clip, clips_.back()));
}

std::string Snapshot::Json(float scale) const {
  std::string json = "[";
  for (const SnapshotItem& item : items_) {
    json += json.size() > 1 ? ",{" : "{";
    AppendMember(json, "role", kRoles[static_cast<std::size_t>(item.role)]);
    AppendMember(json, "name", item.name);
    AppendMember(json, "value", item.value);
    const Rect& r = item.rect;
    AppendRect(json, {r.x * scale, r.y * scale, r.w * scale, r.h * scale});
    AppendStates(json, item.states);
    json += '}';
  }
  return json + ']';
}

}  // namespace burnglass::ui
