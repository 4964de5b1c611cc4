// The program around the graph: rest, states, tabs, keys.
#include "viewer.h"

namespace burnglass::ui {
namespace {

TEST_CASE("The tour leads through the page in five steps, and can be skipped") {
  Viewer v;
  v.Size();
  v.Settle();
  v.Click(v.Find("button", "Take a tour of five steps").middle());
  v.Settle();
  CHECK(v.machine.sample == "cpu");
  v.Open();
  CHECK(v.Find("label", "tour").value.starts_with("Width is cost"));
  v.Click(v.Find("button", "Next").middle());
  v.Settle();
  CHECK(v.Find("label", "tour").value.starts_with("Pick a function"));
  v.Click(v.Find("button", "Skip").middle());
  v.Settle();
  CHECK_FALSE(v.Look("label", "tour"));
  v.app.Command("tour");
  for (int i = 0; i < 5; ++i) {
    v.Settle();
    CHECK(v.Look("button", i == 4 ? "Done" : "Next"));
    v.Press("Enter", "Enter");
  }
  v.Settle();
  CHECK_FALSE(v.Look("label", "tour"));
}

TEST_CASE("a frame that shows what is on screen already is not submitted") {
  Viewer v;
  v.Open();
  v.app.Pointer(PointerEvent::kMove, 640, 5, 0, 0, false);
  v.Settle();
  const int frames = v.machine.frames;
  v.app.Pointer(PointerEvent::kMove, 641, 5, 0, 0, false);
  v.Settle();
  CHECK(v.machine.frames == frames);
  v.Move(v.All("box").front().middle());
  v.Settle();
  CHECK(v.machine.frames > frames);
}

TEST_CASE("after a rest the picture is submitted again, for the browser may have dropped it") {
  Viewer v;
  v.Open();
  const int frames = v.machine.frames;
  v.now += 5000;
  v.Frame();
  CHECK(v.machine.frames == frames + 1);
}

TEST_CASE("an idle viewer wants no frames") {
  Viewer v;
  v.Open();
  CHECK(v.app.Frame(v.now + 1000) == -1);
  CHECK_FALSE(v.app.Busy());
  v.app.Pointer(PointerEvent::kMove, 5, 5, 0, 0, false);
  CHECK(v.app.Busy());
  int frames = 0;
  while (v.Frame() == 0) ++frames;
  CHECK(frames <= 3);
  CHECK_FALSE(v.app.Busy());
}

TEST_CASE("the start page opens files, samples and copies commands") {
  Viewer v;
  v.Settle();
  v.Click(v.Find("button", "Open files").middle());
  CHECK(v.machine.open_files == 1);
  v.Click(v.Find("button", "sample cpu").middle());
  CHECK(v.machine.sample == "cpu");
  v.Click(v.Find("button", "Copy").middle());
  CHECK(v.machine.copied ==
        "curl -o cpu.pb.gz http://localhost:6060/debug/pprof/profile?seconds=30");
  v.Click(v.Find("button", "About and licences").middle());
  CHECK(v.machine.abouts == 1);
  CHECK(v.machine.field.w == 0);
}

TEST_CASE("files that hover over the page are welcomed") {
  Viewer v;
  v.Open();
  v.app.SetDragging(true);
  v.Settle();
  CHECK(v.Look("label", "Let go to open"));
  v.app.SetDragging(false);
  v.Settle();
  CHECK_FALSE(v.Look("label", "Let go to open"));
}

TEST_CASE("a load that lasts shows bytes, percent and phase, and can be cancelled") {
  Viewer v;
  v.Frame();
  v.app.Receive(FakeEngine::Progress(7, "gen_1m.pb.gz", false, 21'300'000, 34'300'000));
  CHECK(v.Frame() == 0);
  while (v.Frame() == 0) continue;
  CHECK(v.All("label").empty());
  v.now += 250;
  v.Frame();
  v.Frame();
  CHECK(v.Find("label", "loading gen_1m.pb.gz").value == "21.3 of 34.3 MB 62 %");
  CHECK(v.Find("tab", "gen_1m.pb.gz").Is("selected"));
  v.app.Receive(FakeEngine::Progress(7, "gen_1m.pb.gz", true, 621'408, 1'000'000));
  v.Frame();
  v.Click(v.Find("button", "Cancel").middle());
  CHECK(v.machine.cancelled == std::vector<std::uint32_t>{7});
  CHECK_FALSE(v.Look("tab", "gen_1m.pb.gz"));
}

TEST_CASE("what came a moment ago is drawn when there is something of it to see") {
  Viewer v;
  v.Size();
  v.Settle();
  v.answering = false;
  const auto frames_drawn = [&](int frames) {
    const int before = v.machine.frames;
    for (int i = 0; i < frames; ++i) v.Frame();
    return v.machine.frames - before;
  };
  v.app.Receive(FakeEngine::Progress(7, "app.pb.gz", false, 1, 100));
  CHECK(frames_drawn(8) == 0);
  v.now += 250;
  CHECK(frames_drawn(3) > 0);
  v.app.Receive(v.engine.Opened(7));
  CHECK(frames_drawn(8) == 0);
  CHECK(v.app.Busy());
  CHECK(v.machine.said.empty());
  CHECK(v.machine.field.w == 0);
  v.answering = true;
  CHECK(frames_drawn(4) > 0);
  CHECK(v.machine.drawn == std::vector<std::uint32_t>{7});
  CHECK(v.machine.said.size() == 1);
  CHECK(v.machine.field.w > 0);
}

TEST_CASE("what came a moment ago is drawn after a fifth of a second, whatever there is") {
  Viewer v;
  v.Size().Settle();
  v.answering = false;
  v.app.Receive(v.engine.Opened(7));
  for (int i = 0; i < 4; ++i) v.Frame();
  const int before = v.machine.frames;
  const double next = v.Frame();
  CHECK(next > 0);
  CHECK(next < 200);
  v.now += 200;
  v.Frame();
  CHECK(v.machine.frames == before + 1);
  CHECK(v.machine.said.size() == 1);
}

TEST_CASE("the person's hand does not wait for what came a moment ago") {
  Viewer v;
  v.Open();
  v.answering = false;
  v.app.Receive(FakeEngine::Progress(7, "app.pb.gz", false, 1, 100));
  for (int i = 0; i < 4; ++i) v.Frame();
  const int before = v.machine.frames;
  const Point box = v.Find("box", "main.work").middle();
  v.app.Pointer(PointerEvent::kMove, box.x, box.y, 0, 0, false);
  for (int i = 0; i < 2; ++i) v.Frame();
  CHECK(v.machine.frames > before);
}

TEST_CASE("a failure says what, and leaves alone what is open") {
  Viewer v;
  v.Open(1);
  v.app.Receive(FakeEngine::Failed(2, "heap.pb.gz",
                                   "heap.pb.gz ends too early: the gzip stream stops at byte "
                                   "20480. The download was probably cut off."));
  v.Settle();
  CHECK(v.Find("label", "error").value.find("byte 20480") != std::string::npos);
  v.Click(v.Find("button", "Copy details").middle());
  CHECK(v.machine.copied.find("heap.pb.gz ends too early") != std::string::npos);
  CHECK(v.machine.said.back().find("ends too early") != std::string::npos);
  CHECK(v.Look("tab", "app"));
  v.Click(v.Find("button", "Close").middle());
  CHECK(v.machine.closed == std::vector<std::uint32_t>{2});
  CHECK(v.Look("box", "main.work"));
}

TEST_CASE("an empty profile says why, and what to do") {
  Viewer v("main.main 0", {.kind = "block",
                           .types = {"contentions count", "delay nanoseconds"},
                           .empty_reason = "The file is sound: two sample types, no samples."});
  v.Open();
  CHECK(v.Find("label", "empty").value == "The file is sound: two sample types, no samples.");
  v.Click(v.Find("button", "Copy").middle());
  CHECK(v.machine.copied == "runtime.SetBlockProfileRate(10_000)");
  CHECK(v.machine.drawn == std::vector<std::uint32_t>{1});
}

TEST_CASE("tabs switch and close") {
  Viewer v;
  v.Open(1).Open(2);
  REQUIRE(v.All("tab").size() >= 2);
  CHECK(v.All("tab")[1].Is("selected"));
  v.Click(v.All("tab")[0].middle());
  CHECK(v.All("tab")[0].Is("selected"));
  v.Press("KeyN", "n");
  CHECK(v.All("tab")[1].Is("selected"));
  // Two of one program and kind go by their files.
  CHECK(v.All("tab")[0].name == "test.pb.gz");
  v.Click(v.Find("button", "close test.pb.gz").middle());
  CHECK(v.machine.closed == std::vector<std::uint32_t>{1});
  CHECK(v.All("tab")[0].name == "app");
  v.app.Receive(FakeEngine::Closed(2));
  v.Settle();
  CHECK(v.Look("button", "Open files"));
}

TEST_CASE("many tabs leave room for the rest of the bar") {
  Viewer v;
  for (std::uint32_t id = 1; id <= 30; ++id) v.Open(id);
  bool selected = false;
  for (const Seen& tab : v.All("tab")) {
    CHECK(tab.rect.right() <= 1280);
    selected |= tab.rect.y < 40 && tab.Is("selected");
  }
  CHECK(selected);
  CHECK(v.Look("button", "keys"));
}

TEST_CASE("the sample type is chosen from a menu") {
  Viewer v;
  v.Open();
  CHECK(v.Find("button", "sample type").value == "cpu");
  v.Click(v.Find("button", "sample type").middle());
  CHECK(v.Find("button", "sample type").Is("expanded"));
  REQUIRE(v.All("menuitem").size() == 2);
  CHECK(v.All("menuitem")[1].Is("selected"));
  v.Click(v.Find("menuitem", "samples").middle());
  CHECK(v.All("menuitem").empty());
  CHECK(v.Find("button", "sample type").value == "samples");
  CHECK(v.app.Query() == R"({"sample_index":"samples"})");
  CHECK(v.Find("box", "main.work").value == "60 · 60.0 %");
}

TEST_CASE("a press beside a menu closes it and does nothing else") {
  Viewer v;
  v.Open();
  CHECK(v.Press("KeyT", "t"));
  CHECK(v.All("menuitem").size() == 2);
  v.Click(v.Find("box", "main.work").middle());
  CHECK(v.All("menuitem").empty());
  CHECK_FALSE(v.Find("box", "main.work").Is("selected"));
}

TEST_CASE("the key sheet comes and goes") {
  Viewer v;
  v.Open();
  CHECK(v.Press("Slash", "?", kShift));
  CHECK(v.Find("label", "find by regexp").value == "/");
  CHECK(v.Press("Escape", "Escape"));
  CHECK_FALSE(v.Look("label", "find by regexp"));
}

TEST_CASE("keys that are the browser's are not taken") {
  Viewer v;
  v.Open();
  CHECK_FALSE(v.Press("Tab", "Tab"));
  CHECK_FALSE(v.Press("F5", "F5"));
  CHECK_FALSE(v.Press("KeyL", "l", kCtrl));
}

TEST_CASE("without a profile Ctrl+F is the browser's") {
  Viewer v;
  v.Settle();
  CHECK_FALSE(v.Press("KeyF", "f", kCtrl));
  v.Open();
  CHECK(v.Press("KeyF", "f", kCtrl));
}

TEST_CASE("the theme follows the system until it is chosen") {
  Viewer v;
  v.app.SetPreferences({.dark = false});
  v.Open();
  CHECK_FALSE(v.machine.dark);
  const int colours = v.machine.painter.colour_uploads;
  v.app.SetPreferences({.dark = true});
  v.Settle();
  CHECK(v.machine.dark);
  CHECK(v.machine.painter.colour_uploads == colours + 1);
  v.Click(v.Find("button", "theme: as the system").middle());
  CHECK_FALSE(v.machine.dark);
  CHECK(v.Look("button", "theme: light"));
}

TEST_CASE("commands by name") {
  Viewer v;
  v.Open();
  CHECK(v.app.Command("view_top"));
  v.Settle();
  CHECK(v.Find("tab", "Top").Is("selected"));
  CHECK_FALSE(v.app.Command("make_coffee"));
}

TEST_CASE("a link says what is asked, and is understood") {
  Viewer v;
  v.Open();
  CHECK(v.app.Apply("si=samples&search=malloc"));
  v.Settle();
  CHECK(v.app.Link() == "si=samples&search=malloc");
  CHECK(v.machine.field_text == "malloc");
  CHECK_FALSE(v.app.Apply("nonsense"));
  CHECK_FALSE(v.app.Apply("{\"colour\":1}"));
  CHECK(v.app.Apply("{\"sample_index\":\"cpu\"}"));
}

TEST_CASE("copying: the name of the selected function") {
  Viewer v;
  v.Open();
  v.Click(v.Find("box", "main.work").middle());
  // Ctrl+C is the browser's: its copy event brings the command.
  CHECK_FALSE(v.Press("KeyC", "c", kCtrl));
  CHECK(v.app.Command("copy_name"));
  CHECK(v.machine.copied == "main.work");
}

TEST_CASE("the pointer's shape says what can be done") {
  Viewer v;
  v.Open();
  v.Move(v.Find("button", "keys").middle());
  CHECK(v.machine.cursor == Cursor::kHand);
  v.Move({840, 400});
  CHECK(v.machine.cursor == Cursor::kResizeColumn);
  v.Move({400, 700});
  CHECK(v.machine.cursor == Cursor::kArrow);
}

TEST_CASE("facts, all of them") {
  Viewer v;
  v.Open();
  v.Press("Digit7", "7");
  CHECK(v.Find("row", "Kind").value == "cpu");
  CHECK(v.Find("row", "Duration").value == "5.14 s");
  CHECK(v.Find("row", "Taken").value == "22 Nov 2026 18:26 UTC");
  CHECK(v.Find("row", "cpu").value == "100 ns (default)");
  CHECK(v.Find("label", "facts").value ==
        "100 ns cpu in 5.14 s · 0.00 cores · 330 samples · 22 Nov 2026 18:26 UTC");
}

TEST_CASE("numbers about drawing") {
  Viewer v;
  v.Open();
  const std::string stats = v.app.Stats();
  CHECK(stats.starts_with(R"({"boxes":8,"frameMs":[)"));
  CHECK(stats.ends_with("]}"));
}

TEST_CASE("snapshots are in CSS px, whatever the density") {
  Viewer v;
  v.Open();
  const Rect plain = v.Find("box", "main.work").rect;
  v.Size(1280, 800, 2.5f);
  v.Settle();
  CHECK(v.Find("box", "main.work").rect == plain);
  v.Click(v.Find("box", "main.work").middle());
  CHECK(v.Find("box", "main.work").Is("selected"));
}

TEST_CASE("a window of any size is drawn") {
  Viewer v;
  v.Open();
  for (const float w : {1.0f, 30.0f, 200.0f, 500.0f, 730.0f, 961.0f, 2600.0f}) {
    for (const float h : {1.0f, 60.0f, 300.0f, 1400.0f}) {
      v.Size(w, h, 1.25f);
      v.Settle();
    }
  }
  CHECK(v.machine.frames > 20);
}

}  // namespace
}  // namespace burnglass::ui
