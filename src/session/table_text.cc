#include "session/table_text.h"

#include <array>
#include <cstdio>

namespace burnglass {
namespace {

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted += '"';
}

std::string Percent(std::int64_t value, std::int64_t total) {
  const double share =
      total == 0 ? 0 : 100.0 * static_cast<double>(value) / static_cast<double>(total);
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.2f", share);
  return text.data();
}

void AddCost(std::string& line, std::int64_t value, std::int64_t total) {
  line += ',' + std::to_string(value) + ',' + Percent(value, total);
}

}  // namespace

std::string TableCsv(const OpenProfile& profile, const Top& top) {
  const std::string unit = " (" + profile.Type().unit + ")";
  std::string csv = "function,file,line," + Quoted("flat" + unit) + ",flat %,sum %," +
                    Quoted("cum" + unit) + ",cum %\r\n";
  for (std::size_t i = 0; i < top.size(); ++i) {
    const TopRow row = top[i];
    const std::uint32_t line = profile.names.Line(row.name);
    csv += Quoted(profile.names.Full(row.name)) + ',' + Quoted(profile.names.File(row.name)) + ',' +
           (line > 0 ? std::to_string(line) : std::string());
    AddCost(csv, row.flat, top.total());
    csv += ',' + Percent(row.sum, top.total());
    AddCost(csv, row.cum, top.total());
    csv += "\r\n";
  }
  return csv;
}

}  // namespace burnglass
