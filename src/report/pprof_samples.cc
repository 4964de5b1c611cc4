// pprof's traces, raw, tags and comments: samples one by one, and what is written of their labels.
#include <algorithm>
#include <map>

#include "analysis/label_costs.h"
#include "analysis/stack_costs.h"
#include "base/units.h"
#include "report/pprof_labels.h"
#include "report/pprof_parts.h"

namespace burnglass {
namespace {

// The values of each key, in the sample's order. The key is kept as text: that is what sorts.
struct LabelValues {
  std::map<std::string, std::vector<const Label*>> strings, numbers;
};

LabelValues VisibleLabels(const ReportInput& input, std::size_t sample) {
  LabelValues values;
  for (const Label& label : input.profile().labels(sample)) {
    if (!input.selection.Sees(label)) continue;
    auto& side = label.numeric ? values.numbers : values.strings;
    side[std::string(input.text(label.key))].push_back(&label);
  }
  return values;
}

const std::string& UnitOf(const ReportInput& input, const Label& label) {
  return input.selection.label_units.at(label.key);
}

template <typename Write>
std::string Join(const std::vector<const Label*>& labels, const char* between, Write write) {
  std::string text;
  for (const Label* label : labels) text += (text.empty() ? "" : between) + write(*label);
  return text;
}

void AppendSorted(std::string& text, std::vector<std::string> parts, const char* between) {
  std::sort(parts.begin(), parts.end());
  for (std::size_t i = 0; i < parts.size(); ++i) text += (i == 0 ? "" : between) + parts[i];
}

class Traces {
 public:
  explicit Traces(const ReportInput& input)
      : input_(input),
        values_(input.selection, input.query),
        frames_(input.profile(), *input.selection.lines, FrameOptionsOf(input.query)) {}

  std::string Print() {
    for (const std::string& line : ProfileLabels(input_.selection, values_)) text_ += line + "\n";
    const LocationTree& stacks = *input_.selection.stacks;
    for (std::size_t i = 0; i < stacks.leaf.size(); ++i) {
      if (stacks.leaf[i] != kNone && stacks.leaf[i] != 0) PrintSample(i, stacks);
    }
    return std::move(text_ += kSeparator);
  }

 private:
  static constexpr const char* kSeparator =
      "-----------+-------------------------------------------------------\n";

  void PrintSample(std::size_t sample, const LocationTree& stacks) {
    text_ += kSeparator;
    PrintLabels(VisibleLabels(input_, sample));
    const Cost cost = CostOf(input_.selection, sample);
    std::string value = values_.Text(cost.value());
    for (std::uint32_t at = stacks.leaf[sample]; at != 0; at = stacks.parent[at]) {
      const auto frames = frames_.of(stacks.location[at]);
      for (std::size_t i = 0; i < frames.size(); ++i) {
        text_ += PadLeft(value, 10) + "   " + frames_.PrintableName(frames[i]) +
                 (i + 1 < frames.size() ? " (inline)" : "") + "\n";
        value.clear();
      }
    }
  }

  void PrintLabels(const LabelValues& labels) {
    std::vector<std::string> strings, numbers;
    for (const auto& [key, values] : labels.strings) {
      strings.push_back(Line(key, Join(values, " ", [&](const Label& label) {
                               return std::string(input_.text(label.str));
                             })));
    }
    for (const auto& [key, values] : labels.numbers) {
      numbers.push_back(Line(key, Join(values, " ", [&](const Label& label) {
                               return ScaledLabel(label.num, UnitOf(input_, label), "auto");
                             })));
    }
    AppendSorted(text_, std::move(strings), "");
    AppendSorted(text_, std::move(numbers), "");
  }

  static std::string Line(const std::string& key, const std::string& values) {
    return PadLeft(key, 10) + ":  " + values + "\n";
  }

  const ReportInput& input_;
  const ReportValues values_;
  const FrameTable frames_;
  std::string text_;
};

// What pprof's tabwriter makes of rows of two right-aligned cells and a text.
class TagTable {
 public:
  struct Row {
    std::string first, second, text;
  };

  void Add(Row row) { rows_.push_back(std::move(row)); }

  std::string Print() const {
    std::size_t first = 0, second = 0;
    for (const Row& row : rows_) {
      first = std::max(first, Width(row.first));
      second = std::max(second, Width(row.second));
    }
    std::string text;
    for (const Row& row : rows_) {
      text += PadLeft(row.first, first + 1);
      if (!row.second.empty()) text += PadLeft(row.second, second + 1);
      text += row.text + "\n";
    }
    return text;
  }

 private:
  static std::size_t Width(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
  }

  std::vector<Row> rows_;
};

}  // namespace

std::string PrintTraces(const ReportInput& input) { return Traces(input).Print(); }

std::string PrintTags(const ReportInput& input) {
  const ReportValues values(input.selection, input.query);
  LabelIndex index(input.selection, input.query.unit);
  std::string text;
  for (const LabelKeyCosts& key : SumLabels(input.selection, index)) {
    TagTable table;
    table.Add({key.key + ":", "",
               " Total " + values.Text(key.cost) + " of " + values.Text(values.total()) + " (" +
                   values.Percent(key.cost) + ")"});
    for (const LabelValueCost& value : key.values) {
      table.Add({"", values.Text(value.cost) + " (" + values.Percent(value.cost) + "):",
                 " " + value.text});
    }
    text += table.Print() + "\n";
  }
  return text;
}

std::string PrintComments(const ReportInput& input) {
  std::string text;
  for (const StringId comment : input.profile().data().comments) {
    text += std::string(input.text(comment)) + "\n";
  }
  return text;
}

}  // namespace burnglass
