#include "ui/facts_text.h"

#include <array>
#include <cstdio>

#include "session/numbers.h"

namespace burnglass::ui {
namespace {

// How many cores were busy on average; "" when that is not known.
std::string CoresText(const SampleTypeFacts& type) {
  if (type.cores <= 0) return {};
  std::array<char, 32> buffer;
  const int size = std::snprintf(buffer.data(), buffer.size(), "%.2f cores", type.cores);
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
  Add(line.rest, CoresText(type));
  Add(line.rest, CountText(facts.samples) + (facts.samples == 1 ? " sample" : " samples"));
  Add(line.rest, DateText(facts.time_nanos));
  return line;
}

}  // namespace burnglass::ui
