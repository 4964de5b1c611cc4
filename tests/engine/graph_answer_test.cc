// The call graph's columns, held against what the report "dot" prints of the same query.
#include <algorithm>
#include <sstream>

#include "engine_driver.h"
#include "formats/load.h"
#include "profile/open.h"
#include "report/dot_colour.h"
#include "report/pprof_report.h"

namespace burnglass {
namespace {

struct PrintedNode {
  std::string name;
  std::int64_t flat = 0, cum = 0;
  std::string colour, fill;

  bool operator==(const PrintedNode&) const = default;
};

struct PrintedEdge {
  std::uint32_t from = 0, to = 0;
  std::int64_t weight = 0;
  std::string colour;
  int width = 1;
  bool residual = false, inlined = false;

  bool operator==(const PrintedEdge&) const = default;
};

std::ostream& operator<<(std::ostream& out, const PrintedNode& n) {
  return out << n.name << ' ' << n.flat << ' ' << n.cum << ' ' << n.colour << ' ' << n.fill;
}

std::ostream& operator<<(std::ostream& out, const PrintedEdge& e) {
  return out << e.from << " -> " << e.to << ' ' << e.weight << ' ' << e.colour << ' ' << e.width
             << (e.residual ? " residual" : "") << (e.inlined ? " inlined" : "");
}

struct Printed {
  std::vector<PrintedNode> nodes;
  std::vector<PrintedEdge> edges;
};

// What stands between the two words, "" where there is no such thing.
std::string Between(const std::string& line, const std::string& before, const std::string& after) {
  const std::size_t at = line.find(before);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + before.size();
  return line.substr(begin, line.find(after, begin) - begin);
}

// What comes after the number of "N12…"; "" where there is none.
std::string AfterNumber(const std::string& text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789", 1), text.size());
  return text[0] == 'N' && end > 1 ? text.substr(end) : "";
}

// "main\nrun\n10ns (5%)\nof 20ns (10%)": the number before " (" of the last line that has no "of".
std::int64_t FlatOf(const std::string& label) {
  const std::size_t of = label.rfind("\\nof ");
  const std::string rest = label.substr(0, of);
  const std::size_t line = rest.rfind("\\n");
  return std::stoll(rest.substr(line == std::string::npos ? 0 : line + 2));
}

PrintedNode NodeOf(const std::string& line) {
  const std::string tooltip = Between(line, "tooltip=\"", "\" color");
  const std::size_t value = tooltip.rfind(" (");
  return {tooltip.substr(0, value), FlatOf(Between(line, "label=\"", "\" id=")),
          std::stoll(tooltip.substr(value + 2)), Between(line, " color=\"", "\""),
          Between(line, "fillcolor=\"", "\"")};
}

PrintedEdge EdgeOf(const std::string& line) {
  const std::string width = Between(line, "penwidth=", " ");
  return {static_cast<std::uint32_t>(std::stoul(line.substr(1)) - 1),
          static_cast<std::uint32_t>(std::stoul(Between(line, "-> N", " ")) - 1),
          std::stoll(Between(line, "label=\" ", "\"")),
          Between(line, " color=\"", "\""),
          width.empty() ? 1 : std::stoi(width),
          line.find("style=\"dotted\"") != std::string::npos,
          line.find("(inline)") != std::string::npos};
}

ProfilePtr OpenAsEngine(const std::string& file) {
  Result<ProfileData> data = LoadProfile(BytesOf(file));
  REQUIRE(data.ok());
  std::vector<ProfileData> one;
  one.push_back(data.Take());
  Result<ProfilePtr> profile =
      OpenProfiles(std::move(one), {.demangle = {.style = Demangling::kNone}});
  REQUIRE(profile.ok());
  return profile.Take();
}

Printed PrintedDot(const std::string& file, const Query& query) {
  ReportRequest request;
  request.name = "dot";
  request.query = query;
  const Result<Report> report = PrintReport(OpenAsEngine(file), request);
  REQUIRE(report.ok());
  std::istringstream lines(report->text);
  Printed printed;
  for (std::string line; std::getline(lines, line);) {
    // The small boxes of labels are N1_0.
    const std::string rest = AfterNumber(line);
    if (rest.starts_with(" [")) printed.nodes.push_back(NodeOf(line));
    if (!rest.starts_with(" -> N")) continue;
    if (AfterNumber(rest.substr(4)).starts_with(" [")) printed.edges.push_back(EdgeOf(line));
  }
  return printed;
}

std::vector<std::string> FullNames(const Message& opened) {
  const auto begin = opened.U32("form_begin"), offset = opened.U32("form_offset");
  const auto text = opened.U8("text");
  std::vector<std::string> names;
  for (std::size_t i = 0; i + 1 < begin.size(); ++i) {
    names.emplace_back(text.begin() + offset[begin[i]], text.begin() + offset[begin[i] + 1]);
  }
  return names;
}

struct Asked {
  Printed printed;
  pb::GraphAnswer facts;
};

Asked AskGraph(const std::string& file, const Query& query) {
  Engine engine;
  FeedFile(engine, 1, file, 1 << 16);
  const std::vector<std::string> names = FullNames(LastNews(engine).message);
  pb::Header question = Question(1, 1);
  question.mutable_graph_question()->set_query(QueryText(query));
  const Answer answer = Ask(engine, question);
  INFO(answer.header().refusal().message());
  REQUIRE(answer.header().has_graph_answer());
  const Message& m = answer.message;
  Asked asked{{}, answer.header().graph_answer()};
  for (std::size_t i = 0; i < m.U32("name").size(); ++i) {
    REQUIRE(m.U32("name")[i] < names.size());
    asked.printed.nodes.push_back({names[m.U32("name")[i]], m.I64("flat")[i], m.I64("cum")[i],
                                   ColourText(m.U32("colour")[i]), ColourText(m.U32("fill")[i])});
  }
  for (std::size_t i = 0; i < m.U32("from").size(); ++i) {
    const std::uint8_t flags = m.U8("edge_flags")[i];
    asked.printed.edges.push_back({m.U32("from")[i], m.U32("to")[i], m.I64("weight")[i],
                                   ColourText(m.U32("edge_colour")[i]), m.U8("edge_width")[i],
                                   (flags & 1) != 0, (flags & 2) != 0});
  }
  return asked;
}

struct Case {
  const char* file;
  Query query;  // its unit is the profile's own, so that values are printed to the number
};

const Case kCases[] = {
    {"cpu.pb.gz", {.unit = "nanoseconds"}},
    {"cpu.pb.gz", {.unit = "nanoseconds", .nodecount = 12}},
    {"cpu.pb.gz", {.focus = "sortLoop", .unit = "nanoseconds"}},
    {"cpu.pb.gz", {.hide = "^runtime\\.", .unit = "nanoseconds", .trim = false}},
    {"cpu.pb.gz", {.call_tree = true, .unit = "nanoseconds", .nodecount = 30}},
    {"heap.pb.gz", {.unit = "bytes"}},
    {"heap.pb.gz", {.sample_index = "alloc_space", .unit = "bytes", .edgefraction = 0.05}},
    {"goroutine.pb.gz", {.unit = "count"}},
};

TEST_CASE("The call graph is the one that pprof draws, node by node and edge by edge") {
  std::size_t residual = 0, thick = 0;
  for (const Case& one : kCases) {
    INFO(one.file << " " << QueryText(one.query));
    const std::string file = Recorded(one.file);
    const Printed printed = PrintedDot(file, one.query);
    const Asked asked = AskGraph(file, one.query);
    REQUIRE(printed.nodes.size() > 3);
    REQUIRE(asked.printed.nodes == printed.nodes);
    REQUIRE(asked.printed.edges == printed.edges);
    for (const PrintedEdge& edge : printed.edges)
      residual += edge.residual, thick += edge.width > 3;
  }
  CHECK(residual > 0);
  CHECK(thick > 0);
}

TEST_CASE("What the call graph leaves out is told in numbers") {
  const std::string file = Recorded("cpu.pb.gz");
  const Asked few = AskGraph(file, {.nodecount = 12}), all = AskGraph(file, {.trim = false});
  // Labels count as nodes, as in pprof's pictures.
  CHECK(few.printed.nodes.size() > 3);
  CHECK(few.printed.nodes.size() <= 12);
  CHECK(few.facts.nodes_before() > 12);
  CHECK(few.facts.nodes_before() + few.facts.dropped_nodes() == all.printed.nodes.size());
  CHECK(few.facts.node_cutoff() == few.facts.total() / 200);
  CHECK(all.facts.dropped_nodes() == 0);
  CHECK(all.facts.shown() == all.facts.total());
  std::int64_t flat = 0;
  for (const PrintedNode& node : few.printed.nodes) flat += node.flat;
  CHECK(few.facts.shown() == flat);
}

}  // namespace
}  // namespace burnglass
