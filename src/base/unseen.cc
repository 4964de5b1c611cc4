#include "base/unseen.h"

namespace burnglass {
namespace {

unsigned char Byte(std::string_view text, std::size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}

struct Range {
  unsigned from, to;
};

// Of U+0800 to U+FFFF.
constexpr Range kUnseen[] = {{0x180e, 0x180e}, {0x200b, 0x200b}, {0x200e, 0x200f},
                             {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff}};

bool IsUnseen(unsigned character) {
  for (const Range& range : kUnseen) {
    if (character >= range.from && character <= range.to) return true;
  }
  return false;
}

}  // namespace

std::size_t UnseenLength(std::string_view text, std::size_t i) {
  const unsigned char a = Byte(text, i), b = Byte(text, i + 1), c = Byte(text, i + 2);
  if (a < 0x20 || a == 0x7f) return 1;
  if (a == 0xc2) return (b >= 0x80 && b < 0xa0) || b == 0xad ? 2 : 0;  // C1, the soft hyphen
  if (a == 0xd8) return b == 0x9c ? 2 : 0;                             // the Arabic mark
  if (a >= 0xe0 && a < 0xf0) {
    return IsUnseen((a & 0x0fu) << 12 | (b & 0x3fu) << 6 | (c & 0x3fu)) ? 3 : 0;
  }
  return a == 0xf3 && b == 0xa0 && (c == 0x80 || c == 0x81) ? 4 : 0;  // tags
}

}  // namespace burnglass
