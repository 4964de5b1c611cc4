// `burnglass diff`: which functions cost more or less than before.
#include <CLI/CLI.hpp>
#include <memory>

#include "cli/compare.h"
#include "cli/query_options.h"
#include "cli/verbs.h"
#include "report/changes_report.h"

namespace burnglass {
namespace {

struct Asked {
  std::string before, after, kind;
  SourceOptions web;
  Query query;
  ChangesOptions options;
  bool json = false;
};

// What costs more is orange, what costs less is blue, as on the page.
std::string Coloured(const std::string& table) {
  std::string text;
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = std::min(table.find('\n', begin), table.size() - 1) + 1;
    const std::string line = table.substr(begin, end - begin);
    const std::size_t sign = line.find_first_not_of(' ');
    const bool row = begin > 0 && sign != 0 && sign != std::string::npos;
    if (row && line[sign] == '+')
      text += "\x1b[38;5;208m" + line + "\x1b[0m";
    else if (row && line[sign] == '-')
      text += "\x1b[38;5;75m" + line + "\x1b[0m";
    else
      text += line;
    begin = end;
  }
  return text;
}

Outcome Run(const Asked& asked, const Console& console) {
  const NamesFor names = asked.json ? NamesFor::kMachines : NamesFor::kEyes;
  const Result<Compared> compared =
      CompareSources(asked.before, asked.after, asked.kind, asked.query, asked.web, names, console);
  if (!compared) return Failed(compared.error());
  const Changes& changes = compared->changes;
  if (asked.json) {
    return {.out = ChangesJson(changes, asked.options) + "\n", .err = compared->notes};
  }
  const std::string text = ChangesText(changes, asked.options);
  return {.out = console.colour ? Coloured(text) : text, .err = compared->notes};
}

}  // namespace

VerbRun AddDiff(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* verb =
      command.add_subcommand("diff", "Print which functions cost more or less than before");
  verb->add_option("OLD", asked->before, "The profile from before, or a folder of them")
      ->type_name("FILE")
      ->required();
  verb->add_option("NEW", asked->after, "The profile from after, or a folder of them")
      ->type_name("FILE")
      ->required();
  verb->add_option("--kind", asked->kind, "Of folders: profiles of this kind, such as heap")
      ->type_name("KIND");
  verb->add_option("--limit", asked->options.limit, "At most N functions")->type_name("N");
  verb->add_flag("--json", asked->json, "Print the rows as JSON");
  AddReadingOptions(*verb, asked->web);
  AddQueryOptions(*verb, asked->query, QueryUse::kStacks);
  return [asked](const Console& console) { return Run(*asked, console); };
}

}  // namespace burnglass
