#include "ui/facts_text.h"

#include <array>
#include <cstdio>

#include "base/units.h"
#include "session/numbers.h"

namespace burnglass::ui {
namespace {

// How many cores were busy on average; "" when the type is no time or the duration unknown.
std::string CoresText(const Facts& facts, const SampleTypeFacts& type) {
  if (facts.kind != "cpu" || facts.duration_nanos <= 0) return {};
  if (!SameUnitFamily(type.unit, "nanoseconds")) return {};
  const double nanos = Scale(type.total, type.unit, "ns").value;
  std::array<char, 32> buffer;
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.2f cores",
                                 nanos / static_cast<double>(facts.duration_nanos));
  return {buffer.data(), static_cast<std::size_t>(size)};
}

void Add(std::string& line, const std::string& part) {
  if (part.empty()) return;
  if (!line.empty()) line += " · ";
  line += part;
}

}  // namespace

FactsLine FactsLineOf(const OpenProfile& profile) {
  const Facts& facts = profile.facts;
  if (facts.sample_types.empty()) return {};
  const SampleTypeFacts& type = profile.Type();
  FactsLine line;
  line.figure = ValueText(type.total, type.unit);
  line.rest = type.type;
  if (facts.duration_nanos > 0) {
    line.rest += " in " + ValueText(facts.duration_nanos, "nanoseconds");
  }
  Add(line.rest, CoresText(facts, type));
  Add(line.rest, CountText(facts.samples) + (facts.samples == 1 ? " sample" : " samples"));
  Add(line.rest, DateText(facts.time_nanos));
  return line;
}

std::vector<std::pair<std::string, std::string>> AllFacts(const OpenProfile& profile) {
  const Facts& facts = profile.facts;
  std::vector<std::pair<std::string, std::string>> all;
  const auto add = [&](std::string_view name, std::string value) {
    if (!value.empty()) all.emplace_back(name, std::move(value));
  };
  add("File", profile.name);
  add("Kind", facts.kind);
  add("Program", facts.program);
  add("Taken", DateText(facts.time_nanos));
  if (facts.duration_nanos > 0) add("Duration", ValueText(facts.duration_nanos, "nanoseconds"));
  add("Samples", CountText(facts.samples));
  if (facts.period > 0) {
    add("Period", ValueText(facts.period, facts.period_unit) + " of " + facts.period_type);
  }
  for (const SampleTypeFacts& type : facts.sample_types) {
    const bool is_default = &type == &facts.sample_types[facts.default_sample_type];
    add(type.type, ValueText(type.total, type.unit) + (is_default ? " (default)" : ""));
  }
  add("Functions", CountText(static_cast<std::int64_t>(profile.names.size()) - 1));
  for (const std::string& comment : facts.comments) add("Comment", comment);
  for (const std::string& repaired : facts.repaired) add("Repaired", repaired);
  return all;
}

}  // namespace burnglass::ui
