#include "analysis/label_filter_text.h"

#include <algorithm>

#include "analysis/label_range.h"
#include "base/quote_pattern.h"
#include "base/utf8.h"

namespace burnglass {
namespace {

// A filter is parted at its first '=' and at every comma: a pattern writes them otherwise.
std::string Escaped(std::string pattern, std::string_view characters) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string escaped;
  for (const char c : pattern) {
    if (characters.find(c) == characters.npos) {
      escaped += c;
      continue;
    }
    const auto code = static_cast<unsigned char>(c);
    escaped.append("\\x") += kDigits[code >> 4];
    escaped += kDigits[code & 15];
  }
  return escaped;
}

// What stands before the '=' is taken as it is, but there may be none of it.
bool CanStandAlone(const std::string& key) {
  return !key.empty() && key.find('=') == std::string::npos;
}

std::string TextFilter(const std::string& key, const std::string& value) {
  if (CanStandAlone(key)) return key + '=' + Escaped("^" + QuotedPattern(value) + "$", ",");
  return Escaped("^" + QuotedPattern(key + ':' + value) + "$", ",=");
}

std::string RangeFilter(const LabelIndex::Key& key, std::int64_t least, std::int64_t most) {
  if (!CanStandAlone(key.text)) return {};
  // A unit that is no word is left out: such numbers are compared as they are.
  for (const std::string& unit : {key.unit, std::string()}) {
    std::string range = std::to_string(least) + unit;
    if (most != least) range += ':' + std::to_string(most) + unit;
    const std::optional<LabelRange> read = ParseLabelRange(range);
    const bool both = read && read->Has(least, key.unit) && read->Has(most, key.unit);
    if (both) return key.text + '=' + range;
  }
  return {};
}

}  // namespace

std::string LabelFilterText(const LabelIndex::Key& key, const LabelIndex::Value& value) {
  if (value.numeric == value.textual || !IsUtf8(key.text) || !IsUtf8(value.text)) return {};
  return value.numeric ? RangeFilter(key, value.least, value.most)
                       : TextFilter(key.text, value.text);
}

std::string LabelFilterText(const LabelIndex::Key& key) {
  bool numeric = false, textual = false;
  std::int64_t least = INT64_MAX, most = INT64_MIN;
  for (const LabelIndex::Value& value : key.values) {
    numeric |= value.numeric;
    textual |= value.textual;
    least = std::min(least, value.least);
    most = std::max(most, value.most);
  }
  if (numeric == textual || !IsUtf8(key.text)) return {};
  if (numeric) return RangeFilter(key, least, most);
  if (CanStandAlone(key.text)) return key.text + "=.*";
  return Escaped("^" + QuotedPattern(key.text + ':'), ",=");
}

}  // namespace burnglass
