// Frames that are not the profile's functions, by message: their names and numbers are pprof's.
#include <algorithm>
#include <sstream>

#include "base/units.h"
#include "engine_driver.h"
#include "query/query.h"

namespace burnglass {
namespace {

// What is known of names at the other end: those of Opened and all news of more.
class Teller {
 public:
  explicit Teller(const std::string& file) {
    FeedFile(engine_, 1, file, 1000);
    REQUIRE(engine_.StateOf(1) == LoadState::kOpen);
    Learn(LastNews(engine_).message);
    own_ = names_.size();
  }

  // The answer; names that come before it are learnt.
  Answer Ask(const pb::Header& question) {
    Post(engine_, question);
    StepToEnd(engine_);
    std::vector<Bytes> all = TakeAll(engine_);
    REQUIRE_FALSE(all.empty());
    for (std::size_t i = 0; i + 1 < all.size(); ++i) {
      const Answer news = ReadAnswer(std::move(all[i]));
      REQUIRE(news.header().has_more_names());
      REQUIRE(news.header().more_names().first() == names_.size());
      Learn(news.message);
    }
    return ReadAnswer(std::move(all.back()));
  }

  Answer Flame(const Query& query, const std::string& shape = "") {
    pb::Header question = Question(1, 1);
    const std::string text = QueryText(query);
    question.mutable_flame_question()->set_query(shape.empty() ? text : text + '&' + shape);
    question.mutable_flame_question()->set_min_width(1);
    Answer answer = Ask(question);
    INFO(answer.header().refusal().message());
    REQUIRE(answer.header().has_flame_answer());
    return answer;
  }

  Answer Top(const Query& query, const std::string& pattern = "") {
    pb::Header question = Question(1, 1);
    question.mutable_top_question()->set_query(QueryText(query));
    question.mutable_top_question()->set_pattern(pattern);
    return Ask(question);
  }

  Answer Peek(const Query& query, std::uint32_t name) {
    pb::Header question = Question(1, 1);
    question.mutable_peek_question()->set_query(QueryText(query));
    question.mutable_peek_question()->set_name(name);
    return Ask(question);
  }

  const std::string& Name(std::uint32_t name) const { return names_.at(name); }
  std::size_t size() const { return names_.size(); }
  std::size_t own() const { return own_; }
  // What filters by name look at.
  std::string Filtered(std::uint32_t name) const {
    return name < own_ ? Name(name) : Name(name).substr(0, filter_.at(name - own_));
  }
  std::uint32_t Find(const std::string& name) const {
    const auto it = std::find(names_.begin(), names_.end(), name);
    REQUIRE(it != names_.end());
    return static_cast<std::uint32_t>(it - names_.begin());
  }
  Engine& engine() { return engine_; }

 private:
  void Learn(const Message& message) {
    const auto begin = message.U32("form_begin"), offset = message.U32("form_offset");
    const auto text = message.U8("text");
    for (std::size_t i = 0; i + 1 < begin.size(); ++i) {
      names_.emplace_back(text.begin() + offset[begin[i]], text.begin() + offset[begin[i] + 1]);
    }
    for (const std::uint32_t length : message.U32("filter_length")) filter_.push_back(length);
  }

  Engine engine_;
  std::vector<std::string> names_;
  std::vector<std::uint32_t> filter_;
  std::size_t own_ = 0;
};

struct PprofRow {
  std::string flat, cum, name;
};

// The rows of a recorded -top.
std::vector<PprofRow> RecordedRows(const std::string& file) {
  std::istringstream text(ReadFile(SharedPath("conformance/go-real/oracle/" + file)));
  std::vector<PprofRow> rows;
  bool head = true;
  for (std::string line; std::getline(text, line);) {
    if (head) {
      head = line.find("flat%") == line.npos;
      continue;
    }
    std::istringstream cells(line);
    PprofRow row;
    std::string percent, rest;
    cells >> row.flat >> percent >> percent >> row.cum >> percent >> std::ws;
    std::getline(cells, row.name);
    for (const std::string_view mark : {" (inline)", " (partial-inline)"}) {
      if (row.name.ends_with(mark)) row.name.resize(row.name.size() - mark.size());
    }
    rows.push_back(row);
  }
  REQUIRE_FALSE(rows.empty());
  return rows;
}

std::string UnitOf(const std::vector<PprofRow>& rows) {
  for (const PprofRow& row : rows) {
    const std::size_t unit = row.cum.find_first_not_of("0123456789.-");
    if (unit != row.cum.npos) return row.cum.substr(unit);
  }
  return "";
}

// pprof begins with an address, we end with it.
std::string InOurOrder(std::string name, const Query& query) {
  if (query.granularity != "addresses") return name;
  const std::size_t space = name.find(' ');
  return name.substr(space + 1) + ' ' + name.substr(0, space);
}

struct TopCase {
  const char* profile;
  const char* recorded;
  const char* unit;
  Query query = {};
};

TEST_CASE("Rows of lines, files, addresses and labels are those that pprof prints") {
  const TopCase cases[] = {
      {"cpu.pb.gz", "cpu.tagroot.txt", "nanoseconds", {.tagroot = "phase"}},
      {"cpu.pb.gz", "cpu.top.lines.txt", "nanoseconds", {.granularity = "lines"}},
      {"cpu.pb.gz", "cpu.top.files.txt", "nanoseconds", {.granularity = "files"}},
      {"cpu.pb.gz",
       "cpu.top.addresses.noinlines.txt",
       "nanoseconds",
       {.granularity = "addresses", .noinlines = true}},
      {"cpu.pb.gz",
       "cpu.top.lines.showcolumns.txt",
       "nanoseconds",
       {.granularity = "lines", .showcolumns = true}},
      {"heap.pb.gz", "heap.top.lines.txt", "bytes", {.granularity = "lines"}},
      {"heap.pb.gz",
       "heap.top.lines.noinlines.txt",
       "bytes",
       {.granularity = "lines", .noinlines = true}}};
  for (const TopCase& one : cases) {
    INFO(one.recorded);
    Teller teller(ReadFile(SharedPath(std::string("conformance/go-real/") + one.profile)));
    const Answer top = teller.Top(one.query);
    REQUIRE(top.header().has_top_answer());
    const auto names = top.message.U32("name");
    const auto flat = top.message.I64("flat"), cum = top.message.I64("cum");
    const std::vector<PprofRow> rows = RecordedRows(one.recorded);
    const std::string unit = UnitOf(rows);
    for (const PprofRow& row : rows) {
      INFO(row.name << " flat " << row.flat << " cum " << row.cum);
      bool found = false;
      for (std::size_t i = 0; i < names.size(); ++i) {
        found |= teller.Name(names[i]) == InOurOrder(row.name, one.query) &&
                 ScaledLabel(flat[i], one.unit, unit) == row.flat &&
                 ScaledLabel(cum[i], one.unit, unit) == row.cum;
      }
      CHECK(found);
    }
  }
}

TEST_CASE("Boxes of label frames cost what the label's samples do") {
  Teller teller(Recorded("cpu.pb.gz"));
  const Answer flame = teller.Flame({.tagroot = "phase"});
  const auto depth = flame.message.U32("depth"), name = flame.message.U32("name");
  const auto cum = flame.message.I64("cum");
  std::size_t labels = 0;
  for (std::size_t i = 0; i < depth.size(); ++i) {
    if (depth[i] != 1 || teller.Name(name[i]) == "<unknown>") continue;
    INFO(teller.Name(name[i]));
    const Answer left = teller.Flame({.tagfocus = "phase=^" + teller.Name(name[i]) + "$"});
    CHECK(left.message.I64("cum")[0] == cum[i]);
    ++labels;
  }
  CHECK(labels == 3);
  // All that is called goes on below, with the names it had before.
  CHECK(flame.message.I64("cum")[0] == teller.Flame({}).message.I64("cum")[0]);
  CHECK(std::count_if(name.begin(), name.end(), [&](auto n) { return n >= teller.own(); }) == 4);
}

TEST_CASE("Label frames at the leaf have all flat, and are found, filtered and peeked at") {
  Teller teller(Recorded("cpu.pb.gz"));
  const Query query{.tagleaf = "tenant"};
  const Answer top = teller.Top(query);
  const auto names = top.message.U32("name");
  const auto flat = top.message.I64("flat");
  for (std::size_t i = 0; i < names.size(); ++i) CHECK((flat[i] == 0) == (names[i] < teller.own()));
  const std::uint32_t globex = teller.Find("globex");
  const Answer peek = teller.Peek(query, globex);
  std::int64_t callers = 0;
  for (const std::int64_t cum : peek.message.I64("caller_cum")) callers += cum;
  CHECK(callers == peek.header().peek_answer().cum());
  CHECK(peek.message.U32("callee_name").empty());
  Query focused = query;
  focused.focus = "^globex$";
  CHECK(teller.Flame(focused).message.I64("cum")[0] == peek.header().peek_answer().cum());
  pb::Header search = Question(1, 1);
  search.mutable_search_question()->set_query(QueryText(query));
  search.mutable_search_question()->set_pattern("^globex$");
  const Answer found = teller.Ask(search);
  CHECK(found.header().search_answer().matched() == peek.header().peek_answer().cum());
  REQUIRE(found.message.U8("bits").size() == (teller.size() + 7) / 8);
  CHECK(((found.message.U8("bits")[globex / 8] >> (globex % 8)) & 1) == 1);
  const Answer filtered = teller.Top(query, "^globex$");
  REQUIRE(filtered.message.U32("name").size() == 1);
  CHECK(filtered.message.U32("name")[0] == globex);
  const Answer inverted = teller.Flame(query, "tree=inverted");
  CHECK(inverted.message.U32("name")[1] >= teller.own());
}

TEST_CASE("A name keeps its number from query to query, and filters know its function") {
  Teller teller(Recorded("cpu.pb.gz"));
  const Answer once = teller.Top({.granularity = "lines"});
  const std::size_t size = teller.size();
  CHECK(size > teller.own());
  teller.Top({.tagroot = "phase"});
  CHECK(teller.size() == size + 4);
  const Answer again = teller.Top({.sample_index = "samples", .granularity = "lines"});
  CHECK(teller.size() == size + 4);
  REQUIRE(again.message.U32("name").size() == once.message.U32("name").size());
  for (const std::uint32_t name : once.message.U32("name")) {
    if (name < teller.own()) continue;
    const std::string function = teller.Filtered(name);
    INFO(teller.Name(name));
    CHECK(teller.Name(name).starts_with(function + ' '));
    CHECK(teller.Find(function) < teller.own());
  }
}

TEST_CASE("Lines, graph, groups and exports of a tree with frames of its own are made as well") {
  Teller teller(Recorded("cpu.pb.gz"));
  for (const Query& query :
       {Query{.granularity = "lines"}, Query{.granularity = "files"}, Query{.tagroot = "phase"},
        Query{.granularity = "addresses", .tagleaf = "tenant"}}) {
    const std::string text = QueryText(query);
    INFO(text);
    const Answer top = teller.Top(query);
    const std::uint32_t name = top.message.U32("name")[0];
    pb::Header lines = Question(1, 1);
    lines.mutable_lines_question()->set_query(text);
    lines.mutable_lines_question()->set_name(name);
    const Answer by_line = teller.Ask(lines);
    REQUIRE(by_line.header().has_lines_answer());
    std::int64_t flat = 0;
    for (const std::int64_t one : by_line.message.I64("flat")) flat += one;
    CHECK(flat == top.message.I64("flat")[0]);
    pb::Header graph = Question(1, 1);
    graph.mutable_graph_question()->set_query(text);
    const Answer drawn = teller.Ask(graph);
    REQUIRE(drawn.header().has_graph_answer());
    for (std::size_t i = 0; i < drawn.message.U32("name").size(); ++i) {
      const auto names = top.message.U32("name");
      const auto row = std::find(names.begin(), names.end(), drawn.message.U32("name")[i]);
      REQUIRE(row != names.end());
      const auto at = static_cast<std::size_t>(row - names.begin());
      CHECK(top.message.I64("cum")[at] == drawn.message.I64("cum")[i]);
    }
    for (const char* what : {"svg", "csv", "markdown", "folded"}) {
      pb::Header file = Question(1, 1);
      file.mutable_export_question()->set_query(text);
      file.mutable_export_question()->set_what(what);
      const Answer exported = teller.Ask(file);
      REQUIRE(exported.header().has_export_answer());
      const auto bytes = exported.message.U8("bytes");
      const std::string content(bytes.begin(), bytes.end());
      if (std::string_view(what) == "csv")
        CHECK(content.find('"' + teller.Filtered(name)) != content.npos);
    }
    CHECK(teller.engine().Json(1, "top", text, "{}").find("\"error\"") == std::string::npos);
  }
}

TEST_CASE("Functions by value of a label with label frames are those of the table") {
  Teller teller(Recorded("cpu.pb.gz"));
  pb::Header question = Question(1, 1);
  question.mutable_matrix_question()->set_query(QueryText({.tagroot = "phase"}));
  question.mutable_matrix_question()->set_key("phase");
  question.mutable_matrix_question()->set_cum(true);
  const Answer matrix = teller.Ask(question);
  REQUIRE(matrix.header().has_matrix_answer());
  const auto rows = matrix.message.U32("name");
  const std::uint32_t parse = teller.Find("parse");
  const auto row = std::find(rows.begin(), rows.end(), parse) - rows.begin();
  const std::size_t columns = matrix.message.I64("column_cost").size();
  REQUIRE(static_cast<std::size_t>(row) < rows.size());
  const auto cells = matrix.message.I64("cell");
  CHECK(cells[static_cast<std::size_t>(row) * columns] == matrix.message.I64("column_cost")[0]);
  CHECK(cells[static_cast<std::size_t>(row) * columns + 1] == 0);
}

}  // namespace
}  // namespace burnglass
