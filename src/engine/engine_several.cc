// Answers that are made of several open profiles: goroutines of several moments, contention in
// block and mutex profiles, heaps of two moments, and what the members of a series say.
#include "engine/answers.h"
#include "engine/engine.h"

namespace burnglass {

bool Engine::AsksSeveral(const pb::Header& question) const {
  return question.has_goroutines_question() || question.has_goroutine_question() ||
         question.has_contention_question() || question.has_heap_question();
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
  if (question.has_heap_question()) {
    const auto profiles = FindSeveral(question.heap_question().other(), question.profile());
    return profiles ? AnswerHeap(question, *profiles) : Refuse(question, profiles.error().message);
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

std::vector<SeriesMember> Engine::MembersOf(const OpenProfile& open) const {
  std::vector<SeriesMember> members;
  if (!open.combined()) return members;
  for (const std::uint32_t number : open.combined()->asked.source()) {
    const auto it = entries_.find(number);
    if (it == entries_.end() || !it->second.profile()) continue;
    const auto& [load, opened, part, error, told, is_part] = it->second;
    members.push_back({number, part ? part->file_name : opened->file_name(), it->second.profile()});
  }
  return members;
}

Bytes Engine::AnswerSlopes(const pb::Header& question, const Answered& answered,
                           OpenProfile& open) {
  const std::string type = answered.selection.type();
  const std::vector<SeriesMember> members = MembersOf(open);
  if (!slopes_ || slopes_->series != question.profile() || slopes_->type != type) {
    slopes_.reset();
    Result<Slopes> found = FindSlopes(question.profile(), type, members);
    if (!found) return Refuse(question, found.error().message);
    slopes_ = found.Take();
  }
  const auto change = SlopesOfBoxes(*slopes_->change, answered, open);
  if (!change) return Refuse(question, change.error().message);
  const auto mean = slopes_->mean ? SlopesOfBoxes(*slopes_->mean, answered, open)
                                  : Result<std::vector<std::int64_t>>(std::vector<std::int64_t>());
  if (!mean) return Refuse(question, mean.error().message);
  pb::Header header = HeaderFor(question);
  pb::SlopesAnswer& answer = *header.mutable_slopes_answer();
  answer.set_query(answered.text());
  answer.set_scale(slopes_->scale);
  answer.set_profiles(static_cast<std::uint32_t>(members.size()));
  answer.set_differences(slopes_->differences);
  MessageWriter writer(std::move(header));
  writer.Add("change", *change);
  if (slopes_->mean) writer.Add("mean", *mean);
  return writer.Finish();
}

}  // namespace burnglass
