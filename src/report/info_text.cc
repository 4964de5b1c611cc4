#include "report/info_text.h"

#include <algorithm>
#include <vector>

#include "analysis/select.h"
#include "base/path.h"
#include "base/units.h"
#include "profile/kind.h"
#include "profile/sample_type.h"
#include "report/local_time.h"

namespace burnglass {
namespace {

constexpr std::size_t kFactColumn = 10;

void AddFact(std::string& text, std::string_view what, std::string_view fact) {
  if (fact.empty()) return;
  std::string line(what);
  line.resize(kFactColumn, ' ');
  text += line + std::string(fact) + "\n";
}

// "cpu in nanoseconds", without a unit just "cpu".
std::string TypeText(const Profile& profile, const ValueType& type) {
  const std::string name(profile.text(type.type));
  const std::string unit(profile.text(type.unit));
  return unit.empty() ? name : name + "/" + unit;
}

void AddSampleTypes(std::string& text, const ProfilePtr& profile) {
  struct Row {
    std::string type, total;
  };
  std::vector<Row> rows;
  std::size_t type_width = 0, total_width = 0;
  for (std::uint32_t i = 0; i < profile->data().sample_types.size(); ++i) {
    const Result<Selection> all = Select(profile, Query{.sample_index = std::to_string(i)});
    rows.push_back({TypeText(*profile, profile->data().sample_types[i]),
                    ScaledLabel(all->total, all->unit(), "auto")});
    type_width = std::max(type_width, rows.back().type.size());
    total_width = std::max(total_width, rows.back().total.size());
  }
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    std::string& type = rows[i].type;
    type.resize(type_width, ' ');
    AddFact(text, i == 0 ? "values" : "",
            type + std::string(2 + total_width - rows[i].total.size(), ' ') + rows[i].total +
                (i == DefaultSampleType(*profile) ? "  (default)" : ""));
  }
}

}  // namespace

std::string InfoText(const ProfilePtr& profile, std::string_view file_name) {
  const ProfileData& data = profile->data();
  std::string text;
  AddFact(text, "file", file_name);
  AddFact(text, "kind", ProfileKind(*profile, file_name));
  if (!data.mappings.empty() && data.mappings[0].file != 0) {
    AddFact(text, "program", BaseName(profile->text(data.mappings[0].file)));
  }
  if (data.time_nanos != 0) AddFact(text, "time", LocalTime(data.time_nanos));
  if (data.duration_nanos != 0) {
    AddFact(text, "duration", ScaledLabel(data.duration_nanos, "nanoseconds", "auto"));
  }
  AddFact(text, "samples", std::to_string(profile->sample_count()));
  AddSampleTypes(text, profile);
  if (data.period != 0) {
    const std::string_view unit = profile->text(data.period_type.unit);
    AddFact(text, "period",
            ScaledLabel(data.period, unit, "auto") + " of " + TypeText(*profile, data.period_type));
  }
  for (const StringId comment : data.comments) AddFact(text, "comment", profile->text(comment));
  for (const std::string& sentence : data.repaired) AddFact(text, "repaired", sentence);
  return text;
}

}  // namespace burnglass
