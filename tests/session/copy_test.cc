// What is copied.
#include "session/copy_text.h"

#include <catch2/catch_test_macros.hpp>

#include "open_session.h"
#include "session/keys.h"

namespace burnglass {
namespace {

std::string Copied(OpenSession& s, Verb verb) {
  s.Do(verb);
  const std::vector<std::string> texts = s.Take(EffectKind::kCopy);
  return texts.empty() ? "(nothing)" : texts.back();
}

TEST_CASE("A stack is copied leaf first") {
  OpenSession s;
  s.Open();
  CHECK(Copied(s, Verb::kCopyStack) == "(nothing)");
  s.Do({.verb = Verb::kSelectBox, .box = s.box("main.main;main.work;runtime.mallocgc")});
  CHECK(Copied(s, Verb::kCopyStack) == "runtime.mallocgc\nmain.work\nmain.main\n");
}

TEST_CASE("A row and the table are parted by tabs") {
  OpenSession s;
  s.Open();
  CHECK(Copied(s, Verb::kCopyRow) == "(nothing)");
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  const std::string row = Copied(s, Verb::kCopyRow);
  CHECK(row == "main.work\t/src/app/work.go\t42\t10\t10.00\t85.00\t60\t60.00\n");
  const std::string table = Copied(s, Verb::kCopyTable);
  CHECK(
      table.starts_with("function\tfile\tline\tflat (nanoseconds)\tflat %\tsum %\t"
                        "cum (nanoseconds)\tcum %\nruntime.mallocgc\t"));
  CHECK(table.find(row) != std::string::npos);
}

TEST_CASE("The commands ask for the same selection, quoted for a shell") {
  OpenSession s(kStacks, {.name = "it's mine.pb.gz"});
  s.Open();
  CHECK(Copied(s, Verb::kCopyPprof) == R"(go tool pprof -top 'it'\''s mine.pb.gz')");
  s.Do({.verb = Verb::kSampleType, .number = 0});
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("example.com/lib.(*Reader).Read")});
  s.Do(Verb::kFocus);
  CHECK(Copied(s, Verb::kCopyBurnglass) ==
        R"(burnglass pprof -top -sample_index=samples )"
        R"(-focus='^example\.com/lib\.\(\*Reader\)\.Read$' 'it'\''s mine.pb.gz')");
}

TEST_CASE("A file whose name looks like a flag is a file") {
  OpenSession s(kStacks, {.name = "-top"});
  s.Open();
  CHECK(Copied(s, Verb::kCopyPprof) == "go tool pprof -top ./-top");
}

TEST_CASE("A link says which names go along in it") {
  OpenSession s;
  s.Open();
  s.Do(Verb::kCopyLink);
  CHECK(s.session.notice() == "The link is copied. It says no name and holds no data.");
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  s.Do(Verb::kHide);
  s.Do({.verb = Verb::kSearch, .text = "malloc"});
  s.Do(Verb::kCopyLink);
  const std::string said =
      R"(The link is copied. It says: hide ^main\.work$; search malloc. It holds no data.)";
  CHECK(s.session.notice() == said);
  CHECK(s.Take(EffectKind::kAnnounce).back() == said);
  s.Do(Verb::kViewTop);
  CHECK(s.session.notice() == "");
}

TEST_CASE("Every verb has caps of its own") {
  CHECK(OwnCaps(Verb::kIgnore) == "I");
  CHECK(OwnCaps(Verb::kCopyName) == "Ctrl C");
  CHECK(OwnCaps(Verb::kRedo) == "Ctrl Shift Z");
  CHECK(OwnCaps(Verb::kPanLeft) == "A");
  CHECK(OwnCaps(Verb::kSelectUp) == "↑");
  CHECK(OwnCaps(Verb::kMenu) == "Shift F10");
  CHECK(OwnCaps(Verb::kCopyRow) == "");
}

TEST_CASE("Ctrl and Shift are told apart") {
  CHECK(FindKey("KeyZ", "z", kKeyCtrl) == Verb::kUndo);
  CHECK(FindKey("KeyZ", "Z", kKeyCtrl | kKeyShift) == Verb::kRedo);
  CHECK(FindKey("KeyZ", "Z", kKeyMeta | kKeyShift) == Verb::kRedo);
  CHECK(FindKey("KeyP", "P", kKeyCtrl | kKeyShift) == Verb::kPalette);
  CHECK_FALSE(FindKey("KeyP", "p", kKeyCtrl));
  CHECK(FindKey("F10", "F10", kKeyShift) == Verb::kMenu);
  CHECK_FALSE(FindKey("F10", "F10", 0));
}

}  // namespace
}  // namespace burnglass
