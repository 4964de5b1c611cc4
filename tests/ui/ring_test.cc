// Every control by key: the ring that goes from one to the next.
#include "viewer.h"

namespace burnglass::ui {
namespace {

// What the ring stands around, as it was last said.
std::string Said(Viewer& v) {
  v.Settle();
  return v.machine.said.empty() ? "" : v.machine.said.back();
}

void Arrow(Viewer& v, std::string_view key) {
  CHECK(v.Press(key, key));
  v.Settle();
}

TEST_CASE("the ring goes from the view's tab to its neighbours and presses them") {
  Viewer v;
  v.Size().Open();
  CHECK(v.Press("KeyG", "g"));
  CHECK(Said(v) == "tab Flame, on");
  Arrow(v, "ArrowRight");
  CHECK(Said(v) == "tab Top");
  Arrow(v, "Enter");
  CHECK(v.Find("tab", "Top").Is("selected"));
  CHECK(Said(v) == "tab Top, on");
  Arrow(v, "ArrowLeft");
  CHECK(Said(v) == "tab Flame");
}

TEST_CASE("Escape takes the ring away, and arrows are the picture's again") {
  Viewer v;
  v.Size().Open();
  v.Press("KeyG", "g");
  CHECK(Said(v) == "tab Flame, on");
  Arrow(v, "Escape");
  const std::size_t said = v.machine.said.size();
  v.Press("ArrowDown", "ArrowDown");
  v.Settle();
  for (std::size_t i = said; i < v.machine.said.size(); ++i) {
    CHECK_FALSE(v.machine.said[i].starts_with("tab"));
  }
}

TEST_CASE("a menu says the line that Enter would choose") {
  Viewer v;
  v.Size().Open();
  v.Press("KeyF", "f");
  CHECK(Said(v) == "Only my code");
  Arrow(v, "ArrowDown");
  CHECK(Said(v).starts_with("focus"));
  Arrow(v, "Escape");
  v.Press("KeyF", "f");
  CHECK(Said(v) == "Only my code");
}

}  // namespace
}  // namespace burnglass::ui
