// The answer to a GoroutinesQuestion: where goroutines stand, and what seems stuck.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "analysis/label_filter_text.h"
#include "analysis/pattern.h"
#include "analysis/select.h"
#include "base/utf8.h"
#include "engine/answers.h"
#include "engine/name_finder.h"
#include "engine/standing.h"
#include "engine/text_column.h"
#include "query/tree_shape.h"

namespace burnglass {
namespace {

// By sample what the query leaves; empty: everything.
Result<std::vector<bool>> LeftBy(const std::string& text, const OpenProfile& open) {
  const Result<ShapedQuery> split = SplitShape(text);
  if (!split) return split.error();
  const Result<Query> query = ParseQuery(split->query);
  if (!query) return query.error();
  if (!HasFilter(*query)) return std::vector<bool>();
  const Result<Selection> selection = SelectStacks(open.profile(), *query);
  if (!selection) return selection.error();
  std::vector<bool> left;
  for (const std::uint32_t node : selection->stacks->leaf) left.push_back(node != kNone);
  return left;
}

// What the pattern finds.
class Finder {
 public:
  Finder(const Goroutines& found, const std::string& text) : all_(text.empty()) {
    if (all_) return;
    Result<Pattern> pattern = Pattern::Compile("search", text);
    if (!pattern) {
      invalid_ = pattern.error().message;
      all_ = true;
      return;
    }
    const auto read = std::from_chars(text.data(), text.data() + text.size(), id_);
    if (read.ptr != text.data() + text.size()) id_ = 0;
    for (const std::string& name : found.names) names_.push_back(pattern->Matches(name));
    for (const auto* groups : {&found.groups, &found.gone}) {
      for (const GoroutineGroup& group : *groups) groups_.push_back(Matches(*pattern, group));
    }
  }

  bool Finds(const GoroutineMember& one) const {
    return all_ || groups_[one.group] || (id_ != 0 && one.id == id_);
  }
  const std::string& invalid() const { return invalid_; }

 private:
  bool Matches(const Pattern& pattern, const GoroutineGroup& group) const {
    return std::any_of(group.stack.begin(), group.stack.end(),
                       [&](std::uint32_t name) { return names_[name]; }) ||
           pattern.Matches(group.created_by) || pattern.Matches(group.state) ||
           pattern.Matches(group.function);
  }

  bool all_ = false;
  std::int64_t id_ = 0;
  std::string invalid_;
  std::vector<bool> names_, groups_;  // groups, then gone ones
};

void Keep(std::vector<bool>& kept, const std::vector<GoroutineMember>& members,
          const std::vector<std::uint32_t>& row_of, const std::vector<bool>& left,
          const Finder& finder) {
  for (std::size_t i = 0; i < members.size(); ++i) {
    const bool is_left = left.empty() || left[members[i].sample];
    if (is_left && finder.Finds(members[i])) kept[row_of[i]] = true;
  }
}

// What tagfocus takes for the state or, where rows are creators, for these; only dumps have such
// labels.
std::string FilterOf(const GoroutineGroup& row, GoroutinesBy by) {
  if (by == GoroutinesBy::kWait) return {};
  const bool creators = by == GoroutinesBy::kCreator;
  LabelIndex::Key key;
  key.text = creators ? "created by" : "state";
  LabelIndex::Value value;
  value.text = creators ? row.created_by : row.state;
  value.textual = true;
  return value.text.empty() ? std::string() : LabelFilterText(key, value);
}

class Rows {
 public:
  Rows(const OpenProfile& open, const Standing& standing)
      : finder_(open.names()), by_(standing.by), filters_(standing.dump) {}

  void Add(std::uint32_t number, const GoroutineGroup& row) {
    row_.push_back(number);
    name_.push_back(finder_.Find(row.function));
    function_.Add(RepairUtf8(row.function));
    state_.Add(RepairUtf8(row.state));
    creator_.Add(RepairUtf8(row.created_by));
    filter_.Add(filters_ ? FilterOf(row, by_) : std::string());
    count_.push_back(row.count);
    before_.push_back(row.before);
    same_.push_back(row.in_all_dumps);
    came_.push_back(row.came);
    wait_.push_back(row.longest_wait_minutes);
    waited_.push_back(row.waited_before_minutes);
    leaked_.push_back(row.leaked);
    stuck_.push_back(row.stuck ? static_cast<std::uint32_t>(*row.stuck) : kNone);
    grows_.push_back(row.growth > 0);
  }

  Bytes Write(pb::Header header) const {
    MessageWriter writer(std::move(header));
    writer.Add("row", row_);
    writer.Add("name", name_);
    AddText(writer, "function_offset", "function_text", function_);
    AddText(writer, "state_offset", "state_text", state_);
    AddText(writer, "creator_offset", "creator_text", creator_);
    AddText(writer, "filter_offset", "filter_text", filter_);
    writer.Add("count", count_);
    writer.Add("before", before_);
    writer.Add("same", same_);
    writer.Add("came", came_);
    writer.Add("wait", wait_);
    writer.Add("waited", waited_);
    writer.Add("leaked", leaked_);
    writer.Add("stuck", stuck_);
    writer.Add("grows", grows_);
    return writer.Finish();
  }

 private:
  const NameFinder finder_;
  const GoroutinesBy by_;
  const bool filters_;
  std::vector<std::uint32_t> row_, name_, stuck_;
  TextColumn function_, state_, creator_, filter_;
  std::vector<std::int64_t> count_, before_, same_, came_, wait_, waited_, leaked_;
  std::vector<std::uint8_t> grows_;
};

void AddStates(const Goroutines& found, pb::GoroutinesAnswer& answer) {
  const GoroutineRows states = GroupGoroutines(found, GoroutinesBy::kState);
  for (const GoroutineGroup& row : states.rows) {
    pb::GoroutineState& state = *answer.add_state();
    state.set_state(RepairUtf8(row.state));
    state.set_count(row.count);
    state.set_before(row.before);
  }
}

void AddStuck(const Goroutines& found, pb::GoroutinesAnswer& answer) {
  for (const StuckRow& row : found.stuck) {
    pb::StuckGoroutines& stuck = *answer.add_stuck();
    stuck.set_function(RepairUtf8(row.function));
    stuck.set_kind(row.kind);
    stuck.set_count(row.count);
    for (const std::string& one : row.holder_candidates) stuck.add_candidate(RepairUtf8(one));
    stuck.set_evidence(RepairUtf8(row.evidence));
  }
}

pb::GoroutinesAnswer Describe(const pb::GoroutinesQuestion& asked, const Standing& standing) {
  const Goroutines& found = standing.found;
  pb::GoroutinesAnswer answer;
  answer.set_query(asked.query());
  answer.set_by(asked.by());
  answer.set_pattern(asked.pattern());
  answer.set_total(found.total);
  answer.set_total_before(found.total_before);
  answer.set_same(found.joined.same);
  answer.set_moved(found.joined.moved);
  answer.set_came(found.joined.came);
  answer.set_gone(found.joined.gone);
  answer.set_rows(static_cast<std::uint32_t>(standing.rows.here));
  answer.set_dump(standing.dump);
  answer.set_joined(standing.first != 0);
  std::int64_t longest = 0;
  for (const GoroutineMember& one : found.members) longest = std::max(longest, one.wait_minutes);
  answer.set_longest_wait(longest);
  AddStates(found, answer);
  AddStuck(found, answer);
  return answer;
}

}  // namespace

Bytes AnswerGoroutines(const pb::Header& question, const Standing& standing,
                       const OpenProfile& open, const OpenProfile* first) {
  const pb::GoroutinesQuestion& asked = question.goroutines_question();
  const Goroutines& found = standing.found;
  const Result<std::vector<bool>> left = LeftBy(asked.query(), open);
  if (!left) return Refuse(question, left.error().message);
  // What the query asks for the first may not have: then all of it is told.
  const Result<std::vector<bool>> left_before =
      first ? LeftBy(asked.query(), *first) : Result<std::vector<bool>>(std::vector<bool>());
  const Finder finder(found, asked.pattern());
  const GoroutineRows& rows = standing.rows;
  std::vector<bool> kept(rows.rows.size());
  Keep(kept, found.members, rows.row_of, *left, finder);
  Keep(kept, found.before, rows.row_of_before, left_before ? *left_before : std::vector<bool>(),
       finder);

  pb::Header header = HeaderFor(question);
  pb::GoroutinesAnswer& answer = *header.mutable_goroutines_answer();
  answer = Describe(asked, standing);
  answer.set_invalid(RepairUtf8(finder.invalid()));
  Rows told(open, standing);
  for (std::uint32_t i = 0; i < kept.size(); ++i) {
    if (!kept[i]) continue;
    if (i >= rows.here) answer.set_gone_rows(answer.gone_rows() + 1);
    told.Add(i, rows.rows[i]);
  }
  return told.Write(std::move(header));
}

}  // namespace burnglass
