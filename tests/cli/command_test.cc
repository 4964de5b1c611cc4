#include "cli/command.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "cli/read_profile.h"
#include "formats/wire_writer.h"
#include "report/local_time.h"
#include "scratch_folder.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;

Outcome Run(const std::vector<std::string>& arguments) {
  setenv("TZ", "UTC", 1);
  return RunCommand(arguments);
}

std::string Data(const std::string& name) { return TestDataPath("go-real/" + name); }

// A file of these bytes, as long as the test runs.
class ScratchFile {
 public:
  explicit ScratchFile(const std::string& bytes)
      : path_(std::filesystem::temp_directory_path() /
              ("burnglass-test-" + std::to_string(std::rand()))) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~ScratchFile() { std::filesystem::remove(path_); }

  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

TEST_CASE("pprof -top prints what pprof prints") {
  const std::string name = GENERATE("cpu", "heap", "goroutine");
  const std::string report = GENERATE("-top", "--text");
  const Outcome outcome = Run({"pprof", "-symbolize=none", report, Data(name + ".pb.gz")});
  CHECK(outcome.status == 0);
  CHECK(outcome.err == "");
  CHECK(outcome.out == ReadFile(Data(name + ".top.txt")));
}

TEST_CASE("Without -source_path -list looks for sources where it is called, and above") {
  const std::string profile = std::filesystem::absolute(Data("cpu.pb.gz")).string();
  const ScratchFolder scratch;
  scratch.Write("below/other.go", "");
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(scratch.File("below"));
  const std::string here = std::filesystem::current_path().string();
  const auto list = [&] { return Run({"pprof", "-list=sha256.*Write$", profile}).out; };
  const std::string without = list();
  std::string source;
  for (int line = 1; line < 400; ++line) source += "line " + std::to_string(line) + " of it\n";
  scratch.Write("crypto/internal/fips140/sha256/sha256.go", source);
  const std::string with = list();
  std::filesystem::current_path(before);
  CHECK_THAT(without, ContainsSubstring("sha256.go on path " + here + "\n"));
  CHECK_THAT(with, ContainsSubstring(" of it\n"));
}

TEST_CASE("-list says of a source why it cannot be opened, in pprof's words") {
  Wire wire;
  wire.Message(1, Wire().Number(1, 1).Number(2, 2))
      .Message(2, Wire().Packed(1, {1}).Packed(2, {5}));
  wire.Message(4, Wire().Number(1, 1).Message(4, Wire().Number(1, 1).Number(2, 7)));
  wire.Message(5, Wire().Number(1, 1).Number(2, 3).Number(4, 4));
  for (const char* text : {"", "cpu", "ms", "main.main", "/nowhere/main.go"}) wire.Text(6, text);
  const ScratchFile profile(wire.bytes());
  CHECK(Run({"pprof", "-list=main", profile.path()}).out ==
        "Total: 5ms\n"
        "ROUTINE ======================== main.main in /nowhere/main.go\n"
        "       5ms        5ms (flat, cum)   100% of Total\n"
        " Error: open /nowhere/main.go: no such file or directory\n");
}

TEST_CASE("Flags change the report as pprof's do") {
  const auto top = [](std::vector<std::string> flags) {
    std::vector<std::string> arguments = {"pprof", "-top"};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    arguments.push_back(Data("heap.pb.gz"));
    const Outcome outcome = Run(arguments);
    CHECK(outcome.status == 0);
    return outcome.out;
  };
  CHECK_THAT(top({}), ContainsSubstring("\nType: inuse_space\n"));
  CHECK_THAT(top({"-sample_index=alloc_objects"}), ContainsSubstring("\nType: alloc_objects\n"));
  CHECK_THAT(top({"-sample_index", "1"}), ContainsSubstring("\nType: alloc_space\n"));
  CHECK_THAT(top({"-nodecount=3"}), ContainsSubstring("\nShowing top 3 nodes out of "));
  CHECK(top({"-nodecount=-1"}) == top({}));
  CHECK(top({"-nodecount=99999999999"}) == top({}));
  CHECK(top({"-flat"}) == top({}));
  CHECK(top({"-cum"}) != top({}));
}

TEST_CASE("Moments are written in the zone of the environment") {
  setenv("TZ", "IST-5:30", 1);  // needs no table of zones
  CHECK_THAT(RunCommand(std::vector<std::string>{"info", Data("cpu.pb.gz")}).out,
             ContainsSubstring("\ntime      2026-11-22 23:05:16 IST\n"));
  setenv("TZ", "UTC", 1);
  CHECK(LocalTime(0) == "1970-01-01 00:00:00 UTC");
  CHECK(LocalTime(-1) == "1969-12-31 23:59:59 UTC");
  CHECK(LocalTime(1'999'999'999) == "1970-01-01 00:00:01 UTC");
}

TEST_CASE("Several files are one profile; what cannot be read is told and left out") {
  const std::string cpu = Data("cpu.pb.gz");
  const Outcome twice = Run({"pprof", "-top", cpu, cpu});
  CHECK_THAT(twice.out, ContainsSubstring("Duration: 6.04s, Total samples = 2.62s (43.40%)"));
  const Outcome half = Run({"pprof", "-top", cpu, "/no/such/file"});
  CHECK(half.status == 0);
  CHECK(half.out == Run({"pprof", "-top", cpu}).out);
  CHECK(half.err ==
        "burnglass: /no/such/file: it cannot be read: No such file or directory\n"
        "burnglass: 1 of 2 profiles could be read\n");
}

TEST_CASE("A program before the profiles gives its name") {
  const ScratchFile program(
      "\x7f"
      "ELF and more");
  const Outcome outcome = Run({"pprof", "-top", program.path(), Data("cpu.pb.gz")});
  CHECK(outcome.status == 0);
  CHECK(outcome.err == "");
  const std::string name = std::filesystem::path(program.path()).filename().string();
  CHECK_THAT(outcome.out, StartsWith("File: " + name + "\n"));
  CHECK_FALSE(IsProgram(Data("cpu.pb.gz")));
  CHECK_FALSE(IsProgram("/no/such/file"));
  CHECK_FALSE(IsProgram("-"));
}

TEST_CASE("A report that cannot be made has status 2, a sentence, and no output") {
  const std::string cpu = Data("cpu.pb.gz");
  const auto row = GENERATE_COPY(table<std::vector<std::string>, std::string>({
      {{"-top"}, "burnglass pprof: no profile is named\n"},
      {{cpu},
       "burnglass pprof: no report is named, such as -top, and there is no interactive shell\n"},
      {{"-top", "-text", cpu}, "burnglass pprof: -top and -text are both reports; choose one\n"},
      {{"-top", "-flat", "-cum", cpu},
       "burnglass pprof: -flat and -cum exclude each other; choose one\n"},
      {{"-top", "-base=" + cpu, "-diff_base=" + cpu, cpu},
       "burnglass pprof: -base and -diff_base exclude each other; choose one\n"},
      {{"-top", "-normalize", cpu}, "burnglass pprof: -normalize needs a -base or a -diff_base\n"},
      {{"-top", "-inuse_space", "-sample_index=cpu", cpu},
       "burnglass pprof: -inuse_space chooses a sample type, and another flag does\n"},
      {{"-top", "-divide_by=0", cpu},
       "burnglass pprof: divide_by is 0; values cannot be divided by it\n"},
      {{"-peek=nosuchthing", cpu}, "burnglass pprof: nothing matches nosuchthing\n"},
      {{"-list=(", cpu},
       "burnglass pprof: the pattern of list is not a regular expression: missing ): (\n"},
      {{"-top", "-nope", cpu}, "burnglass pprof: there is no flag -nope\n"},
      {{"-top", "-sample_index=9", cpu},
       "burnglass pprof: sample_index 9 is outside the range 0 to 1 (samples, cpu)\n"},
      {{"-top", cpu, Data("heap.pb.gz")},
       "burnglass pprof: the profiles have no sample type in common\n"},
      {{"-top", "/no/such/file"},
       "burnglass: /no/such/file: it cannot be read: No such file or directory\n"},
  }));
  std::vector<std::string> arguments = {"pprof"};
  arguments.insert(arguments.end(), std::get<0>(row).begin(), std::get<0>(row).end());
  const Outcome outcome = Run(arguments);
  CHECK(outcome.status == 2);
  CHECK(outcome.out == "");
  CHECK(outcome.err == std::get<1>(row));
}

TEST_CASE("The command tells about itself") {
  CHECK(Run({"--version"}).status == 0);
  CHECK_THAT(Run({"--version"}).out, StartsWith("burnglass "));
  const Outcome help = Run({"--help"});
  CHECK(help.status == 0);
  CHECK_THAT(help.out, ContainsSubstring("pprof") && ContainsSubstring("info"));
  const Outcome pprof_help = Run({"pprof", "-help"});
  CHECK(pprof_help.status == 0);
  CHECK_THAT(pprof_help.out, StartsWith("burnglass pprof REPORT "));
}

TEST_CASE("A command that is not understood has status 2 and says so on standard error") {
  const std::vector<std::string> arguments = GENERATE(
      std::vector<std::string>(), std::vector<std::string>{"nope"},
      std::vector<std::string>{"info"}, std::vector<std::string>{"info", "--nope", "file"});
  const Outcome outcome = Run(arguments);
  CHECK(outcome.status == 2);
  CHECK(outcome.out == "");
  CHECK(outcome.err != "");
}

TEST_CASE("Info tells the facts, as text and as JSON") {
  const std::string file = Data("heap.pb.gz");
  const Outcome text = Run({"info", file});
  CHECK(text.status == 0);
  CHECK_THAT(text.out, ContainsSubstring("\nkind      heap\n"));
  CHECK_THAT(text.out, ContainsSubstring("inuse_space/bytes     13.80MB  (default)\n"));
  const Outcome json = Run({"info", "--json", file});
  CHECK(json.status == 0);
  CHECK_THAT(json.out, ContainsSubstring(R"("kind":"heap")") && EndsWith("}\n"));
  const Outcome bad = Run({"info", Data("heap.top.txt")});
  CHECK(bad.status == 1);
  CHECK(bad.out == "");
  CHECK_THAT(bad.err, StartsWith("burnglass: " + Data("heap.top.txt") + ": "));
}

}  // namespace
}  // namespace burnglass
