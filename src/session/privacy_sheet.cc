#include "session/privacy_sheet.h"

#include <algorithm>

#include "session/numbers.h"

namespace burnglass {
namespace {

std::string Plural(std::uint64_t count, const char* one) {
  return CountText(static_cast<std::int64_t>(count)) + " " + one + (count == 1 ? "" : "s");
}

PrivacyLine LineOf(const pb::PrivacyFinding& finding) {
  PrivacyLine line{
      .what = finding.what(), .found = finding.distinct() > 0, .count = "none", .examples = {}};
  if (!line.found) return line;
  line.count = CountText(static_cast<std::int64_t>(finding.distinct())) + " in " +
               Plural(finding.places(), "place");
  for (const std::string& example : finding.example()) {
    line.examples += (line.examples.empty() ? "" : ", ") + example;
  }
  if (static_cast<std::uint64_t>(finding.example_size()) < finding.distinct()) {
    line.examples += ", …";
  }
  return line;
}

}  // namespace

PrivacySheet ReadPrivacySheet(const pb::PrivacyAnswer& answer) {
  PrivacySheet sheet;
  for (const pb::PrivacySection& section : answer.section()) {
    PrivacyGroup& group = sheet.groups.emplace_back();
    group.title = section.title();
    for (const pb::PrivacyFinding& finding : section.finding()) {
      group.lines.push_back(LineOf(finding));
    }
    if (section.left_out() > 0) {
      group.lines.push_back({"and " + CountText(section.left_out()) + " more", true, "", ""});
    }
  }
  for (const pb::PrivatePackage& package : answer.package()) {
    sheet.packages.push_back(
        {package.name(), package.name_class(), Plural(package.functions(), "function")});
  }
  const auto told = static_cast<std::uint32_t>(answer.package_size());
  sheet.packages_left_out = answer.packages() - std::min(answer.packages(), told);
  return sheet;
}

}  // namespace burnglass
