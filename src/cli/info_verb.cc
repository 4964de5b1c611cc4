// `burnglass info`: what a file holds.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/sources.h"
#include "cli/verbs.h"
#include "report/info_text.h"
#include "report/json_answers.h"

namespace burnglass {
namespace {

struct Asked {
  std::string file;
  SourceOptions web;
  bool json = false;
};

Outcome Run(const Asked& asked, const Console& console) {
  Sources sources{.files = {asked.file}, .web = asked.web};
  const NamesFor names = asked.json ? NamesFor::kMachines : NamesFor::kEyes;
  const Result<ProfilePtr> profile = OpenSources(sources, false, names, console);
  if (!profile) return Failed(profile.error());
  const std::string name = SourceName(asked.file);
  if (asked.json) return {.out = InfoJson(*profile, name) + "\n"};
  return {.out = InfoText(*profile, name)};
}

}  // namespace

VerbRun AddInfo(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* verb = command.add_subcommand("info", "Say what a profile holds");
  verb->add_option("FILE", asked->file, kFileHelp)->type_name("FILE")->required();
  verb->add_flag("--json", asked->json, "Print the facts as JSON");
  AddReadingOptions(*verb, asked->web);
  return [asked](const Console& console) { return Run(*asked, console); };
}

}  // namespace burnglass
