// The answer to a TopQuestion: rows sorted and filtered as asked, sums in pprof's own order.
#include <algorithm>

#include "base/checked_sum.h"
#include "engine/answers.h"

namespace burnglass {
namespace {

struct Row {
  const RowCost* cost = nullptr;
  std::int64_t sum = 0;  // of flat down to here, by flat
};

std::vector<Row> WithSums(const std::vector<RowCost>& costs) {
  std::vector<Row> rows;
  rows.reserve(costs.size());
  std::int64_t sum = 0;
  for (const RowCost& cost : costs) rows.push_back({&cost, sum += cost.flat});
  return rows;
}

// Rows come by flat, largest first. The orders by cum and by name are pprof's, too: equal cum
// stands by name, equal names stand by flat.
void SortRows(std::vector<Row>& rows, const pb::TopQuestion& asked, const NameTable& names) {
  const auto by_name = [&](const Row& a, const Row& b) {
    return names.rank(a.cost->row) < names.rank(b.cost->row);
  };
  const auto by_cum = [&](const Row& a, const Row& b) {
    const std::int64_t cum_a = Magnitude(a.cost->cum), cum_b = Magnitude(b.cost->cum);
    return cum_a != cum_b ? cum_a > cum_b : by_name(a, b);
  };
  const bool by_names = asked.sort() == pb::TopQuestion::NAME;
  if (asked.sort() == pb::TopQuestion::CUM) std::stable_sort(rows.begin(), rows.end(), by_cum);
  if (by_names) std::stable_sort(rows.begin(), rows.end(), by_name);
  // Values stand from the largest now, names from A.
  if (asked.ascending() != by_names) std::reverse(rows.begin(), rows.end());
}

// A row stays when its own name matches, or that of an address which is counted in it.
std::vector<bool> MatchingRows(const NameTable& names, const NameSet& set) {
  std::vector<bool> matching(names.size());
  for (NameId name = 1; name < names.size(); ++name) {
    if (set.Has(name)) matching[names.row(name)] = true;
  }
  return matching;
}

}  // namespace

Bytes AnswerTop(const pb::Header& question, const Answered& answered, OpenProfile& open) {
  const pb::TopQuestion& asked = question.top_question();
  pb::Header header = HeaderFor(question);
  pb::TopAnswer& answer = *header.mutable_top_answer();
  answer.set_query(answered.text());
  answer.set_total(answered.tree.total);

  std::vector<Row> rows = WithSums(answered.Rows(open.names()));
  answer.set_rows(static_cast<std::uint32_t>(rows.size()));
  SortRows(rows, asked, open.names());
  if (!asked.pattern().empty()) {
    const Matched& matched = open.Match(asked.pattern());
    if (matched.names) {
      const std::vector<bool> matching = MatchingRows(open.names(), *matched.names);
      std::erase_if(rows, [&](const Row& row) { return !matching[row.cost->row]; });
    } else {
      answer.set_invalid(matched.names.error().message);
    }
  }

  std::vector<std::uint32_t> name, boxes;
  std::vector<std::int64_t> flat, cum, sum;
  std::vector<std::uint8_t> flags;
  for (const Row& row : rows) {
    name.push_back(row.cost->row);
    boxes.push_back(row.cost->boxes);
    flat.push_back(row.cost->flat);
    cum.push_back(row.cost->cum);
    sum.push_back(row.sum);
    flags.push_back(row.cost->inlined == InlineMark::kAlways    ? 1
                    : row.cost->inlined == InlineMark::kPartial ? 2
                                                                : 0);
  }
  MessageWriter writer(std::move(header));
  writer.Add("name", name);
  writer.Add("flat", flat);
  writer.Add("cum", cum);
  writer.Add("sum", sum);
  writer.Add("boxes", boxes);
  writer.Add("flags", flags);
  return writer.Finish();
}

}  // namespace burnglass
