// The answers' columns, read as the viewer reads them.
#include <algorithm>
#include <map>
#include <numeric>
#include <sstream>

#include "engine_driver.h"
#include "plain_profile.h"

namespace burnglass {
namespace {

// The names of an Opened message, each in its full form.
std::vector<std::string> FullNames(const Message& opened) {
  const auto begin = opened.U32("form_begin"), offset = opened.U32("form_offset");
  const auto text = opened.U8("text");
  std::vector<std::string> names;
  for (std::size_t i = 0; i + 1 < begin.size(); ++i) {
    const std::size_t form = begin[i];
    names.emplace_back(text.begin() + offset[form], text.begin() + offset[form + 1]);
  }
  return names;
}

// An engine with one profile, and what Opened said of it.
struct Opened {
  Engine engine;
  Answer news;
  std::vector<std::string> names;

  explicit Opened(const std::string& file) {
    FeedFile(engine, 1, file, 1 << 16);
    news = LastNews(engine);
    REQUIRE(news.header().has_opened());
    names = FullNames(news.message);
  }

  std::uint32_t NameOf(std::string_view text) const {
    const auto at = std::find(names.begin(), names.end(), text);
    REQUIRE(at != names.end());
    return static_cast<std::uint32_t>(at - names.begin());
  }

  Answer Flame(std::int64_t x_begin = 0, std::int64_t x_end = 0, std::int64_t min_width = 0) {
    pb::Header question = Question(1, 1);
    pb::FlameQuestion& flame = *question.mutable_flame_question();
    flame.set_x_begin(x_begin);
    flame.set_x_end(x_end);
    flame.set_min_width(min_width);
    return Ask(engine, question);
  }

  Answer Top(pb::TopQuestion::Sort sort, bool ascending, std::string_view pattern = {}) {
    pb::Header question = Question(1, 1);
    pb::TopQuestion& top = *question.mutable_top_question();
    top.set_sort(sort);
    top.set_ascending(ascending);
    top.set_pattern(std::string(pattern));
    return Ask(engine, question);
  }
};

TEST_CASE("Names: forms get shorter, numbers are in range") {
  Opened opened(Recorded("cpu.pb.gz"));
  const Message& message = opened.news.message;
  const auto begin = message.U32("form_begin"), offset = message.U32("form_offset");
  const std::size_t names = opened.names.size();
  REQUIRE(names > 100);
  for (const char* column : {"package_length", "row", "file", "line"}) {
    INFO(column);
    CHECK(message.U32(column).size() == names);
  }
  CHECK(message.U8("name_class").size() == names);
  CHECK(message.U8("name_class")[0] == 4);
  const std::size_t files = message.U32("file_offset").size() - 1;
  for (std::size_t i = 0; i < names; ++i) {
    INFO(opened.names[i]);
    REQUIRE(begin[i] < begin[i + 1]);
    for (std::uint32_t form = begin[i]; form + 1 < begin[i + 1]; ++form) {
      // "(eval…)" saves two characters, though the dots have three bytes.
      REQUIRE(offset[form + 2] - offset[form + 1] <= offset[form + 1] - offset[form] + 2);
    }
    REQUIRE(message.U32("package_length")[i] <= opened.names[i].size());
    REQUIRE(message.U32("file")[i] < files);
    REQUIRE(message.U32("row")[i] == i);  // no addresses in this profile
  }
}

TEST_CASE("Boxes and rows agree: flat of a row is flat of its boxes") {
  for (const char* file : {"cpu.pb.gz", "heap.pb.gz", "goroutine.pb.gz"}) {
    INFO(file);
    Opened opened(Recorded(file));
    const Answer flame = opened.Flame(0, 0, 1), top = opened.Top(pb::TopQuestion::FLAT, false);
    CHECK(flame.header().flame_answer().left_out() == 0);
    const auto row = opened.news.message.U32("row");
    std::map<std::uint32_t, std::int64_t> flat;
    std::map<std::uint32_t, std::uint32_t> boxes;
    for (std::size_t i = 1; i < flame.message.U32("name").size(); ++i) {
      flat[row[flame.message.U32("name")[i]]] += flame.message.I64("flat")[i];
      ++boxes[row[flame.message.U32("name")[i]]];
    }
    const auto name = top.message.U32("name");
    REQUIRE(name.size() == flat.size());
    for (std::size_t i = 0; i < name.size(); ++i) {
      REQUIRE(top.message.I64("flat")[i] == flat[name[i]]);
      REQUIRE(top.message.U32("boxes")[i] == boxes[name[i]]);
    }
  }
}

// The functions of pprof's own table, in its order: the sixth column.
std::vector<std::string> RecordedTop(const char* file) {
  std::istringstream lines(Recorded(file));
  std::vector<std::string> names;
  bool in_table = false;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream cells(line);
    std::string flat, flat_percent, sum, cum, cum_percent, name;
    cells >> flat >> flat_percent >> sum >> cum >> cum_percent;
    if (in_table && cells >> name) names.push_back(name);
    in_table |= flat == "flat";
  }
  return names;
}

TEST_CASE("The first rows by flat are pprof's") {
  // Beyond those with flat, pprof leaves out small rows that are here.
  const std::vector<std::string> recorded = RecordedTop("cpu.top.txt");
  REQUIRE(recorded.size() > 10);
  Opened opened(Recorded("cpu.pb.gz"));
  const Answer top = opened.Top(pb::TopQuestion::FLAT, false);
  for (std::size_t i = 0; i < 10; ++i) {
    CHECK(opened.names[top.message.U32("name")[i]] == recorded[i]);
  }
}

TEST_CASE("Rows stand from the largest or, ascending, from the smallest and from A") {
  Opened opened(Recorded("cpu.pb.gz"));
  for (const auto sort : {pb::TopQuestion::FLAT, pb::TopQuestion::CUM, pb::TopQuestion::NAME}) {
    const Answer up = opened.Top(sort, true), down = opened.Top(sort, false);
    std::vector<std::uint32_t> turned(up.message.U32("name").begin(), up.message.U32("name").end());
    std::reverse(turned.begin(), turned.end());
    CHECK(std::equal(turned.begin(), turned.end(), down.message.U32("name").begin(),
                     down.message.U32("name").end()));
  }
  const Answer by_name = opened.Top(pb::TopQuestion::NAME, true);
  const auto name = by_name.message.U32("name");
  CHECK(std::is_sorted(name.begin(), name.end(), [&](std::uint32_t a, std::uint32_t b) {
    return opened.names[a] < opened.names[b];
  }));
  const Answer by_cum = opened.Top(pb::TopQuestion::CUM, false);
  const auto cum = by_cum.message.I64("cum");
  for (std::size_t i = 1; i < cum.size(); ++i) {
    REQUIRE(cum[i - 1] >= cum[i]);
    // Equal ones by name, as in pprof.
    const auto cum_name = by_cum.message.U32("name");
    if (cum[i - 1] == cum[i]) {
      REQUIRE(opened.names[cum_name[i - 1]] < opened.names[cum_name[i]]);
    }
  }
}

TEST_CASE("A window of the flame graph has finer boxes, and the same numbers for them") {
  std::vector<PlainSample> samples{{"wide", 1'000'000}};
  for (int i = 0; i < 100; ++i) samples.push_back({"narrow" + std::to_string(i), 10});
  Opened opened(PlainProfile(samples));
  const Answer whole = opened.Flame();
  const pb::FlameAnswer& all = whole.header().flame_answer();
  CHECK(all.boxes() == 102);
  CHECK(all.depth() == 1);
  CHECK(all.min_width() == 61);
  CHECK(all.left_out() == 100);
  CHECK(whole.message.U8("flags")[0] == 2);
  CHECK(whole.message.U32("node").size() == 2);

  const Answer part = opened.Flame(1'000'000, 1'000'100);
  CHECK(part.header().flame_answer().left_out() == 0);
  CHECK(part.header().flame_answer().min_width() == 1);
  REQUIRE(part.message.U32("node").size() == 11);
  CHECK(part.message.U8("flags")[0] == 0);
  // Ten equally wide ones side by side, by name.
  CHECK(part.message.U32("node")[1] == 2);
  CHECK(part.message.U32("node")[10] == 11);
  CHECK(part.message.I64("x")[10] == 1'000'090);
  CHECK(opened.names[part.message.U32("name")[1]] == "narrow0");
  CHECK(opened.names[part.message.U32("name")[3]] == "narrow10");
}

TEST_CASE("A hit too narrow for the flame answer is told by its place") {
  std::vector<PlainSample> samples{{"wide", 1'000'000}, {"hit", 20}, {"other", 10}};
  Opened opened(PlainProfile(samples));
  pb::Header question = Question(1, 1);
  question.mutable_search_question()->set_pattern("^hit|^wide");
  const Answer answer = Ask(opened.engine, question);
  CHECK(answer.header().search_answer().matched() == 1'000'020);
  CHECK(answer.header().search_answer().names() == 2);
  REQUIRE(answer.message.I64("narrow_x").size() == 1);
  CHECK(answer.message.I64("narrow_x")[0] == 1'000'000);
  CHECK(answer.message.U32("narrow_depth")[0] == 1);
  const auto bits = answer.message.U8("bits");
  const std::uint32_t hit = opened.NameOf("hit"), other = opened.NameOf("other");
  CHECK((bits[hit / 8] >> hit % 8 & 1) == 1);
  CHECK((bits[other / 8] >> other % 8 & 1) == 0);
}

TEST_CASE("A pattern that is none is told in words, with all rows and no bits") {
  Opened opened(Recorded("cpu.pb.gz"));
  pb::Header question = Question(1, 1);
  question.mutable_search_question()->set_pattern("a(b");
  const Answer answer = Ask(opened.engine, question);
  CHECK(answer.header().search_answer().invalid().find("a(b") != std::string::npos);
  CHECK(answer.message.U8("bits").empty());
}

TEST_CASE("Steps by name, forth and back") {
  Opened opened(Recorded("cpu.pb.gz"));
  const Answer flame = opened.Flame();
  const std::uint32_t name = flame.message.U32("name")[1];
  const auto step = [&](std::uint32_t from, bool back) {
    pb::Header question = Question(1, 1);
    question.mutable_step_question()->set_name(name);
    question.mutable_step_question()->set_from_node(from);
    question.mutable_step_question()->set_back(back);
    return Ask(opened.engine, question).header().step_answer();
  };
  const pb::StepAnswer first = step(0, false), last = step(0, true);
  CHECK(first.found());
  CHECK(first.name() == name);
  CHECK(first.index() == 0);
  CHECK(last.index() + 1 == last.of());
  CHECK(step(last.node(), false).node() == first.node());
  CHECK(step(first.node(), true).node() == last.node());
  CHECK(step(1'000'000, false).node() == first.node());  // no such box: from the beginning
}

TEST_CASE("A function among its callers and callees") {
  Opened opened(Recorded("cpu.pb.gz"));
  const Answer top = opened.Top(pb::TopQuestion::CUM, false);
  for (std::size_t i = 0; i < 20; ++i) {
    pb::Header question = Question(1, 1);
    question.mutable_peek_question()->set_name(top.message.U32("name")[i]);
    const Answer peek = Ask(opened.engine, question);
    CHECK(peek.header().peek_answer().flat() == top.message.I64("flat")[i]);
    CHECK(peek.header().peek_answer().cum() == top.message.I64("cum")[i]);
    CHECK(peek.header().peek_answer().boxes() == top.message.U32("boxes")[i]);
    const auto cum = peek.message.I64("callee_cum");
    CHECK(peek.message.U32("callee_name").size() == cum.size());
    CHECK(std::is_sorted(cum.begin(), cum.end(), std::greater<>()));
    // What is called directly costs no more than the caller, when nothing calls back.
    for (const std::int64_t one : cum) CHECK(one <= top.message.I64("cum")[i]);
  }
}

}  // namespace
}  // namespace burnglass
