// A session with a fake engine at its other end, for tests that read like a person's afternoon.
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "session/session.h"
#include "support/viewer/fake_engine.h"

namespace burnglass {

struct OpenSession {
  explicit OpenSession(std::string_view stacks = kStacks, FakeFacts facts = {})
      : engine(stacks, std::move(facts)) {}

  // Opens profile 1 and answers all that is asked.
  OpenSession& Open(std::uint32_t id = 1) {
    session.Receive(engine.Opened(id));
    Settle();
    return *this;
  }

  // Lets the session ask and the engine answer until nobody has anything to say.
  void Settle() {
    session.SetViewport({.width = 1000, .height = 400, .row = 20, .anchor = 0.5});
    for (;;) {
      session.Tick(now);
      const std::vector<Bytes> questions = session.TakeQuestions();
      for (Effect& effect : session.TakeEffects()) effects.push_back(std::move(effect));
      const bool laid_out = LayOut();
      if (questions.empty() && !laid_out) return;
      asked += questions.size();
      for (const Bytes& question : questions) session.Receive(engine.Answer(question));
    }
  }

  // Answers what the effects ask to be laid out.
  bool LayOut() {
    for (const Effect& effect : effects) {
      if (effect.kind == EffectKind::kLayOut) layouts.push_back(effect);
    }
    std::erase_if(effects, [](const Effect& e) { return e.kind == EffectKind::kLayOut; });
    if (!laying_out) return false;
    for (const Effect& effect : layouts) {
      session.LaidOut(effect.number, FakeEngine::LayOut(effect.text));
    }
    return !std::exchange(layouts, {}).empty();
  }

  void Do(Command command) {
    session.Apply(command);
    Settle();
  }
  void Do(Verb verb) { Do({.verb = verb}); }

  const OpenProfile& profile() const { return *session.active(); }
  const ViewState& view() const { return profile().view; }
  Box box(std::string_view path) const {
    const Flame& flame = *profile().shown->flame;
    return flame[flame.Find(engine.Node(path))];
  }
  // The texts of all effects of a kind since the last call.
  std::vector<std::string> Take(EffectKind kind) {
    std::vector<std::string> texts;
    for (const Effect& effect : effects) {
      if (effect.kind == kind) texts.push_back(effect.text);
    }
    std::erase_if(effects, [&](const Effect& effect) { return effect.kind == kind; });
    return texts;
  }

  FakeEngine engine;
  Session session;
  std::vector<Effect> effects;
  std::vector<Effect> layouts;  // asked for and not answered
  bool laying_out = true;
  std::size_t asked = 0;
  double now = 1000;
};

}  // namespace burnglass
