// `burnglass top` and `burnglass tree`: functions and what they cost, for people, or as JSON.
#include <CLI/CLI.hpp>
#include <memory>

#include "analysis/name_table.h"
#include "cli/query_options.h"
#include "cli/sources.h"
#include "cli/verbs.h"
#include "report/json_answers.h"
#include "report/pprof_report.h"

namespace burnglass {
namespace {

struct Asked {
  Sources sources;
  Query query;
  std::uint32_t limit = 0;
  bool json = false;
  bool all = false;
};

Result<std::string> TopAsJson(const ProfilePtr& profile, const Asked& asked) {
  if (!asked.query.granularity.empty() && asked.query.granularity != "functions") {
    return Error{"--json has functions only, not --granularity " + asked.query.granularity};
  }
  const Result<Selection> selection = SelectStacks(profile, asked.query);
  if (!selection) return selection.error();
  const NameTable names(*selection->profile);
  const Result<std::string> json =
      TopJson(*selection, asked.query, names, {.limit = asked.limit, .all = asked.all});
  if (!json) return json.error();
  return *json + "\n";
}

// The line of headings stands out where that can be seen.
std::string WithBoldHead(const std::string& text, bool colour) {
  const std::size_t head = text.find("\n      flat ");
  if (!colour || head == std::string::npos) return text;
  const std::size_t end = text.find('\n', head + 1);
  return text.substr(0, head + 1) + "\x1b[1m" + text.substr(head + 1, end - head - 1) + "\x1b[0m" +
         text.substr(end);
}

Outcome PrintAsText(const ProfilePtr& profile, const Asked& asked, const std::string& report_name,
                    const Console& console) {
  ReportRequest request{.name = report_name,
                        .pattern = "",
                        .query = asked.query,
                        .trim_path = "",
                        .source_path = "",
                        .read_source = {}};
  if (asked.limit != 0) request.query.nodecount = asked.limit;
  if (asked.all) request.query.trim = false;
  const Result<Report> report = PrintReport(profile, request);
  if (!report) return Failed(report.error(), 2);
  Outcome outcome{.out = WithBoldHead(report->text, console.colour)};
  for (const std::string& warning : report->warnings) outcome.err += "burnglass: " + warning + "\n";
  return outcome;
}

Outcome Run(const Asked& asked, const std::string& report_name, const Console& console) {
  const NamesFor names = asked.json ? NamesFor::kMachines : NamesFor::kEyes;
  const Status base = CheckNormalize(asked.sources, asked.query.normalize);
  if (!base) return Failed(base.error(), 2);
  const Result<ProfilePtr> profile =
      OpenSources(asked.sources, asked.query.normalize, names, console);
  if (!profile) return Failed(profile.error());
  if (!asked.json) return PrintAsText(*profile, asked, report_name, console);
  Result<std::string> json = TopAsJson(*profile, asked);
  if (!json) return Failed(json.error(), 2);
  return {.out = json.Take()};
}

CLI::App* Add(CLI::App& command, const std::string& name, const std::string& help, Asked& asked) {
  CLI::App* verb = command.add_subcommand(name, help);
  AddSourceOptions(*verb, asked.sources);
  AddQueryOptions(*verb, asked.query, QueryUse::kAll);
  verb->add_option("--limit", asked.limit, "At most N functions")->type_name("N");
  verb->add_flag("--all", asked.all, "Also functions that are left out as too small");
  return verb;
}

}  // namespace

VerbRun AddTop(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* verb = Add(command, "top", "Print functions and what they cost", *asked);
  verb->add_flag("--json", asked->json, "Print the rows as JSON");
  return [asked](const Console& console) { return Run(*asked, "top", console); };
}

VerbRun AddTree(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  Add(command, "tree", "Print functions, each with its callers and callees", *asked);
  return [asked](const Console& console) { return Run(*asked, "tree", console); };
}

}  // namespace burnglass
