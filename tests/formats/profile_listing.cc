#include "formats/profile_listing.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <map>
#include <vector>

namespace burnglass {
namespace {

using Words = std::vector<std::string>;

std::string Join(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

template <typename Number>
std::string Printed(const char* format, Number number) {
  char text[64];
  const int length = std::snprintf(text, sizeof(text), format, number);
  return std::string(text, static_cast<std::size_t>(length));
}

class Listing {
 public:
  explicit Listing(const ProfileData& data) : data_(data) {}

  std::string Print() {
    for (const StringId comment : data_.comments) Line("Comment: " + Text(comment));
    Line("PeriodType: " + Text(data_.period_type.type) + " " + Text(data_.period_type.unit));
    Line("Period: " + std::to_string(data_.period));
    if (data_.time_nanos != 0) Line("Time: " + Time(data_.time_nanos));
    if (data_.duration_nanos != 0) Line("Duration: " + Duration(data_.duration_nanos));
    Line("Samples:");
    Line(SampleTypes());
    for (std::size_t i = 0; i < data_.sample_count(); ++i) AddSample(i);
    Line("Locations");
    for (const Location& location : data_.locations) AddLocation(location);
    Line("Mappings");
    for (const Mapping& mapping : data_.mappings) AddMapping(mapping);
    return std::move(text_);
  }

 private:
  void Line(const std::string& line) { text_ += line + "\n"; }
  std::string Text(StringId id) const { return std::string(data_.strings[id]); }

  static std::string Time(std::int64_t nanos) {
    const std::time_t seconds = nanos / 1'000'000'000;
    char text[64];
    std::strftime(text, sizeof(text), "%Y-%m-%d %H:%M:%S", std::gmtime(&seconds));
    std::string fraction = Printed(".%09lld", static_cast<long long>(nanos % 1'000'000'000));
    while (fraction.ends_with('0')) fraction.pop_back();
    return text + (fraction == "." ? "" : fraction) + " +0000 UTC";
  }

  // Go's text of a duration, cut to four characters as pprof does: "1h40", "3.01".
  static std::string Duration(std::int64_t nanos) {
    constexpr std::int64_t kMinute = 60'000'000'000;
    if (nanos >= 60 * kMinute) {
      return Printed("%lldh", static_cast<long long>(nanos / (60 * kMinute))) +
             Printed("%02lld", static_cast<long long>(nanos / kMinute % 60));
    }
    return Printed("%.9f", static_cast<double>(nanos) / 1e9).substr(0, 4);
  }

  std::string SampleTypes() const {
    Words words;
    for (const ValueType& type : data_.sample_types) {
      const bool is_default = type.type != 0 && type.type == data_.default_sample_type;
      words.push_back(Text(type.type) + "/" + Text(type.unit) + (is_default ? "[dflt]" : ""));
    }
    return Join(words);
  }

  void AddSample(std::size_t sample) {
    std::string line;
    for (const auto& column : data_.values) {
      line += Printed(" %10lld", static_cast<long long>(column[sample]));
    }
    line += ": ";
    std::vector<std::uint32_t> stack;
    AppendStack(data_, sample, stack);
    for (const std::uint32_t location : stack) {
      line += std::to_string(data_.locations[location].id) + " ";
    }
    Line(line);
    if (data_.label_ends.empty()) return;
    AddLabels(sample, false);
    AddLabels(sample, true);
  }

  // One line for all of a kind: "key:[first second] other:[7 bytes]", sorted.
  void AddLabels(std::size_t sample, bool numeric) {
    std::map<std::string, std::vector<const Label*>> by_key;
    const std::uint32_t begin = sample == 0 ? 0 : data_.label_ends[sample - 1];
    for (std::uint32_t i = begin; i < data_.label_ends[sample]; ++i) {
      const Label& label = data_.labels[i];
      if (label.numeric == numeric) by_key[Text(label.key)].push_back(&label);
    }
    Words words;
    for (const auto& [key, labels] : by_key) words.push_back(key + ":[" + Values(labels) + "]");
    std::sort(words.begin(), words.end());
    if (!words.empty()) Line("                " + Join(words));
  }

  // Once one value of a key has a unit, all are printed with one, be it empty.
  std::string Values(const std::vector<const Label*>& labels) const {
    const bool units = std::any_of(labels.begin(), labels.end(),
                                   [](const Label* label) { return label->unit != 0; });
    Words words;
    for (const Label* label : labels) {
      const std::string number =
          std::to_string(label->num) + (units ? " " + Text(label->unit) : "");
      words.push_back(label->numeric ? number : Text(label->str));
    }
    return Join(words);
  }

  void AddLocation(const Location& location) {
    std::string line = Printed("%6llu: ", static_cast<unsigned long long>(location.id)) +
                       ListHex(location.address) + " ";
    if (location.mapping != kNone) {
      line += "M=" + std::to_string(data_.mappings[location.mapping].id) + " ";
    }
    if (location.is_folded) line += "[F] ";
    if (location.line_begin == location.line_end) Line(line);
    for (std::uint32_t i = location.line_begin; i < location.line_end; ++i) {
      Line(line + LineText(data_.lines[i]));
      line = "             ";
    }
  }

  std::string LineText(const burnglass::Line& line) const {
    const Function& function = data_.functions[line.function];
    std::string text = Text(function.name) + " " + Text(function.filename) + ":" +
                       std::to_string(line.line) + ":" + std::to_string(line.column) +
                       " s=" + std::to_string(function.start_line);
    if (function.name != function.system_name) text += "(" + Text(function.system_name) + ")";
    return text;
  }

  void AddMapping(const Mapping& mapping) {
    Line(std::to_string(mapping.id) + ": " + ListHex(mapping.start) + "/" + ListHex(mapping.limit) +
         "/" + ListHex(mapping.offset) + " " + Text(mapping.file) + " " + Text(mapping.build_id) +
         " " + (mapping.has_functions ? "[FN]" : "") + (mapping.has_filenames ? "[FL]" : "") +
         (mapping.has_line_numbers ? "[LN]" : "") + (mapping.has_inline_frames ? "[IN]" : ""));
  }

  const ProfileData& data_;
  std::string text_;
};

}  // namespace

std::string ListProfile(const ProfileData& data) { return Listing(data).Print(); }

std::string ListHex(std::uint64_t number) {
  return Printed("0x%llx", static_cast<unsigned long long>(number));
}

std::string ListProfileOfCommand(ProfileData data) {
  if (data.mappings.empty()) {
    data.mappings.push_back({});
    data.mappings[0].id = 1;
    for (Location& location : data.locations) location.mapping = 0;
  }
  return ListProfile(data);
}

}  // namespace burnglass
