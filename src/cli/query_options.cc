#include "cli/query_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string>

namespace burnglass {
namespace {

struct FieldHelp {
  std::string_view member;
  std::string_view value;  // what stands for the value in the help; empty: on or off
  std::string_view help;
  bool of_tables = false;  // says how a table is made, not what it is made of
};

constexpr std::string_view kValues = "Values", kFilters = "Filters";

constexpr FieldHelp kHelp[] = {
    {"sample_index", "TYPE", "Which values: a sample type, or its index"},
    {"mean", "", "Values divided by the first of their sample", true},
    {"normalize", "", "Scale the profile to the total of its base"},
    {"granularity", "", "What is one row", true},
    {"noinlines", "", "Count inlined functions as those they were inlined into"},
    {"showcolumns", "", "With lines: columns, too", true},
    {"focus", "RE", "Stacks that have a match"},
    {"ignore", "RE", "Stacks that have no match"},
    {"hide", "RE", "Frames that do not match"},
    {"show", "RE", "Frames that match"},
    {"show_from", "RE", "Frames from the first match below the root on"},
    {"prune_from", "RE", "Frames above the first match from the leaf"},
    {"collapse", "RE", "The same on whole names, so that it takes methods"},
    {"tagfocus", "[KEY=]RE", "Samples with a matching label; or a range such as 1kb:4mb"},
    {"tagignore", "[KEY=]RE", "Samples without a matching label"},
    {"tagshow", "RE", "Labels whose key matches"},
    {"taghide", "RE", "Labels whose key does not match"},
    {"tagroot", "KEY,...", "Make frames at the root of labels"},
    {"tagleaf", "KEY,...", "Make frames at the leaf of labels"},
    {"relative_percentages", "", "Percentages of what the filters left"},
    {"drop_negative", "", "Leave out functions with negative cost", true},
    {"call_tree", "", "In graphs: a function once for each way to it", true},
    {"sort", "", "Order of rows: own cost, or with all it called", true},
    {"unit", "UNIT", "In which values are written; minimum, auto, or a unit", true},
    {"divide_by", "N", "Divide all values", true},
    {"trim", "", "Leave out what is small (the default)", true},
    {"nodecount", "N", "At most N functions", true},
    {"nodefraction", "F", "Leave out functions below this part of all", true},
    {"edgefraction", "F", "Leave out calls below this part of all", true},
    {"compact_labels", "", "Leave out the facts of the profile", true},
};

const FieldHelp* HelpOf(std::string_view member) {
  const auto* help = std::find_if(std::begin(kHelp), std::end(kHelp),
                                  [&](const FieldHelp& one) { return one.member == member; });
  return help == std::end(kHelp) ? nullptr : help;
}

bool IsFilter(const QueryField& field) {
  constexpr std::string_view kValueMembers[] = {"sample_index", "mean", "normalize",
                                                "noinlines",    "unit", "divide_by",
                                                "granularity",  "sort", "relative_percentages"};
  return HelpOf(field.name) != nullptr && !HelpOf(field.name)->of_tables &&
         std::find(std::begin(kValueMembers), std::end(kValueMembers), field.name) ==
             std::end(kValueMembers);
}

// "functions|lines" of " functions lines"; else what the help has.
std::string ValueName(const QueryField& field) {
  if (field.choices.empty()) return std::string(HelpOf(field.name)->value);
  std::string choices(field.choices.substr(field.choices[0] == ' ' ? 1 : 0));
  std::replace(choices.begin(), choices.end(), ' ', '|');
  return choices;
}

CLI::Option* AddSwitch(CLI::App& verb, const std::string& name, Query& query, bool Query::*member,
                       const std::string& help) {
  const std::string names = "--" + name + (query.*member ? ",!--no-" + name : "");
  return verb.add_flag_function(
      names, [&query, member](std::int64_t count) { query.*member = count > 0; }, help);
}

CLI::Option* AddText(CLI::App& verb, const std::string& name, Query& query, const QueryField& field,
                     const std::string& help) {
  const auto set = [&query, &field, name](const std::string& text) {
    const Status status = SetMember(query, field, text);
    if (!status) throw CLI::ValidationError("--" + name, "it " + status.error().message);
  };
  return verb.add_option_function<std::string>("--" + name, set, help)->type_name(ValueName(field));
}

}  // namespace

std::string OptionName(std::string_view member) {
  std::string name(member);
  std::replace(name.begin(), name.end(), '_', '-');
  return name;
}

std::string_view QueryHelp(std::string_view member) {
  const FieldHelp* help = HelpOf(member);
  return help == nullptr ? "" : help->help;
}

void AddQueryOptions(CLI::App& verb, Query& query, QueryUse use) {
  for (const QueryField& field : QueryFields()) {
    const FieldHelp* known = HelpOf(field.name);
    if (known == nullptr || (known->of_tables && use == QueryUse::kStacks)) continue;
    const std::string name = OptionName(field.name), help(known->help);
    bool Query::*const* on_off = std::get_if<bool Query::*>(&field.value);
    CLI::Option* option = on_off != nullptr ? AddSwitch(verb, name, query, *on_off, help)
                                            : AddText(verb, name, query, field, help);
    option->group(std::string(IsFilter(field) ? kFilters : kValues));
  }
}

}  // namespace burnglass
