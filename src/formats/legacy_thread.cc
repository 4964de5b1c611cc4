// The stacks of all threads of a C++ server:
//   --- threadz 1 ---
//
//   --- Thread 7f794ab90940 (name: main/14748) stack: ---
//     PC: 0x00bf1d77: helper
//     0x7f79504660c8: start_thread
//   --- Thread 7f794ab8f940 (name: worker/14749) stack: ---
//     [same as previous thread]
#include <optional>
#include <vector>

#include "formats/legacy_builder.h"
#include "formats/legacy_formats.h"
#include "formats/legacy_mappings.h"
#include "formats/legacy_text.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;
constexpr std::string_view kThread = "--- Thread ", kEnd = ") stack: ---";

// "--- threadz 1 ---", anywhere in the line.
bool IsStart(std::string_view line) {
  constexpr std::string_view kWords = "--- threadz ";
  for (std::size_t at = line.find(kWords); at != kNowhere; at = line.find(kWords, at + 1)) {
    LineCursor cursor(line, at + kWords.size());
    if (!cursor.TakeDigits().empty() && cursor.Take(" ---")) return true;
  }
  return false;
}

// Where "/14748) stack: ---" begins that is the last in the line, or npos.
std::size_t LastThreadNumber(std::string_view line) {
  for (std::size_t end = line.rfind(kEnd); end != kNowhere && end > 0;
       end = line.rfind(kEnd, end - 1)) {
    std::size_t digits = end;
    while (digits > 0 && IsDecimalDigit(line[digits - 1])) --digits;
    if (digits < end && digits > 0 && line[digits - 1] == '/') return digits - 1;
  }
  return kNowhere;
}

// "--- Thread 7f794ab90940 (name: main/14748) stack: ---", anywhere in the line.
bool IsThread(std::string_view line) {
  const std::size_t number = LastThreadNumber(line);
  if (number == kNowhere) return false;
  for (std::size_t at = line.find(kThread); at != kNowhere; at = line.find(kThread, at + 1)) {
    LineCursor cursor(line, at + kThread.size());
    const bool named = !cursor.TakeHexDigits().empty() && cursor.Take(" (name: ");
    if (named && cursor.at() <= number) return true;
  }
  return false;
}

struct Stack {
  std::vector<std::uint64_t> addresses;  // empty: the same as of the thread before
  std::string_view next;                 // the line after it
  bool broken = false;
};

Stack ReadStack(LegacyLines& lines) {
  Stack stack;
  bool same_as_previous = false;
  while (lines.Next()) {
    stack.next = TrimSpace(lines.line());
    if (stack.next.empty()) continue;
    if (StartsWith(stack.next, "---")) break;
    if (Contains(stack.next, "same as previous thread")) {
      same_as_previous = true;
      continue;
    }
    const auto addresses = ParseAddresses(stack.next);
    stack.broken = !addresses;
    if (!addresses) return stack;
    stack.addresses.insert(stack.addresses.end(), addresses->begin(), addresses->end());
  }
  if (same_as_previous) stack.addresses.clear();
  return stack;
}

// The line of the first thread, or of what stands in its place.
std::string_view SkipToThreads(LegacyLines& lines) {
  std::string_view line = lines.line();
  while (lines.Next()) {
    line = lines.line();
    if (IsMappingsMark(line) || StartsWith(line, "-")) break;
  }
  return line;
}

}  // namespace

LegacyAttempt ReadLegacyThreads(std::string_view text, GoText) {
  LegacyLines lines(text);
  while (lines.Next() && IsBlankOrComment(lines.line())) {
  }
  std::string_view line = lines.line();
  if (IsStart(line)) {
    line = SkipToThreads(lines);
  } else if (!IsThread(line)) {
    return NotThisFormat{};
  }

  LegacyBuilder builder;
  builder.SetTypes({{"thread", "count"}});
  builder.SetPeriod({"thread", "count"}, 1);
  while (!IsMappingsMark(line)) {
    if (StartsWith(line, "---- no stack trace for")) break;
    if (!IsThread(line)) {
      return NotThisFormat{"these are stacks of threads (threadz), but " +
                           AboutLine(lines.number(), "does not begin a thread", line)};
    }
    const Stack stack = ReadStack(lines);
    line = stack.next;
    if (stack.broken) {
      return Error{AboutLine(lines.number(), "has an address of more than 64 bits", line)};
    }
    std::vector<std::int64_t>& counts = builder.data().values[0];
    if (!stack.addresses.empty()) {
      const std::int64_t one = 1;
      builder.AddSample(stack.addresses, Calls::kNotLeaf, std::span(&one, 1));
    } else if (!counts.empty()) {
      ++counts.back();
    }
  }
  AttachMappingsSection(lines, builder.data());
  RemoveRepeatedLeaves(builder.data());
  return std::move(builder.data());
}

}  // namespace burnglass
