// What a heap profile says of functions and lines: pprof's numbers of its four sample types.
#include <catch2/generators/catch_generators.hpp>
#include <map>

#include "analysis/heap_costs.h"
#include "engine_driver.h"

namespace burnglass {
namespace {

std::string Heap(int i) {
  return ReadFile(TestDataPath("incidents/feed/heap.0" + std::to_string(i) + ".pb.gz"));
}

Engine WithTwo() {
  Engine engine;
  FeedFile(engine, 1, Heap(1), 1000, "heap.01.pb.gz");
  FeedFile(engine, 2, Heap(5), 1000, "heap.05.pb.gz");
  FeedFile(engine, 3, Recorded("cpu.pb.gz"), 1000, "cpu.pb.gz");
  TakeAll(engine);
  return engine;
}

pb::Header Asked(std::uint32_t profile, const std::string& query = "") {
  pb::Header question = Question(1, 1, profile);
  question.mutable_heap_question()->set_query(query);
  return question;
}

std::string TextAt(const Message& message, std::size_t i) {
  const auto offset = message.U32("text_offset");
  const auto text = message.U8("text");
  return {text.begin() + offset[i], text.begin() + offset[i + 1]};
}

// By name flat and cum of the top table.
std::map<std::uint32_t, std::pair<std::int64_t, std::int64_t>> TopOf(Engine& engine,
                                                                     const std::string& query) {
  pb::Header question = Question(2, 2, 2);
  question.mutable_top_question()->set_query(query);
  const Answer top = Ask(engine, question);
  std::map<std::uint32_t, std::pair<std::int64_t, std::int64_t>> rows;
  for (std::size_t i = 0; i < top.message.U32("name").size(); ++i) {
    rows[top.message.U32("name")[i]] = {top.message.I64("flat")[i], top.message.I64("cum")[i]};
  }
  return rows;
}

TEST_CASE("Each of the four sums of a function is that of the top table of its sample type") {
  Engine engine = WithTwo();
  const std::string filter = GENERATE("", "f=feed");
  const Answer answer = Ask(engine, Asked(2, filter));
  INFO(answer.header().refusal().message());
  const Message& m = answer.message;
  REQUIRE(m.U32("name").size() > 5);
  const std::pair<const char*, const char*> kTypes[] = {{"inuse_objects", "inuse_objects"},
                                                        {"inuse_space", "inuse"},
                                                        {"alloc_objects", "alloc_objects"},
                                                        {"alloc_space", "alloc"}};
  for (const auto& [type, column] : kTypes) {
    const auto top =
        TopOf(engine, "si=" + std::string(type) + (*filter.c_str() ? "&" : "") + filter);
    const auto flat = m.I64(std::string("flat_") + column),
               cum = m.I64(std::string("cum_") + column);
    std::size_t found = 0;
    for (std::size_t i = 0; i < flat.size(); ++i) {
      const auto row = top.find(m.U32("name")[i]);
      if (row == top.end()) {
        CHECK(cum[i] == 0);
        continue;
      }
      ++found;
      CHECK(flat[i] == row->second.first);
      CHECK(cum[i] == row->second.second);
    }
    CHECK(found == top.size());
  }
}

TEST_CASE("An earlier profile tells how fast it allocates and what each function gained") {
  Engine engine = WithTwo();
  pb::Header question = Asked(2);
  question.mutable_heap_question()->add_other(1);
  const Answer answer = Ask(engine, question);
  const pb::HeapAnswer& heap = answer.header().heap_answer();
  CHECK(heap.earlier() == "heap.01.pb.gz");
  CHECK(heap.since_before());
  CHECK(heap.seconds() > 0);
  CHECK(heap.total().alloc() >= heap.total_before().alloc());
  const Answer alone = Ask(engine, Asked(1));
  CHECK(heap.total_before().inuse() == alone.header().heap_answer().total().inuse());
  CHECK(alone.header().heap_answer().seconds() == 0);
  CHECK(alone.header().heap_answer().earlier().empty());
}

TEST_CASE("By lines the sums of a function's lines are its own") {
  Engine engine = WithTwo();
  pb::Header question = Asked(2);
  question.mutable_heap_question()->set_lines(true);
  const Answer lines = Ask(engine, question), functions = Ask(engine, Asked(2));
  std::int64_t by_line = 0, by_function = 0;
  for (const std::int64_t value : lines.message.I64("flat_inuse")) by_line += value;
  for (const std::int64_t value : functions.message.I64("flat_inuse")) by_function += value;
  CHECK(by_line == by_function);
  CHECK(by_line == functions.header().heap_answer().total().inuse());
  bool found = false;
  for (std::size_t i = 0; i < lines.message.U32("name").size(); ++i) {
    found |= TextAt(lines.message, i).find(".go:") != std::string::npos;
  }
  CHECK(found);
}

TEST_CASE("The text of a heap profile tells how large the heap is beside it") {
  const std::string text =
      "heap profile: 1: 1024 [4: 4096] @ heap/1048576\n"
      "1: 1024 [4: 4096] @ 0x401000\n"
      "#\t0x400fff\tmain.keep+0xff\t/src/main.go:7\n"
      "\n# runtime.MemStats\n# HeapAlloc = 4096\n# NextGC = 8192\n# GCCPUFraction = 0.25\n"
      "# Frees = 3\n";
  Engine engine = WithFile(text);
  const Answer answer = Ask(engine, Asked(1));
  INFO(answer.header().refusal().message());
  const pb::HeapAnswer& heap = answer.header().heap_answer();
  REQUIRE(heap.fact_size() == 3);
  CHECK(heap.fact(0).name() == "HeapAlloc");
  CHECK(heap.fact(0).number() == 4096);
  CHECK(heap.fact(0).unit() == "bytes");
  CHECK(heap.fact(2).text() == "0.25");
}

TEST_CASE("What does not count the heap, and what is not open, is refused in words") {
  Engine engine = WithTwo();
  CHECK(Ask(engine, Asked(3)).header().refusal().message() ==
        "It does not count both what was allocated and what is in use.");
  CHECK(Ask(engine, Asked(9)).header().has_refusal());
  CHECK(Ask(engine, Asked(2, "f=(")).header().has_refusal());
}

}  // namespace
}  // namespace burnglass
