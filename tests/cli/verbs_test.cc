// The command's own verbs, from their arguments to what they print.
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "cli/command.h"
#include "cli/query_options.h"
#include "cli/read_profile.h"
#include "formats/encode.h"
#include "formats/load.h"
#include "scratch_folder.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::EndsWith;
using Catch::Matchers::StartsWith;
using Json = nlohmann::json;

Outcome Run(const std::vector<std::string>& arguments, const Console& console = {}) {
  setenv("TZ", "UTC", 1);
  return RunCommand(arguments, console);
}

std::string Data(const std::string& name) { return TestDataPath("go-real/" + name); }

TEST_CASE("top prints pprof's table, with long options for all of a query") {
  const std::string cpu = Data("cpu.pb.gz");
  const Outcome top = Run({"top", cpu});
  CHECK(top.status == 0);
  CHECK(top.err == "");
  CHECK(top.out == Run({"pprof", "-top", cpu}).out);
  CHECK(Run({"top", "--focus", "main", "--sample_index=samples", cpu}).out ==
        Run({"pprof", "-top", "-focus=main", "-sample_index=samples", cpu}).out);
  CHECK(Run({"top", "--sort=cum", "--limit", "5", cpu}).out ==
        Run({"pprof", "-top", "-cum", "-nodecount=5", cpu}).out);
  CHECK(Run({"top", "--no-trim", "--noinlines", cpu}).out ==
        Run({"pprof", "-top", "-trim=false", "-noinlines", cpu}).out);
  CHECK(Run({"top", "--trim=false", "--noinlines=false", cpu}).out ==
        Run({"pprof", "-top", "-trim=false", cpu}).out);
  CHECK(Run({"top", "--diff-base", cpu, cpu}).out ==
        Run({"pprof", "-top", "-diff_base=" + cpu, cpu}).out);
  CHECK(Run({"tree", "--hide=runtime", cpu}).out ==
        Run({"pprof", "-tree", "-hide=runtime", cpu}).out);
}

TEST_CASE("top gives JSON, with as many rows as are wanted") {
  const Outcome outcome = Run({"top", "--json", "--limit=3", Data("heap.pb.gz")});
  CHECK(outcome.status == 0);
  const Json json = Json::parse(outcome.out);
  CHECK(json["rows"].size() == 3);
  CHECK(json["sampleType"]["type"] == "inuse_space");
  const Outcome lines = Run({"top", "--json", "--granularity=lines", Data("heap.pb.gz")});
  CHECK(lines.status == 2);
  CHECK_THAT(lines.err, ContainsSubstring("--json has functions only"));
}

TEST_CASE("Every member of a query has an option with help") {
  for (const QueryField& field : QueryFields()) {
    INFO(field.name);
    CHECK(QueryHelp(field.name) != "");
    CHECK_THAT(Run({"top", "--help"}).out, ContainsSubstring("--" + OptionName(field.name)));
  }
}

TEST_CASE("Every verb has help, and refuses what it does not know") {
  const std::string verb = GENERATE("top", "tree", "flame", "diff", "check", "info", "merge",
                                    "privacy", "redact", "convert", "take", "completion");
  const Outcome help = Run({verb, "--help"});
  CHECK(help.status == 0);
  CHECK_THAT(help.out, ContainsSubstring("--help"));
  CHECK(help.err == "");
  for (const auto& arguments :
       {std::vector<std::string>{verb}, std::vector<std::string>{verb, "--nope", "x", "y"}}) {
    const Outcome refused = Run(arguments);
    CHECK(refused.status == 2);
    CHECK(refused.out == "");
    CHECK(refused.err != "");
  }
}

TEST_CASE("What is asked wrongly has status 2 and a sentence") {
  const std::string cpu = Data("cpu.pb.gz");
  const auto row = GENERATE_COPY(table<std::vector<std::string>, std::string>({
      {{"top", "--granularity=words", cpu}, "it takes one of: functions filefunctions"},
      {{"top", "--nodecount=many", cpu}, "it takes a whole number"},
      {{"top", "--focus=(", cpu}, "missing )"},
      {{"top", "--sample-index=nope", cpu}, "nope"},
      {{"convert", "--to=pdf", cpu}, "it takes one of proto|folded"},
      {{"check", "--base", cpu, "--max-growth=a lot", cpu}, "it takes a percentage"},
      {{"take", "--keep=x", "--every=never", "host:1"}, "it takes a time such as 60s"},
      {{"take", "--keep=x", "nowhere"}, "\"nowhere\" is none"},
      {{"top", "--normalize", cpu}, "--normalize needs a --base"},
      {{"flame", "--normalize", cpu}, "--normalize needs a --base"},
      {{"flame", "--granularity=lines", cpu}, "--granularity goes with --to stacks only"},
      {{"info", "--max-size=large", cpu}, "--max-size"},
      {{"completion", "tcsh"}, "it takes one of bash|zsh|fish"},
  }));
  const Outcome outcome = Run(std::get<0>(row));
  CHECK(outcome.status == 2);
  CHECK(outcome.out == "");
  CHECK_THAT(outcome.err, ContainsSubstring(std::get<1>(row)));
}

TEST_CASE("How large a profile may be is for the person to say") {
  const std::string cpu = Data("cpu.pb.gz");
  const Outcome refused = Run({"info", "--max-size=2kB", cpu});
  CHECK(refused.status == 1);
  CHECK_THAT(refused.err, ContainsSubstring("2048 are the most that can be opened") &&
                              ContainsSubstring("or allow more by --max-size"));
  CHECK(Run({"info", "--max-size=1GB", cpu}).out == Run({"info", cpu}).out);
}

TEST_CASE("A file that cannot be read is named") {
  const std::string verb = GENERATE("top", "tree", "info", "flame");
  const Outcome outcome = Run({verb, "/no/such/file"});
  CHECK(outcome.status == 1);
  CHECK(outcome.err == "burnglass: /no/such/file: it cannot be read: No such file or directory\n");
}

TEST_CASE("diff tells what changed, the sums of both sides kept") {
  const ScratchFolder folder;
  const std::string before = folder.Write("a.txt", "main;serve 100\nmain;idle 50\nmain;old 7\n");
  const std::string after = folder.Write("b.txt", "main;serve 150\nmain;idle 50\nmain;new 3\n");
  const Outcome text = Run({"diff", before, after});
  CHECK(text.status == 0);
  CHECK(text.out ==
        "samples: 157 before, 203 after\n"
        "No significant change: chance alone makes differences as large as these.\n"
        "       flat       share      before       after         cum  function\n"
        "        +50     +83.33%         100         150         +50  serve  (within noise)\n"
        "         -7     -11.67%           7           0          -7  old  (within noise)\n"
        "         +3      +5.00%           0           3          +3  new  (within noise)\n"
        "          0      +0.00%           0           0         +46  main  (within noise)\n");
  const Json json = Json::parse(Run({"diff", "--json", "--limit=1", before, after}).out);
  CHECK(json["total_a"] == "157");
  CHECK(json["total_b"] == "203");
  CHECK(json["unit"] == "count");
  REQUIRE(json["rows"].size() == 1);
  CHECK(json["rows"][0]["function"] == "serve");
  CHECK(json["rows"][0]["flat_a"] == "100");
  CHECK(json["rows"][0]["cum_b"] == "150");
  CHECK(json["rows"][0]["delta"] == "50");
  CHECK(json["rows"][0]["share_of_change"] == 0.833333);
  CHECK(json["significant"] == false);
  CHECK(json["rows"][0]["significant"] == false);
  // By the events: one stack beside it tells too little of how they fall for more.
  CHECK(json["rows"][0]["low"] == "-135");
  CHECK(json["rows"][0]["high"] == "235");
  CHECK(Run({"diff", before, before}).out ==
        "samples: 157 before, 157 after\nNo function costs more or less than before.\n");
  const Outcome colours = Run({"diff", before, after}, {.colour = true});
  CHECK_THAT(colours.out, ContainsSubstring("\x1b[38;5;208m        +50"));
  CHECK(Run({"diff", "--json", before, after}, {.colour = true}).out ==
        Run({"diff", "--json", before, after}).out);
  const Outcome other = Run({"diff", Data("cpu.pb.gz"), Data("heap.pb.gz")});
  CHECK(other.status == 1);
  CHECK_THAT(other.err, ContainsSubstring("sample_index \"cpu\"") || ContainsSubstring("cpu"));
}

TEST_CASE("check fails when a function costs more than is allowed") {
  const ScratchFolder folder;
  const std::string before = folder.Write("a.txt", "main;serve 1000\nmain;tiny 1\nmain;idle 500\n");
  const std::string after = folder.Write("b.txt", "main;serve 1060\nmain;tiny 4\nmain;idle 490\n");
  const Outcome grown = Run({"check", "--base", before, after, "--max-growth", "5%"});
  CHECK(grown.status == 1);
  CHECK(grown.err == "");
  CHECK_THAT(grown.out, EndsWith("     +6.00%        1000        1060  flat  serve\n"));
  CHECK_THAT(grown.out, !ContainsSubstring("tiny"));
  CHECK_THAT(grown.out, !ContainsSubstring("main"));
  const Outcome good = Run({"check", "--base", before, after, "--max-growth=7"});
  CHECK(good.status == 0);
  CHECK(good.out == "No function costs more than 7% more than before.\n");
  const Outcome small = Run({"check", "--base", before, after, "--min-share=0%"});
  CHECK_THAT(small.out, ContainsSubstring("+300.00%"));
  CHECK(Run({"check", "--base", before, "/no/such/file"}).status == 2);
  const std::string fresh = folder.Write("c.txt", "main;fresh 100\n");
  CHECK_THAT(Run({"check", "--base", before, fresh}).out, ContainsSubstring("new           0"));
}

TEST_CASE("check over folders tells which files it left out") {
  const ScratchFolder before, after;
  before.Write("a.txt", "main;serve 1000\n");
  after.Write("a.txt", "main;serve 1000\n");
  after.Write("broken.pb.gz", "\x1f\x8b broken");
  const Outcome good = Run({"check", "--base", before.File(""), after.File("")});
  CHECK(good.status == 0);
  CHECK_THAT(good.err, ContainsSubstring("left out: ") && ContainsSubstring("broken.pb.gz"));
  const Outcome json = Run({"check", "--json", "--base", before.File(""), after.File("")});
  CHECK_THAT(json.err, ContainsSubstring("broken.pb.gz"));
}

TEST_CASE("merge writes one profile of several") {
  const ScratchFolder folder;
  const std::string cpu = Data("cpu.pb.gz"), out = folder.File("both.pb.gz");
  CHECK(Run({"merge", cpu, cpu, "-o", out}).status == 0);
  CHECK(Run({"pprof", "-top", out}).out == Run({"pprof", "-top", cpu, cpu}).out);
  const Outcome piped = Run({"merge", cpu, cpu, "-o", "-"});
  CHECK(piped.out == ReadFile(out));
  const Outcome terminal = Run({"merge", cpu, "-o", "-"}, {.out_is_terminal = true});
  CHECK(terminal.status == 2);
  CHECK(terminal.out == "");
  CHECK(Run({"merge", cpu, Data("heap.pb.gz"), "-o", out}).status == 1);
  CHECK(Run({"merge", cpu, "-o", "/no/such/folder/file"}).status == 1);
}

TEST_CASE("convert writes formats that open again with the same total") {
  const ScratchFolder folder;
  const std::string to = GENERATE("proto", "folded", "speedscope");
  const std::string cpu = Data("cpu.pb.gz"), out = folder.File("out");
  CHECK(Run({"convert", cpu, "--to", to, "-o", out}).status == 0);
  const Json before = Json::parse(Run({"top", "--json", cpu}).out);
  const Json after = Json::parse(Run({"top", "--json", out}).out);
  CHECK(before["total"] == after["total"]);
}

TEST_CASE("convert without filters loses nothing") {
  const ScratchFolder folder;
  const std::string cpu = Data("cpu.pb.gz"), out = folder.File("out.pb");
  CHECK(Run({"convert", cpu, "--to=proto", "-o", out}).status == 0);
  CHECK(ReadFile(out) == EncodeProfile(*ReadProfile(cpu)));
  CHECK(Run({"pprof", "-raw", out}).out == Run({"pprof", "-raw", cpu}).out);
  const std::string few = folder.File("few.pb.gz");
  CHECK(Run({"convert", cpu, "--focus=nosuchthing", "--to=proto", "-o", few}).status == 0);
  CHECK_THAT(Run({"info", few}).out, ContainsSubstring("samples   0"));
}

TEST_CASE("Tables for other programs disarm what a name may be") {
  const ScratchFolder folder;
  const std::string evil =
      folder.Write("evil.txt", "=cmd|' /C calc'!A0 5\n@x,\"y\" 4\n-1+2 3\nplain|[a] 2\n");
  const std::string csv = Run({"convert", evil, "--to=csv"}).out;
  CHECK_THAT(csv, StartsWith("function,file,line,\"flat (count)\",flat %,sum %,\"cum (count)\""));
  CHECK_THAT(csv, ContainsSubstring("\r\n\"'=cmd|' /C calc'!A0\",\"\",,5,35.71,35.71,5,35.71\r\n"));
  CHECK_THAT(csv, ContainsSubstring("\"'@x,\"\"y\"\"\"") && ContainsSubstring("\"'-1+2\""));
  CHECK_THAT(csv, ContainsSubstring("\"plain|[a]\""));
  const std::string markdown = Run({"convert", evil, "--to=markdown"}).out;
  CHECK_THAT(markdown, ContainsSubstring("plain\\|\\[a\\] |\n"));
  CHECK(Json::parse(Run({"convert", evil, "--to=json"}).out)["rows"].size() == 4);
  CHECK_THAT(Run({"convert", evil, "--to=raw"}).out, ContainsSubstring("Samples:"));
}

TEST_CASE("flame draws, and gives its data") {
  const std::string cpu = Data("cpu.pb.gz");
  const Outcome svg = Run({"flame", cpu});
  CHECK(svg.status == 0);
  CHECK_THAT(svg.out, StartsWith("<svg xmlns=") && EndsWith("</svg>\n"));
  CHECK_THAT(svg.out, !ContainsSubstring("<script"));
  CHECK(Run({"flame", "--to=folded", cpu}).out == Run({"convert", "--to=folded", cpu}).out);
  const Json all = Json::parse(Run({"flame", "--to=json", cpu}).out);
  const Json some = Json::parse(Run({"flame", "--to=json", "--focus=main", cpu}).out);
  CHECK(all["total"] == some["total"]);
  CHECK(some["boxes"].size() < all["boxes"].size());
  const Json stacks = Json::parse(Run({"flame", "--to=stacks", "--granularity=lines", cpu}).out);
  CHECK(std::to_string(stacks["Total"].get<std::int64_t>()) == all["total"]);
}

TEST_CASE("Names cannot steer a terminal") {
  const ScratchFolder folder;
  const std::string evil = folder.Write(
      "evil.json",
      R"({"$schema":"https://www.speedscope.app/file-format-schema.json","shared":{"frames":[)"
      R"({"name":"a\u001b[31mred\u001b]0;title\u0007\u009b2J\nline\u202e"}]},"profiles":[)"
      R"({"type":"sampled","name":"x","unit":"none","startValue":0,"endValue":1,)"
      R"("samples":[[0]],"weights":[7]}]})");
  for (const char* verb : {"top", "tree"}) {
    const Outcome outcome = Run({verb, evil});
    CHECK_THAT(outcome.out, ContainsSubstring("ared2J line\n"));
  }
  const Json json = Json::parse(Run({"top", "--json", evil}).out);
  CHECK(json["rows"][0]["name"] ==
        "a\x1b[31mred\x1b]0;title\x07\xc2\x9b"
        "2J\nline\xe2\x80\xae");
  CHECK(Run({"top", "/no/\x1b[31m"}).err ==
        "burnglass: /no/: it cannot be read: No such file or directory\n");
  CHECK_THAT(Run({"top", Data("cpu.pb.gz")}, {.colour = true}).out,
             ContainsSubstring("\x1b[1m      flat  flat%"));
}

TEST_CASE("The manual and the completions name every verb and option") {
  const Outcome man = Run({"--man"});
  CHECK(man.status == 0);
  CHECK_THAT(man.out, StartsWith(".TH BURNGLASS 1 "));
  for (const char* part : {"\\fB\\-\\-max\\-growth\\fR", "\\-diff_base=SOURCE", "NO_COLOR"}) {
    CHECK_THAT(man.out, ContainsSubstring(part));
  }
  for (const char* shell : {"bash", "zsh", "fish"}) {
    const Outcome script = Run({"completion", shell});
    CHECK(script.status == 0);
    for (const char* word : {"convert", "max-growth", "speedscope", "diff_base", "completion"}) {
      CHECK_THAT(script.out, ContainsSubstring(word));
    }
  }
}

TEST_CASE("A shell takes the completion, and completes by it") {
  const ScratchFolder scratch;
  const std::string asking =
      "\nCOMP_WORDS=(burnglass flame --t) COMP_CWORD=2\n"
      "_burnglass burnglass --t flame && echo \"${COMPREPLY[@]}\"\n";
  const std::string script = scratch.Write("ask", Run({"completion", "bash"}).out + asking);
  REQUIRE(std::system(("bash '" + script + "' > '" + scratch.File("words") + "'").c_str()) == 0);
  CHECK_THAT(ReadFile(scratch.File("words")),
             ContainsSubstring("--to ") && ContainsSubstring("--tagfocus"));
}

}  // namespace
}  // namespace burnglass
