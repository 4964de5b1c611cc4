// The heap view: which profiles have it, what its rows say, and in which order they stand.
#include "open_session.h"
#include "session/views.h"

namespace burnglass {
namespace {

FakeFacts Heap(std::string name) {
  return {.name = std::move(name),
          .kind = "heap",
          .types = {"alloc_objects count", "alloc_space bytes", "inuse_objects count",
                    "inuse_space bytes"}};
}

struct OpenHeap : OpenSession {
  OpenHeap() : OpenSession(kStacks, Heap("heap.2.pb.gz")) {
    Open(1);
    Do(Verb::kViewHeap);
  }
  const HeapTable& table() const { return *session.ShownHeap(); }
  std::vector<std::string> Texts() const {
    std::vector<std::string> texts;
    for (const std::uint32_t i : table().Seen(profile().heap.order)) {
      texts.emplace_back(table().row(i, false).text);
    }
    return texts;
  }
};

using Texts = std::vector<std::string>;

TEST_CASE(
    "A heap profile has the view, and links say so; a CPU profile and a merged one have not") {
  OpenHeap s;
  CHECK(s.session.Link() == "view=heap");
  CHECK(OwnViewOf(s.profile()) == Verb::kViewHeap);
  REQUIRE(s.session.ShownHeap());
  OpenSession cpu;
  cpu.Open();
  CHECK_FALSE(HasView(cpu.profile(), View::kHeap));
  s.Open(2).Open(3);
  s.Do({.verb = Verb::kMake, .text = "source=1,2"});
  CHECK_FALSE(HasView(s.profile(), View::kHeap));
}

TEST_CASE("Rows say what becomes of what is allocated") {
  OpenHeap s;
  const HeapTable& table = s.table();
  const HeapRow work = table.row(0, false), rest = table.row(1, false);
  CHECK(work.values.kept() == 0.9);
  CHECK(work.values.object_size() == 100);
  CHECK(table.FateOf(work) == HeapFate::kRetained);
  CHECK(table.FateOf(rest) == HeapFate::kChurn);
  CHECK(table.FateOf(table.row(2, false)) == HeapFate::kLittle);
  CHECK(HeapFateWord(HeapFate::kChurn) == "churn");
  // Nothing says in which time.
  CHECK_FALSE(table.Rate(work.values, work.before));
}

TEST_CASE("An earlier profile of the program tells growth and rates") {
  OpenHeap s;
  const FakeEngine before(kStacks, Heap("heap.1.pb.gz"));
  s.session.Receive(before.Opened(2));
  s.Do({.verb = Verb::kActivate, .number = 1});
  s.Do(Verb::kViewHeap);
  const HeapTable& table = s.table();
  CHECK(table.asked().others == std::vector<std::uint32_t>{2});
  const HeapRow work = table.row(0, false);
  CHECK(table.FateOf(work) == HeapFate::kGrows);
  CHECK(table.Rate(work.values, work.before) == 60);
  // And the other way round there is none before.
  s.Do({.verb = Verb::kActivate, .number = 2});
  s.Do(Verb::kViewHeap);
  CHECK(s.table().asked().others.empty());
}

TEST_CASE("Heads sort and turn round, keys walk, and the row's function is the selected one") {
  OpenHeap s;
  CHECK(s.Texts() == Texts{"main.work", "main.rest", "main.little"});
  const Command by_alloc{.verb = Verb::kHeapSort,
                         .number = static_cast<std::uint32_t>(HeapSort::kAlloc)};
  s.Do(by_alloc);
  CHECK(s.Texts() == Texts{"main.rest", "main.work", "main.little"});
  s.Do(by_alloc);
  CHECK(s.Texts() == Texts{"main.little", "main.work", "main.rest"});
  s.Do(Verb::kSelectDown);
  CHECK(s.profile().heap.row == 2);
  CHECK_FALSE(s.view().selected_name);
  s.Do(Verb::kSelectDown);
  CHECK(s.view().selected_name == s.engine.Name("main.work"));
  s.Do(Verb::kEscape);
  CHECK_FALSE(s.profile().heap.row);
}

TEST_CASE("By lines, and with all that is called, is asked and seen anew") {
  OpenHeap s;
  s.Do({.verb = Verb::kHeapLines, .number = 1});
  CHECK(s.table().facts().lines());
  s.Do({.verb = Verb::kHeapCum, .number = 1});
  CHECK(s.table().row(0, s.profile().heap.order.cum).values.alloc == 19999);
}

}  // namespace
}  // namespace burnglass
