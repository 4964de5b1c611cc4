#include "session/card.h"

#include <catch2/catch_test_macros.hpp>

#include "open_session.h"

namespace burnglass {
namespace {

const FakeFacts kHeapFacts = {.name = "heap.pb.gz",
                              .kind = "heap",
                              .types = {"alloc_objects count", "alloc_space bytes",
                                        "inuse_objects count", "inuse_space bytes"}};

TEST_CASE("What is measured goes with what counts it") {
  OpenSession s(kStacks, kHeapFacts);
  s.Open();
  const auto measures = MeasuresOf(s.profile().facts);
  REQUIRE(measures.size() == 2);
  CHECK(measures[0].type == 1);
  CHECK(measures[0].count == 0u);
  CHECK(measures[1].type == 3);
  CHECK(measures[1].count == 2u);
  Facts goroutines;
  goroutines.sample_types = {{"goroutine", "count", 5}};
  REQUIRE(MeasuresOf(goroutines).size() == 1);
  CHECK_FALSE(MeasuresOf(goroutines)[0].count);
}

TEST_CASE("The card asks for every sample type, under the filters of the profile") {
  OpenSession s(kStacks, kHeapFacts);
  s.Open();
  s.Do(Verb::kCard);
  CHECK(s.session.card().function.empty());  // nothing is selected
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  s.Do(Verb::kCard);
  const Card& card = s.session.card();
  CHECK(card.function == "main.work");
  REQUIRE(card.tiles.size() == 4);
  for (const CardTile& tile : card.tiles) {
    REQUIRE(tile.peek);
    CHECK(tile.peek->cum == 60);
  }
  CHECK(card.tiles[0].query == "si=alloc_objects");
  CHECK(card.tiles[3].query.empty());
  s.Do(Verb::kHide);
  CHECK(s.session.card().tiles[0].query == "si=alloc_objects&h=%5Emain%5C.work%24");
  s.Do(Verb::kEscape);
  CHECK(s.session.card().function.empty());
}

TEST_CASE("The card follows the selection, and has every open profile") {
  OpenSession s(kStacks, kHeapFacts);
  s.Open(1).Open(2);
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  s.Do(Verb::kCard);
  CHECK(s.session.card().tiles.size() == 8);
  s.Do({.verb = Verb::kSelectName, .number = s.engine.Name("main.rest")});
  CHECK(s.session.card().function == "main.rest");
  for (const CardTile& tile : s.session.card().tiles) CHECK(tile.peek.has_value());
  s.Do({.verb = Verb::kClose, .number = 1});
  CHECK(s.session.card().tiles.size() == 4);
}

TEST_CASE("What types say together is said in words") {
  OpenSession s(kStacks, kHeapFacts);
  s.Open();
  Card card;
  const auto tile = [&](std::uint32_t type, std::int64_t cum) {
    Peek peek;
    peek.cum = cum, peek.total = 1000000, peek.flat = 1;
    card.tiles.push_back({1, type, "", 1, peek});
  };
  tile(0, 100), tile(1, 204800), tile(2, 1), tile(3, 2048);
  card.function = "main.work|x";
  const auto said = CardSentences(s.session.profiles(), card);
  REQUIRE(said.size() == 3);
  CHECK(said[0] == "Allocated: 100 objects, 2 kB each.");
  CHECK(said[1] == "In use: 1 object, 2 kB each.");
  CHECK(said[2] == "Of 200 kB that it allocated 2 kB are still in use: 1.0 %.");
  CHECK(CardMarkdown(s.session.profiles(), card).find("| heap.pb.gz | alloc\\_space |") !=
        std::string::npos);
}

TEST_CASE("A type that cannot be answered leaves its tile open, and the profile as it is") {
  OpenSession s;
  s.Open();
  s.session.Apply({.verb = Verb::kSelectName, .number = s.engine.Name("main.work")});
  s.Settle();
  s.session.Apply({.verb = Verb::kCard});
  for (int i = 0; i < 4; ++i) {
    s.session.Tick(s.now);
    for (const Bytes& question : s.session.TakeQuestions()) {
      s.session.Receive(FakeEngine::Refusal(question, "No."));
    }
  }
  CHECK(s.session.active()->refusal == "");
  CHECK(s.session.active()->shown != nullptr);
  for (const CardTile& tile : s.session.card().tiles) CHECK_FALSE(tile.peek);
}

}  // namespace
}  // namespace burnglass
