// A profile as pprof's Profile.String() lists it, for comparison with pprof's own golden files.
#pragma once

#include <cstdio>
#include <string>

#include "profile/profile.h"

namespace burnglass {

template <typename Number>
std::string ListNumber(const char* format, Number number) {
  char text[64];
  const int length = std::snprintf(text, sizeof(text), format, number);
  return std::string(text, static_cast<std::size_t>(length));
}

// "0x1f"; unlike printf's, 0 is "0x0".
inline std::string ListHex(std::uint64_t number) {
  return ListNumber("0x%llx", static_cast<unsigned long long>(number));
}

inline std::string ListSample(const ProfileData& data, std::size_t sample) {
  std::string text;
  for (const auto& column : data.values) {
    text += ListNumber(" %10lld", static_cast<long long>(column[sample]));
  }
  text += ": ";
  for (std::uint32_t i = sample == 0 ? 0 : data.stack_ends[sample - 1]; i < data.stack_ends[sample];
       ++i) {
    text += std::to_string(data.locations[data.stacks[i]].id) + " ";
  }
  text += "\n";
  if (data.label_ends.empty()) return text;
  for (std::uint32_t i = sample == 0 ? 0 : data.label_ends[sample - 1]; i < data.label_ends[sample];
       ++i) {
    const Label& label = data.labels[i];
    text += "                " + std::string(data.strings[label.key]) + ":[" +
            std::to_string(label.num) + "]\n";
  }
  return text;
}

inline std::string ListLocation(const ProfileData& data, const Location& location) {
  std::string text = ListNumber("%6llu: ", static_cast<unsigned long long>(location.id)) +
                     ListHex(location.address) + " ";
  if (location.mapping != kNone) {
    text += "M=" + std::to_string(data.mappings[location.mapping].id) + " ";
  }
  for (std::uint32_t i = location.line_begin; i < location.line_end; ++i) {
    const Line& line = data.lines[i];
    const Function& function = data.functions[line.function];
    text += std::string(data.strings[function.name]) + " " +
            std::string(data.strings[function.filename]) + ":" + std::to_string(line.line) + ":" +
            std::to_string(line.column) + " s=" + std::to_string(function.start_line);
  }
  return text + "\n";
}

inline std::string ListProfile(const ProfileData& data) {
  const auto text_of = [&](StringId id) { return std::string(data.strings[id]); };
  std::string text = "PeriodType: " + text_of(data.period_type.type) + " " +
                     text_of(data.period_type.unit) + "\nPeriod: " + std::to_string(data.period);
  // pprof cuts durations to four characters. Hours are enough: one golden file has "1h40".
  if (data.duration_nanos != 0) {
    text += "\nDuration: " + std::to_string(data.duration_nanos / 3600000000000) + "h" +
            std::to_string(data.duration_nanos / 60000000000 % 60);
  }
  text += "\nSamples:\n";
  for (std::size_t i = 0; i < data.sample_types.size(); ++i) {
    text += (i == 0 ? "" : " ") + text_of(data.sample_types[i].type) + "/" +
            text_of(data.sample_types[i].unit);
  }
  text += "\n";
  for (std::size_t i = 0; i < data.stack_ends.size(); ++i) text += ListSample(data, i);
  text += "Locations\n";
  for (const Location& location : data.locations) text += ListLocation(data, location);
  text += "Mappings\n";
  for (const Mapping& mapping : data.mappings) {
    text += std::to_string(mapping.id) + ": " + ListHex(mapping.start) + "/" +
            ListHex(mapping.limit) + "/" + ListHex(mapping.offset) + " " + text_of(mapping.file) +
            " " + text_of(mapping.build_id) + " \n";
  }
  return text;
}

}  // namespace burnglass
