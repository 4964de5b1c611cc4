// Go's profiles that count stacks, with ?debug=1:
//   goroutine profile: total 12
//   3 @ 0x43a1c5 0x40640d 0x44fb2c
//   #	0x44fb2b	main.worker+0x2b	/src/main.go:20
#include <string>

#include "formats/legacy_builder.h"
#include "formats/legacy_formats.h"
#include "formats/legacy_mappings.h"
#include "formats/legacy_text.h"

namespace burnglass {
namespace {

bool IsNoSpace(char c) { return !IsSpace(c); }

// The name in "NAME profile: total 12", nothing else on the line; empty when it is not.
std::string_view CountedThing(std::string_view line) {
  LineCursor cursor(line);
  const std::string_view name = cursor.TakeWhile(IsNoSpace);
  if (!cursor.Take(" profile: total ")) return {};
  return cursor.TakeDigits().empty() || !cursor.rest().empty() ? std::string_view() : name;
}

// The addresses behind "3 @", if each is one space and "0x…"; nothing else may be there.
bool AreAddresses(LineCursor cursor) {
  if (cursor.rest().empty()) return false;
  while (!cursor.rest().empty()) {
    if (!cursor.Take(" 0x") || cursor.TakeWhile(IsLowerHexDigit).empty()) return false;
  }
  return true;
}

bool AddSample(std::string_view line, GoText go, LegacyBuilder& builder) {
  LineCursor cursor(line);
  const std::string_view digits = cursor.TakeDigits();
  if (digits.empty() || !cursor.Take(" @")) return false;
  // Threads that Go did not create have no stack: "7 @". pprof does not take that.
  const bool no_stack = go == GoText::kRead && cursor.rest().empty();
  if (!no_stack && !AreAddresses(cursor)) return false;
  const std::optional<std::int64_t> count = ParseInteger(digits);
  const auto addresses = ParseAddresses(cursor.rest());
  if (!count || !addresses) return false;
  builder.AddSample(*addresses, Calls::kAll, std::span(&*count, 1));
  return true;
}

}  // namespace

LegacyAttempt ReadLegacyCount(std::string_view text, GoText go) {
  LegacyLines lines(text);
  while (lines.Next() && IsBlankOrComment(lines.line())) {
  }
  const std::string_view thing = CountedThing(lines.line());
  if (thing.empty()) return NotThisFormat{};

  LegacyBuilder builder;
  builder.SetTypes({{thing, "count"}});
  builder.SetPeriod({thing, "count"}, 1);
  while (lines.Next()) {
    const std::string_view line = lines.line();
    if (IsBlankOrComment(line)) continue;
    if (StartsWith(line, "---")) break;
    if (!AddSample(line, go, builder)) {
      const std::string what = "is not a count of a " + Printable(thing) + " profile";
      return Error{AboutLine(lines.number(), what, line)};
    }
  }
  AttachMappingsSection(lines, builder.data());
  return std::move(builder.data());
}

}  // namespace burnglass
