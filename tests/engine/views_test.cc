// Labels, lines and facts, held against what pprof printed of the same files.
#include <algorithm>
#include <map>
#include <sstream>

#include "base/units.h"
#include "engine_driver.h"
#include "plain_profile.h"
#include "query/query.h"

namespace burnglass {
namespace {

// A profile of the conformance data, and what pprof printed for a case.
std::string RealFile(const std::string& name) {
  return ReadFile(SharedPath("conformance/go-real/" + name));
}

std::string Trimmed(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  return std::string(line.substr(begin));
}

std::vector<std::string> TextsOf(const Message& message, const char* offset, const char* text) {
  const auto offsets = message.U32(offset);
  const auto bytes = message.U8(text);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
    texts.emplace_back(bytes.begin() + offsets[i], bytes.begin() + offsets[i + 1]);
  }
  return texts;
}

Answer AskLabels(Engine& engine, const Query& query = {}) {
  pb::Header question = Question(1, 1);
  question.mutable_labels_question()->set_query(QueryText(query));
  Answer answer = Ask(engine, question);
  INFO(answer.header().refusal().message());
  REQUIRE(answer.header().has_labels_answer());
  return answer;
}

// What of the samples a query leaves.
std::int64_t RootCum(Engine& engine, const Query& query) {
  pb::Header question = Question(1, 1);
  question.mutable_flame_question()->set_query(QueryText(query));
  const Answer answer = Ask(engine, question);
  // Where nothing is left there is no graph.
  return answer.header().has_flame_answer() ? answer.message.I64("cum")[0] : 0;
}

// The lines of pprof's tags, made of an answer.
std::vector<std::string> TagLines(const Answer& answer, std::string_view unit,
                                  std::string_view output) {
  const std::int64_t total = answer.header().labels_answer().total();
  const auto keys = TextsOf(answer.message, "key_offset", "key_text");
  const auto values = TextsOf(answer.message, "value_offset", "value_text");
  const auto begin = answer.message.U32("value_begin");
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::int64_t cost = answer.message.I64("key_cost")[i];
    lines.push_back(keys[i] + ": Total " + ScaledLabel(cost, unit, output) + " of " +
                    ScaledLabel(total, unit, output) + " (" + Percentage(cost, total) + ")");
    for (std::size_t k = begin[i]; k < begin[i + 1]; ++k) {
      const std::int64_t value = answer.message.I64("value_cost")[k];
      lines.push_back(ScaledLabel(value, unit, output) + " (" + Percentage(value, total) +
                      "): " + values[k]);
    }
  }
  return lines;
}

std::vector<std::string> RecordedLines(const std::string& file) {
  std::istringstream text(RealFile(file));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) {
    if (!Trimmed(line).empty()) lines.push_back(Trimmed(line));
  }
  return lines;
}

struct TagCase {
  const char* profile;
  const char* recorded;
  const char* unit;
  Query query = {};
};

TEST_CASE("Labels have the values, the sums, the shares and the order of pprof's tags") {
  const TagCase cases[] = {
      {"cpu.pb.gz", "oracle/cpu.tags.txt", "nanoseconds"},
      {"heap.pb.gz", "oracle/heap.tags.txt", "bytes"},
      {"cpu.pb.gz", "oracle/cpu.tagfocus.tags.txt", "nanoseconds", {.tagfocus = "tenant=globex"}},
      {"heap.pb.gz", "oracle/heap.tags.unit.txt", "bytes", {.unit = "kb"}},
      {"malformed/label-multi-values.pb", "oracle/corner.label-multi-values.tags.txt", "count"},
      {"malformed/label-num-zero-with-unit.pb", "oracle/corner.label-num-zero.tags.txt", "count"}};
  for (const TagCase& one : cases) {
    INFO(one.recorded);
    Engine engine = WithFile(RealFile(one.profile));
    CHECK(TagLines(AskLabels(engine, one.query), one.unit, one.query.unit) ==
          RecordedLines(one.recorded));
  }
}

TEST_CASE("What the filters of values, keys and of being without leave is what was told") {
  for (const char* file : {"cpu.pb.gz", "heap.pb.gz"}) {
    INFO(file);
    Engine engine = WithFile(Recorded(file));
    const Answer answer = AskLabels(engine);
    const auto keys = TextsOf(answer.message, "key_filter_offset", "key_filter_text");
    const auto filters = TextsOf(answer.message, "filter_offset", "filter_text");
    REQUIRE(keys.size() == answer.message.I64("key_cost").size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      INFO(keys[i]);
      CHECK(RootCum(engine, {.tagfocus = keys[i]}) == answer.message.I64("key_cost")[i]);
      CHECK(RootCum(engine, {.tagignore = keys[i]}) == answer.message.I64("key_without")[i]);
      CHECK((answer.message.U8("key_all")[i] == 1) ==
            (answer.message.I64("key_without")[i] == 0 && std::string(file) == "heap.pb.gz"));
    }
    REQUIRE_FALSE(filters.empty());
    for (std::size_t i = 0; i < filters.size(); ++i) {
      INFO(filters[i]);
      REQUIRE_FALSE(filters[i].empty());
      CHECK(RootCum(engine, {.tagfocus = filters[i]}) == answer.message.I64("value_cost")[i]);
    }
  }
}

TEST_CASE("Functions by label cost what the top table of the label's samples says") {
  Engine engine = WithCpu();
  const Answer labels = AskLabels(engine);
  const auto keys = TextsOf(labels.message, "key_offset", "key_text");
  const auto filters = TextsOf(labels.message, "filter_offset", "filter_text");
  const auto begin = labels.message.U32("value_begin");
  for (std::size_t key = 0; key < keys.size(); ++key) {
    for (const bool cum : {false, true}) {
      INFO(keys[key] << (cum ? " cum" : " flat"));
      pb::Header question = Question(1, 1);
      question.mutable_matrix_question()->set_key(keys[key]);
      question.mutable_matrix_question()->set_cum(cum);
      const Answer matrix = Ask(engine, question);
      REQUIRE(matrix.header().has_matrix_answer());
      REQUIRE(matrix.header().matrix_answer().without());
      const auto names = matrix.message.U32("name");
      const auto cells = matrix.message.I64("cell");
      const std::size_t values = begin[key + 1] - begin[key], columns = values + 1;
      REQUIRE(cells.size() == names.size() * columns);
      for (std::size_t column = 0; column < columns; ++column) {
        const Query query = column < values ? Query{.tagfocus = filters[begin[key] + column]}
                                            : Query{.tagignore = keys[key] + "=.*"};
        pb::Header top = Question(1, 1);
        top.mutable_top_question()->set_query(QueryText(query));
        const Answer rows = Ask(engine, top);
        std::map<std::uint32_t, std::int64_t> wanted;
        for (std::size_t i = 0; i < rows.message.U32("name").size(); ++i) {
          wanted[rows.message.U32("name")[i]] = rows.message.I64(cum ? "cum" : "flat")[i];
        }
        for (std::size_t row = 0; row < names.size(); ++row) {
          REQUIRE(cells[row * columns + column] == wanted[names[row]]);
        }
        CHECK(matrix.message.I64("column_cost")[column] == RootCum(engine, query));
      }
    }
  }
  pb::Header question = Question(1, 1);
  question.mutable_matrix_question()->set_key("nothing like it");
  CHECK(Ask(engine, question).header().refusal().message() ==
        "No sample has a label \"nothing like it\".");
  // Any text may be asked for, and is told on one line.
  question.mutable_matrix_question()->set_key(std::string("by\0\n", 4));
  CHECK(Ask(engine, question).header().refusal().message() ==
        "No sample has a label \"by\\u0000\\u000a\".");
  pb::Header colours = Question(2, 1), groups = Question(3, 1);
  colours.mutable_label_colours_question()->set_key("\n");
  CHECK(Ask(engine, colours).header().refusal().message() == "No sample has a label \"\\u000a\".");
  groups.mutable_groups_question()->set_by(pb::GroupsQuestion::LABEL);
  groups.mutable_groups_question()->set_key("\n");
  CHECK(Ask(engine, groups).header().refusal().message() == "No sample has a label \"\\u000a\".");
}

// By function, then by line: "flat cum" as pprof's list prints them, "." for nothing.
using Listing = std::map<std::string, std::map<int, std::string>>;

Listing RecordedListing(const std::string& file) {
  std::istringstream text(RealFile(file));
  Listing listing;
  std::string routine;
  for (std::string line; std::getline(text, line);) {
    std::istringstream words(line);
    std::string first, second, third;
    words >> first >> second >> third;
    if (first == "ROUTINE") routine = third;
    const std::size_t colon = third.find(':');
    const bool number =
        colon != std::string::npos && colon > 0 && third.find_first_not_of("0123456789") == colon;
    if (routine.empty() || !number || (first == "." && second == ".")) continue;
    listing[routine][std::stoi(third)] = first + " " + second;
  }
  return listing;
}

TEST_CASE("Lines cost what pprof's list says") {
  const std::pair<const char*, const char*> cases[] = {{"cpu", "nanoseconds"},
                                                       {"goroutineleak", "count"},
                                                       {"block", "nanoseconds"},
                                                       {"mutex", "nanoseconds"},
                                                       {"threadcreate", "count"}};
  std::size_t compared = 0;
  for (const auto& [kind, unit] : cases) {
    INFO(kind);
    Engine engine;
    FeedFile(engine, 1, RealFile(std::string(kind) + ".pb.gz"), 1 << 16);
    const Answer news = LastNews(engine);
    REQUIRE(news.header().has_opened());
    const auto begin = news.message.U32("form_begin");
    const auto forms = TextsOf(news.message, "form_offset", "text");
    for (const auto& [routine, lines] :
         RecordedListing("oracle/" + std::string(kind) + ".list.txt")) {
      INFO(routine);
      std::uint32_t name = 0;
      while (name + 1 < begin.size() && forms[begin[name]] != routine) ++name;
      REQUIRE(name + 1 < begin.size());
      pb::Header question = Question(1, 1);
      question.mutable_lines_question()->set_name(name);
      const Answer answer = Ask(engine, question);
      REQUIRE(answer.header().has_lines_answer());
      std::map<int, std::string> ours;
      const auto cell = [&, unit = unit](std::int64_t value) {
        return value == 0 ? "." : ScaledLabel(value, unit, "minimum");
      };
      for (std::size_t i = 0; i < answer.message.U32("line").size(); ++i) {
        ours[static_cast<int>(answer.message.U32("line")[i])] =
            cell(answer.message.I64("flat")[i]) + " " + cell(answer.message.I64("cum")[i]);
      }
      CHECK(ours == lines);
      ++compared;
    }
  }
  CHECK(compared >= 10);
}

TEST_CASE("A line tells what it calls, the heaviest first") {
  Engine engine = WithCpu();
  pb::Header top = Question(1, 1);
  top.mutable_top_question()->set_sort(pb::TopQuestion::CUM);
  const Answer rows = Ask(engine, top);
  std::size_t calls = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    pb::Header question = Question(1, 1);
    question.mutable_lines_question()->set_name(rows.message.U32("name")[i]);
    const Answer lines = Ask(engine, question);
    const auto begin = lines.message.U32("call_begin");
    const auto cum = lines.message.I64("call_cum");
    CHECK(lines.header().lines_answer().cum() == rows.message.I64("cum")[i]);
    for (std::size_t line = 0; line + 1 < begin.size(); ++line) {
      for (std::size_t k = begin[line]; k < begin[line + 1]; ++k) {
        CHECK(cum[k] <= lines.message.I64("cum")[line]);
        if (k > begin[line]) CHECK(cum[k] <= cum[k - 1]);
        ++calls;
      }
    }
  }
  CHECK(calls > 0);
}

TEST_CASE("Where lines are missing there are addresses, and they add up to the function") {
  Engine engine = WithFile(RealFile("malformed/location-without-lines.pb"));
  pb::Header top = Question(1, 1);
  top.mutable_top_question();
  const Answer rows = Ask(engine, top);
  std::size_t without = 0;
  for (std::size_t row = 0; row < rows.message.U32("name").size(); ++row) {
    pb::Header question = Question(1, 1);
    question.mutable_lines_question()->set_name(rows.message.U32("name")[row]);
    const Answer lines = Ask(engine, question);
    std::int64_t flat = 0;
    for (std::size_t i = 0; i < lines.message.U32("line").size(); ++i) {
      const bool line = lines.message.U32("line")[i] != 0;
      CHECK(line != (lines.message.I64("address")[i] != 0));
      without += line ? 0 : 1;
      flat += lines.message.I64("flat")[i];
    }
    CHECK(flat == rows.message.I64("flat")[row]);
  }
  CHECK(without > 0);
}

std::map<std::string, pb::FactsRow> FactsOf(Engine& engine, pb::FactsAnswer* all = nullptr) {
  pb::Header question = Question(1, 1);
  question.mutable_facts_question();
  const Answer answer = Ask(engine, question);
  REQUIRE(answer.header().has_facts_answer());
  std::map<std::string, pb::FactsRow> rows;
  for (const pb::FactsSection& section : answer.header().facts_answer().section()) {
    for (const pb::FactsRow& row : section.row()) rows[section.title() + "/" + row.name()] = row;
  }
  if (all) *all = answer.header().facts_answer();
  return rows;
}

TEST_CASE("Facts: kind, machine use, label keys and mappings of a CPU profile") {
  Engine engine = WithCpu();
  pb::FactsAnswer all;
  auto facts = FactsOf(engine, &all);
  CHECK(facts["File/Kind"].text() == "cpu");
  // 1.31 s of CPU time in 3.02 s, as the head of pprof's report has it.
  CHECK(facts["File/Duration"].unit() == "nanoseconds");
  CHECK(facts["File/Machine use"].text() == "0.43 cores busy on average");
  CHECK(facts["Values/cpu"].number() == 1'310'000'000);
  CHECK(facts["Values/cpu"].text() == "(default)");
  CHECK(facts["Labels/tenant"].number() == 3);
  CHECK(all.few_samples().empty());
  bool has_build = false;
  for (const auto& [name, row] : facts) {
    has_build |= name.starts_with("Mappings/") && row.text().find("build id") != std::string::npos;
  }
  CHECK(has_build);
}

TEST_CASE("Facts: what a heap profile's text tells of the program") {
  Engine engine = WithFile(RealFile("heap.debug1.txt"));
  auto facts = FactsOf(engine);
  CHECK(facts["What the program told/HeapAlloc"].number() == 17'786'080);
  CHECK(facts["What the program told/HeapAlloc"].unit() == "bytes");
  CHECK(facts["What the program told/NumGC"].number() == 99);
  CHECK(facts["What the program told/NumGC"].unit() == "count");
  CHECK(facts["What the program told/GCCPUFraction"].text().starts_with("0.1368"));
  CHECK(facts["What the program told/LastGC"].unit() == "unix nanoseconds");
  CHECK(facts["What the program told/PauseNs"].text().find("bytes more") != std::string::npos);
}

TEST_CASE("Facts: of few samples the error is told, of an empty profile the reason") {
  Engine few =
      WithFile(ReadFile(SharedPath("profiles/Native-Planet__GroundSeg/goseg/default.pgo")));
  pb::FactsAnswer all;
  auto facts = FactsOf(few, &all);
  CHECK(facts["Values/samples"].number() == 29);
  // Wilson's interval for 2.9 of 29 is 3.4 to 26.0 %.
  CHECK(all.few_samples() ==
        "Only 29 samples of CPU time: of a function that shows 10 % the true share may lie "
        "anywhere from 3 to 26 % (95 % sure).");
  Engine empty = WithFile(PlainProfile({}));
  facts = FactsOf(empty, &all);
  CHECK(facts["File/Empty because"].text().starts_with("The file is sound, but it holds no"));
}

TEST_CASE("Labels of many values are cut, and the rest is told exactly") {
  // Two thousand values of one key, each of cost 1, in profile.proto by hand.
  std::string file;
  const auto varint = [](std::string& out, std::uint64_t value) {
    for (; value >= 128; value >>= 7) out += static_cast<char>(value | 128);
    out += static_cast<char>(value);
  };
  const auto bytes = [&](std::string& out, int field, std::string_view content) {
    varint(out, static_cast<std::uint64_t>(field) << 3 | 2);
    varint(out, content.size());
    out += content;
  };
  const auto number = [&](std::string& out, int field, std::uint64_t value) {
    varint(out, static_cast<std::uint64_t>(field) << 3);
    varint(out, value);
  };
  std::string type, location, line, function;
  number(type, 1, 1), number(type, 2, 2);
  bytes(file, 1, type);
  constexpr std::uint64_t kValues = 2000;
  for (std::uint64_t i = 0; i < kValues; ++i) {
    std::string sample, label;
    number(label, 1, 3), number(label, 2, 5 + i);
    number(sample, 1, 1), number(sample, 2, 1);
    bytes(sample, 3, label);
    bytes(file, 2, sample);
  }
  number(line, 1, 1);
  number(location, 1, 1);
  bytes(location, 4, line);
  bytes(file, 4, location);
  number(function, 1, 1), number(function, 2, 4);
  bytes(file, 5, function);
  for (const char* text : {"", "cpu", "count", "request", "main"}) bytes(file, 6, text);
  for (std::uint64_t i = 0; i < kValues; ++i) bytes(file, 6, "r,=" + std::to_string(i));
  Engine engine = WithFile(file);
  const Answer answer = AskLabels(engine);
  CHECK(answer.message.U32("key_values")[0] == kValues);
  CHECK(answer.message.U32("value_begin")[1] == 1000);
  CHECK(answer.message.I64("key_rest")[0] == 1000);
  CHECK(answer.message.I64("key_cost")[0] == 2000);
  CHECK(answer.message.U8("key_all")[0] == 1);
  const auto filters = TextsOf(answer.message, "filter_offset", "filter_text");
  CHECK(filters[0] == "request=^r\\x2c=0$");
  CHECK(RootCum(engine, {.tagfocus = filters[7]}) == 1);
}

}  // namespace
}  // namespace burnglass
