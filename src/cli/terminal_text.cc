#include "cli/terminal_text.h"

#include <algorithm>

#include "base/unseen.h"
#include "base/utf8.h"

namespace burnglass {
namespace {

constexpr char kEscape = '\x1b';

unsigned char Byte(std::string_view text, std::size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
}

// Where an escape sequence that begins at `i` ends: ESC [ … letter, ESC ] … BEL or ESC \, and ESC
// with one more character.
std::size_t EndOfEscape(std::string_view text, std::size_t i) {
  const unsigned char kind = Byte(text, i + 1);
  if (kind == '[') {
    i += 2;
    while (i < text.size() && Byte(text, i) >= 0x20 && Byte(text, i) < 0x40) ++i;
    return std::min(i + 1, text.size());
  }
  if (kind == ']' || kind == 'P' || kind == 'X' || kind == '^' || kind == '_') {
    for (i += 2; i < text.size(); ++i) {
      if (text[i] == '\a') return i + 1;
      if (text[i] == kEscape && Byte(text, i + 1) == '\\') return i + 2;
      if (text[i] == '\n') return i;  // never ended: it shall not swallow the lines after it
    }
    return i;
  }
  return kind >= 0x20 && kind < 0x7f ? i + 2 : i + 1;
}

std::string Clean(std::string_view raw, bool lines) {
  const std::string text = RepairUtf8(raw);
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const bool space = text[i] == '\n' || text[i] == '\t';
    if (space) {
      clean += lines ? text[i] : ' ';
      ++i;
    } else if (text[i] == kEscape) {
      i = EndOfEscape(text, i);
    } else if (const std::size_t bad = UnseenLength(text, i); bad > 0) {
      i += bad;
    } else {
      clean += text[i++];
    }
  }
  return clean;
}

// Most names need nothing.
bool IsPlain(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < '\x7f'; });
}

class NameCleaner {
 public:
  explicit NameCleaner(StringTable& strings) : strings_(strings) {}

  void operator()(StringId& id) {
    if (IsPlain(strings_[id])) return;
    const std::string clean = TerminalLine(strings_[id]);
    if (clean != strings_[id]) id = strings_.Intern(clean);
  }

 private:
  StringTable& strings_;
};

}  // namespace

std::string TerminalText(std::string_view text) { return Clean(text, true); }

std::string TerminalLine(std::string_view text) { return Clean(text, false); }

void MakeNamesPrintable(ProfileData& data) {
  NameCleaner clean(data.strings);
  for (ValueType& type : data.sample_types) clean(type.type), clean(type.unit);
  clean(data.period_type.type), clean(data.period_type.unit);
  clean(data.default_sample_type), clean(data.doc_url);
  for (Mapping& mapping : data.mappings) clean(mapping.file), clean(mapping.build_id);
  for (Function& function : data.functions) {
    clean(function.name), clean(function.system_name), clean(function.filename);
  }
  for (Label& label : data.labels) clean(label.key), clean(label.str), clean(label.unit);
  for (StringId& comment : data.comments) clean(comment);
}

}  // namespace burnglass
