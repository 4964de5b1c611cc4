// `burnglass merge`: several profiles as one.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/sources.h"
#include "cli/verbs.h"
#include "cli/write_file.h"
#include "formats/encode.h"
#include "profile/merge.h"

namespace burnglass {
namespace {

struct Asked {
  std::vector<std::string> files;
  std::string output;
  SourceOptions web;
};

Result<std::string> Merge(const Asked& asked, const Console& console) {
  Result<std::vector<ProfileData>> profiles = ReadSources(asked.files, asked.web, console);
  if (!profiles) return profiles.error();
  const Result<ProfileData> merged = MergeProfiles(profiles.Take());
  if (!merged) return merged.error();
  return EncodeProfileGzip(*merged);
}

Outcome Run(const Asked& asked, const Console& console) {
  Result<std::string> merged = Merge(asked, console);
  if (!merged) return Failed(merged.error());
  return WriteAnswer(asked.output, merged.Take(), false, console);
}

}  // namespace

VerbRun AddMerge(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* verb = command.add_subcommand("merge", "Write several profiles as one");
  verb->add_option("FILE", asked->files, kFileHelp)->type_name("FILE")->required();
  verb->add_option("-o,--output", asked->output, "The file; - is standard output")
      ->type_name("OUT")
      ->required();
  AddReadingOptions(*verb, asked->web);
  return [asked](const Console& console) { return Run(*asked, console); };
}

}  // namespace burnglass
