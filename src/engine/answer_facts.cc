// The answer to a FactsQuestion: what the file says about itself, section by section.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>

#include "analysis/label_facts.h"
#include "base/read_text.h"
#include "base/utf8.h"
#include "engine/answers.h"
#include "engine/opened_message.h"
#include "engine/told_facts.h"
#include "report/hex_text.h"

namespace burnglass {
namespace {

constexpr std::size_t kMostRows = 500;
constexpr std::size_t kMostBytes = 400;  // of one text: Go writes lists of 256 numbers

std::string Printed(const char* format, double a, double b = 0) {
  std::array<char, 200> text;
  std::snprintf(text.data(), text.size(), format, a, b);
  return text.data();
}

std::string Shortened(std::string_view text) {
  if (text.size() <= kMostBytes) return RepairUtf8(text);
  return RepairUtf8(text.substr(0, kMostBytes)) + " … and " +
         std::to_string(text.size() - kMostBytes) + " bytes more";
}

// One section; what is empty is left out of it.
class Section {
 public:
  Section(pb::FactsAnswer& answer, const char* title) : answer_(answer) {
    section_.set_title(title);
  }
  ~Section() {
    if (section_.row_size() > 0) *answer_.add_section() = std::move(section_);
  }
  Section(const Section&) = delete;
  Section& operator=(const Section&) = delete;

  void Text(std::string_view name, std::string_view text) {
    if (!text.empty()) Add(name, "", 0, text);
  }
  void Number(std::string_view name, std::int64_t number, std::string_view unit,
              std::string_view text = {}) {
    Add(name, unit.empty() ? "count" : unit, number, text);
  }
  void Count(std::string_view name, std::size_t count, std::string_view text = {}) {
    Number(name, static_cast<std::int64_t>(count), "count", text);
  }

 private:
  void Add(std::string_view name, std::string_view unit, std::int64_t number,
           std::string_view text) {
    if (static_cast<std::size_t>(section_.row_size()) >= kMostRows) {
      section_.set_left_out(section_.left_out() + 1);
      return;
    }
    pb::FactsRow& row = *section_.add_row();
    row.set_name(RepairUtf8(name));
    row.set_unit(RepairUtf8(unit));
    row.set_number(number);
    row.set_text(Shortened(text));
  }

  pb::FactsAnswer& answer_;
  pb::FactsSection section_;
};

void AddFile(const OpenProfile& open, const pb::Opened& opened, pb::FactsAnswer& answer) {
  const ProfileData& data = open.profile()->data();
  Section file(answer, "File");
  file.Text("File", opened.name());
  file.Text("Kind", opened.kind());
  file.Text("Program", opened.program());
  if (opened.time_nanos() != 0) file.Number("Taken", opened.time_nanos(), "unix nanoseconds");
  if (opened.duration_nanos() > 0) {
    file.Number("Duration", opened.duration_nanos(), "nanoseconds");
  }
  for (const pb::SampleType& type : opened.sample_type()) {
    if (type.cores() > 0) {
      file.Text("Machine use", Printed("%.2f cores busy on average", type.cores()));
    }
  }
  file.Count("Samples", opened.samples());
  if (!data.goroutines.empty()) file.Count("Goroutines", data.goroutines.size());
  if (opened.period() > 0) {
    file.Number("Period", opened.period(), opened.period_unit(), "of " + opened.period_type());
  }
  file.Count("Functions", open.names().nodes().infos().size());
  file.Count("Locations", data.locations.size());
  file.Text("Described at", open.profile()->text(data.doc_url));
  file.Text("Empty because", opened.empty_reason());
}

void AddComparison(const pb::Opened& opened, pb::FactsAnswer& answer) {
  Section comparison(answer, "Comparison");
  if (opened.compared()) {
    comparison.Text("What this is",
                    "a difference: samples with the label pprof::base are what was before, with "
                    "negative values, and percentages are of them");
  } else if (opened.made_base_size() > 0) {
    comparison.Text("What this is", "a difference: equal stacks cancel out, as with pprof's base");
  }
  if (opened.made_source_size() == 0) return;
  constexpr const char* kModes[] = {"absolute", "normalised to equal totals",
                                    "per second of duration", "per unit of a counter"};
  const auto mode = static_cast<std::size_t>(opened.made_mode());
  if (opened.made_base_size() == 0) {
    comparison.Count("Profiles merged", static_cast<std::size_t>(opened.made_source_size()));
    return;
  }
  comparison.Count("Profiles before", static_cast<std::size_t>(opened.made_base_size()));
  comparison.Count("Profiles after", static_cast<std::size_t>(opened.made_source_size()));
  comparison.Text("Compared", kModes[std::min<std::size_t>(mode, 3)]);
}

void AddValues(const pb::Opened& opened, pb::FactsAnswer& answer) {
  Section values(answer, "Values");
  for (int i = 0; i < opened.sample_type_size(); ++i) {
    const pb::SampleType& type = opened.sample_type(i);
    const bool is_default = static_cast<std::uint32_t>(i) == opened.default_sample_type();
    values.Number(type.type(), type.total(), type.unit(), is_default ? "(default)" : "");
  }
}

void AddLabelKeys(const Profile& profile, pb::FactsAnswer& answer) {
  Section labels(answer, "Labels");
  for (const LabelKeyFacts& key : CollectLabels(profile)) {
    labels.Count(key.key, key.values,
                 std::string(key.values == 1 ? "value" : "values") + " in " +
                     std::to_string(key.samples) + " of " + std::to_string(profile.sample_count()) +
                     " samples");
  }
}

void AddTold(const Profile& profile, pb::FactsAnswer& answer) {
  Section told(answer, "What the program told");
  for (const Fact& fact : profile.data().facts) {
    const std::string_view name = profile.text(fact.name), value = profile.text(fact.value);
    if (const std::optional<std::int64_t> number = ReadInt(value)) {
      told.Number(name, *number, UnitOfFact(name));
    } else {
      told.Text(name, value);
    }
  }
}

void AddMappings(const Profile& profile, pb::FactsAnswer& answer) {
  Section mappings(answer, "Mappings");
  for (const Mapping& mapping : profile.data().mappings) {
    const std::string_view file = profile.text(mapping.file);
    const std::string_view build = profile.text(mapping.build_id);
    std::string text = Hex(mapping.start) + " to " + Hex(mapping.limit);
    if (mapping.offset != 0) text += ", offset " + Hex(mapping.offset);
    if (!build.empty()) text += ", build id " + std::string(build);
    mappings.Text(file.empty() ? "(no file)" : file, text);
  }
}

void AddSentences(const pb::Opened& opened, pb::FactsAnswer& answer) {
  {
    Section comments(answer, "Comments");
    for (const std::string& comment : opened.comment()) comments.Text("Comment", comment);
  }
  Section repaired(answer, "Repaired when reading");
  for (const std::string& sentence : opened.repaired()) repaired.Text("Repaired", sentence);
}

// What so few samples of CPU time can say: the interval of 95 % (Wilson's) around a tenth.
std::string FewSamples(const pb::Opened& opened) {
  constexpr std::int64_t kEnough = 100;
  constexpr double kShare = 0.1, kSigma = 1.96;
  if (opened.kind() != "cpu" || !opened.empty_reason().empty()) return {};
  const auto type = std::find_if(
      opened.sample_type().begin(), opened.sample_type().end(),
      [](const pb::SampleType& one) { return one.type() == "samples" && one.unit() == "count"; });
  if (type == opened.sample_type().end() || type->total() >= kEnough) return {};
  const auto n = static_cast<double>(type->total());
  const double middle = kShare + kSigma * kSigma / (2 * n);
  const double reach =
      kSigma * std::sqrt(kShare * (1 - kShare) / n + kSigma * kSigma / (4 * n * n));
  const double scale = 100 / (1 + kSigma * kSigma / n);
  return "Only " + std::to_string(type->total()) + (type->total() == 1 ? " sample" : " samples") +
         " of CPU time: of a function that shows 10 % the true share may lie anywhere" +
         Printed(" from %.0f to %.0f %% (95 %% sure).", scale * std::max(0.0, middle - reach),
                 scale * (middle + reach));
}

}  // namespace

Bytes AnswerFacts(const pb::Header& question, const OpenProfile& open) {
  pb::Header header = HeaderFor(question);
  pb::FactsAnswer& answer = *header.mutable_facts_answer();
  const pb::Opened opened = DescribeProfile(open);
  AddFile(open, opened, answer);
  AddComparison(opened, answer);
  AddValues(opened, answer);
  AddLabelKeys(*open.profile(), answer);
  AddTold(*open.profile(), answer);
  AddMappings(*open.profile(), answer);
  AddSentences(opened, answer);
  answer.set_few_samples(FewSamples(opened));
  return MessageWriter(std::move(header)).Finish();
}

}  // namespace burnglass
