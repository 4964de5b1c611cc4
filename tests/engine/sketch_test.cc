// Of a large profile a sketch is told before the answer.
#include <algorithm>
#include <string>
#include <vector>

#include "engine_driver.h"
#include "formats/encode.h"
#include "profile/drawn_profile.h"

namespace burnglass {
namespace {

// So many stacks, each of its own, that their tree is sketched; a few are to be seen.
std::string LargeFile() {
  ProfileSketch sketch;
  for (int i = 0; i < 300; ++i) {
    const std::string work = "work" + std::to_string(i % 7), step = "step" + std::to_string(i);
    for (int k = 0; k < 300; ++k) {
      sketch.AddSample({"main", work, step, "leaf" + std::to_string(k), "end"},
                       k == 0 ? 100'000 : 1);
    }
  }
  ProfileData& data = sketch.data();
  const StringId file = data.strings.Intern("all.go");
  for (Function& function : data.functions) function.filename = file;
  return EncodeProfile(sketch.Finish()->data());
}

Engine& Large() {
  static Engine engine = [] {
    Engine made;
    FeedFile(made, 1, LargeFile(), 1 << 16, "large.pb");
    REQUIRE(made.StateOf(1) == LoadState::kOpen);
    TakeAll(made);
    return made;
  }();
  return engine;
}

// Each query is asked once only, so that no answer is kept from another test.
pb::Header FlameQuestion(std::uint32_t id, const std::string& query, bool sketch = true) {
  pb::Header question = Question(id, 9);
  question.mutable_flame_question()->set_query(query);
  question.mutable_flame_question()->set_sketch(sketch);
  return question;
}

std::vector<Answer> AnswersTo(Engine& engine, const pb::Header& question) {
  Post(engine, question);
  StepToEnd(engine);
  std::vector<Answer> answers;
  for (Bytes& block : TakeAll(engine)) answers.push_back(ReadAnswer(std::move(block)));
  return answers;
}

struct Shown {
  std::uint32_t depth, name;
  std::int64_t x, width, cum, flat;

  bool operator==(const Shown&) const = default;
};

std::vector<Shown> BoxesOf(const Answer& answer) {
  const Message& m = answer.message;
  std::vector<Shown> boxes;
  for (std::size_t i = 0; i < m.U32("node").size(); ++i) {
    boxes.push_back({m.U32("depth")[i], m.U32("name")[i], m.I64("x")[i], m.I64("width")[i],
                     m.I64("cum")[i], m.I64("flat")[i]});
  }
  return boxes;
}

void CheckSketched(const std::vector<Answer>& answers, std::uint32_t question) {
  REQUIRE(answers.size() == 2);
  const pb::FlameAnswer& sketch = answers[0].header().flame_answer();
  const pb::FlameAnswer& whole = answers[1].header().flame_answer();
  CHECK(answers[0].header().question() == question);
  CHECK(answers[1].header().question() == question);
  CHECK(sketch.sketch());
  CHECK_FALSE(whole.sketch());
  CHECK(sketch.query() == whole.query());
  CHECK(sketch.total() == whole.total());
  CHECK(sketch.min_width() == whole.min_width());
  CHECK(sketch.x_end() == whole.x_end());
  CHECK(sketch.left_out() == 0);
  CHECK(whole.left_out() > 50'000);
  CHECK(BoxesOf(answers[0]) == BoxesOf(answers[1]));
  for (const std::uint32_t node : answers[0].message.U32("node")) CHECK(node >= 0x80000000);
  for (const std::uint32_t node : answers[1].message.U32("node")) CHECK(node < 0x80000000);
}

TEST_CASE("a sketch comes before the answer, and shows the same") {
  const std::vector<Answer> answers = AnswersTo(Large(), FlameQuestion(1, ""));
  CheckSketched(answers, 1);
  CHECK(answers[0].header().flame_answer().depth() == answers[1].header().flame_answer().depth());
  // Once it is there, the answer comes alone.
  CHECK(AnswersTo(Large(), FlameQuestion(2, "")).size() == 1);
}

TEST_CASE("filtered and inverted graphs are sketched, too") {
  CheckSketched(AnswersTo(Large(), FlameQuestion(3, "h=work3")), 3);
  CheckSketched(AnswersTo(Large(), FlameQuestion(4, "tree=inverted")), 4);
}

TEST_CASE("no sketch comes unasked, nor of what is small") {
  CHECK(AnswersTo(Large(), FlameQuestion(5, "n=17", false)).size() == 1);
  CHECK(AnswersTo(Large(), FlameQuestion(6, "f=step12%24")).size() == 1);
  Engine small = WithCpu();
  CHECK(AnswersTo(small, FlameQuestion(7, "")).size() == 1);
}

TEST_CASE("names that only a query brings are told before the sketch of it") {
  const std::vector<Answer> answers = AnswersTo(Large(), FlameQuestion(8, "g=filefunctions"));
  REQUIRE(answers.size() == 3);
  CHECK(answers[0].header().has_more_names());
  CHECK(answers[1].header().flame_answer().sketch());
  CHECK_FALSE(answers[2].header().flame_answer().sketch());
}

TEST_CASE("one goes on from a box of the sketch as from the box itself") {
  Engine& engine = Large();
  const std::vector<Answer> answers = AnswersTo(engine, FlameQuestion(10, "n=18"));
  REQUIRE(answers.size() == 2);
  const auto step_from = [&](std::uint32_t node) {
    pb::Header question = Question(11, 12);
    pb::StepQuestion& step = *question.mutable_step_question();
    step.set_query("n=18");
    step.set_pattern("step");
    step.set_from_node(node);
    return Ask(engine, question).header().step_answer().SerializeAsString();
  };
  const auto sketched = answers[0].message.U32("node"), nodes = answers[1].message.U32("node");
  for (std::size_t i = 0; i < nodes.size(); i += 50) {
    CHECK(step_from(sketched[i]) == step_from(nodes[i]));
  }
  // What is in no sketch is the root.
  CHECK(step_from(0xfffffff0) == step_from(0));
}

TEST_CASE("a question that took the place of another is the only one that is answered on") {
  Engine& engine = Large();
  Post(engine, FlameQuestion(20, "n=19"));
  while (engine.Step(0)) {
    const std::vector<Bytes> said = TakeAll(engine);
    if (said.empty()) continue;
    CHECK(ReadAnswer(said[0]).header().flame_answer().sketch());
    break;
  }
  const std::vector<Answer> answers = AnswersTo(engine, FlameQuestion(21, "n=20"));
  CheckSketched(answers, 21);
}

TEST_CASE("an answer in JSON waits for no sketch") {
  Engine& engine = Large();
  Post(engine, FlameQuestion(30, "n=21"));
  while (engine.Step(0) && TakeAll(engine).empty()) {
  }
  CHECK(engine.Json(1, "flame", "n=21", "{}").find("\"error\"") == std::string::npos);
  CHECK(engine.Json(1, "flame", "n=22", "{}").find("\"error\"") == std::string::npos);
}

}  // namespace
}  // namespace burnglass
