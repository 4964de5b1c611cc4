// What explains the change of the small program: everything costs twice as much as before.
#include "support/viewer/fake_engine.h"

namespace burnglass {

Bytes FakeEngine::AnswerChanges(const pb::Header& asked) const {
  const std::size_t count = names_.size();
  std::vector<std::int64_t> flat(count), cum(count);
  for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
    flat[nodes_[i].name] += nodes_[i].flat;
    if (!Covered(i)) cum[nodes_[i].name] += nodes_[i].cum;
  }
  pb::Header header;
  header.set_question(asked.question());
  header.set_slot(asked.slot());
  header.set_profile(asked.profile());
  pb::ChangesAnswer& answer = *header.mutable_changes_answer();
  answer.set_query(asked.changes_question().query());
  answer.set_total_a(total_), answer.set_total_b(2 * total_);
  answer.set_scale(1), answer.set_moved(static_cast<double>(total_));
  answer.set_significant(true);
  answer.set_functions(static_cast<std::uint32_t>(count) - 1);
  std::vector<std::uint32_t> name;
  std::vector<std::int64_t> flat_a, flat_b, cum_a, cum_b, low, high, cum_low, cum_high, explains;
  std::vector<std::uint8_t> significant;
  for (std::uint32_t i = 1; i < count; ++i) {
    name.push_back(i);
    flat_a.push_back(flat[i]), flat_b.push_back(2 * flat[i]);
    cum_a.push_back(cum[i]), cum_b.push_back(2 * cum[i]);
    low.push_back(flat[i] - 1), high.push_back(flat[i] + 1);
    cum_low.push_back(cum[i] - 2), cum_high.push_back(cum[i] + 2);
    explains.push_back(flat[i]);
    significant.push_back(names_[i].starts_with("runtime.") ? 0 : 1);
  }
  MessageWriter writer(std::move(header));
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
  return writer.Finish();
}

}  // namespace burnglass
