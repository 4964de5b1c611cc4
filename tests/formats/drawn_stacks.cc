#include "formats/drawn_stacks.h"

#include "formats/profile_listing.h"

namespace burnglass {
namespace {

std::string DrawLine(const ProfileData& data, const Line& line) {
  const Function& function = data.functions[line.function];
  const std::string name(data.strings[function.name]), file(data.strings[function.filename]);
  if (file.empty()) return name;
  return name + " " + file + (line.line == 0 ? "" : ":" + std::to_string(line.line));
}

std::string DrawLocation(const ProfileData& data, const Location& location) {
  if (location.line_begin == location.line_end) return ListHex(location.address);
  std::string text;
  for (std::uint32_t i = location.line_begin; i < location.line_end; ++i) {
    text += (text.empty() ? "" : " in ") + DrawLine(data, data.lines[i]);
  }
  return text;
}

}  // namespace

std::string DrawStack(const ProfileData& data, std::size_t sample) {
  std::string text;
  std::vector<std::uint32_t> stack;
  AppendStack(data, sample, stack);
  for (const std::uint32_t location : stack) {
    text += (text.empty() ? "" : " < ") + DrawLocation(data, data.locations[location]);
  }
  return text;
}

std::string DrawLabels(const ProfileData& data, std::size_t sample) {
  if (data.label_ends.empty()) return "";
  std::string text;
  const std::uint32_t begin = sample == 0 ? 0 : data.label_ends[sample - 1];
  for (std::uint32_t i = begin; i < data.label_ends[sample]; ++i) {
    const Label& label = data.labels[i];
    const std::string unit(data.strings[label.unit]);
    const std::string number = std::to_string(label.num) + (unit.empty() ? "" : " " + unit);
    text += (text.empty() ? "" : ", ") + std::string(data.strings[label.key]) + "=" +
            (label.numeric ? number : std::string(data.strings[label.str]));
  }
  return text;
}

std::vector<std::string> DrawSamples(const ProfileData& data) {
  std::vector<std::string> samples;
  for (std::size_t i = 0; i < data.sample_count(); ++i) {
    std::string text;
    for (const auto& column : data.values) {
      text += (text.empty() ? "" : " ") + std::to_string(column[i]);
    }
    const std::string labels = DrawLabels(data, i);
    samples.push_back(text + ": " + DrawStack(data, i) +
                      (labels.empty() ? "" : " {" + labels + "}"));
  }
  return samples;
}

std::vector<std::string> DrawFacts(const ProfileData& data) {
  std::vector<std::string> facts;
  for (const Fact& fact : data.facts) {
    facts.push_back(std::string(data.strings[fact.name]) + "=" +
                    std::string(data.strings[fact.value]));
  }
  return facts;
}

}  // namespace burnglass
