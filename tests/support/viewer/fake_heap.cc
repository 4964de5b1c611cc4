// The heap of the small program, and how much its boxes grew as members of a series.
#include "support/viewer/fake_engine.h"

namespace burnglass {
namespace {

using I64 = std::vector<std::int64_t>;

pb::Header AnswerTo(const pb::Header& asked) {
  pb::Header header;
  header.set_question(asked.question());
  header.set_slot(asked.slot());
  header.set_profile(asked.profile());
  return header;
}

struct Sums {
  I64 inuse_objects, inuse, alloc_objects, alloc;

  void AddTo(MessageWriter& writer, const std::string& prefix) const {
    writer.Add(prefix + "inuse_objects", inuse_objects);
    writer.Add(prefix + "inuse", inuse);
    writer.Add(prefix + "alloc_objects", alloc_objects);
    writer.Add(prefix + "alloc", alloc);
  }
};

}  // namespace

Bytes FakeEngine::AnswerHeap(const pb::Header& asked) const {
  const pb::HeapQuestion& question = asked.heap_question();
  const bool earlier = question.other_size() > 0;
  pb::Header header = AnswerTo(asked);
  pb::HeapAnswer& answer = *header.mutable_heap_answer();
  answer.set_query(question.query());
  answer.set_lines(question.lines());
  answer.mutable_total()->set_inuse(1000);
  answer.mutable_total()->set_alloc(20000);
  answer.mutable_total()->set_alloc_objects(200);
  if (earlier) {
    answer.mutable_total_before()->set_inuse(400);
    answer.mutable_total_before()->set_alloc(10000);
    answer.set_earlier("heap.1.pb.gz");
    answer.set_seconds(10);
    answer.set_since_before(true);
  }
  answer.set_rows(3);
  pb::FactsRow& fact = *answer.add_fact();
  fact.set_name("GCCPUFraction");
  fact.set_text("0.125");
  // A table that is kept, a buffer that is not, and what is too little.
  const Sums flat{{9, 1, 0}, {900, 99, 1}, {10, 189, 1}, {1000, 18999, 1}};
  const Sums cum{{10, 1, 0}, {999, 99, 1}, {199, 189, 1}, {19999, 18999, 1}};
  const Sums before = earlier ? Sums{{3, 1, 0}, {300, 99, 1}, {5, 90, 1}, {400, 9599, 1}}
                              : Sums{I64(3), I64(3), I64(3), I64(3)};
  const std::vector<std::uint32_t> name{Name("main.work"), Name("main.rest"), kNone};
  const std::vector<std::string> texts = {"main.work", "main.rest", "main.little"};
  std::vector<std::uint32_t> offset = {0};
  std::vector<std::uint8_t> text;
  for (const std::string& one : texts) {
    text.insert(text.end(), one.begin(), one.end());
    offset.push_back(static_cast<std::uint32_t>(text.size()));
  }
  MessageWriter writer(std::move(header));
  writer.Add("name", name);
  writer.Add("text_offset", offset);
  writer.Add("text", text);
  flat.AddTo(writer, "flat_");
  cum.AddTo(writer, "cum_");
  before.AddTo(writer, "flat_before_");
  before.AddTo(writer, "cum_before_");
  return writer.Finish();
}

// Each box gains twice its mean, but for those of the runtime, which lose half of it.
Bytes FakeEngine::AnswerSlopes(const pb::Header& asked) const {
  constexpr std::int64_t kProfiles = 3;
  pb::Header header = AnswerTo(asked);
  pb::SlopesAnswer& answer = *header.mutable_slopes_answer();
  answer.set_query(asked.slopes_question().query());
  answer.set_scale(2);
  answer.set_profiles(kProfiles);
  I64 change;
  for (const Call& node : nodes_) {
    const bool falls = names_[node.name].starts_with("runtime.");
    change.push_back(falls ? -node.cum / kProfiles : 4 * node.cum / kProfiles);
  }
  MessageWriter writer(std::move(header));
  writer.Add("change", change);
  return writer.Finish();
}

Bytes FakeEngine::AnswerSeries(const pb::Header& asked) const {
  constexpr int kProfiles = 5;
  pb::Header header = AnswerTo(asked);
  pb::SeriesAnswer& answer = *header.mutable_series_answer();
  answer.set_query(asked.series_question().query());
  answer.set_type("cpu");
  answer.set_unit("nanoseconds");
  pb::SeriesRow& row = *answer.add_row();
  row.set_function("main.work");
  row.set_name_id(Name("main.work"));
  row.set_verdict("only grows");
  for (int i = 0; i < kProfiles; ++i) {
    answer.add_name("cpu." + std::to_string(i + 1));
    answer.add_profile(static_cast<std::uint32_t>(i + 1));
    answer.add_total(100 + 10 * i);
    row.add_count(10 * i);
  }
  answer.set_rows(1);
  return MessageWriter(std::move(header)).Finish();
}

}  // namespace burnglass
