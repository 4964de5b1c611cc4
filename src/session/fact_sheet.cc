#include "session/fact_sheet.h"

#include "session/numbers.h"

namespace burnglass {
namespace {

std::string ValueOf(const pb::FactsRow& row) {
  std::string value;
  if (row.unit() == "unix nanoseconds") {
    value = DateText(row.number());
  } else if (!row.unit().empty()) {
    value = ValueText(row.number(), row.unit());
  }
  if (!value.empty() && !row.text().empty()) value += ' ';
  return value + row.text();
}

}  // namespace

FactSheet ReadFactSheet(const pb::FactsAnswer& answer) {
  FactSheet sheet;
  sheet.few_samples = answer.few_samples();
  for (const pb::FactsSection& section : answer.section()) {
    FactGroup& group = sheet.groups.emplace_back();
    group.title = section.title();
    for (const pb::FactsRow& row : section.row()) group.lines.push_back({row.name(), ValueOf(row)});
    if (section.left_out() > 0) {
      group.lines.push_back({"", "and " + CountText(section.left_out()) + " more"});
    }
  }
  return sheet;
}

}  // namespace burnglass
