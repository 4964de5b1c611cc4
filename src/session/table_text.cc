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

std::string Head(const OpenProfile& profile) {
  const std::string unit = " (" + profile.Type().unit + ")";
  std::string head = "function";
  const std::string flat = TabsCell("flat" + unit), cum = TabsCell("cum" + unit);
  for (const std::string_view word :
       {std::string_view("file"), std::string_view("line"), std::string_view(flat),
        std::string_view("flat %"), std::string_view("sum %"), std::string_view(cum),
        std::string_view("cum %")}) {
    (head += '\t').append(word);
  }
  return head.append("\n");
}

std::string Line(const OpenProfile& profile, const Top& top, std::size_t index) {
  const TopRow row = top[index];
  const std::uint32_t line = profile.names.Line(row.name);
  std::string text = TabsCell(profile.names.Full(row.name));
  const auto add = [&](std::string_view cell) { (text += '\t').append(cell); };
  add(TabsCell(profile.names.File(row.name)));
  add(line > 0 ? std::to_string(line) : std::string());
  add(std::to_string(row.flat));
  add(Percent(row.flat, top.total()));
  add(Percent(row.sum, top.total()));
  add(std::to_string(row.cum));
  add(Percent(row.cum, top.total()));
  return text.append("\n");
}

std::string Table(const OpenProfile& profile, const Top& top) {
  std::string text = Head(profile);
  for (std::size_t i = 0; i < top.size(); ++i) text += Line(profile, top, i);
  return text;
}

}  // namespace

std::string TableTabs(const OpenProfile& profile, const Top& top) { return Table(profile, top); }

std::string RowTabs(const OpenProfile& profile, const Top& top, NameId name) {
  const auto row = top.RowOf(name);
  return row ? Line(profile, top, *row) : std::string();
}

}  // namespace burnglass
