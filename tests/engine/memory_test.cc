// What is closed is given back: WebAssembly's memory never shrinks, so every byte that a closed
// profile keeps is lost until the worker ends.
#include <malloc.h>

#include <cstdlib>
#include <new>

#include "engine_driver.h"

namespace {

std::size_t held = 0;  // bytes of all living allocations by new

}  // namespace

void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  void* const memory = std::malloc(size > 0 ? size : 1);
  held += malloc_usable_size(memory);
  return memory;
}

void* operator new(std::size_t size) {
  void* const memory = operator new(size, std::nothrow);
  if (memory == nullptr) std::abort();
  return memory;
}

void* operator new[](std::size_t size) { return operator new(size); }

void* operator new[](std::size_t size, const std::nothrow_t& none) noexcept {
  return operator new(size, none);
}

void operator delete(void* memory) noexcept {
  if (memory != nullptr) held -= malloc_usable_size(memory);
  std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }

void operator delete[](void* memory) noexcept { operator delete(memory); }

void operator delete[](void* memory, std::size_t) noexcept { operator delete(memory); }

namespace burnglass {
namespace {

// Opens, asks everything, closes; gives back how much is held then.
std::size_t OpenAskClose(Engine& engine, std::uint32_t profile, const std::string& file) {
  FeedFile(engine, profile, file, 1 << 14);
  for (const char* query : {"", "si=0"}) {
    pb::Header flame = Question(1, 1, profile), top = flame, search = flame;
    flame.mutable_flame_question()->set_query(query);
    top.mutable_top_question()->set_query(query);
    search.mutable_search_question()->set_query(query);
    search.mutable_search_question()->set_pattern("a");
    for (const pb::Header& question : {flame, top, search}) {
      Post(engine, question);
      StepToEnd(engine);
      REQUIRE_FALSE(TakeAll(engine).empty());
    }
  }
  REQUIRE(engine.Json(profile, "flame", "", "").size() > 1000);
  engine.Close(profile);
  TakeAll(engine);
  return held;
}

TEST_CASE("Opening and closing a profile twenty times keeps nothing after the second time") {
  const std::string file = Recorded("heap.pb.gz");
  Engine engine;
  std::size_t after_second = 0;
  for (std::uint32_t profile = 1; profile <= 20; ++profile) {
    const std::size_t now = OpenAskClose(engine, profile, file);
    if (profile == 2) after_second = now;
    if (profile > 2) {
      INFO("after " << profile);
      CHECK(now == after_second);
    }
  }
}

TEST_CASE("A cancelled and a failed load keep nothing but their sentence") {
  const std::string file = Recorded("heap.pb.gz");
  Engine engine;
  std::size_t after_second = 0;
  for (std::uint32_t profile = 1; profile <= 10; ++profile) {
    engine.Open(2 * profile, "cancelled", file.size());
    engine.Feed(2 * profile, BytesOf(file).first(file.size() / 2));
    engine.Cancel(2 * profile);
    engine.Close(2 * profile);
    FeedFile(engine, 2 * profile + 1, file.substr(0, file.size() / 2), 1000);
    CHECK(engine.StateOf(2 * profile + 1) == LoadState::kFailed);
    engine.Close(2 * profile + 1);
    TakeAll(engine);
    if (profile == 2) after_second = held;
    if (profile > 2) CHECK(held == after_second);
  }
}

}  // namespace
}  // namespace burnglass
