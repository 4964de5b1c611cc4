// The views of lines, labels and facts, and the guide.
#include "viewer.h"

namespace burnglass::ui {
namespace {

TEST_CASE("labels: keys, and the values of one by cost") {
  Viewer v;
  v.Open();
  CHECK(v.Press("Digit6", "6"));
  CHECK(v.Find("tab", "Labels").Is("selected"));
  CHECK(v.Find("button", "label bytes").Is("selected"));
  CHECK(v.Find("row", "16B").value == "70 ns 70.0 %");
  CHECK_FALSE(v.Look("row", "(without)"));
  v.Click(v.Find("button", "label tenant").middle());
  CHECK(v.Find("label", "label total").value == "80 ns of 100 ns, 80.0 %");
  CHECK(v.Find("row", "acme").value == "50 ns 50.0 %");
  CHECK(v.Find("row", "(10 smaller values)").value == "5 ns 5.0 %");
  CHECK(v.Find("row", "(without)").value == "20 ns 20.0 %");
}

TEST_CASE("labels: a click keeps a value's samples, a button leaves them out, chips take it back") {
  Viewer v;
  v.Open();
  v.Press("Digit6", "6");
  v.Click(v.Find("button", "label tenant").middle());
  v.Click(v.Find("row", "acme").middle());
  CHECK(v.Find("chip", "tagfocus").value == "tenant=^acme$");
  v.Click(v.Find("button", "ignore globex").middle());
  CHECK(v.Find("chip", "tagignore").value == "tenant=^globex$");
  v.Click(v.Find("chip", "tagfocus").middle());
  CHECK_FALSE(v.Look("chip", "tagfocus"));
}

TEST_CASE("labels: the samples without a key are kept by ignoring the key") {
  Viewer v;
  v.Open();
  v.Press("Digit6", "6");
  v.Click(v.Find("button", "label tenant").middle());
  SECTION("kept") {
    v.Click(v.Find("row", "(without)").middle());
    CHECK(v.Find("chip", "tagignore").value == "tenant=.*");
  }
  SECTION("left out") {
    v.Click(v.Find("button", "ignore (without)").middle());
    CHECK(v.Find("chip", "tagfocus").value == "tenant=.*");
  }
}

TEST_CASE("labels: functions by value; a cell keeps both") {
  Viewer v;
  v.Open();
  v.Press("Digit6", "6");
  v.Click(v.Find("button", "label tenant").middle());
  v.Click(v.Find("button", "Functions, cum").middle());
  CHECK(v.Find("button", "Functions, cum").Is("selected"));
  CHECK(v.Find("label", "column acme").value == "50 ns");
  CHECK(v.Find("label", "column (without)").value == "20 ns");
  CHECK(v.Find("button", "main.main, acme").value == "50 ns 100.0 %");
  v.Click(v.Find("button", "main.work, acme").middle());
  CHECK(v.Find("chip", "focus").value == "^main\\.work$");
  CHECK(v.Find("chip", "tagfocus").value == "tenant=^acme$");
}

TEST_CASE("labels fit a telephone") {
  Viewer v;
  v.Size(390, 844, 2).Open();
  v.Click(v.Find("tab", "Labels").middle());
  v.Click(v.Find("button", "label tenant").middle());
  const Seen row = v.Find("row", "acme");
  CHECK(row.rect.right() <= 390);
  CHECK(row.rect.h >= 44);
}

TEST_CASE("facts come in sections, few samples with what to expect of them") {
  Viewer v(kStacks, {.few_samples = "Only 42 samples."});
  v.Open();
  v.Press("Digit7", "7");
  CHECK(v.Find("row", "/app").value == "0x1000 to 0x2000, build id c0ffee");
  CHECK(v.Find("label", "few samples").value == "Only 42 samples.");
  v.Click(v.Find("button", "Copy").middle());
  CHECK(v.machine.copied.find("profile?seconds=60") != std::string::npos);
}

TEST_CASE("the guide is reached from facts, from what is empty and from the start page") {
  FakeFacts facts;
  SECTION("start page") {
    Viewer v;
    v.Settle();
    v.Click(v.Find("button", "Which profile do I need?").middle());
    CHECK(v.Look("row", "It burns CPU, or is slow while a core is busy"));
  }
  SECTION("empty profile") {
    facts.empty_reason = "Nothing was measured.";
    Viewer v("main.main 0", facts);
    v.Open();
    v.Click(v.Find("button", "Which profile do I need?").middle());
    CHECK(v.Look("row", "It burns CPU, or is slow while a core is busy"));
  }
  SECTION("facts") {
    Viewer v;
    v.Open();
    v.Press("Digit7", "7");
    v.Click(v.Find("button", "Which profile do I need?").middle());
    CHECK(v.Look("row", "It burns CPU, or is slow while a core is busy"));
    v.Click(v.Find("button", "Copy").middle());
    CHECK(v.machine.copied.starts_with("curl -fo cpu.pb.gz"));
    v.Press("Escape", "Escape");
    CHECK_FALSE(v.Look("row", "It burns CPU, or is slow while a core is busy"));
  }
}

TEST_CASE("lines: of the hottest own function, then of the selected one") {
  Viewer v;
  v.Open();
  CHECK(v.Press("Digit5", "5"));
  CHECK(v.Find("label", "lines of").value == "main.work");
  CHECK(v.Find("label", "lines cost").value ==
        "cum 40 ns 40.0 % · flat 10 ns 10.0 % · the hottest function, as none is selected");
  CHECK(v.Find("row", "work.go:42").value == "cum 10 ns 10.0 % flat 10 ns 10.0 %");
  CHECK_FALSE(v.Look("row", "work.go:43"));
  v.Click(v.Find("row", "main.rest").middle());
  CHECK(v.Find("label", "lines of").value == "main.rest");
  CHECK(v.Find("row", "main.rest").Is("selected"));
}

TEST_CASE("lines: addresses where there are no lines") {
  Viewer v;
  v.Open();
  v.Press("Digit5", "5");
  v.Click(v.Find("row", "runtime.gcBgMarkWorker").middle());
  CHECK(v.Find("row", "0x1010").value == "cum 30 ns 30.0 % flat 0 ns 0.0 %");
}

TEST_CASE("lines: the text of the file that was given, said which") {
  Viewer v;
  v.Open();
  v.Press("Digit5", "5");
  CHECK(v.Find("label", "source").value.starts_with("Drop source files"));
  v.app.Source("app/other.go", "package other");
  v.Settle();
  CHECK(v.Find("label", "source").value == "No source file that was given is called work.go.");
  std::string text;
  for (int i = 1; i <= 60; ++i) text += "\tline(" + std::to_string(i) + ")\n";
  v.app.Source("app/work.go", text);
  v.Settle();
  CHECK(v.Find("label", "source").value == "Text of app/work.go");
  CHECK(v.Find("label", "source line 42").value == "    line(42)");
  CHECK(v.Find("label", "source line 43").value == "    line(43)");
  CHECK(v.Look("label", "source line 37"));
  CHECK_FALSE(v.Look("label", "source line 36"));
  CHECK(v.Look("label", "source line 49"));
  CHECK_FALSE(v.Look("label", "source line 50"));
}

TEST_CASE("lines: a link is copied, for the host that was chosen") {
  Viewer v;
  v.Open();
  v.Press("Digit5", "5");
  v.Click(v.Find("row", "example.com/lib.(*Reader).Read").middle());
  v.Click(v.Find("button", "where links to sources go").middle());
  v.Click(v.Find("menuitem", "VS Code").middle());
  v.Click(v.Find("button", "copy a link to line 42").middle());
  CHECK(v.machine.copied == "vscode://file/src/app/work.go:42");
}

}  // namespace
}  // namespace burnglass::ui
