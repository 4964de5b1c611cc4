// `burnglass contention`: who waits for locks, and who makes others wait.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/profile_set.h"
#include "cli/verbs.h"
#include "profile/kind.h"
#include "report/contention_report.h"

namespace burnglass {
namespace {

struct Asked {
  std::vector<std::string> paths;
  SourceOptions web;
  bool json = false;
};

bool CountsContentions(const NamedProfile& one) {
  const std::string kind = ProfileKind(*one.profile, one.name);
  return kind == "block" || kind == "mutex" || kind == "contention";
}

Outcome Run(const Asked& asked, const Console& console) {
  const Result<std::vector<std::string>> files = FindFiles(asked.paths);
  if (!files) return Failed(files.error());
  std::vector<ContentionSource> sources;
  std::vector<std::string> unread;
  const Status read =
      ReadEach(*files, asked.web, asked.json ? NamesFor::kMachines : NamesFor::kEyes, console,
               unread, [&](NamedProfile one) {
                 if (CountsContentions(one)) {
                   sources.push_back({std::move(one.profile), std::move(one.name)});
                 } else {
                   unread.push_back(one.name + ": it is no block or mutex profile");
                 }
               });
  if (!read) return Failed(read.error());
  if (sources.empty()) return Failed({unread.front()});
  const Result<Contention> found = FindContention(sources);
  if (!found) return Failed(found.error());
  return {.out = asked.json ? ContentionJson(*found) + "\n" : ContentionText(*found),
          .err = UnreadText(unread)};
}

}  // namespace

VerbRun AddContention(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* verb = command.add_subcommand(
      "contention", "Print who waits for locks and who makes wait, of block and mutex profiles");
  verb->add_option("FILE", asked->paths, "Block and mutex profiles of one program, or folders")
      ->type_name("FILE")
      ->required();
  verb->add_flag("--json", asked->json, "Print the rows as JSON");
  AddReadingOptions(*verb, asked->web);
  return [asked](const Console& console) { return Run(*asked, console); };
}

}  // namespace burnglass
