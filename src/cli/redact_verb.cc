// `burnglass redact`: a profile for others, without the names that are not theirs to know.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/sources.h"
#include "cli/verbs.h"
#include "cli/write_file.h"
#include "formats/encode.h"
#include "profile/redact.h"

namespace burnglass {
namespace {

struct Asked {
  std::string file, output, salt;
  std::vector<std::string> keep;
  SourceOptions web;
};

constexpr std::size_t kLeastSalt = 16;

std::string Summary(const Redacted& redacted) {
  return "burnglass: " + std::to_string(redacted.names_hidden) + " names are hidden, " +
         std::to_string(redacted.names_kept) + " are kept; " + std::to_string(redacted.labels) +
         " labels and " + std::to_string(redacted.comments) + " comments are gone\n";
}

Outcome Run(const Asked& asked, const Console& console) {
  if (!asked.salt.empty() && asked.salt.size() < kLeastSalt) {
    return Failed({"--salt is too short to keep a secret: give 16 characters or more"}, 2);
  }
  const Sources sources{.files = {asked.file}, .web = asked.web};
  const Result<ProfilePtr> profile = OpenSources(sources, false, NamesFor::kMachines, console);
  if (!profile) return Failed(profile.error());
  const HashKey key = asked.salt.empty() ? RandomHashKey() : HashKeyOf(asked.salt);
  const Redacted redacted = RedactProfile(**profile, {.keep = asked.keep, .key = key});
  Result<std::string> bytes = EncodeProfileGzip(redacted.data);
  if (!bytes) return Failed(bytes.error());
  Outcome outcome = WriteAnswer(asked.output, bytes.Take(), false, console);
  if (outcome.status == 0) outcome.err += Summary(redacted);
  return outcome;
}

}  // namespace

VerbRun AddRedact(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* verb = command.add_subcommand(
      "redact", "Write a copy with the same numbers, but without your names, labels and comments");
  verb->add_option("FILE", asked->file, kFileHelp)->type_name("FILE")->required();
  verb->add_option("--keep", asked->keep,
                   "A package whose names stay, with all below it; may be given several times. "
                   "Standard libraries and Go's runtime always stay")
      ->type_name("PKG")
      ->allow_extra_args(false);
  verb->add_option("--salt", asked->salt,
                   "A secret of 16 characters or more that makes the same tokens of the same "
                   "names each time; otherwise they differ from run to run. Who knows it can "
                   "try out names")
      ->type_name("TEXT");
  verb->add_option("-o,--output", asked->output, "The file; - is standard output")
      ->type_name("OUT")
      ->required();
  AddReadingOptions(*verb, asked->web);
  return [asked](const Console& console) { return Run(*asked, console); };
}

}  // namespace burnglass
