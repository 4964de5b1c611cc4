// `burnglass privacy` and `burnglass redact`, from files to what is in them afterwards.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "cli/command.h"
#include "formats/encode.h"
#include "formats/load.h"
#include "profile/open.h"
#include "profile/redact_names.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

Outcome Run(const std::vector<std::string>& arguments, const Console& console = {}) {
  return RunCommand(arguments, console);
}

std::string Data(const std::string& name) { return TestDataPath("go-real/" + name); }

// A file that is there while the test runs.
class Scratch {
 public:
  explicit Scratch(std::string_view bytes = {})
      : path_(std::filesystem::temp_directory_path() /
              ("burnglass-privacy-" + std::to_string(std::rand()) + ".pb.gz")) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~Scratch() { std::filesystem::remove(path_); }
  std::string path() const { return path_.string(); }
  std::string bytes() const {
    std::ifstream in(path_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  std::filesystem::path path_;
};

ProfileData Load(const std::string& bytes) {
  Result<ProfileData> data = LoadProfile(std::as_bytes(std::span(bytes)));
  REQUIRE(data.ok());
  return data.Take();
}

std::string Redact(const std::string& file, const std::vector<std::string>& more = {}) {
  const Scratch out;
  std::vector<std::string> arguments = {"redact", file, "-o", out.path()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const Outcome outcome = Run(arguments);
  CAPTURE(outcome.err);
  REQUIRE(outcome.status == 0);
  CHECK_THAT(outcome.err, ContainsSubstring(" names are hidden, "));
  return out.bytes();
}

// The rows of a top table: the numbers of each, and the names that have them.
using Rows = std::map<std::string, std::multiset<std::string>>;

Rows TopRows(const std::string& file, const std::vector<std::string>& options) {
  std::vector<std::string> arguments = {"pprof", "-top", "-nodecount=100000", "-nodefraction=0"};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.push_back(file);
  const Outcome top = Run(arguments);
  CAPTURE(top.err);
  REQUIRE(top.status == 0);
  Rows rows;
  std::istringstream in(top.out);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string flat, flat_percent, sum, cum, cum_percent, name;
    words >> flat >> flat_percent >> sum >> cum >> cum_percent;
    if (!cum_percent.ends_with('%') || !std::getline(words, name)) continue;
    rows[flat + " " + cum].insert(name.substr(1));
  }
  return rows;
}

std::map<std::string, std::size_t> Counted(const Rows& rows) {
  std::map<std::string, std::size_t> counted;
  for (const auto& [numbers, names] : rows) counted[numbers] = names.size();
  return counted;
}

TEST_CASE("A redacted copy has the same tables as its file, row for row") {
  const std::string name = GENERATE("cpu.pb.gz", "heap.pb.gz", "goroutine.pb.gz");
  const Scratch copy(Redact(Data(name)));
  for (const std::vector<std::string>& options : std::vector<std::vector<std::string>>{
           {}, {"-files"}, {"-lines"}, {"-addresses"}, {"-cum"}}) {
    CAPTURE(name, options.empty() ? "" : options[0]);
    const Rows before = TopRows(Data(name), options), after = TopRows(copy.path(), options);
    CHECK(before.size() > 3);
    CHECK(Counted(after) == Counted(before));
  }
  const auto traces = [](const std::string& file) {
    const std::string text = Run({"pprof", "-traces", file}).out;
    return std::count(text.begin(), text.end(), '\n');
  };
  CHECK(traces(copy.path()) > 10);
}

// Every text of a profile, with a word in it that stands nowhere else; of Go's library only the
// functions' names stay.
std::string Marked(const std::string& file, const std::string& word) {
  const std::string bytes = ReadFile(TestDataPath(file));
  Result<ProfileData> data = LoadProfile(std::as_bytes(std::span(bytes)));
  REQUIRE(data.ok());
  StringTable strings;
  for (StringId id = 1; id < data->strings.size(); ++id) {
    strings.Append(std::string(data->strings[id]) + word);
  }
  ProfileData marked = data.Take();
  const StringTable plain = marked.strings;
  marked.strings = strings;
  const auto unmarked = [&](StringId id) { return marked.strings.Intern(plain[id]); };
  for (ValueType& type : marked.sample_types) type = {unmarked(type.type), unmarked(type.unit)};
  for (Function& function : marked.functions) {
    if (!IsEverybodysName(plain[function.name])) continue;
    function.name = function.system_name = unmarked(function.name);
  }
  const auto add = [&](const char* text) { return marked.strings.Intern(text + word); };
  marked.comments = {add("made by "), add("--host ")};
  marked.doc_url = add("https://");
  marked.keep_frames = add("keep");
  marked.labels = {{.key = add("tenant"), .str = add("acme")}};
  marked.label_ends.assign(marked.sample_count(), 1);
  return EncodeProfile(marked);
}

TEST_CASE("No text of the file is anywhere in the bytes of a redacted copy") {
  const std::string word = "CANARYxyzzy";
  const Scratch marked(Marked("go-real/cpu.pb.gz", word));
  REQUIRE(marked.bytes().find(word) != std::string::npos);
  const std::string copy = Redact(marked.path());
  CHECK(copy.find(word) == std::string::npos);
  const std::string raw = EncodeProfile(Load(copy));
  CHECK(raw.find(word) == std::string::npos);
  CHECK(raw.find("runtime.") != std::string::npos);
  CHECK(raw.find("main.") != std::string::npos);
}

TEST_CASE("A salt gives the same bytes each time, none gives others each time") {
  const std::string cpu = Data("cpu.pb.gz");
  const std::vector<std::string> salted = {"--salt", "a long enough secret"};
  CHECK(Redact(cpu, salted) == Redact(cpu, salted));
  CHECK(Redact(cpu, salted) != Redact(cpu, {"--salt", "another long secret"}));
  CHECK(Redact(cpu) != Redact(cpu));
}

TEST_CASE("What redact refuses") {
  const std::string cpu = Data("cpu.pb.gz");
  const Outcome weak = Run({"redact", cpu, "-o", "-", "--salt", "short"});
  CHECK(weak.status == 2);
  CHECK_THAT(weak.err, ContainsSubstring("16 characters"));
  CHECK(Run({"redact", cpu}).status == 2);
  CHECK(Run({"redact", "/no/such/file", "-o", "-"}).status == 1);
  CHECK(Run({"redact", cpu, "-o", "-"}, {.out_is_terminal = true}).status != 0);
}

TEST_CASE("privacy counts what could tell, as a table and as JSON") {
  const Outcome text = Run({"privacy", Data("cpu.pb.gz")});
  CHECK(text.status == 0);
  CHECK_THAT(text.out, ContainsSubstring("People and machines\n") &&
                           ContainsSubstring("  Label tenant") &&
                           ContainsSubstring("burnglass redact"));
  const Outcome json = Run({"privacy", "--json", Data("cpu.pb.gz")});
  const Json answer = Json::parse(json.out);
  std::map<std::string, int> distinct;
  for (const Json& one : answer["findings"]) distinct[one["what"]] = one["distinct"];
  CHECK(distinct.at("Label tenant") == 3);
  CHECK(distinct.at("E-mail addresses") == 0);
  CHECK(distinct.at("Programs and libraries") > 0);
  CHECK(answer["packages"][0]["name"] == "main");
  CHECK(Run({"privacy", "/no/such/file"}).status == 1);
}

}  // namespace
}  // namespace burnglass
