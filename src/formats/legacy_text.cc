#include "formats/legacy_text.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;

template <typename Number>
std::optional<Number> Parse(std::string_view text, int base) {
  Number number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// The base that a number's prefix names, removed from it.
int TakeBase(std::string_view& text) {
  if (text.size() < 2 || text[0] != '0') return 10;
  const char letter = static_cast<char>(text[1] | 0x20);
  text.remove_prefix(letter == 'x' || letter == 'b' || letter == 'o' ? 2 : 1);
  return letter == 'x' ? 16 : letter == 'b' ? 2 : 8;
}

}  // namespace

bool LegacyLines::Next() {
  if (rest_.empty()) {
    line_ = {};
    return false;
  }
  const std::size_t end = std::min(rest_.find('\n'), rest_.size());
  line_ = rest_.substr(0, end);
  ended_ = end < rest_.size();
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  if (!line_.empty() && line_.back() == '\r') line_.remove_suffix(1);
  ++number_;
  return true;
}

std::string_view TrimSpace(std::string_view text) {
  constexpr std::string_view kSpace = " \t\n\v\f\r";
  const std::size_t begin = text.find_first_not_of(kSpace);
  if (begin == kNowhere) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) + 1 - begin);
}

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool Contains(std::string_view text, std::string_view part) { return text.find(part) != kNowhere; }

bool IsBlankOrComment(std::string_view line) {
  line = TrimSpace(line);
  return line.empty() || line[0] == '#';
}

bool LineCursor::Take(std::string_view literal) {
  if (text_.substr(at_, literal.size()) != literal) return false;
  at_ += literal.size();
  return true;
}

std::string_view LineCursor::TakeSignedDigits() {
  const std::size_t begin = at_;
  Take("-");
  if (TakeDigits().empty()) at_ = begin;
  return text_.substr(begin, at_ - begin);
}

std::string_view LineCursor::TakeWhile(bool (*fits)(char)) {
  const std::size_t begin = at_;
  while (at_ < text_.size() && fits(text_[at_])) ++at_;
  return text_.substr(begin, at_ - begin);
}

void LineCursor::SkipBlanks() {
  while (at_ < text_.size() && text_[at_] == ' ') ++at_;
}

std::optional<std::int64_t> ParseDecimal(std::string_view text) {
  return Parse<std::int64_t>(text, 10);
}

std::optional<std::uint64_t> ParseHex(std::string_view text) {
  return Parse<std::uint64_t>(text, 16);
}

std::optional<std::int64_t> ParseInteger(std::string_view text) {
  const bool negative = StartsWith(text, "-");
  if (negative || StartsWith(text, "+")) text.remove_prefix(1);
  const int base = TakeBase(text);
  const std::optional<std::uint64_t> magnitude = Parse<std::uint64_t>(text, base);
  if (!magnitude) return std::nullopt;
  constexpr auto kMost = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (*magnitude > kMost + (negative ? 1 : 0)) return std::nullopt;
  return static_cast<std::int64_t>(negative ? 0 - *magnitude : *magnitude);
}

std::optional<std::vector<std::uint64_t>> ParseAddresses(std::string_view text) {
  std::vector<std::uint64_t> addresses;
  for (std::size_t at = text.find("0x"); at != kNowhere; at = text.find("0x", at)) {
    LineCursor cursor(text, at + 2);
    const std::string_view digits = cursor.TakeWhile(IsLowerHexDigit);
    if (!digits.empty()) {
      const std::optional<std::uint64_t> address = ParseHex(digits);
      if (!address) return std::nullopt;
      addresses.push_back(*address);
    }
    at = cursor.at();
  }
  return addresses;
}

std::string Printable(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::string result;
  for (const char c : text.substr(0, kMost)) result += c >= ' ' && c <= '~' ? c : '?';
  return result + (text.size() > kMost ? "…" : "");
}

std::string Quoted(std::string_view text) { return "\"" + Printable(text) + "\""; }

}  // namespace burnglass
