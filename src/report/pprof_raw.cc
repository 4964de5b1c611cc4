// pprof's raw: the profile as it is, after the filters.
#include <algorithm>
#include <map>

#include "report/go_text.h"
#include "report/hex_text.h"
#include "report/pprof_parts.h"

namespace burnglass {
namespace {

class Raw {
 public:
  explicit Raw(const ReportInput& input) : input_(input), data_(input.profile().data()) {}

  std::string Print() {
    PrintHead();
    const LocationTree& stacks = *input_.selection.stacks;
    for (std::size_t i = 0; i < stacks.leaf.size(); ++i) {
      if (stacks.leaf[i] != kNone) PrintSample(i);
    }
    text_ += "Locations\n";
    for (std::uint32_t i = 0; i < data_.locations.size(); ++i) PrintLocation(i);
    text_ += "Mappings\n";
    for (const Mapping& mapping : data_.mappings) PrintMapping(mapping);
    return std::move(text_);
  }

 private:
  std::string Text(StringId id) const { return std::string(input_.text(id)); }

  void PrintHead() {
    for (const StringId comment : data_.comments) text_ += "Comment: " + Text(comment) + "\n";
    if (data_.doc_url != 0) text_ += "Doc: " + Text(data_.doc_url) + "\n";
    text_ +=
        "PeriodType: " + Text(data_.period_type.type) + " " + Text(data_.period_type.unit) + "\n";
    text_ += "Period: " + std::to_string(data_.period) + "\n";
    if (data_.time_nanos != 0) text_ += "Time: " + GoTime(data_.time_nanos) + "\n";
    if (data_.duration_nanos != 0) text_ += "Duration: " + ShortDuration() + "\n";
    text_ += "Samples:\n" + SampleTypes() + "\n";
  }

  // The first four characters, whatever they are.
  std::string ShortDuration() const {
    const std::string text = GoDuration(data_.duration_nanos);
    std::size_t end = 0;
    for (int characters = 0; end < text.size(); ++end) {
      if ((text[end] & 0xc0) != 0x80 && ++characters > 4) break;
    }
    return text.substr(0, end);
  }

  std::string SampleTypes() const {
    std::string line;
    for (const ValueType& type : data_.sample_types) {
      line += (line.empty() ? "" : " ") + Text(type.type) + "/" + Text(type.unit);
      if (type.type == data_.default_sample_type) line += "[dflt]";
    }
    const std::size_t begin = std::min(line.find_first_not_of(" \t\n\v\f\r"), line.size());
    const std::size_t end = line.find_last_not_of(" \t\n\v\f\r");
    return end == line.npos ? "" : line.substr(begin, end + 1 - begin);
  }

  void PrintSample(std::size_t sample) {
    const LocationTree& stacks = *input_.selection.stacks;
    for (const auto& column : data_.values) {
      text_ += " " + PadLeft(std::to_string(column[sample]), 10);
    }
    text_ += ": ";
    for (std::uint32_t at = stacks.leaf[sample]; at != 0; at = stacks.parent[at]) {
      text_ += std::to_string(data_.locations[stacks.location[at]].id) + " ";
    }
    text_ += "\n";
    PrintLabels(sample);
  }

  void PrintLabels(std::size_t sample) {
    std::map<std::string, std::string> strings;
    std::map<std::string, std::vector<const Label*>> numbers;
    for (const Label& label : input_.profile().labels(sample)) {
      if (!input_.selection.Sees(label)) continue;
      if (label.numeric) {
        numbers[Text(label.key)].push_back(&label);
      } else {
        std::string& values = strings[Text(label.key)];
        values += (values.empty() ? "" : " ") + Text(label.str);
      }
    }
    std::vector<std::string> parts;
    for (const auto& [key, values] : strings) parts.push_back(key + ":[" + values + "]");
    PrintParts(std::move(parts));
    parts.clear();
    for (const auto& [key, labels] : numbers) parts.push_back(key + ":[" + Numbers(labels) + "]");
    PrintParts(std::move(parts));
  }

  std::string Numbers(const std::vector<const Label*>& labels) const {
    const bool units = std::any_of(labels.begin(), labels.end(),
                                   [](const Label* label) { return label->unit != 0; });
    std::string text;
    for (const Label* label : labels) {
      text += (text.empty() ? "" : " ") + std::to_string(label->num);
      if (units) text += " " + Text(label->unit);
    }
    return text;
  }

  void PrintParts(std::vector<std::string> parts) {
    if (parts.empty()) return;
    std::sort(parts.begin(), parts.end());
    text_ += std::string(16, ' ');
    for (std::size_t i = 0; i < parts.size(); ++i) text_ += (i == 0 ? "" : " ") + parts[i];
    text_ += "\n";
  }

  void PrintLocation(std::uint32_t index) {
    const Location& location = data_.locations[index];
    std::string head = PadLeft(std::to_string(location.id), 6) + ": " + Hex(location.address) + " ";
    if (location.mapping != kNone) {
      head += "M=" + std::to_string(data_.mappings[location.mapping].id) + " ";
    }
    if (location.is_folded) head += "[F] ";
    const auto lines = input_.selection.lines->of(index);
    if (lines.empty()) text_ += head + "\n";
    for (const std::uint32_t line : lines) {
      text_ += head + LineText(data_.lines[line]) + "\n";
      head = "             ";
    }
  }

  std::string LineText(const Line& line) const {
    const Function& function = data_.functions[line.function];
    const bool columns = !input_.query.noinlines || input_.query.showcolumns;
    std::string text = Text(function.name) + " " + Text(function.filename) + ":" +
                       std::to_string(line.line) + ":" + std::to_string(columns ? line.column : 0) +
                       " s=" + std::to_string(function.start_line);
    if (function.name != function.system_name) text += "(" + Text(function.system_name) + ")";
    return text;
  }

  void PrintMapping(const Mapping& mapping) {
    text_ += std::to_string(mapping.id) + ": " + Hex(mapping.start) + "/" + Hex(mapping.limit) +
             "/" + Hex(mapping.offset) + " " + Text(mapping.file) + " " + Text(mapping.build_id) +
             " ";
    if (mapping.has_functions) text_ += "[FN]";
    if (mapping.has_filenames) text_ += "[FL]";
    if (mapping.has_line_numbers) text_ += "[LN]";
    if (mapping.has_inline_frames && !input_.query.noinlines) text_ += "[IN]";
    text_ += "\n";
  }

  const ReportInput& input_;
  const ProfileData& data_;
  std::string text_;
};

}  // namespace

std::string PrintRaw(const ReportInput& input) { return Raw(input).Print(); }

}  // namespace burnglass
