// `burnglass privacy`: what in a file could tell of people, machines and code.
#include <CLI/CLI.hpp>
#include <memory>

#include "analysis/privacy.h"
#include "cli/sources.h"
#include "cli/verbs.h"
#include "report/privacy_report.h"

namespace burnglass {
namespace {

struct Asked {
  std::string file;
  SourceOptions web;
  bool json = false;
};

// The file as it is: frames that it wants dropped are in it, too, and so are names as they stand.
Outcome Run(const Asked& asked, const Console& console) {
  const NamesFor names = asked.json ? NamesFor::kMachines : NamesFor::kEyes;
  const Sources sources{.files = {asked.file}, .web = asked.web};
  const Result<ProfilePtr> profile = OpenSources(sources, false, names, console);
  if (!profile) return Failed(profile.error());
  const PrivacyReport report = FindPrivacy(**profile);
  const std::string name = SourceName(asked.file);
  if (asked.json) return {.out = PrivacyJson(report, name) + "\n"};
  return {.out = PrivacyText(report, name)};
}

}  // namespace

VerbRun AddPrivacy(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* verb = command.add_subcommand(
      "privacy", "Say what in a profile could tell of people, machines and code");
  verb->add_option("FILE", asked->file, kFileHelp)->type_name("FILE")->required();
  verb->add_flag("--json", asked->json, "Print it as JSON");
  AddReadingOptions(*verb, asked->web);
  return [asked](const Console& console) { return Run(*asked, console); };
}

}  // namespace burnglass
