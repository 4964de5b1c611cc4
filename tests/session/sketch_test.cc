// A sketch of a graph comes before the graph: seen at once, and nothing done on it is lost.
#include "open_session.h"
#include "support/viewer/sketch_of.h"

namespace burnglass {
namespace {

pb::Header HeaderOf(const Bytes& message) { return Message::Read(message)->header(); }

// Answers all questions but those of whole graphs, which are sketched and kept.
struct Sketched : OpenSession {
  void Settle() {
    session.SetViewport({.width = 1000, .height = 400, .row = 20, .anchor = 0.5});
    for (;;) {
      session.Tick(now);
      const std::vector<Bytes> questions = session.TakeQuestions();
      session.TakeEffects();
      if (questions.empty()) return;
      for (const Bytes& question : questions) {
        const Bytes answer = engine.Answer(question);
        if (!HeaderOf(question).flame_question().sketch()) {
          session.Receive(answer);
          continue;
        }
        session.Receive(SketchOf(answer, 20));
        kept.push_back(answer);
      }
    }
  }
  void Do(Command command) {
    session.Apply(command);
    Settle();
  }
  void AnswerKept() {
    for (Bytes& answer : std::exchange(kept, {})) session.Receive(std::move(answer));
    Settle();
  }
  const Flame& flame() const { return *profile().shown->flame; }
  Box At(std::uint32_t depth, std::int64_t x) const { return *flame().Pick(depth, x); }

  std::vector<Bytes> kept;
};

Sketched Opened() {
  Sketched open;
  open.session.Receive(open.engine.Opened(1));
  open.Settle();
  REQUIRE(open.profile().shown);
  return open;
}

TEST_CASE("a sketch is shown, and the question stays until its answer is there") {
  Sketched open = Opened();
  CHECK(open.flame().sketch());
  CHECK(open.flame().size() == 7);
  CHECK(open.kept.size() == 1);
  CHECK(open.session.Waiting());
  open.AnswerKept();
  CHECK_FALSE(open.flame().sketch());
  CHECK(open.flame().size() == 8);
  CHECK_FALSE(open.session.Waiting());
  CHECK(open.kept.empty());
}

TEST_CASE("what was chosen in a sketch stays chosen in the graph") {
  Sketched open = Opened();
  const Box work = open.At(2, 0);
  REQUIRE(work.OfSketch());
  open.Do({.verb = Verb::kSelectBox, .box = work});
  open.Do({.verb = Verb::kZoomToBox, .box = work});
  open.Do({.verb = Verb::kHover, .box = open.At(3, 0)});
  open.AnswerKept();
  const ViewState& view = open.view();
  CHECK(view.selected.node == open.engine.Node("main.main;main.work"));
  CHECK(view.target.node == view.selected.node);
  CHECK(view.hovered.node == open.engine.Node("main.main;main.work;runtime.mallocgc"));
  CHECK(view.window == WindowOf(view.selected));
  CHECK(open.session.SelectedPath().size() == 3);
  // And can be stepped from.
  open.Do({.verb = Verb::kSelectUp});
  CHECK(open.view().selected.node == open.engine.Node("main.main"));
}

TEST_CASE("a graph of which there is but a sketch is asked for again when one comes back to it") {
  Sketched open = Opened();
  open.Do({.verb = Verb::kInverted});
  CHECK(open.flame().sketch());
  open.kept.clear();  // the engine has given both up for what was asked last
  open.Do({.verb = Verb::kInverted});
  REQUIRE(open.kept.size() == 1);
  open.AnswerKept();
  CHECK_FALSE(open.flame().sketch());
}

TEST_CASE("a filter that is typed shows the sketch of what it leaves") {
  Sketched open = Opened();
  open.AnswerKept();
  open.Do({.verb = Verb::kEditFilter, .text = "focus"});
  open.Do({.verb = Verb::kFilterText, .text = "work"});
  REQUIRE(open.kept.size() == 1);
  CHECK(open.flame().sketch());
  CHECK(open.profile().query.focus == "work");
  open.AnswerKept();
  CHECK_FALSE(open.flame().sketch());
  CHECK_FALSE(open.session.Waiting());
}

}  // namespace
}  // namespace burnglass
