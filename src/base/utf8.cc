#include "base/utf8.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/unseen.h"

namespace burnglass {
namespace {

// How a character begins: its length, and which second bytes are allowed. Everything that is not
// UTF-8 shows in the first two bytes (overlong: E0, F0; surrogate: ED; too large: F4).
struct Lead {
  std::uint8_t length = 0;  // 0: no character begins so
  std::uint8_t low = 0x80, high = 0xbf;
};

Lead LeadOf(std::uint8_t byte) {
  if (byte < 0x80) return {1};
  if (byte < 0xc2) return {};
  if (byte < 0xe0) return {2};
  if (byte == 0xe0) return {3, 0xa0, 0xbf};
  if (byte == 0xed) return {3, 0x80, 0x9f};
  if (byte < 0xf0) return {3};
  if (byte == 0xf0) return {4, 0x90, 0xbf};
  if (byte < 0xf4) return {4};
  if (byte == 0xf4) return {4, 0x80, 0x8f};
  return {};
}

// What stands at the front of a text: so many bytes, and whether they are a character.
struct Piece {
  std::size_t bytes;
  bool valid;
};

Piece FrontPiece(std::string_view text) {
  const Lead lead = LeadOf(static_cast<std::uint8_t>(text[0]));
  std::size_t n = 1;
  for (; n < lead.length && n < text.size(); ++n) {
    const auto byte = static_cast<std::uint8_t>(text[n]);
    const bool fits = n == 1 ? byte >= lead.low && byte <= lead.high : (byte & 0xc0) == 0x80;
    if (!fits) break;
  }
  return {n, n == lead.length};
}

// How many characters of one byte stand at the front.
std::size_t PlainLength(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && static_cast<std::uint8_t>(text[n]) < 0x80) ++n;
  return n;
}

}  // namespace

bool IsUtf8(std::string_view text) {
  while (true) {
    text.remove_prefix(PlainLength(text));
    if (text.empty()) return true;
    const Piece piece = FrontPiece(text);
    if (!piece.valid) return false;
    text.remove_prefix(piece.bytes);
  }
}

std::string RepairUtf8(std::string_view text) {
  std::string repaired;
  repaired.reserve(text.size());
  while (true) {
    const std::size_t plain = PlainLength(text);
    repaired.append(text.data(), plain);
    text.remove_prefix(plain);
    if (text.empty()) return repaired;
    const Piece piece = FrontPiece(text);
    if (piece.valid) {
      repaired.append(text.substr(0, piece.bytes));
    } else {
      repaired.append("\xef\xbf\xbd");
    }
    text.remove_prefix(piece.bytes);
  }
}

std::string OneLine(std::string_view text) {
  const std::string repaired = RepairUtf8(text);
  std::string line;
  for (std::size_t i = 0; i < repaired.size();) {
    const std::size_t unseen = UnseenLength(repaired, i);
    unseen > 0 ? line += "\uFFFD" : line += repaired[i];
    i += std::max<std::size_t>(unseen, 1);
  }
  return line;
}

}  // namespace burnglass
