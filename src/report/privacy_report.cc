#include "report/privacy_report.h"

#include <algorithm>

#include "base/json_writer.h"

namespace burnglass {
namespace {

constexpr const char* kClasses[] = {"own", "dependency", "standard", "runtime"};

std::string Right(std::size_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return std::string(width > digits.size() ? width - digits.size() : 0, ' ') + digits;
}

std::size_t WidthOf(const PrivacyReport& report) {
  std::size_t width = 0;
  for (const PrivacySection& section : report.sections) {
    for (const PrivacyFinding& one : section.findings) width = std::max(width, one.what.size());
  }
  constexpr std::size_t kWidest = 50;
  return std::min(width, kWidest);
}

void AddFinding(const PrivacyFinding& finding, std::size_t width, std::string& text) {
  std::string what = finding.what;
  if (what.size() < width) what.resize(width, ' ');
  text += "  " + what + Right(finding.distinct, 8) + Right(finding.places, 10);
  for (std::size_t i = 0; i < finding.examples.size(); ++i) {
    text += (i == 0 ? "  " : ", ") + finding.examples[i];
  }
  if (finding.distinct > finding.examples.size() && !finding.examples.empty()) text += ", …";
  text += "\n";
}

}  // namespace

std::string PrivacyText(const PrivacyReport& report, std::string_view file_name) {
  const std::size_t width = WidthOf(report);
  std::string text =
      "What " + std::string(file_name) + " could tell of people, machines and code\n";
  text += std::string(width + 2, ' ') + "distinct    places  such as\n";
  for (const PrivacySection& section : report.sections) {
    text += section.title + "\n";
    for (const PrivacyFinding& finding : section.findings) AddFinding(finding, width, text);
  }
  return text +
         "Found by form: what looks like nothing of this may still be there. A copy without it: "
         "burnglass redact.\n";
}

std::string PrivacyJson(const PrivacyReport& report, std::string_view file_name) {
  JsonWriter json;
  json.BeginObject().Key("name").Text(file_name).Key("findings").BeginArray();
  for (const PrivacySection& section : report.sections) {
    for (const PrivacyFinding& finding : section.findings) {
      json.BeginObject().Key("section").Text(section.title).Key("what").Text(finding.what);
      json.Key("distinct").Count(finding.distinct).Key("places").Count(finding.places);
      json.Key("examples").BeginArray();
      for (const std::string& example : finding.examples) json.Text(example);
      json.EndArray().EndObject();
    }
  }
  json.EndArray().Key("packages").BeginArray();
  for (const PrivatePackage& package : report.packages) {
    const auto place = static_cast<std::size_t>(package.name_class);
    json.BeginObject().Key("name").Text(package.name).Key("class").Text(kClasses[place]);
    json.Key("functions").Count(package.functions).EndObject();
  }
  return json.EndArray().EndObject().Take();
}

}  // namespace burnglass
