// The answer to a ChangesQuestion: the functions that explain the difference of two sides.
#include <algorithm>
#include <cmath>

#include "engine/answers.h"

namespace burnglass {
namespace {

std::int64_t Rounded(double value) {
  constexpr double kMost = 9.2e18;
  return static_cast<std::int64_t>(std::llround(std::clamp(value, -kMost, kMost)));
}

// The columns of ChangesAnswer (proto/engine.proto).
struct Columns {
  std::vector<std::uint32_t> name;
  std::vector<std::int64_t> flat_a, flat_b, cum_a, cum_b, low, high, cum_low, cum_high, explains;
  std::vector<std::uint8_t> significant;

  void Add(NameId row, const Change& change) {
    const auto flat = static_cast<double>(change.flat()), cum = static_cast<double>(change.cum());
    name.push_back(row);
    flat_a.push_back(change.flat_a), flat_b.push_back(change.flat_b);
    cum_a.push_back(change.cum_a), cum_b.push_back(change.cum_b);
    low.push_back(Rounded(flat - change.flat_noise));
    high.push_back(Rounded(flat + change.flat_noise));
    cum_low.push_back(Rounded(cum - change.cum_noise));
    cum_high.push_back(Rounded(cum + change.cum_noise));
    explains.push_back(Rounded(change.explains));
    significant.push_back(change.significant() ? 1 : 0);
  }

  void AddTo(MessageWriter& writer) const {
    writer.Add("name", name);
    writer.Add("flat_a", flat_a);
    writer.Add("flat_b", flat_b);
    writer.Add("cum_a", cum_a);
    writer.Add("cum_b", cum_b);
    writer.Add("low", low);
    writer.Add("high", high);
    writer.Add("cum_low", cum_low);
    writer.Add("cum_high", cum_high);
    writer.Add("explains", explains);
    writer.Add("significant", significant);
  }
};

}  // namespace

Result<Changes> ChangesOf(OpenProfile& open, const std::string& query) {
  const Comparison* sides = open.Sides();
  if (!sides) return Error{"This profile is not compared with another."};
  const Result<ShapedQuery> split = SplitShape(query);
  if (!split) return split.error();
  Result<Query> parsed = ParseQuery(split->query);
  if (!parsed) return parsed.error();
  parsed->normalize = sides->normalized;
  return CompareSets(sides->before, sides->after, *parsed);
}

Bytes AnswerChanges(const pb::Header& question, const Answered& answered, OpenProfile& open) {
  const Result<Changes> changes = ChangesOf(open, answered.query);
  if (!changes) return Refuse(question, changes.error().message);
  pb::Header header = HeaderFor(question);
  pb::ChangesAnswer& answer = *header.mutable_changes_answer();
  answer.set_query(answered.text());
  answer.set_total_a(changes->total_a);
  answer.set_total_b(changes->total_b);
  answer.set_scale(changes->scale);
  answer.set_moved(changes->moved);
  answer.set_significant(changes->significant());
  answer.set_functions(static_cast<std::uint32_t>(changes->rows.size()));
  const Comparison& sides = *open.Sides();
  answer.set_spread(sides.before.each.size() > 1 && sides.after.each.size() > 1);
  const auto rows = open.RowsByText();
  Columns columns;
  for (const Change& change : changes->rows) {
    if (change.flat() == 0 && change.cum() == 0) continue;
    // What cancels out in every stack is nowhere in the profile.
    const auto row = rows.find(change.function);
    if (row != rows.end()) columns.Add(row->second, change);
  }
  MessageWriter writer(std::move(header));
  columns.AddTo(writer);
  return writer.Finish();
}

}  // namespace burnglass
