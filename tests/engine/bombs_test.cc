// Profiles that would fill any memory or take any time: each opens or is refused, answers every
// question, and leaves what was open before as it was.
#include "support/bombs.h"

#include <catch2/catch_test_macros.hpp>
#include <chrono>

#include "engine/engine_driver.h"
#include "support/every_question.h"

namespace burnglass {
namespace {

// With sanitizers, on a machine that is busy.
constexpr double kMostSeconds = 120;

class Clock {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

 private:
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void AskEverything(Engine& engine, std::uint32_t profile) {
  std::size_t answered = 0;
  const std::vector<pb::Header> questions = EveryQuestion(profile);
  for (const pb::Header& question : questions) Post(engine, question);
  StepToEnd(engine);
  for (Bytes& block : TakeAll(engine)) {
    const Answer answer = ReadAnswer(std::move(block));
    answered += answer.header().question() != 0;
  }
  CHECK(answered == questions.size());
}

TEST_CASE("No profile takes unbounded time or says a wrong total") {
  Engine engine = WithCpu();
  const std::string before = engine.Json(1, "top", "", "");
  for (const Bomb& bomb : Bombs()) {
    INFO(bomb.name);
    const Clock clock;
    FeedFile(engine, 2, bomb.bytes, 1 << 20, "bomb.pb");
    const std::string& error = engine.ErrorOf(2);
    INFO(error);
    CHECK((engine.StateOf(2) == LoadState::kOpen) == std::string(bomb.refused).empty());
    if (engine.StateOf(2) == LoadState::kOpen) {
      TakeAll(engine);
      AskEverything(engine, 2);
      const std::string top = engine.Json(2, "top", "", "");
      INFO(top.substr(0, 300));
      CHECK(top.find(bomb.top) != top.npos);
    } else {
      CHECK(error.starts_with("bomb.pb: "));
      CHECK(error.find(bomb.refused) != error.npos);
    }
    engine.Close(2);
    TakeAll(engine);
    CHECK(engine.Json(1, "top", "", "") == before);
    CHECK(clock.seconds() < kMostSeconds);
  }
}

}  // namespace
}  // namespace burnglass
