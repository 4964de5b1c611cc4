// The whole viewer without a window: an App, a machine that writes down, an engine that answers.
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fake_machine.h"
#include "support/viewer/fake_engine.h"
#include "ui/app.h"
#include "ui/geometry.h"

namespace burnglass::ui {

// One entry of a snapshot, read back from its JSON.
struct Seen {
  std::string role, name, value;
  Rect rect;
  std::string states;  // "selected hovered"

  bool Is(std::string_view state) const { return states.find(state) != std::string::npos; }
  Point middle() const { return {rect.middle_x(), rect.middle_y()}; }
};

struct Viewer {
  explicit Viewer(std::string_view stacks = kStacks, FakeFacts facts = {});

  // Of the size of the pictures, at the density of a plain screen.
  Viewer& Size(float w = 1280, float h = 800, float dpr = 1);
  // Opens the engine's profile under this number and draws until nothing moves.
  Viewer& Open(std::uint32_t profile = 1);

  // One frame, and the engine's answers to what it asked. Returns what Frame returned.
  double Frame();
  // Frames until none is wanted; the test fails when that does not end.
  void Settle();

  void Move(Point to);
  void Click(Point at);
  void DoubleClick(Point at);
  void RightClick(Point at);
  // A finger: a tap, and one that stays so many ms.
  void Tap(Point at, double stay = 0);
  void Drag(Point from, Point to);
  bool Press(std::string_view code, std::string_view key, std::uint32_t mods = 0);
  void Type(std::string_view pattern);

  std::vector<Seen> Snapshot() const;
  // The first entry of this role and name; the test fails when there is none.
  Seen Find(std::string_view role, std::string_view name) const;
  std::optional<Seen> Look(std::string_view role, std::string_view name) const;
  std::vector<Seen> All(std::string_view role) const;
  std::vector<Seen> Boxes(std::string_view name) const;

  FakeEngine engine;
  FakeMachine machine;
  App app;
  double now = 1000;
  bool answering = true;
};

}  // namespace burnglass::ui
