// The answer to a GoroutineQuestion: the goroutines of a row, or the text of one of them.
#include <algorithm>

#include "base/utf8.h"
#include "engine/answers.h"
#include "engine/name_finder.h"
#include "engine/standing.h"
#include "engine/text_column.h"

namespace burnglass {
namespace {

// The profile that tells of the row, its goroutines, and their rows.
struct Told {
  const OpenProfile& open;
  const std::vector<GoroutineMember>& members;
  const std::vector<std::uint32_t>& row_of;
};

class Stack {
 public:
  explicit Stack(const Told& told) : profile_(*told.open.profile()), finder_(told.open.names()) {}

  void Add(std::uint32_t sample) {
    for (const std::uint32_t index : profile_.stack(sample)) {
      for (const Line& line : profile_.lines(profile_.data().locations[index])) Add(line);
    }
  }

  // Frames that the dump left out; -1: some.
  std::int64_t Elided(std::uint32_t sample) const {
    for (const Label& label : profile_.labels(sample)) {
      if (profile_.text(label.key) == "elided frames") return label.numeric ? label.num : -1;
    }
    return 0;
  }

  void AddTo(MessageWriter& writer) const {
    writer.Add("name", name_);
    AddText(writer, "function_offset", "function_text", function_);
    AddText(writer, "file_offset", "file_text", file_);
    writer.Add("line", line_);
  }

 private:
  void Add(const Line& line) {
    const Function& function = profile_.data().functions[line.function];
    const std::string_view name = profile_.text(function.name);
    name_.push_back(finder_.Find(name));
    function_.Add(RepairUtf8(name));
    file_.Add(RepairUtf8(profile_.text(function.filename)));
    line_.push_back(line.line);
  }

  const Profile& profile_;
  const NameFinder finder_;
  std::vector<std::uint32_t> name_;
  TextColumn function_, file_;
  std::vector<std::int64_t> line_;
};

Bytes AnswerRow(const pb::Header& question, pb::Header header, const Told& told, bool ids) {
  std::vector<std::int64_t> id, wait;
  std::vector<std::uint8_t> stayed;
  const GoroutineMember* shown = nullptr;
  for (std::size_t i = 0; i < told.members.size(); ++i) {
    if (told.row_of[i] != question.goroutine_question().row()) continue;
    const GoroutineMember& one = told.members[i];
    if (shown == nullptr) shown = &one;
    if (!ids) break;
    id.push_back(one.id);
    wait.push_back(one.wait_minutes);
    stayed.push_back(static_cast<std::uint8_t>(one.stayed));
  }
  if (shown == nullptr) return Refuse(question, "There is no such row of goroutines.");
  Stack stack(told);
  stack.Add(shown->sample);
  header.mutable_goroutine_answer()->set_elided(stack.Elided(shown->sample));
  MessageWriter writer(std::move(header));
  writer.Add("id", id);
  writer.Add("wait", wait);
  writer.Add("stayed", stayed);
  stack.AddTo(writer);
  return writer.Finish();
}

Bytes AnswerText(const pb::Header& question, pb::Header header, const Profile& profile) {
  const auto& goroutines = profile.data().goroutines;
  const std::int64_t id = question.goroutine_question().id();
  const auto one = std::find_if(goroutines.begin(), goroutines.end(),
                                [&](const Goroutine& other) { return other.id == id; });
  if (one == goroutines.end()) return Refuse(question, "The dump has no goroutine of this number.");
  const std::string text = RepairUtf8(profile.text(*one));
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  MessageWriter writer(std::move(header));
  writer.Add("text", bytes);
  return writer.Finish();
}

}  // namespace

Bytes AnswerGoroutine(const pb::Header& question, const Standing& standing, const OpenProfile& open,
                      const OpenProfile* first) {
  const pb::GoroutineQuestion& asked = question.goroutine_question();
  const bool gone = asked.row() >= standing.rows.here && first != nullptr;
  const Goroutines& found = standing.found;
  const GoroutineRows& rows = standing.rows;
  const Told told{gone ? *first : open, gone ? found.before : found.members,
                  gone ? rows.row_of_before : rows.row_of};
  pb::Header header = HeaderFor(question);
  pb::GoroutineAnswer& answer = *header.mutable_goroutine_answer();
  answer.set_by(asked.by());
  answer.set_row(asked.row());
  answer.set_id(asked.id());
  if (asked.id() != 0) return AnswerText(question, std::move(header), *told.open.profile());
  return AnswerRow(question, std::move(header), told, standing.dump);
}

}  // namespace burnglass
