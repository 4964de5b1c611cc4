// Goroutines of dumps in the page: the numbers of `burnglass goroutines --json`, and the text of
// each.
#include <map>

#include "analysis/goroutines.h"
#include "engine_driver.h"
#include "formats/load.h"
#include "profile/open.h"

namespace burnglass {
namespace {

std::string Frame(const std::string& call, int line) {
  return call + "\n\t/srv/shop/x.go:" + std::to_string(line) + " +0x1\n";
}

std::string Goroutine(int id, const std::string& state, const std::string& frames) {
  return "goroutine " + std::to_string(id) + " [" + state + "]:\n" + frames +
         "created by main.main in goroutine 1\n\t/srv/shop/main.go:9 +0x1\n\n";
}

const std::string kAsk = Frame("shop.eu/app.ask(0xc000123456, {0x7a, 0x14})", 7);
const std::string kFirst = Goroutine(5, "chan send, 2 minutes", kAsk) +
                           Goroutine(6, "chan receive", Frame("shop.eu/app.work(0x1)", 20)) +
                           Goroutine(7, "select", Frame("shop.eu/app.gone(0x1)", 30)) +
                           Goroutine(8, "runnable", Frame("shop.eu/app.run(0x1)", 40));
const std::string kSecond =
    Goroutine(5, "chan send, 6 minutes", kAsk) +
    Goroutine(6, "chan receive", Frame("shop.eu/app.work(0x1)", 20)) +
    Goroutine(8, "runnable", Frame("shop.eu/app.run(0x1)", 41)) + Goroutine(19, "chan send", kAsk) +
    Goroutine(20, "chan send",
              kAsk + "...12 frames elided...\n" + Frame("shop.eu/app.deep(0x1)", 3));

Engine WithDumps() {
  Engine engine;
  FeedFile(engine, 1, kFirst, 100, "d.1.txt");
  FeedFile(engine, 2, kSecond, 100, "d.2.txt");
  REQUIRE(engine.StateOf(2) == LoadState::kOpen);
  TakeAll(engine);
  return engine;
}

std::vector<std::string> Texts(const Message& message, const std::string& column) {
  const auto offset = message.U32(column + "_offset");
  const auto text = message.U8(column + "_text");
  std::vector<std::string> texts;
  for (std::size_t i = 0; i + 1 < offset.size(); ++i) {
    texts.emplace_back(text.begin() + offset[i], text.begin() + offset[i + 1]);
  }
  return texts;
}

std::vector<std::int64_t> Numbers(std::span<const std::int64_t> column) {
  return {column.begin(), column.end()};
}

pb::Header Goroutines(pb::GoroutinesQuestion::By by = pb::GoroutinesQuestion::STACK) {
  pb::Header question = Question(1, 1, 2);
  question.mutable_goroutines_question()->add_other(1);
  question.mutable_goroutines_question()->set_by(by);
  return question;
}

GoroutineSource Source(const std::string& text, const std::string& name) {
  std::vector<ProfileData> data;
  data.push_back(*LoadProfile(BytesOf(text)));
  return {*OpenProfiles(std::move(data), {}), name};
}

TEST_CASE("Rows of joined dumps are the groups that the command prints") {
  Engine engine = WithDumps();
  const Answer answer = Ask(engine, Goroutines());
  REQUIRE(answer.header().has_goroutines_answer());
  const pb::GoroutinesAnswer& facts = answer.header().goroutines_answer();
  const std::vector<GoroutineSource> sources = {Source(kFirst, "d.1.txt"),
                                                Source(kSecond, "d.2.txt")};
  const Result<burnglass::Goroutines> found = FindGoroutines(sources);
  REQUIRE(found.ok());
  const Message& m = answer.message;
  REQUIRE(facts.rows() == found->groups.size());
  REQUIRE(facts.gone_rows() == found->gone.size());
  for (std::size_t i = 0; i < found->groups.size(); ++i) {
    const GoroutineGroup& group = found->groups[i];
    INFO(group.function);
    CHECK(Texts(m, "function")[i] == group.function);
    CHECK(Texts(m, "state")[i] == group.state);
    CHECK(Texts(m, "creator")[i] == group.created_by);
    CHECK(m.I64("count")[i] == group.count);
    CHECK(m.I64("before")[i] == group.before);
    CHECK(m.I64("same")[i] == group.in_all_dumps);
    CHECK(m.I64("came")[i] == group.came);
    CHECK(m.I64("wait")[i] == group.longest_wait_minutes);
    CHECK(m.I64("waited")[i] == group.waited_before_minutes);
  }
  CHECK(facts.same() == 2);
  CHECK(facts.moved() == 1);
  CHECK(facts.came() == 2);
  CHECK(facts.gone() == 1);
  CHECK(facts.total_before() == 4);
  CHECK(facts.longest_wait() == 6);
  CHECK(facts.state(0).state() == "chan send");
  CHECK(facts.state(0).count() == 3);
  REQUIRE(facts.stuck_size() == static_cast<int>(found->stuck.size()));
  CHECK(facts.stuck(0).evidence() == found->stuck[0].evidence);
  CHECK(Texts(m, "filter")[0] == "state=^chan send$");
}

TEST_CASE("What no goroutine of the first dump stands in any more is told behind the rows") {
  Engine engine = WithDumps();
  const Answer answer = Ask(engine, Goroutines());
  const std::size_t rows = answer.message.U32("row").size();
  const std::uint32_t gone = answer.header().goroutines_answer().gone_rows();
  REQUIRE(gone == 2);
  std::map<std::string, std::int64_t> before;
  for (std::size_t i = rows - gone; i < rows; ++i) {
    CHECK(answer.message.I64("count")[i] == 0);
    before[Texts(answer.message, "function")[i]] = answer.message.I64("before")[i];
  }
  CHECK(before ==
        std::map<std::string, std::int64_t>{{"shop.eu/app.gone", 1}, {"shop.eu/app.run", 1}});
}

TEST_CASE("Rows by state, creator and wait have every goroutine once") {
  Engine engine = WithDumps();
  const auto rows = [&](pb::GoroutinesQuestion::By by, const std::string& column) {
    const Answer answer = Ask(engine, Goroutines(by));
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> counts;
    for (std::size_t i = 0; i < answer.message.U32("row").size(); ++i) {
      counts[Texts(answer.message, column)[i]] = {answer.message.I64("count")[i],
                                                  answer.message.I64("before")[i]};
    }
    return counts;
  };
  using Counts = std::map<std::string, std::pair<std::int64_t, std::int64_t>>;
  CHECK(rows(pb::GoroutinesQuestion::STATE, "state") == Counts{{"chan send", {3, 1}},
                                                               {"chan receive", {1, 1}},
                                                               {"select", {0, 1}},
                                                               {"runnable", {1, 1}}});
  CHECK(rows(pb::GoroutinesQuestion::CREATOR, "creator") == Counts{{"main.main", {5, 4}}});
  CHECK(rows(pb::GoroutinesQuestion::WAIT, "state") ==
        Counts{{"1 to 9 minutes", {1, 1}}, {"less than a minute", {4, 3}}});
}

TEST_CASE("A pattern and the query's filters leave whole rows") {
  Engine engine = WithDumps();
  const auto functions = [&](const std::string& pattern, const std::string& query) {
    pb::Header question = Goroutines();
    question.mutable_goroutines_question()->set_pattern(pattern);
    question.mutable_goroutines_question()->set_query(query);
    const Answer answer = Ask(engine, question);
    REQUIRE(answer.header().has_goroutines_answer());
    return Texts(answer.message, "function");
  };
  using List = std::vector<std::string>;
  CHECK(functions("work$", "") == List{"shop.eu/app.work"});
  CHECK(functions("6", "") == List{"shop.eu/app.work"});  // an id
  CHECK(functions("", "f=gone") == List{"shop.eu/app.gone"});
  CHECK(functions("nowhere", "").empty());
  pb::Header question = Goroutines();
  question.mutable_goroutines_question()->set_pattern("(");
  const Answer answer = Ask(engine, question);
  CHECK_FALSE(answer.header().goroutines_answer().invalid().empty());
  CHECK(answer.message.U32("row").size() == 6);
}

TEST_CASE("Each goroutine is there with its text as the file prints it") {
  Engine engine = WithDumps();
  pb::Header question = Question(1, 1, 2);
  pb::GoroutineQuestion& asked = *question.mutable_goroutine_question();
  asked.add_other(1);
  const Answer rows = Ask(engine, Goroutines());
  const auto functions = Texts(rows.message, "function");
  const auto at = std::find(functions.begin(), functions.end(), "shop.eu/app.ask");
  asked.set_row(rows.message.U32("row")[static_cast<std::size_t>(at - functions.begin())]);
  const Answer row = Ask(engine, question);
  REQUIRE(row.header().has_goroutine_answer());
  CHECK(Numbers(row.message.I64("id")) == std::vector<std::int64_t>{5, 19});
  CHECK(Numbers(row.message.I64("wait")) == std::vector<std::int64_t>{6, 0});
  CHECK(row.message.U8("stayed")[0] == 1);
  CHECK(row.message.U8("stayed")[1] == 3);
  CHECK(Texts(row.message, "function") == std::vector<std::string>{"shop.eu/app.ask"});
  CHECK(Numbers(row.message.I64("line")) == std::vector<std::int64_t>{7});
  asked.set_id(5);
  const Answer text = Ask(engine, question);
  const auto bytes = text.message.U8("text");
  const std::string whole = Goroutine(5, "chan send, 6 minutes", kAsk);
  CHECK(std::string(bytes.begin(), bytes.end()) + "\n" == whole);
  asked.set_id(4711);
  CHECK(Ask(engine, question).header().has_refusal());
}

TEST_CASE("Frames that the dump left out are told with the stack") {
  Engine engine = WithDumps();
  const Answer rows = Ask(engine, Goroutines());
  pb::Header question = Question(1, 1, 2);
  question.mutable_goroutine_question()->add_other(1);
  std::vector<std::int64_t> elided;
  for (std::uint32_t row = 0; row < 4; ++row) {
    question.mutable_goroutine_question()->set_row(row);
    elided.push_back(Ask(engine, question).header().goroutine_answer().elided());
  }
  CHECK(std::count(elided.begin(), elided.end(), 12) == 1);
  CHECK(std::count(elided.begin(), elided.end(), 0) == 3);
}

TEST_CASE(
    "What tells nothing of goroutines is refused by its name, and what is closed is not joined") {
  Engine engine = WithDumps();
  FeedFile(engine, 3, Recorded("cpu.pb.gz"), 1000, "cpu.pb.gz");
  TakeAll(engine);
  pb::Header question = Question(1, 1, 3);
  question.mutable_goroutines_question();
  CHECK(Ask(engine, question).header().refusal().message() ==
        "cpu.pb.gz tells nothing of goroutines.");
  // A profile of another sort beside a dump is no dump.
  question = Goroutines();
  question.mutable_goroutines_question()->add_other(3);
  CHECK(Ask(engine, question).header().goroutines_answer().same() == 2);
  engine.Close(1);
  TakeAll(engine);
  CHECK(Ask(engine, Goroutines()).header().has_refusal());
}

}  // namespace
}  // namespace burnglass
