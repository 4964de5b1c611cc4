// Searching and the table.
#include <algorithm>

#include "viewer.h"

namespace burnglass::ui {
namespace {

TEST_CASE("the search field is a real input that lies in its frame") {
  Viewer v;
  v.Open();
  const Seen field = v.Find("field", "find functions");
  CHECK(field.rect.right() == 1272);
  CHECK(field.rect.w == 300);
  CHECK(field.rect.h == 26);
  const FieldPlace& place = v.machine.field;
  CHECK(field.rect.Contains({place.x, place.y}));
  CHECK(field.rect.Contains({place.x + place.w - 1, place.y + place.h - 1}));
  CHECK(v.Press("Slash", "/"));
  CHECK(v.machine.field_focuses == 1);
  const int moves = v.machine.field_moves;
  v.Move({400, 400});
  CHECK(v.machine.field_moves == moves);
}

TEST_CASE("hits burn, the rest is dimmed, and the sum stands beside the field") {
  Viewer v;
  v.Open();
  v.Type("malloc");
  CHECK(v.Find("label", "found").value == "55.0 % · 55 ns in 2 boxes");
  CHECK(v.Boxes("runtime.mallocgc")[0].Is("match"));
  CHECK_FALSE(v.Find("box", "main.work").Is("match"));
  CHECK(v.machine.painter.look[0].searching);
  CHECK(v.machine.painter.look[1].searching);
  CHECK(v.All("row").size() == 1);
  CHECK(v.Find("label", "functions").value == "1 of 6 functions");
  v.Click(v.Find("button", "Matches only").middle());
  CHECK(v.All("row").size() == 6);
  CHECK(v.Find("row", "runtime.mallocgc").Is("match"));
}

TEST_CASE("Enter goes to the next hit, Shift+Enter to the one before, Escape ends the search") {
  Viewer v;
  v.Open();
  v.Type("malloc");
  CHECK(v.app.PressFieldKey(FieldId::kSearch, FieldKey::kEnter, 0));
  v.Settle();
  CHECK(v.Boxes("runtime.mallocgc")[0].Is("selected"));
  CHECK(v.Find("label", "found").value == "55.0 % · 55 ns in 1 of 2 boxes");
  v.Click(v.Find("button", "next match").middle());
  CHECK(v.Boxes("runtime.mallocgc")[1].Is("selected"));
  v.app.PressFieldKey(FieldId::kSearch, FieldKey::kEnter, kShift);
  v.Settle();
  CHECK(v.Boxes("runtime.mallocgc")[0].Is("selected"));
  v.app.PressFieldKey(FieldId::kSearch, FieldKey::kEscape, 0);
  v.Settle();
  CHECK_FALSE(v.Look("label", "found"));
  CHECK_FALSE(v.machine.painter.look[0].searching);
  CHECK(v.machine.painter.hits.empty());
}

TEST_CASE("an invalid pattern is said, calmly, and a pattern without hits too") {
  Viewer v;
  v.Open();
  v.Type("(");
  CHECK(v.Find("label", "found").value == "missing closing )");
  v.Type("nothing like it");
  CHECK(v.Find("label", "found").value == "Nothing matches.");
}

TEST_CASE("the state goes to the page with every search") {
  Viewer v;
  v.Open();
  const int before = v.machine.state_changes;
  v.Type("malloc");
  CHECK(v.machine.state_changes == before + 1);
  CHECK(v.app.State() ==
        R"({"profile":1,"queryText":"","search":"malloc","view":"flame","path":[]})");
}

TEST_CASE("heads sort the table") {
  Viewer v;
  v.Open();
  CHECK(v.All("row")[0].name == "runtime.mallocgc");
  v.Click(v.Find("button", "sort by cum").middle());
  CHECK(v.All("row")[0].name == "main.main");
  CHECK(v.Find("button", "sort by cum").Is("selected"));
  v.Click(v.Find("button", "sort by function").middle());
  CHECK(v.All("row")[0].name == "example.com/lib.(*Reader).Read");
}

TEST_CASE("a row shows all of pprof's figures") {
  Viewer v;
  v.Open();
  CHECK(v.Find("row", "main.work").value == "flat 10 ns 10.0 % sum 85.0 % cum 60 ns 60.0 %");
}

TEST_CASE("one click from a row to its boxes, and from box to box") {
  Viewer v;
  v.Open();
  v.Click(v.Find("row", "runtime.mallocgc").middle());
  CHECK(v.Boxes("runtime.mallocgc")[0].Is("selected"));
  CHECK(v.machine.painter.look[0].same_name == v.engine.Name("runtime.mallocgc"));
  v.Click(v.Find("button", "next box").middle());
  CHECK(v.Boxes("runtime.mallocgc")[1].Is("selected"));
}

TEST_CASE("callers and callees select their function") {
  Viewer v;
  v.Open();
  v.Click(v.Find("box", "main.work").middle());
  std::vector<Seen> kin = v.All("row");
  const Seen* callee = nullptr;
  for (const Seen& row : kin) {
    if (row.name == "runtime.mallocgc" && row.value == "30 ns 50.0 %") callee = &row;
  }
  REQUIRE(callee);
  v.Click(callee->middle());
  CHECK(v.Find("row", "runtime.mallocgc").Is("selected"));
}

TEST_CASE("the table alone, with ranks, bars and packages") {
  Viewer v;
  v.Open();
  CHECK(v.Press("Digit2", "2"));
  CHECK(v.Find("tab", "Top").Is("selected"));
  CHECK(v.All("box").empty());
  CHECK(v.All("row").size() == 6);
  CHECK(v.All("row")[0].rect.w == 1280);
  CHECK(v.app.Link() == "view=top");
}

TEST_CASE("a long table scrolls under the wheel and brings the selected row into sight") {
  std::string stacks;
  for (int i = 0; i < 300; ++i) {
    stacks += "main.main;f" + std::to_string(i) + " " + std::to_string(1000 - i) + "\n";
  }
  Viewer v(stacks);
  v.Open();
  CHECK(v.Look("row", "f0"));
  CHECK_FALSE(v.Look("row", "f250"));
  v.Move({1000, 300});
  v.app.Wheel(1000, 300, 0, 220, 0);
  v.Settle();
  CHECK_FALSE(v.Look("row", "f0"));
  CHECK(v.Look("row", "f10"));
  v.Type("f250");
  v.app.PressFieldKey(FieldId::kSearch, FieldKey::kEnter, 0);
  v.Settle();
  v.Type("");
  CHECK(v.Look("row", "f250"));
}

}  // namespace
TEST_CASE("the table is saved as it is shown") {
  Viewer v;
  v.Open();
  SECTION("by its button") { v.Click(v.Find("button", "save the table as CSV").middle()); }
  SECTION("by key") { CHECK(v.Press("KeyS", "s", kCtrl)); }
  v.Settle();
  CHECK(v.machine.saved_name == "test.csv");
  CHECK(v.machine.saved == "the csv of ");
}

TEST_CASE("what the search leaves out is not saved") {
  Viewer v;
  v.Open();
  v.Type("mallocgc");
  v.Settle();
  CHECK(v.app.Command("save_table"));
  v.Settle();
  CHECK(v.machine.saved == "the csv of  matching mallocgc");
}

}  // namespace burnglass::ui
