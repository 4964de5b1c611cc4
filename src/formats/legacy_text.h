// Reading lines, and what stands in a line, of formats that are text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace burnglass {

// A text line by line, without the line ends ("\n" or "\r\n").
class LegacyLines {
 public:
  explicit LegacyLines(std::string_view text) : rest_(text) {}

  // Moves to the next line; false when there is none, and line() is then empty.
  bool Next();

  std::string_view line() const { return line_; }
  std::size_t number() const { return number_; }  // of line(), from 1; 0 before the first
  bool ended() const { return ended_; }           // line() has a line end behind it

 private:
  std::string_view rest_;
  std::string_view line_;
  std::size_t number_ = 0;
  bool ended_ = false;
};

std::string_view TrimSpace(std::string_view text);
bool StartsWith(std::string_view text, std::string_view prefix);
bool Contains(std::string_view text, std::string_view part);

// Nothing, or a comment: formats put '#' before what is for people only.
bool IsBlankOrComment(std::string_view line);

constexpr bool IsDecimalDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsHexDigit(char c) {
  return IsDecimalDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
// What "\s" is in Go's regular expressions.
constexpr bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

constexpr bool IsLowerHexDigit(char c) { return IsDecimalDigit(c) || (c >= 'a' && c <= 'f'); }
// What a list of addresses, "0x12 0x34ab", is written with.
constexpr bool IsAddressListByte(char c) { return IsLowerHexDigit(c) || c == 'x' || c == ' '; }

// A place in a line that moves over what it takes. Nothing is taken where nothing fits.
class LineCursor {
 public:
  explicit LineCursor(std::string_view text, std::size_t at = 0) : text_(text), at_(at) {}

  bool Take(std::string_view literal);
  std::string_view TakeDigits() { return TakeWhile(IsDecimalDigit); }
  std::string_view TakeSignedDigits();  // with an optional '-' before them
  std::string_view TakeHexDigits() { return TakeWhile(IsHexDigit); }
  std::string_view TakeWhile(bool (*fits)(char));
  void SkipBlanks();                                        // ' ' only
  bool SkipSpace() { return !TakeWhile(IsSpace).empty(); }  // at least one

  std::size_t at() const { return at_; }
  std::string_view rest() const { return text_.substr(at_); }

 private:
  std::string_view text_;
  std::size_t at_;
};

// Whole numbers as Go's ParseInt and ParseUint take them; nothing when malformed or too large.
std::optional<std::int64_t> ParseDecimal(std::string_view text);
std::optional<std::uint64_t> ParseHex(std::string_view text);  // without "0x"
// With base 0: "0x1f", "017" and "0o17" (octal), "0b11", a sign before.
std::optional<std::int64_t> ParseInteger(std::string_view text);

// All numbers "0x…" in a text (lower-case digits only, as the formats write them); nothing when one
// of them has more than 64 bits.
std::optional<std::vector<std::uint64_t>> ParseAddresses(std::string_view text);

// What a file says, for an error sentence: short and printable; Quoted puts it in quotes.
std::string Printable(std::string_view text);
std::string Quoted(std::string_view text);

}  // namespace burnglass
