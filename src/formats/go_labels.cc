#include "formats/go_labels.h"

#include <cstdint>
#include <optional>
#include <string>

#include "formats/legacy_text.h"

namespace burnglass {
namespace {

void AppendUtf8(std::string& text, std::uint64_t code) {
  const auto add = [&](std::uint64_t byte) { text += static_cast<char>(byte); };
  if (code < 0x80) {
    add(code);
  } else if (code < 0x800) {
    add(0xc0 | code >> 6), add(0x80 | (code & 0x3f));
  } else if (code < 0x10000) {
    add(0xe0 | code >> 12), add(0x80 | (code >> 6 & 0x3f)), add(0x80 | (code & 0x3f));
  } else {
    add(0xf0 | code >> 18), add(0x80 | (code >> 12 & 0x3f));
    add(0x80 | (code >> 6 & 0x3f)), add(0x80 | (code & 0x3f));
  }
}

// What stands for itself behind a backslash, or for one control byte; 0: neither.
char PlainEscape(char c) {
  constexpr std::string_view kNames = "abfnrtv\\\"'", kBytes = "\a\b\f\n\r\t\v\\\"'";
  const std::size_t at = kNames.find(c);
  return at == kNames.npos ? '\0' : kBytes[at];
}

// Reads a list of labels from the left.
class LabelCursor {
 public:
  explicit LabelCursor(std::string_view text) : rest_(text) {}

  bool Take(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // A word up to a colon, comma or brace, or one in quotes.
  std::optional<std::string> TakeWord() {
    if (Take('"')) return TakeQuoted();
    const std::string_view word = rest_.substr(0, rest_.find_first_of("\":, {}"));
    rest_.remove_prefix(word.size());
    return std::string(word);
  }

  bool empty() const { return rest_.empty(); }

 private:
  std::optional<std::string> TakeQuoted() {
    std::string word;
    while (!rest_.empty()) {
      if (Take('"')) return word;
      if (!Take('\\')) {
        word += rest_[0];
        rest_.remove_prefix(1);
      } else if (!TakeEscape(word)) {
        return std::nullopt;
      }
    }
    return std::nullopt;
  }

  bool TakeEscape(std::string& word) {
    if (rest_.empty()) return false;
    const char c = rest_[0];
    if (const char plain = PlainEscape(c); plain != '\0') {
      word += plain;
      rest_.remove_prefix(1);
      return true;
    }
    rest_.remove_prefix(1);
    const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
    if (digits == 0 || rest_.size() < digits) return false;
    const std::optional<std::uint64_t> code = ParseHex(rest_.substr(0, digits));
    if (!code || *code > 0x10ffff) return false;
    rest_.remove_prefix(digits);
    // \x is a byte of text that is no UTF-8; the others are characters.
    if (c == 'x') {
      word += static_cast<char>(*code);
    } else {
      AppendUtf8(word, *code);
    }
    return true;
  }

  std::string_view rest_;
};

bool TakeLabels(LabelCursor& cursor, ProfileData& data) {
  if (!cursor.Take('{')) return false;
  if (cursor.Take('}')) return true;
  do {
    cursor.Take(' ');
    const std::optional<std::string> key = cursor.TakeWord();
    if (!key || !cursor.Take(':')) return false;
    cursor.Take(' ');
    const std::optional<std::string> value = cursor.TakeWord();
    if (!value) return false;
    Label label;
    label.key = data.strings.Intern(*key);
    label.str = data.strings.Intern(*value);
    data.labels.push_back(label);
  } while (cursor.Take(','));
  return cursor.Take('}');
}

}  // namespace

bool AppendGoLabels(std::string_view text, ProfileData& data) {
  const std::size_t before = data.labels.size();
  LabelCursor cursor(text);
  if (TakeLabels(cursor, data) && cursor.empty()) return true;
  data.labels.resize(before);
  return false;
}

}  // namespace burnglass
