// Lines of mappings as pprof's two patterns take them, with what the patterns allow by accident:
// files on disk rely on it at times.
#include "formats/legacy_mappings.h"

namespace burnglass {
namespace {

struct Range {
  std::string_view start, limit;
  std::size_t end = 0;  // the first byte after it, and after a ':'
};

bool IsPermission(char c) { return c == '-' || c == 'r' || c == 'w' || c == 'x' || c == 'p'; }

void TakePrefix(LineCursor& cursor) {
  const LineCursor before = cursor;
  // "0x" counts only before a digit.
  if (cursor.Take("0x") && (cursor.rest().empty() || !IsHexDigit(cursor.rest()[0])))
    cursor = before;
}

// "start-limit:", the dash being any one space or nothing before further spaces.
std::optional<Range> TakeRange(std::string_view line) {
  LineCursor cursor(line);
  cursor.SkipSpace();
  TakePrefix(cursor);
  Range range;
  range.start = cursor.TakeHexDigits();
  if (!cursor.Take("-")) cursor.SkipSpace();
  cursor.SkipSpace();
  TakePrefix(cursor);
  range.limit = cursor.TakeHexDigits();
  if (range.start.empty() || range.limit.empty()) return std::nullopt;
  cursor.Take(":");
  range.end = cursor.at();
  return range;
}

// Digits without a second number behind them: the last of them is the limit.
std::optional<Range> TakeSplitRange(std::string_view line) {
  LineCursor cursor(line);
  cursor.SkipSpace();
  TakePrefix(cursor);
  const std::string_view digits = cursor.TakeHexDigits();
  if (digits.size() < 2) return std::nullopt;
  Range range;
  range.start = digits.substr(0, digits.size() - 1);
  range.limit = digits.substr(digits.size() - 1);
  if (range.limit == "0" && cursor.Take("x")) {
    const std::string_view hex = cursor.TakeHexDigits();
    if (hex.empty()) {
      range.end = cursor.at() - 1;
      return range;
    }
    range.limit = hex;
  }
  cursor.Take(":");
  range.end = cursor.at();
  return range;
}

// Takes white space and what fits after it, or nothing of both.
std::string_view TakeWord(LineCursor& cursor, bool (*fits)(char)) {
  const LineCursor before = cursor;
  const std::string_view word = cursor.SkipSpace() ? cursor.TakeWhile(fits) : std::string_view();
  if (word.empty()) cursor = before;
  return word;
}

bool IsNoSpace(char c) { return !IsSpace(c); }

struct Fields {
  Range range;
  std::string_view permissions, offset, file, build_id;
};

// "start-limit perm offset major:minor inode file"
std::optional<Fields> MatchProcMaps(std::string_view line, const Range& range) {
  Fields fields;
  fields.range = range;
  LineCursor cursor(line, range.end);
  fields.permissions = TakeWord(cursor, IsPermission);
  std::string_view number = TakeWord(cursor, IsHexDigit);
  if (number.empty()) return std::nullopt;
  if (!cursor.Take(":")) {
    fields.offset = number;
    number = TakeWord(cursor, IsHexDigit);
    if (number.empty() || !cursor.Take(":")) return std::nullopt;
  }
  const bool device = !cursor.TakeHexDigits().empty();
  if (!device || TakeWord(cursor, IsDecimalDigit).empty()) return std::nullopt;
  fields.file = TakeWord(cursor, IsNoSpace);
  return fields;
}

// "start-limit: file (@offset) build-id". Nothing but the range need be there, and permissions may
// be the beginning of a file's name.
Fields MatchBrief(std::string_view line, const Range& range) {
  Fields fields;
  fields.range = range;
  LineCursor cursor(line, range.end);
  fields.permissions = TakeWord(cursor, IsPermission);
  fields.file = TakeWord(cursor, IsNoSpace);
  const LineCursor before = cursor;
  const bool open = cursor.SkipSpace() && cursor.Take("(@");
  fields.offset = open ? cursor.TakeHexDigits() : std::string_view();
  if (fields.offset.empty() || !cursor.Take(")")) {
    fields.offset = {};
    cursor = before;
  }
  fields.build_id = TakeWord(cursor, IsHexDigit);
  return fields;
}

std::optional<Fields> Match(std::string_view line) {
  const std::optional<Range> range = TakeRange(line), split = TakeSplitRange(line);
  for (const auto& candidate : {range, split}) {
    if (!candidate) continue;
    if (const auto fields = MatchProcMaps(line, *candidate)) return fields;
  }
  if (range) return MatchBrief(line, *range);
  if (split) return MatchBrief(line, *split);
  return std::nullopt;
}

}  // namespace

std::optional<MappingLine> ParseMappingLine(std::string_view line) {
  const std::optional<Fields> fields = Match(line);
  if (!fields) return std::nullopt;
  MappingLine mapping;
  mapping.file = fields->file;
  mapping.build_id = fields->build_id;
  mapping.executable = fields->permissions.empty() || Contains(fields->permissions, "x");
  if (!mapping.executable) return mapping;
  const auto start = ParseHex(fields->range.start), limit = ParseHex(fields->range.limit);
  const auto offset = fields->offset.empty() ? 0 : ParseHex(fields->offset);
  if (!start || !limit || !offset) return std::nullopt;
  mapping.start = *start;
  mapping.limit = *limit;
  mapping.offset = *offset;
  return mapping;
}

}  // namespace burnglass
