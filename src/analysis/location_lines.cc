#include "analysis/location_lines.h"

namespace burnglass {

LocationLines AllLines(const Profile& profile) {
  LocationLines all;
  all.begin.reserve(profile.data().locations.size() + 1);
  for (const Location& location : profile.data().locations) {
    all.begin.push_back(static_cast<std::uint32_t>(all.lines.size()));
    for (std::uint32_t line = location.line_begin; line < location.line_end; ++line) {
      all.lines.push_back(line);
    }
  }
  all.begin.push_back(static_cast<std::uint32_t>(all.lines.size()));
  return all;
}

LocationLines OutermostLines(const LocationLines& lines) {
  LocationLines outermost;
  outermost.begin.reserve(lines.begin.size());
  for (std::uint32_t location = 0; location + 1 < lines.begin.size(); ++location) {
    outermost.begin.push_back(static_cast<std::uint32_t>(outermost.lines.size()));
    const auto all = lines.of(location);
    if (!all.empty()) outermost.lines.push_back(all.back());
  }
  outermost.begin.push_back(static_cast<std::uint32_t>(outermost.lines.size()));
  return outermost;
}

}  // namespace burnglass
