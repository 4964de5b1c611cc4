// Contention of a block and a mutex profile in the page: the rows of `burnglass contention`.
#include <algorithm>
#include <set>

#include "analysis/contention.h"
#include "engine_driver.h"
#include "formats/load.h"
#include "profile/open.h"

namespace burnglass {
namespace {

std::string Locks(const std::string& name) {
  return ReadFile(TestDataPath("incidents/audit/" + name));
}

ContentionSource Source(const std::string& bytes, const std::string& name) {
  std::vector<ProfileData> data;
  data.push_back(*LoadProfile(BytesOf(bytes)));
  return {*OpenProfiles(std::move(data), {}), name};
}

std::string TextAt(const Message& message, const std::string& column, std::size_t i) {
  const auto offset = message.U32(column + "_offset");
  const auto text = message.U8(column + "_text");
  return {text.begin() + offset[i], text.begin() + offset[i + 1]};
}

Engine WithBoth() {
  Engine engine;
  FeedFile(engine, 1, Locks("block.pb.gz"), 1000, "block.pb.gz");
  FeedFile(engine, 2, Locks("mutex.pb.gz"), 1000, "mutex.pb.gz");
  FeedFile(engine, 3, Recorded("cpu.pb.gz"), 1000, "cpu.pb.gz");
  TakeAll(engine);
  return engine;
}

pb::Header AskedWith(std::uint32_t other, std::uint32_t profile) {
  pb::Header question = Question(1, 1, profile);
  question.mutable_contention_question()->add_other(other);
  return question;
}

TEST_CASE("Rows of two profiles are those that the command prints, by site") {
  Engine engine = WithBoth();
  const Answer answer = Ask(engine, AskedWith(2, 1));
  REQUIRE(answer.header().has_contention_answer());
  const std::vector<ContentionSource> sources = {Source(Locks("mutex.pb.gz"), "mutex.pb.gz"),
                                                 Source(Locks("block.pb.gz"), "block.pb.gz")};
  const Contention found = *FindContention(sources);
  const Message& m = answer.message;
  REQUIRE(m.U32("name").size() == found.rows.size());
  REQUIRE(found.rows.size() > 2);
  std::multiset<std::string> told, wanted;
  for (std::size_t i = 0; i < found.rows.size(); ++i) {
    const ContentionRow& row = found.rows[i];
    const int role = row.makes_wait ? 1 : row.idle ? 2 : 0;
    wanted.insert(row.function + ' ' + std::to_string(role) + ' ' + std::to_string(row.count) +
                  ' ' + std::to_string(row.delay_ns) + ' ' + row.kind + ' ' +
                  (row.idle ? "" : found.sites[row.site].name));
    const std::uint32_t site = m.U32("site")[i];
    CHECK((m.U8("role")[i] == 2) == (site == kNone));
    told.insert(TextAt(m, "function", i) + ' ' + std::to_string(m.U8("role")[i]) + ' ' +
                std::to_string(m.I64("count")[i]) + ' ' + std::to_string(m.I64("delay")[i]) + ' ' +
                TextAt(m, "kind", i) + ' ' + (site == kNone ? "" : TextAt(m, "site", site)));
  }
  CHECK(told == wanted);
  const auto sites = m.U32("site");
  CHECK(std::is_sorted(sites.begin(), sites.end()));
  CHECK(answer.header().contention_answer().block());
  CHECK(answer.header().contention_answer().mutex());
}

TEST_CASE("What a site costs is the sum of its rows") {
  Engine engine = WithBoth();
  const Answer answer = Ask(engine, AskedWith(2, 1));
  const Message& m = answer.message;
  std::vector<std::int64_t> waits(m.I64("site_waits").size()), makes(waits.size());
  for (std::size_t i = 0; i < m.U32("site").size(); ++i) {
    const std::uint32_t site = m.U32("site")[i];
    if (site != kNone) (m.U8("role")[i] == 1 ? makes : waits)[site] += m.I64("delay")[i];
  }
  REQUIRE_FALSE(waits.empty());
  CHECK(std::equal(waits.begin(), waits.end(), m.I64("site_waits").begin()));
  CHECK(std::equal(makes.begin(), makes.end(), m.I64("site_makes_wait").begin()));
}

TEST_CASE("What counts no contentions is refused by its name") {
  Engine engine = WithBoth();
  CHECK(Ask(engine, AskedWith(3, 1)).header().refusal().message() ==
        "cpu.pb.gz is no block or mutex profile.");
  CHECK(Ask(engine, AskedWith(9, 1)).header().has_refusal());
}

}  // namespace
}  // namespace burnglass
