#include "formats/goroutine_header.h"

#include <algorithm>

#include "formats/legacy_text.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;

bool EndsWith(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

bool RemoveSuffix(std::string_view& text, std::string_view suffix) {
  if (!EndsWith(text, suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}

// The number in "PREFIX number SUFFIX"; nothing for other texts.
std::optional<std::int64_t> NumberIn(std::string_view text, std::string_view prefix,
                                     std::string_view suffix) {
  if (!StartsWith(text, prefix) || !EndsWith(text, suffix)) return std::nullopt;
  if (text.size() < prefix.size() + suffix.size()) return std::nullopt;
  return ParseDecimal(text.substr(prefix.size(), text.size() - prefix.size() - suffix.size()));
}

// "gp=0xc000002380 m=nil mp=0x59d1e0 ", or nothing
bool AreRuntimeWords(std::string_view text) {
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    if (space == kNowhere || text.substr(0, space).find('=') == kNowhere) return false;
    text.remove_prefix(space + 1);
  }
  return true;
}

// One of the parts behind the state; false when it is none that is known.
bool TakePart(std::string_view part, GoroutineHeader& header) {
  if (part == "locked to thread") {
    header.locked = true;
  } else if (const auto minutes = NumberIn(part, "", " minutes")) {
    header.wait_minutes = *minutes;
  } else if (const auto bubble = NumberIn(part, "synctest bubble ", "")) {
    header.bubble = *bubble;
  } else if (const auto group = NumberIn(part, "synctest group ", "")) {
    header.bubble = *group;  // so in Go 1.24
  } else {
    return false;
  }
  return true;
}

// "select (no cases) (leaked), 3 minutes, locked to thread"
void ReadStatus(std::string_view status, GoroutineHeader& header) {
  for (std::size_t comma = status.rfind(", "); comma != kNowhere; comma = status.rfind(", ")) {
    if (!TakePart(status.substr(comma + 2), header)) break;
    status = status.substr(0, comma);
  }
  // In this order: leaked, being scanned by the collector, durably blocked.
  RemoveSuffix(status, " (durable)");
  RemoveSuffix(status, " (scan)");
  header.leaked = RemoveSuffix(status, " (leaked)");
  header.state = status;
}

}  // namespace

std::optional<GoroutineHeader> ParseGoroutineHeader(std::string_view line) {
  LineCursor cursor(line);
  if (!cursor.Take("goroutine ")) return std::nullopt;
  const std::optional<std::int64_t> id = ParseDecimal(cursor.TakeDigits());
  if (!id || !cursor.Take(" ")) return std::nullopt;
  const std::string_view rest = TrimSpace(cursor.rest());
  const std::size_t open = rest.find('['), close = rest.find(']', std::min(open, rest.size()));
  if (close == kNowhere || !AreRuntimeWords(rest.substr(0, open))) return std::nullopt;
  std::string_view behind = rest.substr(close + 1);
  if (!RemoveSuffix(behind, ":")) return std::nullopt;
  behind = TrimSpace(behind);
  if (!behind.empty() && (behind.front() != '{' || behind.back() != '}')) return std::nullopt;

  GoroutineHeader header;
  header.id = *id;
  header.labels = behind;
  ReadStatus(rest.substr(open + 1, close - open - 1), header);
  return header;
}

}  // namespace burnglass
