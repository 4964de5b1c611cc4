#include "engine/engine.h"

#include <catch2/catch_test_macros.hpp>
#include <random>

#include "support/test_files.h"

namespace burnglass {
namespace {

std::span<const std::byte> BytesOf(const std::string& text) {
  return std::as_bytes(std::span(text));
}

std::vector<Bytes> TakeAll(Engine& engine) {
  std::vector<Bytes> all;
  while (std::optional<Bytes> one = engine.Take()) all.push_back(*std::move(one));
  return all;
}

void StepToEnd(Engine& engine, double ms = 20) {
  while (engine.Step(ms)) {
  }
}

void FeedFile(Engine& engine, std::uint32_t profile, const std::string& file, std::size_t piece) {
  engine.Open(profile, "file.pb.gz", file.size());
  for (std::size_t at = 0; at < file.size(); at += piece) {
    if (!engine.Feed(profile, BytesOf(file).subspan(at, std::min(piece, file.size() - at)))) return;
  }
  engine.End(profile);
  StepToEnd(engine);
}

std::string Recorded(const char* name) {
  return ReadFile(TestDataPath(std::string("go-real/") + name));
}

Engine WithCpu() {
  Engine engine;
  FeedFile(engine, 1, Recorded("cpu.pb.gz"), 1000);
  REQUIRE(engine.StateOf(1) == LoadState::kOpen);
  TakeAll(engine);
  return engine;
}

pb::Header Question(std::uint32_t id, std::uint32_t slot) {
  pb::Header header;
  header.set_question(id);
  header.set_slot(slot);
  header.set_profile(1);
  return header;
}

void Post(Engine& engine, pb::Header header) { engine.Post(MessageWriter(header).Finish()); }

// The only answer that comes.
struct Answer {
  Bytes block;
  Message message;
};

Answer OnlyAnswer(Engine& engine, double ms = 20) {
  StepToEnd(engine, ms);
  std::vector<Bytes> all = TakeAll(engine);
  REQUIRE(all.size() == 1);
  Result<Message> message = Message::Read(all[0]);
  REQUIRE(message.ok());
  return {std::move(all[0]), message.Take()};
}

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

}  // namespace
}  // namespace burnglass
