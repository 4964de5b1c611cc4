#include <bitset>

#include "profile/demangle_rust.h"
#include "profile/names_brackets.h"

namespace burnglass {
namespace {

int HexDigit(char c) {
  if (IsDigit(c)) return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

// A hash of sixteen digits of which few differ would be somebody's joke, not a hash.
bool IsHash(std::string_view digits) {
  std::bitset<16> seen;
  for (const char c : digits) {
    if (HexDigit(c) < 0) return false;
    seen.set(static_cast<std::size_t>(HexDigit(c)));
  }
  return seen.count() >= 5;
}

// The bytes of an escape at the start of `text` ("$LT$", "$u20$", ".."), and what it stands for.
struct Escape {
  std::size_t length = 0;
  std::string meaning;
};

Escape EscapeAt(std::string_view text) {
  if (text.substr(0, 2) == "..") return {2, "::"};
  constexpr std::string_view kNamed[][2] = {{"$C$", ","},  {"$SP$", "@"}, {"$BP$", "*"},
                                            {"$RF$", "&"}, {"$LT$", "<"}, {"$GT$", ">"},
                                            {"$LP$", "("}, {"$RP$", ")"}};
  for (const auto& [escape, meaning] : kNamed) {
    if (text.substr(0, escape.size()) == escape) return {escape.size(), std::string(meaning)};
  }
  if (text.size() >= 5 && text.substr(0, 2) == "$u" && text[4] == '$') {
    const int high = HexDigit(text[2]), low = HexDigit(text[3]);
    if (high >= 2 && high <= 7 && low >= 0) {
      return {5, std::string(1, static_cast<char>(high * 16 + low))};
    }
  }
  return {};
}

std::string Unescaped(std::string_view identifier) {
  if (identifier.substr(0, 2) == "_$") identifier.remove_prefix(1);
  std::string result;
  while (!identifier.empty()) {
    const Escape escape = EscapeAt(identifier);
    if (escape.length == 0) {
      // An escape of an unknown kind ends what can be understood.
      if (identifier[0] == '$') return result.append(identifier);
      result += identifier[0];
      identifier.remove_prefix(1);
    } else {
      result += escape.meaning;
      identifier.remove_prefix(escape.length);
    }
  }
  return result;
}

// The next of the identifiers with their lengths before them, removed from `text`.
std::optional<std::string_view> TakeIdentifier(std::string_view& text) {
  std::size_t length = 0, digits = 0;
  while (digits < text.size() && digits < 9 && IsDigit(text[digits])) {
    length = length * 10 + static_cast<std::size_t>(text[digits++] - '0');
  }
  if (digits == 0) return std::nullopt;
  text.remove_prefix(digits);
  if (text.size() < length) return std::nullopt;
  const std::string_view identifier = text.substr(0, length);
  text.remove_prefix(length);
  return identifier;
}

}  // namespace

std::optional<std::string> DemangleOldRust(std::string_view name) {
  const std::size_t suffix = name.rfind("E.");  // "….llvm.123"
  if (suffix != std::string_view::npos) name = name.substr(0, suffix + 1);
  constexpr std::size_t kHash = 16, kTail = 3 + kHash + 1;  // "17h", the digits, "E"
  if (name.size() <= 3 + kTail || name.substr(0, 3) != "_ZN" || name.back() != 'E') {
    return std::nullopt;
  }
  const std::string_view tail = name.substr(name.size() - kTail);
  if (tail.substr(0, 3) != "17h" || !IsHash(tail.substr(3, kHash))) return std::nullopt;

  std::string_view path = name.substr(3, name.size() - 3 - kTail);
  std::string result;
  while (!path.empty()) {
    const std::optional<std::string_view> identifier = TakeIdentifier(path);
    if (!identifier) return std::nullopt;
    if (!result.empty()) result += "::";
    result += Unescaped(*identifier);
  }
  return result;
}

}  // namespace burnglass
