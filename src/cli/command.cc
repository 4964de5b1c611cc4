#include "cli/command.h"

#include <CLI/CLI.hpp>
#include <sstream>
#include <vector>

#include "cli/info_verb.h"
#include "cli/pprof_verb.h"

namespace burnglass {
namespace {

// CLI11 prints its help to the first stream and what is wrong to the second.
Outcome Ended(const CLI::App& app, const CLI::ParseError& error) {
  std::ostringstream out, err;
  const bool good = app.exit(error, out, err) == 0;
  return {.status = good ? 0 : 2, .out = out.str(), .err = err.str()};
}

}  // namespace

Outcome RunCommand(std::span<const std::string> arguments) {
  // Flags of pprof are Go's, with one dash; they are not for CLI11.
  if (!arguments.empty() && arguments[0] == "pprof") return RunPprof(arguments.subspan(1));

  CLI::App app("Opens pprof profiles and shows where the cost is.", "burnglass");
  app.set_version_flag("--version", "burnglass " BURNGLASS_VERSION);
  app.require_subcommand(1);
  app.add_subcommand("pprof", "Print what `go tool pprof` prints; burnglass pprof -help says more");
  CLI::App* info = app.add_subcommand("info", "Say what a profile holds");
  InfoOptions options;
  info->add_option("FILE", options.path, "The profile; - is standard input")->required();
  info->add_flag("--json", options.json, "Print the facts as JSON");
  try {
    app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
  } catch (const CLI::ParseError& error) {
    return Ended(app, error);
  }
  return RunInfo(options);
}

}  // namespace burnglass
