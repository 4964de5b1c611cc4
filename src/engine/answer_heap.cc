// The answer to a HeapQuestion: what functions or lines allocated, and what of it is in use.
#include <algorithm>
#include <iterator>

#include "analysis/heap_costs.h"
#include "base/read_text.h"
#include "base/utf8.h"
#include "engine/answers.h"
#include "engine/name_finder.h"
#include "engine/standing.h"
#include "engine/text_column.h"
#include "engine/told_facts.h"

namespace burnglass {
namespace {

// More than a person reads; of those behind them nothing is in use.
constexpr std::size_t kMostRows = 20000;

// Of runtime.MemStats what tells how large the heap is and what collecting it costs.
constexpr std::string_view kFacts[] = {"HeapAlloc",   "HeapInuse", "HeapIdle", "HeapReleased",
                                       "HeapObjects", "Sys",       "MaxRSS",   "TotalAlloc",
                                       "NextGC",      "LastGC",    "NumGC",    "GCCPUFraction"};

void AddFacts(const Profile& profile, pb::HeapAnswer& answer) {
  for (const Fact& fact : profile.data().facts) {
    const std::string_view name = profile.text(fact.name), value = profile.text(fact.value);
    if (std::find(std::begin(kFacts), std::end(kFacts), name) == std::end(kFacts)) continue;
    pb::FactsRow& row = *answer.add_fact();
    row.set_name(std::string(name));
    const std::optional<std::int64_t> number = ReadInt(value);
    if (number) row.set_number(*number), row.set_unit(std::string(UnitOfFact(name)));
    if (!number) row.set_text(RepairUtf8(value));
  }
}

struct SumColumns {
  std::vector<std::int64_t> inuse_objects, inuse, alloc_objects, alloc;

  void Add(const HeapSums& sums) {
    inuse_objects.push_back(sums.inuse_objects);
    inuse.push_back(sums.inuse_space);
    alloc_objects.push_back(sums.alloc_objects);
    alloc.push_back(sums.alloc_space);
  }
  void AddTo(MessageWriter& writer, const std::string& prefix) const {
    writer.Add(prefix + "inuse_objects", inuse_objects);
    writer.Add(prefix + "inuse", inuse);
    writer.Add(prefix + "alloc_objects", alloc_objects);
    writer.Add(prefix + "alloc", alloc);
  }
};

void Set(const HeapSums& sums, pb::HeapSums& to) {
  to.set_inuse_objects(sums.inuse_objects);
  to.set_inuse(sums.inuse_space);
  to.set_alloc_objects(sums.alloc_objects);
  to.set_alloc(sums.alloc_space);
}

Bytes Write(pb::Header header, const HeapCosts& costs, const OpenProfile& open) {
  const NameFinder finder(open.names());
  std::vector<std::uint32_t> name;
  TextColumn text;
  SumColumns flat, cum, flat_before, cum_before;
  for (const HeapRow& row : costs.rows) {
    if (name.size() == kMostRows) break;
    name.push_back(finder.Find(row.text));
    text.Add(RepairUtf8(row.text));
    flat.Add(row.flat), cum.Add(row.cum);
    flat_before.Add(row.flat_before), cum_before.Add(row.cum_before);
  }
  MessageWriter writer(std::move(header));
  writer.Add("name", name);
  AddText(writer, "text_offset", "text", text);
  flat.AddTo(writer, "flat_");
  cum.AddTo(writer, "cum_");
  flat_before.AddTo(writer, "flat_before_");
  cum_before.AddTo(writer, "cum_before_");
  return writer.Finish();
}

}  // namespace

Bytes AnswerHeap(const pb::Header& question, const std::vector<NumberedProfile>& profiles) {
  const pb::HeapQuestion& asked = question.heap_question();
  const OpenProfile& open = *profiles.back().open;
  const OpenProfile* earlier = profiles.size() > 1 ? profiles.front().open : nullptr;
  const Result<ShapedQuery> split = SplitShape(asked.query());
  if (!split) return Refuse(question, split.error().message);
  Result<Query> query = ParseQuery(split->query);
  if (!query) return Refuse(question, query.error().message);
  if (asked.lines()) query->granularity = "lines";
  const Result<HeapCosts> costs =
      FindHeapCosts(open.profile(), earlier ? earlier->profile() : nullptr, *query);
  if (!costs) return Refuse(question, costs.error().message + ".");
  pb::Header header = HeaderFor(question);
  pb::HeapAnswer& answer = *header.mutable_heap_answer();
  answer.set_query(asked.query());
  answer.set_lines(asked.lines());
  Set(costs->total, *answer.mutable_total());
  Set(costs->total_before, *answer.mutable_total_before());
  answer.set_seconds(costs->seconds);
  answer.set_since_before(costs->since_before);
  answer.set_rows(static_cast<std::uint32_t>(costs->rows.size()));
  if (earlier) answer.set_earlier(RepairUtf8(earlier->file_name()));
  AddFacts(*open.profile(), answer);
  return Write(std::move(header), *costs, open);
}

}  // namespace burnglass
