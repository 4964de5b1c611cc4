#include "engine/answer_series.h"

#include <algorithm>
#include <unordered_map>

#include "analysis/series.h"
#include "base/utf8.h"
#include "engine/answers.h"
#include "profile/kind.h"

namespace burnglass {
namespace {

// More rows than a person reads; those behind them change least.
constexpr std::size_t kMostRows = 200;

std::vector<std::int64_t> TotalsOf(const Series& series) {
  std::vector<std::int64_t> totals(series.names.size());
  for (const SeriesRow& row : series.rows) {
    for (std::size_t i = 0; i < totals.size(); ++i) {
      totals[i] = WrappingAdd(totals[i], row.counts[i]);
    }
  }
  return totals;
}

std::uint32_t StepsUp(const std::vector<std::int64_t>& counts) {
  std::uint32_t steps = 0;
  for (std::size_t i = 1; i < counts.size(); ++i) steps += counts[i] > counts[i - 1] ? 1 : 0;
  return steps;
}

void WriteRow(const SeriesRow& row, NameId name, pb::SeriesRow& to) {
  to.set_function(RepairUtf8(row.function));
  to.set_name_id(name);
  to.set_verdict(std::string(VerdictName(row.trend.verdict)));
  to.mutable_count()->Assign(row.counts.begin(), row.counts.end());
  to.set_slope(row.trend.slope);
  to.set_slope_error(row.trend.slope_error);
  to.set_steps_up(StepsUp(row.counts));
  if (row.trend.verdict == Verdict::kStep) {
    to.set_at(static_cast<std::uint32_t>(row.trend.at + 1));
  }
}

// The members are told in the order of the series. Names may be given to several of them, so each
// number is taken once.
std::vector<std::uint32_t> NumbersOf(const Series& series, std::span<const SeriesMember> members) {
  std::unordered_multimap<std::string_view, std::uint32_t> numbers;
  for (auto one = members.rbegin(); one != members.rend(); ++one) {
    numbers.emplace(one->file_name, one->number);
  }
  std::vector<std::uint32_t> ordered;
  for (const std::string& name : series.names) {
    const auto it = numbers.find(name);
    ordered.push_back(it->second);
    numbers.erase(it);
  }
  return ordered;
}

Result<Series> Build(const pb::SeriesQuestion& asked, std::span<const SeriesMember> members) {
  const Result<ShapedQuery> split = SplitShape(asked.query());
  if (!split) return split.error();
  const Result<Query> query = ParseQuery(split->query);
  if (!query) return query.error();
  const SeriesMember& first = members.front();
  SeriesBuilder builder(ProfileKind(*first.profile, first.file_name),
                        {.sample_type = query->sample_index});
  for (const SeriesMember& member : members) {
    if (Status added = builder.Add(member.file_name, *member.profile); !added) {
      return added.error();
    }
  }
  return builder.Finish();
}

}  // namespace

Result<Bytes> AnswerSeries(const pb::Header& question, const OpenProfile& open,
                           std::span<const SeriesMember> members) {
  if (members.size() < 2) return Error{"This profile is not made of several."};
  const Result<Series> series = Build(question.series_question(), members);
  if (!series) return series.error();
  pb::Header header = HeaderFor(question);
  pb::SeriesAnswer& answer = *header.mutable_series_answer();
  answer.set_query(question.series_question().query());
  answer.set_type(RepairUtf8(series->type));
  answer.set_unit(RepairUtf8(series->unit));
  answer.set_timed(series->timed);
  answer.set_differences(series->differences);
  if (series->timed) answer.mutable_time()->Assign(series->times.begin(), series->times.end());
  for (const std::string& name : series->names) answer.add_name(RepairUtf8(name));
  const std::vector<std::uint32_t> numbers = NumbersOf(*series, members);
  answer.mutable_profile()->Assign(numbers.begin(), numbers.end());
  const std::vector<std::int64_t> totals = TotalsOf(*series);
  answer.mutable_total()->Assign(totals.begin(), totals.end());
  answer.set_rows(static_cast<std::uint32_t>(series->rows.size()));
  const auto rows = open.RowsByText();
  for (const SeriesRow& row : series->rows) {
    if (static_cast<std::size_t>(answer.row_size()) == kMostRows) break;
    const auto name = rows.find(row.function);
    WriteRow(row, name == rows.end() ? kRootName : name->second, *answer.add_row());
  }
  return MessageWriter(std::move(header)).Finish();
}

}  // namespace burnglass
