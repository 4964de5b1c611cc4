// Groups of functions, held against pprof's own grouping by file and against the rows of the table.
#include <map>
#include <sstream>

#include "engine_driver.h"
#include "formats/load.h"
#include "profile/open.h"
#include "report/pprof_report.h"

namespace burnglass {
namespace {

struct Row {
  std::int64_t flat = 0, cum = 0;
  std::uint32_t functions = 0;

  bool operator==(const Row&) const = default;
};

std::map<std::string, Row> Groups(Engine& engine, pb::GroupsQuestion::By by,
                                  const std::string& query = {}) {
  pb::Header question = Question(1, 1);
  question.mutable_groups_question()->set_query(query);
  question.mutable_groups_question()->set_by(by);
  const Answer answer = Ask(engine, question);
  REQUIRE(answer.header().has_groups_answer());
  const Message& message = answer.message;
  const auto offset = message.U32("text_offset"), functions = message.U32("functions");
  const auto text = message.U8("text");
  std::map<std::string, Row> rows;
  for (std::size_t i = 0; i + 1 < offset.size(); ++i) {
    rows[std::string(text.begin() + offset[i], text.begin() + offset[i + 1])] = {
        message.I64("flat")[i], message.I64("cum")[i], functions[i]};
  }
  CHECK(rows.size() == message.I64("flat").size());
  return rows;
}

// The rows of `pprof -top -files` in one unit, untrimmed. Without start lines, by which pprof parts
// the rows of one file.
std::map<std::string, Row> FilesOfPprof(const std::string& file, const Query& query,
                                        const std::string& unit) {
  std::vector<ProfileData> data;
  data.push_back(*LoadProfile(BytesOf(file)));
  for (Function& function : data[0].functions) function.start_line = 0;
  ReportRequest request;
  request.name = "top";
  request.query = query;
  request.query.granularity = "files";
  request.query.trim = false;
  request.query.nodecount = 0;
  request.query.unit = unit;
  const Report report = *PrintReport(*OpenProfiles(std::move(data), {}), request);
  std::map<std::string, Row> rows;
  std::istringstream lines(report.text);
  bool table = false;
  for (std::string line; std::getline(lines, line);) {
    std::istringstream cells(line);
    std::string flat, share, sum, cum, cum_share, name;
    cells >> flat >> share >> sum >> cum >> cum_share >> std::ws;
    std::getline(cells, name);
    if (table) rows[name.substr(0, name.find(" ("))] = {std::stoll(flat), std::stoll(cum)};
    table |= flat == "flat";
  }
  return rows;
}

TEST_CASE("Files cost what pprof's -files says") {
  for (const auto& [file, unit] : {std::pair{"cpu.pb.gz", "ns"}, std::pair{"heap.pb.gz", "B"},
                                   std::pair{"goroutine.pb.gz", "count"}}) {
    INFO(file);
    const std::string bytes = Recorded(file);
    Engine engine = WithFile(bytes);
    auto ours = Groups(engine, pb::GroupsQuestion::FILE);
    for (auto& [text, row] : ours) row.functions = 0;
    const auto pprofs = FilesOfPprof(bytes, {}, unit);
    REQUIRE(pprofs.size() > 5);
    for (const auto& [text, row] : pprofs) {
      INFO(text);
      CHECK(ours[text].flat == row.flat);
      CHECK(ours[text].cum == row.cum);
    }
    CHECK(ours.size() == pprofs.size());
  }
}

TEST_CASE("Every way to group has all of flat, and no group more than all") {
  Engine engine = WithCpu();
  const auto by_file = Groups(engine, pb::GroupsQuestion::FILE);
  std::int64_t all = 0;
  for (const auto& [text, row] : by_file) all += row.flat;
  for (const auto by :
       {pb::GroupsQuestion::PACKAGE, pb::GroupsQuestion::MODULE, pb::GroupsQuestion::KIND}) {
    std::int64_t flat = 0;
    for (const auto& [text, row] : Groups(engine, by)) {
      flat += row.flat;
      CHECK(row.cum >= row.flat);
      CHECK(row.cum <= all);
      CHECK(row.functions > 0);
    }
    CHECK(flat == all);
  }
  const auto kinds = Groups(engine, pb::GroupsQuestion::KIND);
  CHECK(kinds.count("own code") == 1);
  CHECK(kinds.count("runtime") == 1);
  const auto packages = Groups(engine, pb::GroupsQuestion::PACKAGE);
  CHECK(packages.count("encoding/json") == 1);
  CHECK(packages.at("main").cum <= all);
}

TEST_CASE("Groups are those of the query") {
  Engine engine = WithCpu();
  const auto all = Groups(engine, pb::GroupsQuestion::PACKAGE);
  const auto focused = Groups(engine, pb::GroupsQuestion::PACKAGE, "f=sortLoop");
  CHECK(focused.size() < all.size());
  for (const auto& [text, row] : focused) CHECK(row.cum <= all.at(text).cum);
}

}  // namespace
}  // namespace burnglass
