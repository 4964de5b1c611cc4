// `burnglass check`: for pipelines; fails when a function costs much more than before.
#include <CLI/CLI.hpp>
#include <memory>

#include "base/read_text.h"
#include "cli/compare.h"
#include "cli/query_options.h"
#include "cli/verbs.h"
#include "report/changes_report.h"

namespace burnglass {
namespace {

struct Asked {
  std::string before, after;
  SourceOptions web;
  Query query;
  GrowthLimit limit;
  std::string limit_text = "5%";
  bool json = false;
};

// "5%", "0.5%" as a part of one.
double ReadPercent(const std::string& name, std::string text) {
  if (text.ends_with('%')) text.pop_back();
  const std::optional<double> percent = ReadDouble(text);
  if (percent && *percent >= 0) return *percent / 100;
  throw CLI::ValidationError(name, "it takes a percentage, such as 5%");
}

CLI::Option* AddPercent(CLI::App& verb, const std::string& name, double& target,
                        const std::string& help, std::string* text = nullptr) {
  const auto set = [&target, name, text](const std::string& value) {
    target = ReadPercent(name, value);
    if (text != nullptr) *text = value + (value.ends_with('%') ? "" : "%");
  };
  return verb.add_option_function<std::string>(name, set, help)->type_name("PERCENT");
}

Outcome Run(const Asked& asked, const Console& console) {
  const NamesFor names = asked.json ? NamesFor::kMachines : NamesFor::kEyes;
  const Result<Compared> compared =
      CompareSources(asked.before, asked.after, "", asked.query, asked.web, names, console);
  if (!compared) return Failed(compared.error(), 2);
  const Changes* changes = &compared->changes;
  const std::vector<Growth> growths = FindGrowth(*changes, asked.limit);
  const int status = growths.empty() ? 0 : 1;
  std::string text = "No function costs more than " + asked.limit_text + " more than before.\n";
  if (asked.json) text = GrowthJson(*changes, growths) + "\n";
  if (!asked.json && !growths.empty()) text = GrowthText(*changes, growths);
  return {.status = status, .out = std::move(text), .err = compared->notes};
}

}  // namespace

VerbRun AddCheck(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* verb = command.add_subcommand(
      "check", "End with status 1 and a table when a function costs more than is allowed");
  verb->add_option("NEW", asked->after, "The profile to be checked")->type_name("FILE")->required();
  verb->add_option("--base", asked->before, "The profile from before")
      ->type_name("FILE")
      ->required();
  AddPercent(*verb, "--max-growth", asked->limit.most,
             "How much more than before a function may cost; 5% if it is not given",
             &asked->limit_text);
  AddPercent(*verb, "--min-share", asked->limit.smallest,
             "Functions that cost less than this part of all are not looked at; 0.5%");
  verb->add_flag("--json", asked->json, "Print the rows as JSON");
  AddReadingOptions(*verb, asked->web);
  AddQueryOptions(*verb, asked->query, QueryUse::kStacks);
  return [asked](const Console& console) { return Run(*asked, console); };
}

}  // namespace burnglass
