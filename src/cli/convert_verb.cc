// `burnglass convert`: a profile in another format.
#include <CLI/CLI.hpp>
#include <memory>

#include "analysis/name_table.h"
#include "cli/choice.h"
#include "cli/query_options.h"
#include "cli/sources.h"
#include "cli/verbs.h"
#include "cli/write_file.h"
#include "formats/encode.h"
#include "formats/folded.h"
#include "formats/speedscope.h"
#include "report/filter_stacks.h"
#include "report/json_answers.h"
#include "report/pprof_report.h"
#include "report/top_export.h"

namespace burnglass {
namespace {

struct Asked {
  std::string file, to;
  std::string output = "-";
  SourceOptions web;
  Query query;
};

// A profile.proto without loss: what is filtered out is all that is missing. Packed unless the
// file's name says that it is not.
Result<std::string> ToProto(const Asked& asked, const Console& console) {
  Result<std::vector<ProfileData>> read =
      ReadSources(std::span(&asked.file, 1), asked.web, console);
  if (!read) return read.error();
  const Result<ProfilePtr> profile = FinishProfile(std::move(read->front()));
  if (!profile) return profile.error();
  const Result<Selection> selection = FilterStacks(*profile, asked.query);
  if (!selection) return selection.error();
  const ProfileData& data = selection->profile->data();
  if (asked.output.ends_with(".pb")) return EncodeProfile(data);
  return EncodeProfileGzip(data);
}

Result<std::string> ToTable(const ProfilePtr& profile, const Asked& asked) {
  const Result<Selection> selection = SelectStacks(profile, asked.query);
  if (!selection) return selection.error();
  const NameTable names(*selection->profile);
  Query query = asked.query;
  query.trim = false;  // all functions
  if (asked.to == "csv") return TopCsv(*selection, query, names);
  if (asked.to == "markdown") return TopMarkdown(*selection, query, names);
  const Result<std::string> json = TopJson(*selection, query, names, {.all = true});
  if (!json) return json.error();
  return *json + "\n";
}

Result<std::string> ToRaw(const ProfilePtr& profile, const Asked& asked) {
  ReportRequest request;
  request.name = "raw";
  request.query = asked.query;
  Result<Report> report = PrintReport(profile, request);
  if (!report) return report.error();
  return std::move(report->text);
}

Result<std::string> Convert(const Asked& asked, const Console& console) {
  if (asked.to == "proto") return ToProto(asked, console);
  const bool terminal = asked.output == "-" && console.out_is_terminal;
  const NamesFor names = terminal ? NamesFor::kEyes : NamesFor::kMachines;
  const Sources sources{.files = {asked.file}, .web = asked.web};
  const Result<ProfilePtr> profile = OpenSources(sources, false, names, console);
  if (!profile) return profile.error();
  if (asked.to == "raw") return ToRaw(*profile, asked);
  if (asked.to != "folded" && asked.to != "speedscope") return ToTable(*profile, asked);
  const Result<Selection> selection = FilterStacks(*profile, asked.query);
  if (!selection) return selection.error();
  if (asked.to == "folded") return EncodeFolded(*selection->profile, selection->sample_type);
  return EncodeSpeedscope(*selection->profile, selection->sample_type, SourceName(asked.file));
}

Outcome Run(const Asked& asked, const Console& console) {
  Result<std::string> converted = Convert(asked, console);
  if (!converted) return Failed(converted.error());
  return WriteAnswer(asked.output, converted.Take(), asked.to != "proto", console);
}

}  // namespace

VerbRun AddConvert(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* verb = command.add_subcommand("convert", "Write a profile in another format");
  verb->add_option("FILE", asked->file, kFileHelp)->type_name("FILE")->required();
  AddChoice(*verb, "--to", asked->to, "proto|folded|speedscope|csv|json|markdown|raw", "The format")
      ->required();
  verb->add_option("-o,--output", asked->output, "The file; otherwise standard output")
      ->type_name("OUT");
  AddReadingOptions(*verb, asked->web);
  AddQueryOptions(*verb, asked->query, QueryUse::kStacks);
  return [asked](const Console& console) { return Run(*asked, console); };
}

}  // namespace burnglass
