// `burnglass goroutines`: where goroutines stand, and which seem stuck.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/profile_set.h"
#include "cli/verbs.h"
#include "profile/kind.h"
#include "report/goroutines_report.h"

namespace burnglass {
namespace {

struct Asked {
  std::vector<std::string> paths;
  SourceOptions web;
  GoroutinesOptions report;
  bool json = false;
};

bool TellsOfGoroutines(const NamedProfile& one) {
  const std::string kind = ProfileKind(*one.profile, one.name);
  return kind == "goroutine" || kind == "goroutineleak" || kind == "block";
}

Outcome Run(const Asked& asked, const Console& console) {
  const Result<std::vector<std::string>> files = FindFiles(asked.paths);
  if (!files) return Failed(files.error());
  std::vector<GoroutineSource> sources;
  std::vector<std::string> unread;
  const Status read =
      ReadEach(*files, asked.web, asked.json ? NamesFor::kMachines : NamesFor::kEyes, console,
               unread, [&](NamedProfile one) {
                 if (TellsOfGoroutines(one)) {
                   sources.push_back({std::move(one.profile), std::move(one.name)});
                 } else {
                   unread.push_back(one.name + ": it tells nothing of goroutines");
                 }
               });
  if (!read) return Failed(read.error());
  if (sources.empty()) return Failed({unread.front()});
  const Result<Goroutines> found = FindGoroutines(sources);
  if (!found) return Failed(found.error());
  return {.out = asked.json ? GoroutinesJson(*found, asked.report) + "\n"
                            : GoroutinesText(*found, asked.report),
          .err = UnreadText(unread)};
}

}  // namespace

VerbRun AddGoroutines(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* verb = command.add_subcommand(
      "goroutines", "Print where goroutines stand and which seem stuck, of dumps and profiles");
  verb->add_option("FILE", asked->paths,
                   "Dumps (debug=2, panics, SIGQUIT) and profiles of goroutines, or folders")
      ->type_name("FILE")
      ->required();
  verb->add_option("--limit", asked->report.limit, "At most N groups")->type_name("N");
  verb->add_flag("--json", asked->json, "Print the groups as JSON");
  AddReadingOptions(*verb, asked->web);
  return [asked](const Console& console) { return Run(*asked, console); };
}

}  // namespace burnglass
