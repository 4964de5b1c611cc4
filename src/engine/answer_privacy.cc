// The answer to a PrivacyQuestion.
#include <algorithm>

#include "analysis/privacy.h"
#include "base/utf8.h"
#include "engine/answers.h"

namespace burnglass {
namespace {

// Of each section, and of packages: more than a person reads.
constexpr std::size_t kMostFindings = 500, kMostPackages = 2000;

void Write(const PrivacyFinding& finding, pb::PrivacyFinding& written) {
  written.set_what(RepairUtf8(finding.what));
  written.set_distinct(finding.distinct);
  written.set_places(finding.places);
  for (const std::string& example : finding.examples) written.add_example(example);
}

void Write(const PrivacySection& section, pb::PrivacySection& written) {
  written.set_title(section.title);
  const std::size_t shown = std::min(section.findings.size(), kMostFindings);
  for (std::size_t i = 0; i < shown; ++i) Write(section.findings[i], *written.add_finding());
  written.set_left_out(static_cast<std::uint32_t>(section.findings.size() - shown));
}

}  // namespace

Bytes AnswerPrivacy(const pb::Header& question, const OpenProfile& open) {
  const PrivacyReport report = FindPrivacy(*open.profile());
  pb::Header header = HeaderFor(question);
  pb::PrivacyAnswer& answer = *header.mutable_privacy_answer();
  for (const PrivacySection& section : report.sections) Write(section, *answer.add_section());
  answer.set_packages(static_cast<std::uint32_t>(report.packages.size()));
  for (std::size_t i = 0; i < std::min(report.packages.size(), kMostPackages); ++i) {
    const PrivatePackage& package = report.packages[i];
    pb::PrivatePackage& written = *answer.add_package();
    written.set_name(RepairUtf8(package.name));
    written.set_name_class(static_cast<std::uint32_t>(package.name_class));
    written.set_functions(static_cast<std::uint32_t>(package.functions));
  }
  return MessageWriter(std::move(header)).Finish();
}

}  // namespace burnglass
