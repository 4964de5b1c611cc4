// Sets of profiles: parts are only decoded, are merged into one, and the growth over them is told
// as `burnglass series` tells it for the same files.
#include <map>
#include <numeric>

#include "analysis/series.h"
#include "engine_driver.h"
#include "formats/load.h"
#include "profile/open.h"

namespace burnglass {
namespace {

constexpr std::uint32_t kMade = 1u << 30;

std::string FileOf(const std::string& name) { return ReadFile(TestDataPath("incidents/" + name)); }

void FeedPart(Engine& engine, std::uint32_t number, const std::string& file,
              const std::string& name) {
  engine.OpenPart(number, name, file.size());
  if (engine.Feed(number, BytesOf(file))) engine.End(number);
  StepToEnd(engine);
}

std::string HeapName(int i) { return "heap.0" + std::to_string(i) + ".pb.gz"; }

void MakeOf(Engine& engine, std::vector<std::uint32_t> sources) {
  pb::Header question = Question(0, 0, kMade);
  question.mutable_make_question()->mutable_source()->Assign(sources.begin(), sources.end());
  question.mutable_make_question()->set_name("8 heap profiles");
  Post(engine, question);
  StepToEnd(engine);
}

Series SeriesOfFiles() {
  SeriesBuilder builder("heap", {});
  for (int i = 1; i <= 8; ++i) {
    std::vector<ProfileData> one;
    const std::string file = FileOf("feed/" + HeapName(i));
    one.push_back(*LoadProfile(BytesOf(file)));
    REQUIRE(builder.Add(HeapName(i), **OpenProfiles(std::move(one))).ok());
  }
  return builder.Finish();
}

TEST_CASE("A part of a set is told when it is decoded, and has no answers of its own") {
  Engine engine;
  FeedPart(engine, 1, FileOf("feed/heap.01.pb.gz"), "heap.01.pb.gz");
  CHECK(engine.StateOf(1) == LoadState::kOpen);
  const std::vector<Bytes> news = TakeAll(engine);
  REQUIRE(news.size() == 1);
  const Answer told = ReadAnswer(news[0]);
  CHECK(told.header().profile() == 1);
  CHECK(told.header().part().name() == "heap.01.pb.gz");
  CHECK(told.header().part().kind() == "heap");
  CHECK(told.header().part().series() == "heap inuse_space");
  CHECK(told.header().part().samples() > 0);

  pb::Header question = Question(1, 1);
  question.mutable_flame_question();
  CHECK(Ask(engine, question).header().has_refusal());
}

TEST_CASE("A part that is no profile fails with a sentence, and the others stay") {
  Engine engine;
  FeedPart(engine, 1, FileOf("feed/heap.01.pb.gz"), "heap.01.pb.gz");
  FeedPart(engine, 2, "no profile at all", "notes.txt");
  CHECK(engine.StateOf(1) == LoadState::kOpen);
  CHECK(engine.StateOf(2) == LoadState::kFailed);
  CHECK(engine.ErrorOf(2).starts_with("notes.txt: "));
}

TEST_CASE("Parts that are all read before any is decoded") {
  Engine engine;
  for (const int i : {2, 5, 6, 1, 3, 7, 8, 4, 9}) {
    const std::string file = i == 9 ? FileOf("feed/truth.json") : FileOf("feed/" + HeapName(i));
    const auto number = static_cast<std::uint32_t>(i);
    engine.OpenPart(number, HeapName(i), file.size());
    CHECK(engine.Feed(number, BytesOf(file)));
    engine.End(number);
  }
  StepToEnd(engine, 0);
  for (std::uint32_t i = 1; i <= 8; ++i) CHECK(engine.StateOf(i) == LoadState::kOpen);
  CHECK(engine.StateOf(9) == LoadState::kFailed);
  TakeAll(engine);
  MakeOf(engine, {1, 2, 3, 4, 5, 6, 7, 8});
  CHECK(LastNews(engine).header().opened().made_source_size() == 8);
}

TEST_CASE("The growth over a set is that of the command") {
  Engine engine;
  // Not in the order of their times, which the names tell.
  for (const int i : {3, 1, 2, 8, 4, 5, 6, 7}) {
    FeedPart(engine, static_cast<std::uint32_t>(i), FileOf("feed/" + HeapName(i)), HeapName(i));
  }
  MakeOf(engine, {3, 1, 2, 8, 4, 5, 6, 7});
  CHECK(LastNews(engine).header().opened().made_source_size() == 8);
  pb::Header question = Question(5, 1, kMade);
  question.mutable_series_question();
  const Answer answer = Ask(engine, question);
  INFO(answer.header().refusal().message());
  const pb::SeriesAnswer& series = answer.header().series_answer();

  const Series expected = SeriesOfFiles();
  REQUIRE(series.name_size() == 8);
  CHECK(series.unit() == "bytes");
  REQUIRE(static_cast<std::size_t>(series.rows()) == expected.rows.size());
  for (int i = 0; i < 8; ++i) {
    CHECK(series.name(i) == expected.names[static_cast<std::size_t>(i)]);
    CHECK(series.profile(i) == static_cast<std::uint32_t>(i + 1));
    std::int64_t total = 0;
    for (const SeriesRow& row : expected.rows) total += row.counts[static_cast<std::size_t>(i)];
    CHECK(series.total(i) == total);
  }
  for (int i = 0; i < series.row_size(); ++i) {
    const SeriesRow& row = expected.rows[static_cast<std::size_t>(i)];
    const std::vector<std::int64_t> counts(series.row(i).count().begin(),
                                           series.row(i).count().end());
    CHECK(series.row(i).function() == row.function);
    CHECK(counts == row.counts);
    CHECK(series.row(i).verdict() == VerdictName(row.trend.verdict));
    CHECK(series.row(i).slope() == row.trend.slope);
  }
  // The number names the function in the merged profile.
  CHECK(series.row(0).name_id() != 0);
}

Engine WithFeed() {
  Engine engine;
  std::vector<std::uint32_t> numbers;
  for (const int i : {3, 1, 2, 8, 4, 5, 6, 7}) {
    numbers.push_back(static_cast<std::uint32_t>(i));
    FeedPart(engine, numbers.back(), FileOf("feed/" + HeapName(i)), HeapName(i));
  }
  MakeOf(engine, numbers);
  TakeAll(engine);
  return engine;
}

// By path of names what a box has in a tree, as the flame graph's answer tells it.
std::map<std::string, std::int64_t> CumsOf(const Answer& answer, std::span<const std::int64_t> of) {
  const auto parent = answer.message.U32("parent"), name = answer.message.U32("name"),
             node = answer.message.U32("node");
  std::vector<std::string> path(parent.size());
  std::map<std::string, std::int64_t> cums;
  for (std::size_t i = 0; i < parent.size(); ++i) {
    if (i > 0) path[i] = path[parent[i]] + '/' + std::to_string(name[i]);
    cums[path[i]] = of[node[i]];
  }
  return cums;
}

Answer FlameOf(Engine& engine, const std::string& query) {
  pb::Header question = Question(6, 2, kMade);
  question.mutable_flame_question()->set_query(query);
  question.mutable_flame_question()->set_min_width(1);
  return Ask(engine, question);
}

Answer SlopesOf(Engine& engine, const std::string& query) {
  pb::Header question = Question(7, 3, kMade);
  question.mutable_slopes_question()->set_query(query);
  return Ask(engine, question);
}

// What a line that is fitted to the counts gains over them, by hand.
double Gain(const std::vector<double>& times, const std::vector<std::int64_t>& counts) {
  double mean = 0, count = 0, above = 0, below = 0;
  for (const double time : times) mean += time / static_cast<double>(times.size());
  for (const std::int64_t one : counts) {
    count += static_cast<double>(one) / static_cast<double>(counts.size());
  }
  for (std::size_t i = 0; i < times.size(); ++i) {
    above += (times[i] - mean) * (static_cast<double>(counts[i]) - count);
    below += (times[i] - mean) * (times[i] - mean);
  }
  return above / below * (times.back() - times.front());
}

TEST_CASE("A box of a series grew by what a line gains that is fitted to its counts") {
  Engine engine = WithFeed();
  const Answer flame = FlameOf(engine, ""), slopes = SlopesOf(engine, "");
  INFO(slopes.header().refusal().message());
  const pb::SlopesAnswer& facts = slopes.header().slopes_answer();
  CHECK(facts.profiles() == 8);
  CHECK_FALSE(facts.differences());
  CHECK(slopes.message.I64("change").size() == flame.header().flame_answer().boxes());

  std::vector<double> times;
  std::vector<std::int64_t> counts;
  for (int i = 1; i <= 8; ++i) {
    const std::string file = FileOf("feed/" + HeapName(i));
    const ProfileData data = *LoadProfile(BytesOf(file));
    times.push_back(static_cast<double>(data.time_nanos) / 1e9);
    const auto& values = data.values.back();
    counts.push_back(std::accumulate(values.begin(), values.end(), std::int64_t{0}));
  }
  const double told = static_cast<double>(slopes.message.I64("change")[0]) / facts.scale();
  CHECK(std::abs(told - Gain(times, counts)) < 1 + 1e-3 * std::abs(told));
}

TEST_CASE("What boxes grew by adds up, and is the same for equal paths in every order") {
  Engine engine = WithFeed();
  const Answer flame = FlameOf(engine, ""), slopes = SlopesOf(engine, "");
  const auto upright = CumsOf(flame, slopes.message.I64("change"));
  const auto by_name =
      CumsOf(FlameOf(engine, "order=name"), SlopesOf(engine, "order=name").message.I64("change"));
  CHECK(upright == by_name);
  // Of children no more is told than of their parent, when nothing ends in it itself.
  const auto inverted = SlopesOf(engine, "tree=inverted");
  CHECK(inverted.message.I64("change")[0] == slopes.message.I64("change")[0]);
  CHECK(SlopesOf(engine, "f=nothing+is+called+so").header().has_refusal());
}

TEST_CASE("A profile that is not made of several has no slopes") {
  Engine engine = WithCpu();
  pb::Header question = Question(1, 1);
  question.mutable_slopes_question();
  CHECK(Ask(engine, question).header().refusal().message() ==
        "This profile is not made of several.");
}

TEST_CASE("A profile that is not made of several has no growth") {
  Engine engine = WithCpu();
  pb::Header question = Question(1, 1);
  question.mutable_series_question();
  CHECK(Ask(engine, question).header().refusal().message() ==
        "This profile is not made of several.");
}

}  // namespace
}  // namespace burnglass
