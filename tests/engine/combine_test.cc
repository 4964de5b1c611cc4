// Profiles made of open ones: held against what pprof printed for the same files, and against the
// tables of the parts.
#include <map>

#include "engine_driver.h"
#include "formats/load.h"
#include "profile/open.h"
#include "report/pprof_report.h"

namespace burnglass {
namespace {

constexpr std::uint32_t kMade = 1u << 30;

std::string Shared(const std::string& name) {
  return ReadFile(SharedPath("conformance/go-real/" + name));
}

Engine WithFiles(const std::vector<std::string>& files) {
  Engine engine;
  for (std::size_t i = 0; i < files.size(); ++i) {
    FeedFile(engine, static_cast<std::uint32_t>(i + 1), Shared(files[i]), 1 << 16, files[i]);
    REQUIRE(engine.StateOf(static_cast<std::uint32_t>(i + 1)) == LoadState::kOpen);
  }
  TakeAll(engine);
  return engine;
}

pb::Header MakeOf(std::vector<std::uint32_t> base, std::vector<std::uint32_t> source) {
  pb::Header question = Question(0, 0, kMade);
  pb::MakeQuestion& make = *question.mutable_make_question();
  make.mutable_base()->Assign(base.begin(), base.end());
  make.mutable_source()->Assign(source.begin(), source.end());
  make.set_name("made");
  return question;
}

// The news that it is open, or why not.
Answer Make(Engine& engine, const pb::Header& question) {
  Post(engine, question);
  StepToEnd(engine, 0);
  return LastNews(engine);
}

std::string Exported(Engine& engine) {
  pb::Header question = Question(1, 1, kMade);
  question.mutable_export_question()->set_what("pprof");
  const Answer answer = Ask(engine, question);
  INFO(answer.header().refusal().message());
  const auto bytes = answer.message.U8("bytes");
  return {bytes.begin(), bytes.end()};
}

std::string TopOf(const std::string& file, const Query& query) {
  std::vector<ProfileData> data;
  data.push_back(*LoadProfile(BytesOf(file)));
  return PrintReport(*OpenProfiles(std::move(data)), {.name = "top", .query = query})->text;
}

// What a zone is called depends on where the test runs: "UTC", "Coordinated Universal Time".
std::string WithoutZone(std::string text) {
  const std::size_t time = text.find("\nTime: ");
  const std::size_t zone = time == std::string::npos ? time : text.find_first_of("\n", time + 1);
  if (zone == std::string::npos) return text;
  constexpr std::size_t kMoment = std::string_view("\nTime: 2026-11-22 17:35:35").size();
  return text.erase(time + kMoment, zone - time - kMoment);
}

struct Recording {
  const char* name;
  std::vector<std::string> bases, sources;
  bool cancel = false, normalize = false;
  Query query = {};
};

TEST_CASE("What is made is pprof's base, diff_base and normalize") {
  const std::string before = "before/cpu.pb.gz", after = "after/cpu.pb.gz", cpu = "cpu.pb.gz";
  const std::string first = "series.heap.00.pb.gz", last = "series.heap.11.pb.gz";
  const Recording recordings[] = {
      {"diff.cpu.top", {before}, {after}},
      {"diff.cpu.focus", {before}, {after}, false, false, {.focus = "hashLoop"}},
      {"diff.cpu.normalize", {before}, {after}, false, true, {.nodecount = 20}},
      {"base.cpu.top", {before}, {after}, true, false, {.nodecount = 20}},
      {"base.cpu.normalize", {before}, {after}, true, true, {.nodecount = 20}},
      {"diff.cpu.self", {cpu}, {cpu}},
      {"diff.heap.top", {first}, {last}},
      {"diff.heap.alloc_objects",
       {first},
       {last},
       false,
       false,
       {.sample_index = "alloc_objects", .nodecount = 15}},
      {"base.heap.top", {first}, {last}, true},
      {"diff.heap.vs.allocs", {"heap.pb.gz"}, {"allocs.pb.gz"}, false, false, {.nodecount = 10}},
      {"merge.cpu.diff", {before}, {cpu, after}, false, false, {.nodecount = 10}},
  };
  for (const Recording& one : recordings) {
    INFO(one.name);
    std::vector<std::string> files = one.bases;
    files.insert(files.end(), one.sources.begin(), one.sources.end());
    Engine engine = WithFiles(files);
    pb::Header question = MakeOf({1}, {2});
    if (one.sources.size() == 2) question.mutable_make_question()->add_source(3);
    question.mutable_make_question()->set_cancel(one.cancel);
    if (one.normalize) question.mutable_make_question()->set_mode(pb::MakeQuestion::NORMALIZED);
    REQUIRE(Make(engine, question).header().has_opened());
    CHECK(WithoutZone(TopOf(Exported(engine), one.query)) ==
          WithoutZone(Shared("oracle/" + std::string(one.name) + ".txt")));
  }
}

struct Row {
  std::int64_t flat = 0, cum = 0;
};

std::map<std::string, Row> TopRows(Engine& engine, std::uint32_t profile, const Answer& names,
                                   const std::string& query = "") {
  pb::Header question = Question(1, 1, profile);
  question.mutable_top_question()->set_query(query);
  const Answer answer = Ask(engine, question);
  INFO(answer.header().refusal().message());
  REQUIRE(answer.header().has_top_answer());
  const auto begin = names.message.U32("form_begin"), offset = names.message.U32("form_offset");
  const auto text = names.message.U8("text");
  std::map<std::string, Row> rows;
  for (std::size_t i = 0; i < answer.message.U32("name").size(); ++i) {
    const std::uint32_t form = begin[answer.message.U32("name")[i]];
    rows[{text.begin() + offset[form], text.begin() + offset[form + 1]}] = {
        answer.message.I64("flat")[i], answer.message.I64("cum")[i]};
  }
  return rows;
}

std::string NameOf(const Answer& names, std::uint32_t name) {
  const auto begin = names.message.U32("form_begin"), offset = names.message.U32("form_offset");
  const auto text = names.message.U8("text");
  return {text.begin() + offset[begin[name]], text.begin() + offset[begin[name] + 1]};
}

Answer AskChanges(Engine& engine, std::uint32_t profile, const std::string& query = "") {
  pb::Header question = Question(1, 1, profile);
  question.mutable_changes_question()->set_query(query);
  return Ask(engine, question);
}

TEST_CASE("What explains the change is the tables of both sides, side by side") {
  Engine engine;
  FeedFile(engine, 1, Shared("before/cpu.pb.gz"), 1 << 16, "before.pb.gz");
  const Answer before_names = LastNews(engine);
  FeedFile(engine, 2, Shared("after/cpu.pb.gz"), 1 << 16, "after.pb.gz");
  const Answer after_names = LastNews(engine);
  const Answer made = Make(engine, MakeOf({1}, {2}));
  REQUIRE(made.header().has_opened());
  CHECK(made.header().opened().compared());
  CHECK(made.header().opened().made_base(0) == 1);
  CHECK(made.header().opened().made_source(0) == 2);
  for (const char* query : {"", "f=runtime", "si=samples"}) {
    INFO(query);
    const auto before = TopRows(engine, 1, before_names, query);
    const auto after = TopRows(engine, 2, after_names, query);
    const auto both = TopRows(engine, kMade, made, query);
    const Answer answer = AskChanges(engine, kMade, query);
    INFO(answer.header().refusal().message());
    REQUIRE(answer.header().has_changes_answer());
    const Message& rows = answer.message;
    std::int64_t sum = 0;
    double moved = 0;
    REQUIRE(rows.U32("name").size() > 50);
    for (std::size_t i = 0; i < rows.U32("name").size(); ++i) {
      const std::string name = NameOf(made, rows.U32("name")[i]);
      INFO(name);
      const auto of = [&](const std::map<std::string, Row>& table) {
        const auto found = table.find(name);
        return found == table.end() ? Row{} : found->second;
      };
      CHECK(rows.I64("flat_a")[i] == of(before).flat);
      CHECK(rows.I64("flat_b")[i] == of(after).flat);
      CHECK(rows.I64("cum_a")[i] == of(before).cum);
      CHECK(rows.I64("cum_b")[i] == of(after).cum);
      const std::int64_t flat = rows.I64("flat_b")[i] - rows.I64("flat_a")[i];
      CHECK(flat == of(both).flat);
      CHECK(rows.I64("low")[i] <= flat);
      CHECK(rows.I64("high")[i] >= flat);
      sum += flat;
      moved += std::abs(static_cast<double>(flat));
    }
    const pb::ChangesAnswer& answered = answer.header().changes_answer();
    const std::int64_t difference = answered.total_b() - answered.total_a();
    if (std::string_view(query).empty()) CHECK(sum == difference);
    CHECK(moved == answered.moved());
  }
}

TEST_CASE("Two values of a label are compared as two files with their samples would be") {
  Engine engine;
  FeedFile(engine, 1, Recorded("cpu.pb.gz"), 1 << 16, "cpu.pb.gz");
  const Answer names = LastNews(engine);
  pb::Header question = MakeOf({1}, {1});
  pb::MakeQuestion& make = *question.mutable_make_question();
  make.mutable_base_labels()->set_tagfocus("phase=^parse$");
  make.mutable_source_labels()->set_tagfocus("phase=^math$");
  struct Side {
    const char *base, *source;
  };
  for (const Side& side : {Side{"tf=phase%3D%5Eparse%24", "tf=phase%3D%5Emath%24"},
                           Side{"ti=phase%3D%5Eparse%24", "tf=phase%3D%5Eparse%24"}}) {
    const Answer made = Make(engine, question);
    INFO(made.header().failed().message());
    REQUIRE(made.header().has_opened());
    CHECK(made.header().opened().compared());
    const auto before = TopRows(engine, 1, names, side.base);
    const auto after = TopRows(engine, 1, names, side.source);
    const auto both = TopRows(engine, kMade, made);
    REQUIRE(both.size() > 10);
    const auto of = [](const std::map<std::string, Row>& table, const std::string& name) {
      const auto found = table.find(name);
      return found == table.end() ? Row{} : found->second;
    };
    for (const auto& [name, row] : both) {
      INFO(name);
      CHECK(row.flat == of(after, name).flat - of(before, name).flat);
      CHECK(row.cum == of(after, name).cum - of(before, name).cum);
    }
    const Answer changes = AskChanges(engine, kMade);
    REQUIRE(changes.header().has_changes_answer());
    // The value against all other samples.
    make.clear_base_labels();
    make.mutable_base_labels()->set_tagignore("phase=^parse$");
    make.mutable_source_labels()->set_tagfocus("phase=^parse$");
  }
  make.mutable_source_labels()->set_tagfocus("phase=^nothing$");
  const Answer none = Make(engine, question);
  REQUIRE(none.header().has_failed());
  CHECK(none.header().failed().message().find("what is after has no sample with such labels") !=
        std::string::npos);
}

TEST_CASE("A saved difference is recognised, and tells the same of its change") {
  Engine engine = WithFiles({"before/cpu.pb.gz", "after/cpu.pb.gz"});
  REQUIRE(Make(engine, MakeOf({1}, {2})).header().has_opened());
  const std::string made = engine.Json(kMade, "diff", "", "");
  FeedFile(engine, 3, Exported(engine), 1 << 16, "saved.pb.gz");
  const Answer saved = LastNews(engine);
  CHECK(saved.header().opened().compared());
  CHECK(saved.header().opened().made_base_size() == 0);
  const Answer answer = AskChanges(engine, 3);
  INFO(answer.header().refusal().message());
  CHECK(answer.header().changes_answer().total_a() ==
        AskChanges(engine, kMade).header().changes_answer().total_a());
  CHECK(engine.Json(3, "diff", "", "").substr(0, 200) == made.substr(0, 200));
  CHECK(AskChanges(engine, 1).header().refusal().message() ==
        "This profile is not compared with another.");
}

// One file of drawn stacks, opened as the profile of this number.
void OpenDrawn(Engine& engine, std::uint32_t number, const std::string& folded) {
  FeedFile(engine, number, folded, 1 << 16, "drawn.folded");
  INFO(engine.ErrorOf(number));
  REQUIRE(engine.StateOf(number) == LoadState::kOpen);
}

std::map<std::uint32_t, std::int64_t> Widths(Engine& engine, const std::string& query) {
  pb::Header question = Question(1, 1, kMade);
  question.mutable_flame_question()->set_query(query);
  question.mutable_flame_question()->set_min_width(1);
  const Answer answer = Ask(engine, question);
  INFO(answer.header().refusal().message());
  REQUIRE(answer.header().has_flame_answer());
  const Message& boxes = answer.message;
  std::map<std::uint32_t, std::int64_t> widths;
  std::map<std::uint32_t, std::int64_t> children;
  for (std::size_t i = 0; i < boxes.U32("node").size(); ++i) {
    widths[boxes.U32("name")[i]] += boxes.I64("width")[i];
    if (i > 0) {
      const std::uint32_t parent = boxes.U32("parent")[i];
      CHECK(boxes.I64("x")[i] == boxes.I64("x")[parent] + children[parent]);
      children[parent] += boxes.I64("width")[i];
      CHECK(children[parent] <= boxes.I64("width")[parent]);
    }
  }
  return widths;
}

TEST_CASE("Boxes are as wide as one side or both") {
  Engine engine;
  OpenDrawn(engine, 1, "main;a 10\nmain;b;c 5\nmain;gone 2\n");
  OpenDrawn(engine, 2, "main;a 4\nmain;b;c 9\nmain;new 3\n");
  const Answer made = Make(engine, MakeOf({1}, {2}));
  REQUIRE(made.header().has_opened());
  const auto named = [&](const std::string& query) {
    std::map<std::string, std::int64_t> widths;
    for (const auto& [name, width] : Widths(engine, query)) {
      if (name != 0) widths[NameOf(made, name)] = width;
    }
    return widths;
  };
  using Widths = std::map<std::string, std::int64_t>;
  CHECK(named("") ==
        Widths{{"main", 33}, {"a", 14}, {"b", 14}, {"c", 14}, {"gone", 2}, {"new", 3}});
  CHECK(named("width=a") == Widths{{"main", 17}, {"a", 10}, {"b", 5}, {"c", 5}, {"gone", 2}});
  CHECK(named("width=b") == Widths{{"main", 16}, {"a", 4}, {"b", 9}, {"c", 9}, {"new", 3}});
  CHECK(named("tree=inverted&width=b") ==
        Widths{{"main", 16}, {"a", 4}, {"b", 9}, {"c", 9}, {"new", 3}});
}

TEST_CASE("Sources are scaled by what was counted, and it is said what is missing") {
  Engine engine;
  OpenDrawn(engine, 1, "main;a 10\n");
  OpenDrawn(engine, 2, "main;a 40\n");
  pb::Header question = MakeOf({1}, {2});
  pb::MakeQuestion& make = *question.mutable_make_question();
  make.set_mode(pb::MakeQuestion::PER_COUNT);
  make.set_base_count(100);
  make.set_source_count(200);
  REQUIRE(Make(engine, question).header().has_opened());
  const pb::ChangesAnswer answer = AskChanges(engine, kMade).header().changes_answer();
  CHECK(answer.total_a() == 10);
  CHECK(answer.total_b() == 20);
  make.set_counter("requests");
  CHECK(Make(engine, question).header().failed().message() ==
        "made: what was before has no counter \"requests\".");
  make.set_mode(pb::MakeQuestion::PER_SECOND);
  CHECK(Make(engine, question).header().failed().message() ==
        "made: what was before has no duration, so nothing can be told by it.");
  make.add_source(9);
  CHECK(Make(engine, question).header().failed().message() ==
        "made: a profile that it is made of is not open.");
}

TEST_CASE("Per second the after side counts as if it had measured for as long") {
  Engine engine = WithFiles({"before/cpu.pb.gz", "after/cpu.pb.gz"});
  pb::Header question = MakeOf({1}, {2});
  question.mutable_make_question()->set_mode(pb::MakeQuestion::PER_SECOND);
  const Answer made = Make(engine, question);
  REQUIRE(made.header().has_opened());
  CHECK(made.header().opened().made_mode() == pb::MakeQuestion::PER_SECOND);
}

TEST_CASE("Without a base profiles are merged, and stay when their parts are closed") {
  Engine engine;
  OpenDrawn(engine, 1, "main;a 10\n");
  OpenDrawn(engine, 2, "main;a 4\nmain;b 3\n");
  const Answer made = Make(engine, MakeOf({}, {1, 2}));
  REQUIRE(made.header().has_opened());
  CHECK_FALSE(made.header().opened().compared());
  engine.Close(1);
  engine.Close(2);
  TakeAll(engine);
  const auto rows = TopRows(engine, kMade, made);
  CHECK(rows.at("a").flat == 14);
  CHECK(rows.at("b").flat == 3);
}

}  // namespace
}  // namespace burnglass
