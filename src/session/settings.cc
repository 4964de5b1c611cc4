#include "session/settings.h"

#include <algorithm>

#include "base/percent.h"
#include "base/read_text.h"
#include "session/source_link.h"

namespace burnglass {
namespace {

void Take(std::string_view name, std::string_view value, Look& look) {
  if (name == "theme") {
    if (value == "light") look.theme = ThemeChoice::kLight;
    if (value == "dark") look.theme = ThemeChoice::kDark;
  } else if (name == "contrast") {
    look.high_contrast = value == "high";
  } else if (name == "motion") {
    look.still = value == "none";
  } else if (name == "text") {
    const auto percent = ReadInt(value);
    if (!percent || *percent < kLeastText || *percent > kMostText) return;
    look.text_percent = static_cast<int>(*percent);
  } else if (name == "link") {
    const auto text = PercentDecode(value);
    if (!text || !RefusalOfTemplate(*text).empty()) return;
    look.own_link = *text;
    look.source_link = static_cast<std::uint32_t>(LinkTemplates().size());
  }
}

}  // namespace

std::string SettingsText(const Look& look) {
  std::string text;
  const auto add = [&](std::string_view part) { (text += text.empty() ? "" : "&").append(part); };
  if (look.theme == ThemeChoice::kLight) add("theme=light");
  if (look.theme == ThemeChoice::kDark) add("theme=dark");
  if (look.high_contrast) add("contrast=high");
  if (look.still) add("motion=none");
  if (look.text_percent != 100) add("text=" + std::to_string(look.text_percent));
  if (!look.own_link.empty()) add("link=" + PercentEncode(look.own_link));
  return text;
}

void ReadSettings(std::string_view text, Look& look) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::size_t equals = part.find('=');
    if (equals != part.npos) Take(part.substr(0, equals), part.substr(equals + 1), look);
  }
}

}  // namespace burnglass
