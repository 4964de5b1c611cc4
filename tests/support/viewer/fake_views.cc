// Lines, labels and facts of the small program: plain figures that the tests can know by heart.
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

}  // namespace

// "bytes" has two numbers and is at every sample; "tenant" has two names, more that are left out,
// and is missing at some.
Bytes FakeEngine::AnswerLabels(const pb::Header& asked) const {
  pb::Header header = AnswerTo(asked);
  header.mutable_labels_answer()->set_query(asked.labels_question().query());
  header.mutable_labels_answer()->set_total(nodes_[0].cum);
  header.mutable_labels_answer()->set_keys(2);
  const Texts keys{"bytes", "tenant"}, key_filters{"bytes=16bytes:64bytes", "tenant=.*"};
  const Texts values{"16B", "64B", "acme", "globex"};
  const Texts filters{"bytes=16bytes", "bytes=64bytes", "tenant=^acme$", "tenant=^globex$"};
  const I64 key_cost{100, 80}, key_without{0, 20}, key_rest{0, 5}, cost{70, 30, 50, 25};
  const U32 key_values{2, 12}, value_begin{0, 2, 4};
  const std::vector<std::uint8_t> key_all{1, 0};
  MessageWriter writer(std::move(header));
  writer.Add("key_offset", keys.offset);
  writer.Add("key_text", keys.text);
  writer.Add("key_filter_offset", key_filters.offset);
  writer.Add("key_filter_text", key_filters.text);
  writer.Add("key_cost", key_cost);
  writer.Add("key_without", key_without);
  writer.Add("key_rest", key_rest);
  writer.Add("key_values", key_values);
  writer.Add("key_all", key_all);
  writer.Add("value_begin", value_begin);
  writer.Add("value_offset", values.offset);
  writer.Add("value_text", values.text);
  writer.Add("value_cost", cost);
  writer.Add("filter_offset", filters.offset);
  writer.Add("filter_text", filters.text);
  return writer.Finish();
}

// The first two functions by the two values of "tenant", and by the samples without it.
Bytes FakeEngine::AnswerMatrix(const pb::Header& asked) const {
  const pb::MatrixQuestion& question = asked.matrix_question();
  pb::Header header = AnswerTo(asked);
  pb::MatrixAnswer& answer = *header.mutable_matrix_answer();
  answer.set_query(question.query());
  answer.set_key(question.key());
  answer.set_cum(question.cum());
  answer.set_total(nodes_[0].cum);
  answer.set_without(true);
  answer.set_rows(6);
  answer.set_values(12);
  const Texts columns{"acme", "globex", ""};
  const U32 name{1, 2};
  const I64 cost{50, 25, 20},
      cell = question.cum() ? I64{50, 25, 0, 10, 0, 20} : I64{0, 5, 0, 10, 0, 20};
  MessageWriter writer(std::move(header));
  writer.Add("name", name);
  writer.Add("column_offset", columns.offset);
  writer.Add("column_text", columns.text);
  writer.Add("column_cost", cost);
  writer.Add("cell", cell);
  return writer.Finish();
}

// The values of "tenant" as the labels have them; one sample has two of them.
Bytes FakeEngine::AnswerLabelGroups(const pb::Header& asked) const {
  pb::Header header = AnswerTo(asked);
  header.mutable_groups_answer()->set_query(asked.groups_question().query());
  header.mutable_groups_answer()->set_total(nodes_[0].cum);
  header.mutable_groups_answer()->set_without(true);
  header.mutable_groups_answer()->set_two_values(5);
  const Texts texts{"acme", "globex", ""}, filters{"tenant=^acme$", "tenant=^globex$", "tenant=.*"};
  const U32 functions{4, 3, 1};
  const I64 cost{50, 25, 20};
  MessageWriter writer(std::move(header));
  writer.Add("text_offset", texts.offset);
  writer.Add("text", texts.text);
  writer.Add("filter_offset", filters.offset);
  writer.Add("filter_text", filters.text);
  writer.Add("functions", functions);
  writer.Add("flat", cost);
  writer.Add("cum", cost);
  return writer.Finish();
}

// Boxes go by their numbers: of the second value those that are odd, and only half of each box.
Bytes FakeEngine::AnswerColours(const pb::Header& asked) const {
  const pb::LabelColoursQuestion& question = asked.label_colours_question();
  pb::Header header = AnswerTo(asked);
  pb::LabelColoursAnswer& answer = *header.mutable_label_colours_answer();
  answer.set_query(question.query());
  answer.set_key(question.key());
  answer.set_without(true);
  const Texts values{"acme", "globex", ""};
  const I64 cost{50, 25, 20};
  std::vector<std::uint8_t> value, share;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    value.push_back(i % 2 == 0 ? 0 : 1);
    share.push_back(i % 2 == 0 ? 255 : 128);
  }
  MessageWriter writer(std::move(header));
  writer.Add("value_offset", values.offset);
  writer.Add("value_text", values.text);
  writer.Add("value_cost", cost);
  writer.Add("value", value);
  writer.Add("share", share);
  return writer.Finish();
}

Bytes FakeEngine::AnswerFacts(const pb::Header& asked) const {
  pb::Header header = AnswerTo(asked);
  pb::FactsAnswer& answer = *header.mutable_facts_answer();
  answer.set_few_samples(facts_.few_samples);
  const auto add = [](pb::FactsSection& section, const char* name, const char* unit,
                      std::int64_t number, const std::string& text) {
    pb::FactsRow& row = *section.add_row();
    row.set_name(name);
    row.set_unit(unit);
    row.set_number(number);
    row.set_text(text);
  };
  pb::FactsSection& file = *answer.add_section();
  file.set_title("File");
  add(file, "Kind", "", 0, facts_.kind);
  add(file, "Taken", "unix nanoseconds", 1'795'372'000'000'000'000, "");
  add(file, "Duration", "nanoseconds", 5'140'000'000, "");
  add(file, "cpu", "nanoseconds", nodes_[0].cum, "(default)");
  pb::FactsSection& mappings = *answer.add_section();
  mappings.set_title("Mappings");
  add(mappings, "/app", "", 0, "0x1000 to 0x2000, build id c0ffee");
  mappings.set_left_out(1234);
  return MessageWriter(std::move(header)).Finish();
}

Bytes FakeEngine::AnswerPrivacy(const pb::Header& asked) const {
  pb::Header header = AnswerTo(asked);
  pb::PrivacyAnswer& answer = *header.mutable_privacy_answer();
  pb::PrivacySection& people = *answer.add_section();
  people.set_title("People and machines");
  pb::PrivacyFinding& users = *people.add_finding();
  users.set_what("User names");
  users.set_distinct(4);
  users.set_places(1200);
  for (const char* user : {"alice", "bob", "eve"}) users.add_example(user);
  people.add_finding()->set_what("URLs");
  people.set_left_out(2);
  for (const char* package : {"main", "acme.example/shop"}) {
    pb::PrivatePackage& one = *answer.add_package();
    one.set_name(package);
    one.set_functions(package == std::string_view("main") ? 1 : 12);
  }
  answer.set_packages(5);
  return MessageWriter(std::move(header)).Finish();
}

// Lines 42 and 44 of every function that costs something; the second calls the root's first child.
Bytes FakeEngine::AnswerLines(const pb::Header& asked) const {
  const std::uint32_t name = asked.lines_question().name();
  pb::Header header = AnswerTo(asked);
  pb::LinesAnswer& answer = *header.mutable_lines_answer();
  answer.set_query(asked.lines_question().query());
  answer.set_name(name);
  answer.set_total(nodes_[0].cum);
  answer.set_flat(10);
  answer.set_cum(40);
  const bool addresses = names_[name].starts_with("runtime.gc");
  const Texts files{"/src/app/work.go"};
  const U32 file{0, 0}, line = addresses ? U32{0, 0} : U32{42, 44}, call_begin{0, 0, 1};
  const U32 call_name{1}, call_line{7};
  const I64 address = addresses ? I64{0x1000, 0x1010} : I64{0, 0}, flat{10, 0}, cum{10, 30};
  const I64 call_cum{30};
  MessageWriter writer(std::move(header));
  writer.Add("file", file);
  writer.Add("line", line);
  writer.Add("address", address);
  writer.Add("flat", flat);
  writer.Add("cum", cum);
  writer.Add("call_begin", call_begin);
  writer.Add("call_name", call_name);
  writer.Add("call_line", call_line);
  writer.Add("call_cum", call_cum);
  writer.Add("file_offset", files.offset);
  writer.Add("file_text", files.text);
  return writer.Finish();
}

}  // namespace burnglass
