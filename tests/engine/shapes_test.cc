// Shapes of real profiles by message: their numbers are those of the table, of the look at one
// function, and of pprof.
#include <map>
#include <sstream>

#include "engine_driver.h"

namespace burnglass {
namespace {

Answer AskFlame(Engine& engine, const std::string& query, std::int64_t min_width = 1) {
  pb::Header question = Question(1, 1);
  question.mutable_flame_question()->set_query(query);
  question.mutable_flame_question()->set_min_width(min_width);
  return Ask(engine, question);
}

Answer AskTop(Engine& engine, const std::string& query) {
  pb::Header question = Question(1, 1);
  question.mutable_top_question()->set_query(query);
  return Ask(engine, question);
}

Answer AskPeek(Engine& engine, const std::string& query, std::uint32_t name) {
  pb::Header question = Question(1, 1);
  question.mutable_peek_question()->set_query(query);
  question.mutable_peek_question()->set_name(name);
  return Ask(engine, question);
}

using Costs = std::map<std::uint32_t, std::int64_t>;

// By name what the boxes of the first level cost, zeros left out.
Costs FirstLevel(const Answer& flame) {
  const auto depth = flame.message.U32("depth"), name = flame.message.U32("name");
  const auto cum = flame.message.I64("cum");
  Costs level;
  for (std::size_t i = 0; i < depth.size(); ++i) {
    if (depth[i] == 1 && cum[i] != 0) level[name[i]] += cum[i];
  }
  return level;
}

Costs Column(const Answer& answer, const char* name, const char* value) {
  const auto names = answer.message.U32(name);
  const auto values = answer.message.I64(value);
  Costs costs;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (values[i] != 0) costs[names[i]] = values[i];
  }
  return costs;
}

std::string Pivot(const char* form, std::uint32_t name) {
  return std::string("tree=") + form + "&pivot=" + std::to_string(name);
}

TEST_CASE("Inverted, the first row is the table's flat column") {
  for (const char* file : {"cpu.pb.gz", "heap.pb.gz", "goroutine.pb.gz"}) {
    INFO(file);
    Engine engine = WithFile(Recorded(file));
    const Answer flame = AskFlame(engine, "tree=inverted");
    REQUIRE(flame.header().has_flame_answer());
    CHECK(flame.header().flame_answer().query() == "tree=inverted");
    CHECK(flame.header().flame_answer().least() == 0);
    CHECK(FirstLevel(flame) == Column(AskTop(engine, ""), "name", "flat"));
    CHECK(flame.message.I64("cum")[0] == AskFlame(engine, "").message.I64("cum")[0]);
  }
}

// Names with a box of theirs above another one.
std::vector<std::uint8_t> Recursive(const Answer& flame, std::size_t names) {
  const auto parent = flame.message.U32("parent"), name = flame.message.U32("name");
  std::vector<std::uint8_t> recursive(names);
  for (std::size_t i = 1; i < name.size(); ++i) {
    for (std::uint32_t above = parent[i]; above != 0; above = parent[above]) {
      if (name[above] == name[i]) recursive[name[i]] = 1;
    }
  }
  return recursive;
}

TEST_CASE("Callers and callees of every function cost what the table says") {
  Engine engine = WithCpu();
  const Answer upright = AskFlame(engine, "");
  const Costs cum = Column(AskTop(engine, ""), "name", "cum");
  const auto recursive = Recursive(upright, cum.rbegin()->first + 1);
  std::size_t compared = 0;
  for (const auto& [name, cost] : cum) {
    const Answer callers = AskFlame(engine, Pivot("callers", name));
    const Answer callees = AskFlame(engine, Pivot("callees", name));
    REQUIRE(callers.message.U32("name")[0] == name);
    REQUIRE(callers.message.I64("cum")[0] == cost);
    REQUIRE(callees.message.I64("cum")[0] == cost);
    // A stack through a recursive function has several callers, of which the tree shows the first.
    if (recursive[name] != 0) continue;
    const Answer peek = AskPeek(engine, "", name);
    REQUIRE(FirstLevel(callers) == Column(peek, "caller_name", "caller_cum"));
    REQUIRE(FirstLevel(callees) == Column(peek, "callee_name", "callee_cum"));
    ++compared;
  }
  CHECK(compared > 100);
}

TEST_CASE("A shape changes no table, but counts its own boxes") {
  Engine engine = WithCpu();
  const Answer plain = AskTop(engine, ""), shaped = AskTop(engine, "tree=inverted");
  CHECK(Column(plain, "name", "flat") == Column(shaped, "name", "flat"));
  CHECK(Column(plain, "name", "cum") == Column(shaped, "name", "cum"));
  const Answer flame = AskFlame(engine, "tree=inverted");
  std::map<std::uint32_t, std::uint32_t> boxes;
  for (const std::uint32_t name : flame.message.U32("name")) ++boxes[name];
  const auto names = shaped.message.U32("name"), counted = shaped.message.U32("boxes");
  for (std::size_t i = 0; i < names.size(); ++i) REQUIRE(counted[i] == boxes[names[i]]);
  const std::uint32_t name = names[0];
  CHECK(AskPeek(engine, "tree=inverted", name).header().peek_answer().boxes() == boxes[name]);
  CHECK(AskPeek(engine, "tree=inverted", name).header().peek_answer().cum() ==
        AskPeek(engine, "", name).header().peek_answer().cum());
}

TEST_CASE("Filters come first, then the shape") {
  Engine engine = WithCpu();
  const std::string filter = "f=sortLoop";
  const Answer flame = AskFlame(engine, filter + "&tree=inverted");
  REQUIRE(flame.header().has_flame_answer());
  CHECK(FirstLevel(flame) == Column(AskTop(engine, filter), "name", "flat"));
  CHECK(flame.message.I64("cum")[0] < AskFlame(engine, "tree=inverted").message.I64("cum")[0]);
}

TEST_CASE("Searching and stepping go by the boxes of the shape") {
  Engine engine = WithCpu();
  pb::Header question = Question(1, 1);
  question.mutable_search_question()->set_query("");
  question.mutable_search_question()->set_pattern("sort");
  const Answer upright = Ask(engine, question);
  question.mutable_search_question()->set_query("tree=inverted");
  const Answer inverted = Ask(engine, question);
  // A stack counts once however its tree is drawn.
  CHECK(inverted.header().search_answer().matched() == upright.header().search_answer().matched());
  CHECK(inverted.header().search_answer().boxes() != upright.header().search_answer().boxes());
  pb::Header step = Question(2, 1);
  step.mutable_step_question()->set_query("tree=inverted");
  step.mutable_step_question()->set_pattern("sort");
  const Answer hit = Ask(engine, step);
  REQUIRE(hit.header().step_answer().found());
  CHECK(hit.header().step_answer().of() == inverted.header().search_answer().boxes());
  const Answer flame = AskFlame(engine, "tree=inverted");
  const auto node = flame.message.U32("node");
  const auto at = std::find(node.begin(), node.end(), hit.header().step_answer().node());
  REQUIRE(at != node.end());
  CHECK(flame.message.U32("name")[static_cast<std::size_t>(at - node.begin())] ==
        hit.header().step_answer().name());
}

TEST_CASE("A shape that is none is refused with a sentence") {
  Engine engine = WithCpu();
  const auto refusal = [&](const std::string& query) {
    return AskFlame(engine, query).header().refusal().message();
  };
  CHECK(refusal("tree=sideways") == "a tree is inverted, callers or callees, not \"sideways\"");
  CHECK(refusal("tree=callers") ==
        "a pivot goes with callers and callees of a function, and they with it");
  CHECK(refusal("tree=callers&pivot=99999999") == "There is no such name.");
  CHECK(refusal("order=up") == "\"order=up\" is no shape of a tree");
}

TEST_CASE("The page's own answers take shapes") {
  Engine engine = WithCpu();
  CHECK(engine.Json(1, "flame", "tree=inverted", "{}") != engine.Json(1, "flame", "", "{}"));
  CHECK(engine.Json(1, "top", "tree=inverted", "{}") == engine.Json(1, "top", "", "{}"));
}

// By package what it costs, as the groups of the top table have it.
struct PackageCosts {
  std::map<std::string, std::int64_t> flat, cum;
};

PackageCosts GroupsByPackage(Engine& engine) {
  pb::Header question = Question(1, 1);
  question.mutable_groups_question()->set_by(pb::GroupsQuestion::PACKAGE);
  const Answer answer = Ask(engine, question);
  const auto offset = answer.message.U32("text_offset");
  const auto text = answer.message.U8("text");
  PackageCosts costs;
  for (std::size_t i = 0; i + 1 < offset.size(); ++i) {
    const std::string package(text.begin() + offset[i], text.begin() + offset[i + 1]);
    costs.flat[package] = answer.message.I64("flat")[i];
    costs.cum[package] = answer.message.I64("cum")[i];
  }
  return costs;
}

TEST_CASE("Packages folded cost what the table by packages says, in every direction") {
  for (const char* file : {"cpu.pb.gz", "heap.pb.gz"}) {
    INFO(file);
    Engine engine = WithFile(Recorded(file));
    const PackageCosts wanted = GroupsByPackage(engine);
    const std::int64_t all = AskFlame(engine, "").message.I64("cum")[0];
    pb::Header question = Question(1, 1);
    question.mutable_flame_question()->set_query("packages=folded");
    question.mutable_flame_question()->set_min_width(1);
    Post(engine, question);
    StepToEnd(engine);
    std::vector<Bytes> messages = TakeAll(engine);
    REQUIRE(messages.size() == 2);
    const Answer news = ReadAnswer(std::move(messages[0]));
    const Answer flame = ReadAnswer(std::move(messages[1]));
    REQUIRE(news.header().has_more_names());
    const std::uint32_t first = news.header().more_names().first();
    const auto begin = news.message.U32("form_begin"), offset = news.message.U32("form_offset");
    const auto text = news.message.U8("text");
    const auto package = [&](std::uint32_t name) {
      const std::uint32_t form = begin[name - first];
      return std::string(text.begin() + offset[form], text.begin() + offset[form + 1]);
    };
    const auto name = flame.message.U32("name"), parent = flame.message.U32("parent");
    const auto flat = flame.message.I64("flat");
    CHECK(flame.message.I64("cum")[0] == all);
    PackageCosts sums;
    for (std::size_t i = 1; i < name.size(); ++i) {
      if (name[i] < first) continue;
      REQUIRE(name[i] != name[parent[i]]);
      sums.flat[package(name[i])] += flat[i];
    }
    REQUIRE(sums.flat.size() > 5);
    const auto inverted = FirstLevel(AskFlame(engine, "tree=inverted&packages=folded"));
    for (const auto& [one, cost] : sums.flat) {
      INFO(one);
      REQUIRE(wanted.flat.count(one) == 1);
      CHECK(cost == wanted.flat.at(one));
    }
    for (std::size_t i = 1; i < name.size(); ++i) {
      if (name[i] < first) continue;
      const Answer peek = AskPeek(engine, "packages=folded", name[i]);
      REQUIRE(peek.header().peek_answer().cum() == wanted.cum.at(package(name[i])));
      REQUIRE(peek.header().peek_answer().flat() == wanted.flat.at(package(name[i])));
      const auto level = inverted.find(name[i]);
      REQUIRE((level == inverted.end() ? 0 : level->second) == wanted.flat.at(package(name[i])));
    }
  }
}

TEST_CASE("Packages and recursion folded, no package is within itself") {
  Engine engine = WithCpu();
  Post(engine, [] {
    pb::Header question = Question(1, 1);
    question.mutable_flame_question()->set_query("recursion=folded&packages=folded");
    question.mutable_flame_question()->set_min_width(1);
    return question;
  }());
  StepToEnd(engine);
  std::vector<Bytes> messages = TakeAll(engine);
  const Answer flame = ReadAnswer(std::move(messages.back()));
  REQUIRE(flame.header().has_flame_answer());
  const auto parent = flame.message.U32("parent"), name = flame.message.U32("name");
  for (std::size_t i = 1; i < name.size(); ++i) {
    for (std::uint32_t above = parent[i]; above != 0; above = parent[above]) {
      REQUIRE(name[above] != name[i]);
    }
  }
}

}  // namespace
}  // namespace burnglass
