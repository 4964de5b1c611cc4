#include "session/table_text.h"

#include <array>
#include <cstdio>

#include "base/table_cell.h"

namespace burnglass {
namespace {

std::string Percent(std::int64_t value, std::int64_t total) {
  const double share =
      total == 0 ? 0 : 100.0 * static_cast<double>(value) / static_cast<double>(total);
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.2f", share);
  return text.data();
}

// How a table is written: what parts its cells and its lines, and how a text becomes a cell.
struct Form {
  char gap;
  std::string_view end;
  std::string (*cell)(std::string_view text);
};

constexpr Form kCsv{',', "\r\n", CsvCell};
constexpr Form kTabs{'\t', "\n", TabsCell};

std::string Head(const Form& form, const OpenProfile& profile) {
  const std::string unit = " (" + profile.Type().unit + ")";
  std::string head = "function";
  const std::string flat = form.cell("flat" + unit), cum = form.cell("cum" + unit);
  for (const std::string_view word :
       {std::string_view("file"), std::string_view("line"), std::string_view(flat),
        std::string_view("flat %"), std::string_view("sum %"), std::string_view(cum),
        std::string_view("cum %")}) {
    (head += form.gap).append(word);
  }
  return head.append(form.end);
}

std::string Line(const Form& form, const OpenProfile& profile, const Top& top, std::size_t index) {
  const TopRow row = top[index];
  const std::uint32_t line = profile.names.Line(row.name);
  std::string text = form.cell(profile.names.Full(row.name));
  const auto add = [&](std::string_view cell) { (text += form.gap).append(cell); };
  add(form.cell(profile.names.File(row.name)));
  add(line > 0 ? std::to_string(line) : std::string());
  add(std::to_string(row.flat));
  add(Percent(row.flat, top.total()));
  add(Percent(row.sum, top.total()));
  add(std::to_string(row.cum));
  add(Percent(row.cum, top.total()));
  return text.append(form.end);
}

std::string Table(const Form& form, const OpenProfile& profile, const Top& top) {
  std::string text = Head(form, profile);
  for (std::size_t i = 0; i < top.size(); ++i) text += Line(form, profile, top, i);
  return text;
}

}  // namespace

std::string TableCsv(const OpenProfile& profile, const Top& top) {
  return Table(kCsv, profile, top);
}

std::string TableTabs(const OpenProfile& profile, const Top& top) {
  return Table(kTabs, profile, top);
}

std::string RowTabs(const OpenProfile& profile, const Top& top, NameId name) {
  const auto row = top.RowOf(name);
  return row ? Line(kTabs, profile, top, *row) : std::string();
}

}  // namespace burnglass
