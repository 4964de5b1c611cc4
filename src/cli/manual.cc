#include "cli/manual.h"

#include <CLI/CLI.hpp>

#include "cli/pprof_flags.h"

namespace burnglass {
namespace {

std::vector<std::string> Split(const std::string& text, char between) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == between) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

OptionFacts FactsOf(const CLI::Option& option) {
  OptionFacts facts;
  for (const std::string& name : option.get_lnames()) facts.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) facts.names.push_back("-" + name);
  if (facts.names.empty()) facts.names = {option.get_name(true)};
  if (option.get_items_expected_max() > 0) facts.value = option.get_type_name();
  if (facts.value.find('|') != std::string::npos) facts.choices = Split(facts.value, '|');
  facts.help = option.get_description();
  facts.required = option.get_required();
  facts.several = option.get_items_expected_max() > 1;
  return facts;
}

void ReadOptions(const CLI::App& app, std::vector<OptionFacts>& options,
                 std::vector<OptionFacts>& arguments) {
  for (const CLI::Option* option : app.get_options()) {
    (option->get_positional() ? arguments : options).push_back(FactsOf(*option));
  }
}

// pprof's flags are not CLI11's: they have one dash.
void ReadPprofFlags(VerbFacts& verb) {
  verb.options.clear();
  for (const std::string& flag : PprofFlagNames()) {
    verb.options.push_back({.names = {"-" + flag}, .value = "", .choices = {}, .help = ""});
  }
  OptionFacts source{.names = {"SOURCE"}, .value = "FILE", .choices = {}, .help = ""};
  source.several = true;
  verb.arguments = {source};
}

}  // namespace

Manual ReadManual(const CLI::App& command) {
  Manual manual{.help = command.get_description(), .options = {}, .verbs = {}};
  std::vector<OptionFacts> none;
  ReadOptions(command, manual.options, none);
  for (const CLI::App* app : command.get_subcommands({})) {
    VerbFacts verb{
        .name = app->get_name(), .help = app->get_description(), .arguments = {}, .options = {}};
    ReadOptions(*app, verb.options, verb.arguments);
    if (verb.name == "pprof") ReadPprofFlags(verb);
    manual.verbs.push_back(std::move(verb));
  }
  return manual;
}

}  // namespace burnglass
