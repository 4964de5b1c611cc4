// Answers that are made of several open profiles: goroutines of several moments, and
// contention in block and mutex profiles.
#include "engine/answers.h"
#include "engine/engine.h"

namespace burnglass {

bool Engine::AsksSeveral(const pb::Header& question) const {
  return question.has_goroutines_question() || question.has_goroutine_question() ||
         question.has_contention_question();
}

OpenProfile* Engine::FindOpen(std::uint32_t profile) {
  const auto it = entries_.find(profile);
  return it == entries_.end() ? nullptr : it->second.open.get();
}

Result<std::vector<NumberedProfile>> Engine::FindSeveral(const Numbers& others,
                                                         std::uint32_t asked) {
  std::vector<NumberedProfile> profiles;
  for (const std::uint32_t number : others) profiles.push_back({number, FindOpen(number)});
  profiles.push_back({asked, FindOpen(asked)});
  for (const NumberedProfile& one : profiles) {
    if (one.open == nullptr) return Error{"No such profile is open."};
  }
  return profiles;
}

Bytes Engine::AnswerSeveral(const pb::Header& question) {
  if (question.has_contention_question()) {
    const auto profiles = FindSeveral(question.contention_question().other(), question.profile());
    return profiles ? AnswerContention(question, *profiles)
                    : Refuse(question, profiles.error().message);
  }
  const bool one = question.has_goroutine_question();
  const auto by = one ? question.goroutine_question().by() : question.goroutines_question().by();
  const Numbers& others =
      one ? question.goroutine_question().other() : question.goroutines_question().other();
  if (!pb::GoroutinesQuestion::By_IsValid(by)) return Refuse(question, "This is no question.");
  return AnswerStanding(question, static_cast<GoroutinesBy>(by), others);
}

Bytes Engine::AnswerStanding(const pb::Header& question, GoroutinesBy by, const Numbers& others) {
  const Result<std::vector<NumberedProfile>> profiles = FindSeveral(others, question.profile());
  if (!profiles) return Refuse(question, profiles.error().message);
  std::vector<std::uint32_t> numbers(others.begin(), others.end());
  numbers.push_back(question.profile());
  if (!standing_ || standing_->profiles != numbers) {
    standing_.reset();
    Result<Standing> found = FindStanding(*profiles);
    if (!found) return Refuse(question, found.error().message);
    standing_ = found.Take();
  }
  GroupStanding(*standing_, by);
  const OpenProfile& open = *profiles->back().open;
  const OpenProfile* first = standing_->first == 0 ? nullptr : FindOpen(standing_->first);
  return question.has_goroutine_question() ? AnswerGoroutine(question, *standing_, open, first)
                                           : AnswerGoroutines(question, *standing_, open, first);
}

}  // namespace burnglass
