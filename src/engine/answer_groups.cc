// The answer to a GroupsQuestion: packages, files, modules or kinds of code with their costs.
#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "analysis/group_costs.h"
#include "base/checked_sum.h"
#include "base/stable_sort.h"
#include "base/utf8.h"
#include "engine/answers.h"
#include "engine/describe_name.h"
#include "profile/names_package.h"

namespace burnglass {
namespace {

// The groups of all names, numbered as they come.
struct Groups {
  std::vector<std::string> texts;
  std::vector<std::uint32_t> of;  // by name
};

std::string_view KindWord(NameClass name_class) {
  constexpr std::string_view kWords[] = {"own code", "modules", "standard library", "runtime", ""};
  return kWords[static_cast<std::size_t>(name_class)];
}

// Where the path of a package does not tell its module, the kind of code does.
std::string ModuleOf(const std::string& package, NameClass name_class, const ModuleGuess& own) {
  if (name_class == NameClass::kDependency) return std::string(LikelyModule(package));
  const bool known = name_class == NameClass::kOwn && !own.module.empty();
  return known ? own.module : std::string(KindWord(name_class));
}

std::string GroupText(const OpenProfile& open, NameId name, NameDescriber& describe,
                      pb::GroupsQuestion::By by) {
  if (by == pb::GroupsQuestion::FILE) return RepairUtf8(open.names().file(name));
  const NameForms forms = describe.Of(name);
  if (by == pb::GroupsQuestion::KIND) return std::string(KindWord(forms.name_class));
  const std::string package =
      UnescapedPackage(std::string_view(forms.forms[0]).substr(0, forms.package_length));
  return by == pb::GroupsQuestion::MODULE ? ModuleOf(package, forms.name_class, open.own_module())
                                          : package;
}

std::string MappingText(const OpenProfile& open, std::uint32_t mapping) {
  if (mapping == kNone) return {};
  return RepairUtf8(open.profile()->text(open.profile()->data().mappings[mapping].file));
}

Groups GroupNames(const OpenProfile& open, pb::GroupsQuestion::By by) {
  NameDescriber describe(open);
  const std::vector<std::uint32_t> mappings = open.MappingsOfNames();
  Groups groups;
  groups.of.resize(open.names().size());
  std::unordered_map<std::string, std::uint32_t> known;
  for (NameId name = 1; name < groups.of.size(); ++name) {
    std::string text = by == pb::GroupsQuestion::MAPPING ? MappingText(open, mappings[name])
                                                         : GroupText(open, name, describe, by);
    const auto [at, is_new] =
        known.try_emplace(text, static_cast<std::uint32_t>(groups.texts.size()));
    if (is_new) groups.texts.push_back(std::move(text));
    groups.of[name] = at->second;
  }
  return groups;
}

void Sort(std::vector<GroupCost>& costs, const Groups& groups, const pb::GroupsQuestion& asked) {
  const auto key = [&](const GroupCost& cost) {
    const std::int64_t flat = -Magnitude(cost.flat), cum = -Magnitude(cost.cum);
    const bool by_name = asked.sort() == pb::TopQuestion::NAME;
    const bool by_cum = asked.sort() == pb::TopQuestion::CUM;
    return std::tuple(by_name  ? 0
                      : by_cum ? cum
                               : flat,
                      by_name  ? 0
                      : by_cum ? flat
                               : cum,
                      std::string_view(groups.texts[cost.group]));
  };
  StableSort(costs, [&](const GroupCost& a, const GroupCost& b) { return key(a) < key(b); });
  // Values stand from the largest now, names from A.
  if (asked.ascending() != (asked.sort() == pb::TopQuestion::NAME)) {
    std::reverse(costs.begin(), costs.end());
  }
}

}  // namespace

Bytes AnswerGroups(const pb::Header& question, const Answered& answered, const OpenProfile& open) {
  const pb::GroupsQuestion& asked = question.groups_question();
  if (asked.by() == pb::GroupsQuestion::LABEL) return AnswerLabelGroups(question, answered, open);
  const Groups groups = GroupNames(open, asked.by());
  std::vector<GroupCost> costs =
      SumGroups(answered.upright(), open.names(), groups.of, groups.texts.size());
  std::erase_if(costs, [](const GroupCost& cost) { return cost.flat == 0 && cost.cum == 0; });
  Sort(costs, groups, asked);

  pb::Header header = HeaderFor(question);
  header.mutable_groups_answer()->set_query(answered.text());
  header.mutable_groups_answer()->set_total(answered.tree.total);
  std::vector<std::uint32_t> offset = {0}, functions;
  std::vector<std::uint8_t> text;
  std::vector<std::int64_t> flat, cum;
  for (const GroupCost& cost : costs) {
    const std::string& name = groups.texts[cost.group];
    text.insert(text.end(), name.begin(), name.end());
    offset.push_back(static_cast<std::uint32_t>(text.size()));
    functions.push_back(cost.functions);
    flat.push_back(cost.flat);
    cum.push_back(cost.cum);
  }
  MessageWriter writer(std::move(header));
  writer.Add("text_offset", offset);
  writer.Add("text", text);
  writer.Add("functions", functions);
  writer.Add("flat", flat);
  writer.Add("cum", cum);
  return writer.Finish();
}

}  // namespace burnglass
