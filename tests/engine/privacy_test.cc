// The privacy panel's answer, and redacted copies.
#include <algorithm>
#include <map>
#include <set>

#include "engine_driver.h"
#include "formats/encode.h"
#include "formats/load.h"

namespace burnglass {
namespace {

pb::PrivacyAnswer Privacy(Engine& engine) {
  pb::Header question = Question(1, 1);
  question.mutable_privacy_question();
  const Answer answer = Ask(engine, question);
  REQUIRE(answer.header().has_privacy_answer());
  return answer.header().privacy_answer();
}

TEST_CASE("What a profile could tell is answered in sections, with packages to choose from") {
  Engine engine = WithCpu();
  const pb::PrivacyAnswer answer = Privacy(engine);
  std::map<std::string, std::uint64_t> distinct;
  for (const pb::PrivacySection& section : answer.section()) {
    for (const pb::PrivacyFinding& one : section.finding()) distinct[one.what()] = one.distinct();
  }
  CHECK(distinct.at("Label tenant") == 3);
  CHECK(distinct.at("E-mail addresses") == 0);
  CHECK(distinct.at("Programs and libraries") > 0);
  REQUIRE(answer.package_size() > 0);
  CHECK(answer.package(0).name() == "main");
  CHECK(answer.packages() == static_cast<std::uint32_t>(answer.package_size()));
}

TEST_CASE("An answer of very many labels is bounded, and says so") {
  ProfileData data = LoadProfile(BytesOf(Recorded("cpu.pb.gz"))).Take();
  data.labels.clear();
  data.label_ends.assign(data.sample_count(), 600);
  for (int i = 0; i < 600; ++i) {
    const StringId text = data.strings.Intern("key" + std::to_string(i));
    data.labels.push_back({.key = text, .str = text});
  }
  Engine engine = WithFile(EncodeProfile(data));
  const pb::PrivacyAnswer answer = Privacy(engine);
  for (const pb::PrivacySection& section : answer.section()) {
    CHECK(section.finding_size() <= 500);
    if (section.title() == "Labels") CHECK(section.left_out() == 100);
  }
}

// Flat and cum of all rows of the default top table.
std::multiset<std::pair<std::int64_t, std::int64_t>> TopNumbers(Engine& engine,
                                                                std::uint32_t profile,
                                                                const std::string& query) {
  pb::Header question = Question(9, 9, profile);
  question.mutable_top_question()->set_query(query);
  const Answer answer = Ask(engine, question);
  REQUIRE(answer.header().has_top_answer());
  const auto flat = answer.message.I64("flat"), cum = answer.message.I64("cum");
  std::multiset<std::pair<std::int64_t, std::int64_t>> numbers;
  for (std::size_t i = 0; i < flat.size(); ++i) numbers.emplace(flat[i], cum[i]);
  return numbers;
}

TEST_CASE(
    "A redacted export opens with the same table, of what is filtered, under no telling name") {
  for (const std::string query : {"", "f=sortLoop"}) {
    Engine engine = WithCpu();
    pb::Header question = Question(1, 1);
    question.mutable_export_question()->set_query(query);
    question.mutable_export_question()->set_what("redacted");
    const Answer answer = Ask(engine, question);
    REQUIRE(answer.header().has_export_answer());
    CHECK(answer.header().export_answer().file() == "redacted.pb.gz");
    const auto bytes = answer.message.U8("bytes");
    const std::string copy(bytes.begin(), bytes.end());
    CHECK(EncodeProfile(LoadProfile(BytesOf(copy)).Take()).find("sortLoop") == std::string::npos);
    FeedFile(engine, 2, copy, 1 << 16);
    REQUIRE(engine.StateOf(2) == LoadState::kOpen);
    TakeAll(engine);
    CHECK(TopNumbers(engine, 2, "") == TopNumbers(engine, 1, query));
  }
}

TEST_CASE("Packages that are chosen keep their names in a redacted export") {
  Engine engine = WithCpu();
  pb::Header question = Question(1, 1);
  question.mutable_export_question()->set_what("redacted");
  question.mutable_export_question()->add_keep("main");
  const Answer answer = Ask(engine, question);
  const auto bytes = answer.message.U8("bytes");
  const std::string copy(bytes.begin(), bytes.end());
  CHECK(EncodeProfile(LoadProfile(BytesOf(copy)).Take()).find("main.sortLoop") !=
        std::string::npos);
}

}  // namespace
}  // namespace burnglass
