#include "report/pprof_text.h"

#include <algorithm>
#include <vector>

#include "base/checked_sum.h"
#include "base/units.h"
#include "report/pprof_header.h"
#include "report/report_unit.h"

namespace burnglass {
namespace {

// Right-aligned in ten columns; a column is a character, not a byte.
std::string Column(std::string text) {
  constexpr std::size_t kWidth = 10;
  const auto is_first_byte = [](char c) { return (c & 0xc0) != 0x80; };
  const auto width =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_first_byte));
  if (width < kWidth) text.insert(0, kWidth - width, ' ');
  return text;
}

std::string_view Trimmed(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

const char* MarkText(InlineMark mark) {
  switch (mark) {
    case InlineMark::kAlways:
      return " (inline)";
    case InlineMark::kPartial:
      return " (partial-inline)";
    case InlineMark::kNone:
      break;
  }
  return "";
}

class TopReport {
 public:
  TopReport(const Selection& selection, const TopOptions& options)
      : selection_(selection),
        options_(options),
        nodes_(BuildFrameNodes(*selection.profile)),
        table_(BuildTopTable(selection, nodes_, options)),
        unit_(ReportUnit(selection, table_)) {}

  std::string Print() {
    for (const std::string& line : PprofHeader(selection_, unit_)) text_ += line + "\n";
    PrintSummary();
    text_ += "      flat  flat%   sum%        cum   cum%\n";
    std::int64_t sum = 0;
    for (const TopRow& row : table_.rows) {
      sum = WrappingAdd(sum, row.flat);
      text_ += Column(Value(row.flat)) + " " + Percent(row.flat) + " " + Percent(sum) + " " +
               Column(Value(row.cum)) + " " + Percent(row.cum) + "  " +
               PrintableName(*selection_.profile, nodes_.nodes[row.node]) + MarkText(row.inlined) +
               "\n";
    }
    return std::move(text_);
  }

 private:
  std::string Value(std::int64_t value) const {
    return ScaledLabel(value, selection_.unit(), unit_);
  }
  std::string Percent(std::int64_t value) const { return Percentage(value, selection_.total); }

  void PrintSummary() {
    text_ += "Showing nodes accounting for " + Value(table_.flat_sum) + ", ";
    text_ += Trimmed(Percent(table_.flat_sum));
    text_ += " of " + Value(selection_.total) + " total\n";
    if (selection_.total == 0) return;
    if (table_.dropped > 0) {
      const auto cutoff =
          static_cast<std::int64_t>(static_cast<double>(selection_.total) * options_.node_fraction);
      text_ += "Dropped " + std::to_string(table_.dropped) +
               (table_.dropped > 1 ? " nodes" : " node") + " (cum <= " + Value(Magnitude(cutoff)) +
               ")\n";
    }
    if (!table_.rows.empty() && table_.rows.size() < table_.before_count) {
      text_ += "Showing top " + std::to_string(table_.rows.size()) + " nodes out of " +
               std::to_string(table_.before_count) + "\n";
    }
  }

  const Selection& selection_;
  const TopOptions& options_;
  const FrameNodes nodes_;
  const TopTable table_;
  const std::string unit_;
  std::string text_;
};

}  // namespace

std::string PprofTop(const Selection& selection, const TopOptions& options) {
  return TopReport(selection, options).Print();
}

}  // namespace burnglass
