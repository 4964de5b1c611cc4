// Goroutines of the small program: two places and one that is gone, when they are joined.
#include "support/viewer/fake_engine.h"

namespace burnglass {
namespace {

pb::Header AnswerTo(const pb::Header& asked) {
  pb::Header header;
  header.set_question(asked.question());
  header.set_slot(asked.slot());
  header.set_profile(asked.profile());
  return header;
}

struct Texts {
  std::vector<std::uint32_t> offset = {0};
  std::vector<std::uint8_t> text;

  Texts(std::initializer_list<std::string_view> all) {
    for (const std::string_view one : all) {
      text.insert(text.end(), one.begin(), one.end());
      offset.push_back(static_cast<std::uint32_t>(text.size()));
    }
  }
};

using U32 = std::vector<std::uint32_t>;
using I64 = std::vector<std::int64_t>;
using U8 = std::vector<std::uint8_t>;

void Describe(const pb::GoroutinesQuestion& asked, pb::GoroutinesAnswer& answer) {
  const bool joined = asked.other_size() > 0;
  answer.set_query(asked.query());
  answer.set_by(asked.by());
  answer.set_pattern(asked.pattern());
  answer.set_total(9);
  answer.set_total_before(joined ? 6 : 0);
  answer.set_same(joined ? 2 : 0);
  answer.set_came(joined ? 7 : 0);
  answer.set_gone(joined ? 4 : 0);
  answer.set_rows(2);
  answer.set_gone_rows(1);
  answer.set_dump(true);
  answer.set_joined(joined);
  answer.set_longest_wait(12);
  for (const auto& [state, count] : {std::pair{"chan send", 6}, std::pair{"select", 3}}) {
    answer.add_state()->set_state(state);
    answer.mutable_state(answer.state_size() - 1)->set_count(count);
  }
  pb::StuckGoroutines& stuck = *answer.add_stuck();
  stuck.set_function("main.work");
  stuck.set_kind("channel send");
  stuck.set_count(6);
  stuck.set_evidence("6 goroutines wait; nobody is seen that would receive.");
}

}  // namespace

Bytes FakeEngine::AnswerGoroutines(const pb::Header& asked) const {
  pb::Header header = AnswerTo(asked);
  Describe(asked.goroutines_question(), *header.mutable_goroutines_answer());
  const U32 row{0, 1, 2}, name{Name("main.work"), kNone, kNone}, stuck{0, kNone, kNone};
  const Texts function{"main.work", "main.idle", "main.gone"},
      state{"chan send", "select", "sleep"}, creator{"main.main", "", "main.main"},
      filter{"state=^chan send$", "state=^select$", "state=^sleep$"};
  const I64 count{6, 3, 0}, before{2, 0, 4}, same{2, 0, 0}, came{4, 3, 0}, wait{12, 1, 0},
      waited{3, 0, 2}, leaked{1, 0, 0};
  const U8 grows{1, 0, 0};
  MessageWriter writer(std::move(header));
  writer.Add("row", row);
  writer.Add("name", name);
  writer.Add("stuck", stuck);
  writer.Add("function_offset", function.offset);
  writer.Add("function_text", function.text);
  writer.Add("state_offset", state.offset);
  writer.Add("state_text", state.text);
  writer.Add("creator_offset", creator.offset);
  writer.Add("creator_text", creator.text);
  writer.Add("filter_offset", filter.offset);
  writer.Add("filter_text", filter.text);
  writer.Add("count", count);
  writer.Add("before", before);
  writer.Add("same", same);
  writer.Add("came", came);
  writer.Add("wait", wait);
  writer.Add("waited", waited);
  writer.Add("leaked", leaked);
  writer.Add("grows", grows);
  return writer.Finish();
}

Bytes FakeEngine::AnswerGoroutine(const pb::Header& asked) const {
  const pb::GoroutineQuestion& question = asked.goroutine_question();
  pb::Header header = AnswerTo(asked);
  header.mutable_goroutine_answer()->set_row(question.row());
  header.mutable_goroutine_answer()->set_id(question.id());
  MessageWriter writer(std::move(header));
  if (question.id() != 0) {
    const std::string text = "goroutine " + std::to_string(question.id()) + " [chan send]:\n";
    const U8 bytes(text.begin(), text.end());
    writer.Add("text", bytes);
    return writer.Finish();
  }
  const I64 id{7, 9}, wait{12, 0}, line{36};
  const U8 stayed{1, 3};
  const U32 name{Name("main.work")};
  const Texts function{"main.work"}, file{"/srv/app/main.go"};
  writer.Add("id", id);
  writer.Add("wait", wait);
  writer.Add("stayed", stayed);
  writer.Add("name", name);
  writer.Add("function_offset", function.offset);
  writer.Add("function_text", function.text);
  writer.Add("file_offset", file.offset);
  writer.Add("file_text", file.text);
  writer.Add("line", line);
  return writer.Finish();
}

}  // namespace burnglass
