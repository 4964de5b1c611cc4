#include "cli/command.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <vector>

#include "cli/choice.h"
#include "cli/manual.h"
#include "cli/pprof_verb.h"
#include "cli/terminal_text.h"
#include "cli/verbs.h"

namespace burnglass {
namespace {

// Long options of ours have dashes; underscores as in pprof's flags are taken, too.
std::string WithDashes(std::string argument) {
  if (!argument.starts_with("--")) return argument;
  const std::size_t end = std::min(argument.find('='), argument.size());
  std::replace(argument.begin(), argument.begin() + static_cast<std::ptrdiff_t>(end), '_', '-');
  return argument;
}

// As CLI11 takes them: the last one first.
std::vector<std::string> Prepared(std::span<const std::string> arguments) {
  std::vector<std::string> prepared;
  bool options = true;
  for (const std::string& argument : arguments) {
    if (argument == "--") options = false;
    prepared.push_back(options ? WithDashes(argument) : argument);
  }
  std::reverse(prepared.begin(), prepared.end());
  return prepared;
}

class Command {
 public:
  Command() : app_("Opens pprof profiles and shows where the cost is.", "burnglass") {
    app_.set_version_flag("--version", "burnglass " BURNGLASS_VERSION);
    app_.add_flag_callback(
        "--man", [this] { throw CLI::CallForVersion(ManualPage(), 0); }, "Print the manual page");
    app_.require_subcommand(1);
    app_.add_subcommand("pprof",
                        "Print what `go tool pprof` prints; burnglass pprof -help says more");
    for (const auto add :
         {AddTop, AddTree, AddFlame, AddDiff, AddCheck, AddContention, AddSeries, AddGoroutines,
          AddInfo, AddPrivacy, AddRedact, AddMerge, AddConvert, AddTake}) {
      AddVerb(add(app_));
    }
    AddVerb(AddCompletion());
  }

  Outcome Run(std::span<const std::string> arguments, const Console& console) {
    try {
      app_.parse(Prepared(arguments));
    } catch (const CLI::ParseError& error) {
      return Ended(error);
    }
    for (const auto& [verb, run] : runs_) {
      if (verb->parsed()) return run(console);
    }
    return {.status = 2, .err = app_.help()};
  }

 private:
  void AddVerb(VerbRun run) { runs_.emplace_back(app_.get_subcommands({}).back(), std::move(run)); }

  VerbRun AddCompletion() {
    CLI::App* verb = app_.add_subcommand("completion", "Print a shell's completion of the command");
    AddChoice(*verb, "SHELL", shell_, kShells, "The shell")->required();
    return [this](const Console&) { return Outcome{.out = Completion(ReadManual(app_), shell_)}; };
  }

  std::string ManualPage() const {
    std::string page = ManPage(ReadManual(app_), BURNGLASS_VERSION);
    page.pop_back();  // CLI11 ends it by a new line
    return page;
  }

  // CLI11 prints its help to the first stream and what is wrong to the second.
  Outcome Ended(const CLI::ParseError& error) const {
    std::ostringstream out, err;
    const bool good = app_.exit(error, out, err) == 0;
    return {.status = good ? 0 : 2, .out = out.str(), .err = err.str()};
  }

  CLI::App app_;
  std::vector<std::pair<const CLI::App*, VerbRun>> runs_;
  std::string shell_;
};

}  // namespace

Outcome Failed(const Error& error, int status) {
  return {.status = status, .err = "burnglass: " + error.message + "\n"};
}

Outcome RunCommand(std::span<const std::string> arguments, const Console& console) {
  // Flags of pprof are Go's, with one dash; they are not for CLI11.
  Outcome outcome = !arguments.empty() && arguments[0] == "pprof"
                        ? RunPprof(arguments.subspan(1))
                        : Command().Run(arguments, console);
  outcome.err = TerminalText(outcome.err);
  return outcome;
}

}  // namespace burnglass
