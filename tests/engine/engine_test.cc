#include "engine/engine.h"

#include <catch2/catch_test_macros.hpp>
#include <chrono>
#include <random>

#include "engine_driver.h"
#include "plain_profile.h"

namespace burnglass {
namespace {

TEST_CASE("A file becomes news of an open profile, however it is cut") {
  for (const std::size_t piece : {1, 7, 1000, 1 << 20}) {
    Engine engine;
    FeedFile(engine, 3, Recorded("cpu.pb.gz"), piece);
    const std::vector<Bytes> news = TakeAll(engine);
    REQUIRE(news.size() >= 2);
    CHECK(Message::Read(news.front())->header().has_progress());
    const Result<Message> last = Message::Read(news.back());
    REQUIRE(last->header().has_opened());
    const pb::Opened& opened = last->header().opened();
    CHECK(last->header().profile() == 3);
    CHECK(opened.name() == "file.pb.gz");
    CHECK(opened.kind() == "cpu");
    REQUIRE(opened.sample_type_size() == 2);
    CHECK(opened.sample_type(1).total() == 1'310'000'000);
    CHECK(opened.default_sample_type() == 1);
    CHECK(opened.program() == "loadgen-go1.27");
    CHECK(opened.empty_reason().empty());
    const auto begin = last->U32("form_begin");
    CHECK(begin.size() == last->U32("line").size() + 1);
    CHECK(begin.back() == last->U32("form_offset").size() - 1);
    CHECK(last->U32("form_offset").back() == last->U8("text").size());
  }
}

TEST_CASE("What is no profile fails with its name, and leaves the others alone") {
  Engine engine = WithCpu();
  FeedFile(engine, 2, Recorded("cpu.pb.gz").substr(0, 900), 100);
  CHECK(engine.StateOf(2) == LoadState::kFailed);
  CHECK(engine.ErrorOf(2).starts_with("file.pb.gz: "));
  CHECK(engine.ErrorOf(2).find("truncated") != std::string::npos);
  CHECK(Message::Read(TakeAll(engine).back())->header().failed().message() == engine.ErrorOf(2));
  CHECK(engine.StateOf(1) == LoadState::kOpen);
}

TEST_CASE("A load can be cancelled between two pieces") {
  Engine engine;
  const std::string file = Recorded("cpu.pb.gz");
  engine.Open(1, "big", file.size());
  CHECK(engine.Feed(1, BytesOf(file).first(100)));
  engine.Cancel(1);
  CHECK_FALSE(engine.Feed(1, BytesOf(file).subspan(100)));
  CHECK(engine.StateOf(1) == LoadState::kFailed);
  CHECK(Message::Read(TakeAll(engine).back())->header().failed().cancelled());
}

TEST_CASE("The flame answer is the tree in columns, in slices of any size") {
  for (const double ms : {0.0, 20.0}) {
    Engine engine = WithCpu();
    pb::Header question = Question(9, 4);
    question.mutable_flame_question();
    Post(engine, question);
    const Answer answer = OnlyAnswer(engine, ms);
    const Message& message = answer.message;
    CHECK(message.header().question() == 9);
    CHECK(message.header().slot() == 4);
    CHECK(message.header().flame_answer().total() == 1'310'000'000);
    const auto flat = message.I64("flat");
    REQUIRE(flat.size() == message.U32("node").size());
    CHECK(flat.size() == message.header().flame_answer().boxes());
    std::int64_t sum = 0;
    for (const std::int64_t one : flat) sum += one;
    CHECK(sum == 1'310'000'000);
    CHECK(message.I64("cum")[0] == 1'310'000'000);
    CHECK(message.U32("parent")[0] == kNone);
  }
}

TEST_CASE("Top rows come by flat, cum or name, and filtered") {
  Engine engine = WithCpu();
  const auto ask = [&](pb::TopQuestion::Sort sort, const char* pattern) {
    pb::Header question = Question(1, 1);
    question.mutable_top_question()->set_sort(sort);
    question.mutable_top_question()->set_pattern(pattern);
    Post(engine, question);
    return OnlyAnswer(engine);
  };
  const Answer by_flat = ask(pb::TopQuestion::FLAT, "");
  const auto flat = by_flat.message.I64("flat"), sum = by_flat.message.I64("sum");
  CHECK(flat[0] == 380'000'000);
  CHECK(sum.back() == 1'310'000'000);
  CHECK(std::is_sorted(flat.begin(), flat.end(), std::greater<>()));
  const Answer by_cum = ask(pb::TopQuestion::CUM, "");
  const auto cum = by_cum.message.I64("cum");
  CHECK(std::is_sorted(cum.begin(), cum.end(), std::greater<>()));
  const Answer few = ask(pb::TopQuestion::NAME, "^runtime\\.asyncPreempt$");
  CHECK(few.message.U32("name").size() == 1);
  CHECK(few.message.header().top_answer().rows() == flat.size());
  const Answer bad = ask(pb::TopQuestion::FLAT, "(");
  CHECK_FALSE(bad.message.header().top_answer().invalid().empty());
  CHECK(bad.message.U32("name").size() == flat.size());
}

TEST_CASE("Search counts each stack once; steps go round all hits") {
  Engine engine = WithCpu();
  pb::Header question = Question(1, 1);
  question.mutable_search_question()->set_pattern("sort");
  Post(engine, question);
  const Answer found = OnlyAnswer(engine);
  const pb::SearchAnswer& totals = found.message.header().search_answer();
  REQUIRE(totals.boxes() > 1);
  CHECK(totals.matched() > 0);
  CHECK(totals.matched() < totals.total());

  std::uint32_t from = 0;
  for (std::uint32_t i = 0; i < totals.boxes(); ++i) {
    pb::Header step = Question(2 + i, 2);
    step.mutable_step_question()->set_pattern("sort");
    step.mutable_step_question()->set_from_node(from);
    Post(engine, step);
    const pb::StepAnswer hit = OnlyAnswer(engine).message.header().step_answer();
    CHECK(hit.found());
    CHECK(hit.index() == i);
    CHECK(hit.of() == totals.boxes());
    from = hit.node();
  }
}

TEST_CASE("A newer question of a slot supersedes the older one") {
  Engine engine = WithCpu();
  for (std::uint32_t id : {1, 2, 3}) {
    pb::Header question = Question(id, 7);
    question.mutable_flame_question();
    Post(engine, question);
  }
  CHECK(OnlyAnswer(engine).message.header().question() == 3);
}

TEST_CASE("What cannot be answered is refused with a sentence") {
  Engine engine = WithCpu();
  pb::Header question = Question(1, 1);
  question.mutable_flame_question()->set_query("si=nonsense");
  Post(engine, question);
  CHECK_FALSE(OnlyAnswer(engine).message.header().refusal().message().empty());
  question.set_profile(99);
  Post(engine, question);
  CHECK_FALSE(OnlyAnswer(engine).message.header().refusal().message().empty());
  question = Question(1, 1);
  question.mutable_peek_question()->set_name(1'000'000);
  Post(engine, question);
  CHECK_FALSE(OnlyAnswer(engine).message.header().refusal().message().empty());
}

TEST_CASE("Damaged messages do no harm") {
  Engine engine = WithCpu();
  pb::Header question = Question(1, 1);
  question.mutable_search_question()->set_pattern("main");
  const Bytes good = MessageWriter(question).Finish();
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    Bytes bad = good;
    for (int k = 0; k < 3; ++k) bad[random() % bad.size()] = static_cast<std::byte>(random());
    bad.resize(random() % (bad.size() + 1));
    engine.Post(bad);
    StepToEnd(engine);
    TakeAll(engine);
  }
  CHECK(engine.StateOf(1) == LoadState::kOpen);
}

TEST_CASE("JSON answers are worked out at once") {
  Engine engine = WithCpu();
  CHECK(engine.Json(1, "info", "", "").starts_with(R"({"name":"file.pb.gz","kind":"cpu")"));
  CHECK(engine.Json(1, "top", "", R"({"limit":1})").find("runtime.asyncPreempt") !=
        std::string::npos);
  CHECK(engine.Json(1, "flame", "si=samples", "").find(R"("total":"131")") != std::string::npos);
  CHECK(engine.Json(1, "flame", "si=x", "").starts_with(R"({"error":)"));
  CHECK(engine.Json(1, "poem", "", "").starts_with(R"({"error":)"));
  CHECK(engine.Json(2, "info", "", "").starts_with(R"({"error":)"));
}

TEST_CASE("A closed profile is gone, and its questions with it") {
  Engine engine = WithCpu();
  pb::Header question = Question(1, 1);
  question.mutable_flame_question();
  Post(engine, question);
  engine.Close(1);
  CHECK(engine.StateOf(1) == LoadState::kUnknown);
  CHECK(OnlyAnswer(engine).message.header().has_closed());
}

TEST_CASE("Progress is told no more than twenty times a second") {
  const std::string file = Recorded("goroutine.pb.gz");
  Engine engine;
  const auto begin = std::chrono::steady_clock::now();
  FeedFile(engine, 1, file, 1);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  std::size_t told = 0;
  for (const Bytes& block : TakeAll(engine)) {
    const Result<Message> message = Message::Read(block);
    REQUIRE(message.ok());
    if (!message->header().has_progress()) continue;
    ++told;
    CHECK(message->header().progress().name() == "file.pb.gz");
    CHECK(message->header().progress().done() <= message->header().progress().total());
  }
  CHECK(told >= 1);
  CHECK(static_cast<double>(told) <= took.count() / 50 + 1);
}

TEST_CASE("the picture of what was opened last is worked on before it is asked for") {
  Engine engine;
  CHECK_FALSE(engine.WorkAhead(20));
  FeedFile(engine, 1, Recorded("cpu.pb.gz"), 1 << 20);
  int slices = 1;
  while (engine.WorkAhead(0)) REQUIRE(++slices < 10'000);
  CHECK(slices > 1);
  CHECK_FALSE(engine.WorkAhead(20));
  // Closed meanwhile: nothing is left to be done.
  FeedFile(engine, 2, Recorded("cpu.pb.gz"), 1 << 20);
  engine.Close(2);
  CHECK_FALSE(engine.WorkAhead(20));
}

TEST_CASE("Step says whether there is more to do") {
  Engine engine;
  CHECK_FALSE(engine.Step(0));
  engine.Open(1, "file", 0);
  CHECK_FALSE(engine.Step(0));  // it waits for bytes
  const std::string file = Recorded("cpu.pb.gz");
  CHECK(engine.Feed(1, BytesOf(file)));
  engine.End(1);
  CHECK(engine.Step(0));
  StepToEnd(engine);
  CHECK(engine.StateOf(1) == LoadState::kOpen);
  CHECK_FALSE(engine.Step(0));
}

TEST_CASE("Bytes after the end, or for nobody, are not wanted") {
  const std::string file = Recorded("cpu.pb.gz");
  Engine engine;
  CHECK_FALSE(engine.Feed(1, BytesOf(file)));
  engine.Open(1, "file", 0);
  CHECK(engine.Feed(1, BytesOf(file)));
  engine.End(1);
  CHECK_FALSE(engine.Feed(1, BytesOf(file)));
  StepToEnd(engine);
  CHECK(engine.StateOf(1) == LoadState::kOpen);
  CHECK_FALSE(engine.Feed(1, BytesOf(file)));
  engine.End(9);
  engine.Cancel(9);
  engine.Close(9);
  engine.Cancel(1);
  CHECK(engine.StateOf(1) == LoadState::kOpen);
}

TEST_CASE("Several profiles are open side by side") {
  Engine engine = WithCpu();
  FeedFile(engine, 2, Recorded("heap.pb.gz"), 4096, "heap.pb.gz");
  CHECK(LastNews(engine).header().opened().kind() == "heap");
  for (const std::uint32_t profile : {1u, 2u}) {
    pb::Header question = Question(1, 0, profile);
    question.mutable_flame_question();
    const Answer answer = Ask(engine, question);
    CHECK(answer.header().profile() == profile);
    CHECK((answer.header().flame_answer().total() == 1'310'000'000) == (profile == 1));
  }
  engine.Close(1);
  CHECK(engine.StateOf(2) == LoadState::kOpen);
}

TEST_CASE("Slot 0 supersedes nothing") {
  Engine engine = WithCpu();
  for (std::uint32_t id : {1, 2, 3}) {
    pb::Header question = Question(id, 0);
    question.mutable_flame_question();
    Post(engine, question);
  }
  StepToEnd(engine);
  CHECK(TakeAll(engine).size() == 3);
}

TEST_CASE("A message that is no question is refused") {
  Engine engine = WithCpu();
  CHECK(Ask(engine, Question(5, 1)).header().refusal().message() != "");
  pb::Header news = Question(6, 1);
  news.mutable_opened();
  const Answer answer = Ask(engine, news);
  CHECK(answer.header().question() == 6);
  CHECK(answer.header().has_refusal());
}

TEST_CASE("Text that is not UTF-8 comes out repaired") {
  Engine engine;
  FeedFile(engine, 1, PlainProfile({{"bro\xffken", 3}}, "c\xf0pu"), 10, "na\xe6me");
  const Answer news = LastNews(engine);
  REQUIRE(news.header().has_opened());
  CHECK(news.header().opened().name() == "na\uFFFDme");
  CHECK(news.header().opened().sample_type(0).type() == "c\uFFFDpu");
  const auto text = news.message.U8("text");
  CHECK(std::string(text.begin(), text.end()).find("bro\uFFFDken") != std::string::npos);
  pb::Header question = Question(1, 1);
  question.mutable_flame_question()->set_query("si=9");  // the refusal names the types there are
  CHECK(Ask(engine, question).header().has_refusal());
  FeedFile(engine, 2, "no profile", 10, "na\xe6me");
  CHECK(LastNews(engine).header().failed().message().starts_with("na\uFFFDme: "));
}

TEST_CASE("Values whose sum does not fit are refused, the profile opens all the same") {
  Engine engine = WithFile(PlainProfile({{"a", INT64_MAX}, {"b", 1}}));
  pb::Header question = Question(1, 1);
  question.mutable_flame_question();
  const Answer answer = Ask(engine, question);
  REQUIRE(answer.header().has_refusal());
  CHECK(answer.header().refusal().message().find("9223372036854775807") != std::string::npos);
}

TEST_CASE("a sentence about a file is one line, whatever the file is called") {
  Engine engine;
  FeedFile(engine, 1, "no profile", 100, "a\nb.pb");
  const Answer failed = LastNews(engine);
  CHECK(failed.header().failed().message().starts_with("a\uFFFDb.pb: "));
  CHECK(failed.header().failed().name() == "a\nb.pb");
  pb::Header question = Question(1, 0, 5);
  question.mutable_make_question()->set_name(std::string("m\0a", 3));
  Post(engine, question);
  StepToEnd(engine);
  CHECK(LastNews(engine).header().failed().message().starts_with("m\uFFFDa: "));
}

}  // namespace
}  // namespace burnglass
