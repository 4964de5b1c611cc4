// The palette of all actions, and the fields that are typed into.
#include "session/keys.h"
#include "viewer.h"

namespace burnglass::ui {
namespace {

void OpenPalette(Viewer& v) { CHECK(v.Press("KeyP", "P", kCtrl | kShift)); }

void TypeAction(Viewer& v, std::string_view text) {
  v.app.Field(FieldId::kPalette, text);
  v.Settle();
}

void PressInPalette(Viewer& v, FieldKey key) {
  v.app.PressFieldKey(FieldId::kPalette, key, 0);
  v.Settle();
}

std::string Current(const Viewer& v) {
  for (const Seen& item : v.All("menuitem")) {
    if (item.Is("hovered")) return item.name;
  }
  return "";
}

TEST_CASE("the palette opens with its field, and Escape gives the keys back") {
  Viewer v;
  v.Open();
  OpenPalette(v);
  CHECK(v.machine.focused == static_cast<int>(FieldId::kPalette));
  const Seen field = v.Find("field", "find an action");
  CHECK(field.rect.y == 96);
  CHECK(field.rect.w == 580);
  const FieldPlace& place = v.machine.fields[2];
  CHECK(field.rect.Contains({place.x, place.y}));
  CHECK(v.machine.fields[0].w == 0);
  PressInPalette(v, FieldKey::kEscape);
  CHECK_FALSE(v.Look("field", "find an action"));
  CHECK(v.machine.focused == -1);
  CHECK(v.machine.fields[2].w == 0);
  CHECK(v.machine.fields[0].w > 0);
}

TEST_CASE("typing finds, arrows choose, Enter runs") {
  Viewer v;
  v.Open();
  v.Click(v.Find("box", "main.work").middle());
  OpenPalette(v);
  TypeAction(v, "focus");
  CHECK(Current(v) == "Focus function");
  CHECK(v.Find("menuitem", "Focus function").value == "main.work");
  PressInPalette(v, FieldKey::kDown);
  CHECK(Current(v) != "Focus function");
  PressInPalette(v, FieldKey::kUp);
  PressInPalette(v, FieldKey::kEnter);
  CHECK(v.app.Link() == "f=%5Emain%5C.work%24");
  CHECK_FALSE(v.Look("field", "find an action"));
}

TEST_CASE("a function is gone to by a piece of its name") {
  Viewer v;
  v.Open();
  OpenPalette(v);
  TypeAction(v, "mallocgc");
  PressInPalette(v, FieldKey::kEnter);
  CHECK(v.Find("row", "runtime.mallocgc").Is("selected"));
  CHECK(v.Boxes("runtime.mallocgc")[0].Is("selected"));
}

TEST_CASE("letters that nothing has are said to be so") {
  Viewer v;
  v.Open();
  OpenPalette(v);
  TypeAction(v, "qqqq");
  CHECK(v.All("menuitem").empty());
  PressInPalette(v, FieldKey::kEnter);
  CHECK(v.Look("field", "find an action"));
}

TEST_CASE("the list scrolls with the choice, and a press runs a line") {
  Viewer v;
  v.Open();
  OpenPalette(v);
  const std::string first = Current(v);
  PressInPalette(v, FieldKey::kUp);
  CHECK(Current(v) != "");
  CHECK(Current(v) != first);
  TypeAction(v, "view: top");
  v.Click(v.Find("menuitem", "View: Top").middle());
  CHECK(v.app.Link() == "view=top");
}

TEST_CASE("what the palette runs may open a field of its own") {
  Viewer v;
  v.Open();
  OpenPalette(v);
  TypeAction(v, "filter: ignore");
  PressInPalette(v, FieldKey::kEnter);
  CHECK(v.machine.focused == static_cast<int>(FieldId::kFilter));
  CHECK(v.Look("field", "filter ignore"));
}

TEST_CASE("every verb that has a key is on the sheet") {
  Viewer v;
  v.Open();
  v.Press("Slash", "?", kShift);
  std::string sheet;
  for (const Seen& label : v.All("label")) sheet += label.value + "\n";
  for (const KeyBinding& key : KeyTable()) {
    if (!key.caps.empty()) CHECK(sheet.find(key.caps) != std::string::npos);
  }
}

TEST_CASE("a filter is chosen from the menu and typed into its chip") {
  Viewer v;
  v.Open();
  v.Click(v.Find("button", "add a filter").middle());
  v.Click(v.Find("menuitem", "ignore").middle());
  CHECK(v.machine.focused == static_cast<int>(FieldId::kFilter));
  const Seen field = v.Find("field", "filter ignore");
  CHECK(field.rect.Contains({v.machine.fields[1].x, v.machine.fields[1].y}));
  v.app.Field(FieldId::kFilter, "work");
  v.Settle();
  CHECK(v.app.Link() == "i=work");
  v.app.PressFieldKey(FieldId::kFilter, FieldKey::kEnter, 0);
  v.Settle();
  CHECK(v.machine.focused == -1);
  CHECK(v.Find("chip", "ignore").value == "work");
  v.Click(v.Find("chip", "ignore").middle());
  CHECK(v.machine.field_texts[1] == "work");
  CHECK(v.Look("field", "filter ignore"));
  v.app.PressFieldKey(FieldId::kFilter, FieldKey::kEscape, 0);
  v.Settle();
  v.Click(v.Find("button", "drop ignore").middle());
  CHECK(v.app.Link() == "");
}

TEST_CASE("a press elsewhere ends the typing and does its own") {
  Viewer v;
  v.Open();
  v.Press("KeyF", "f");
  v.Click(v.Find("menuitem", "focus").middle());
  v.app.Field(FieldId::kFilter, "work");
  v.Settle();
  v.Click(v.Find("box", "main.work").middle());
  CHECK_FALSE(v.Look("field", "filter focus"));
  CHECK(v.Find("box", "main.work").Is("selected"));
  CHECK(v.app.Link() == "f=work");
  // Another filter's field stays, since it has just been opened.
  v.Click(v.Find("chip", "focus").middle());
  v.Click(v.Find("button", "add a filter").middle());
  v.Click(v.Find("menuitem", "hide").middle());
  CHECK(v.Look("field", "filter hide"));
}

TEST_CASE("only my code is one click, and its chip says so") {
  Viewer v;
  v.Open();
  v.Click(v.Find("button", "Only my code").middle());
  CHECK(v.Find("button", "Only my code").Is("selected"));
  CHECK(v.Find("chip", "only my code").value == "^(?:example\\.com/|runtime\\.)");
  v.Press("KeyO", "o");
  CHECK_FALSE(v.Look("chip", "only my code"));
}

TEST_CASE("undo is a button once there is something to undo") {
  Viewer v;
  v.Open();
  CHECK_FALSE(v.Look("button", "undo"));
  v.Press("Digit2", "2");
  CHECK(v.machine.history == std::vector<std::string>{"+1"});
  v.Click(v.Find("button", "undo").middle());
  CHECK(v.app.Link() == "");
  CHECK(v.machine.history.back() == "0");
  CHECK(v.Press("KeyZ", "Z", kCtrl | kShift));
  CHECK(v.app.Link() == "view=top");
  v.app.GoTo(0);
  CHECK(v.app.Link() == "");
  CHECK(v.machine.history.size() == 3);
}

TEST_CASE("settings are set in their menu, kept, and read again") {
  Viewer v;
  v.Open();
  v.Click(v.Find("button", "settings").middle());
  v.Click(v.Find("menuitem", "High contrast").middle());
  CHECK(v.Find("menuitem", "High contrast").Is("selected"));
  v.Click(v.Find("menuitem", "Larger text").middle());
  CHECK(v.machine.settings == "contrast=high&text=110");
  CHECK(v.machine.text_scale == 1.1f);
  Viewer* other = &v;
  other->app.ReadSettings("theme=light&text=130");
  other->Settle();
  CHECK_FALSE(v.machine.dark);
  CHECK(v.machine.text_scale == 1.3f);
}

TEST_CASE("a larger text is a larger everything, and the pointer meets it") {
  Viewer v;
  v.Open();
  const Rect before = v.Find("button", "keys").rect;
  v.app.ReadSettings("text=150");
  v.Settle();
  const Seen keys = v.Find("button", "keys");
  CHECK(keys.rect.h == before.h * 1.5f);
  CHECK(keys.rect.right() <= 1280);
  v.Click(keys.middle());
  CHECK(v.Look("label", "zoom to the box"));
  v.Press("Escape", "Escape");
  const Seen field = v.Find("field", "find functions");
  CHECK(field.rect.Contains({v.machine.field.x, v.machine.field.y}));
  v.Click(v.Find("box", "main.work").middle());
  CHECK(v.Find("box", "main.work").Is("selected"));
}

}  // namespace
}  // namespace burnglass::ui
