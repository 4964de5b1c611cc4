#include "formats/goroutine_frame.h"

#include <algorithm>
#include <initializer_list>

#include "formats/legacy_text.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;
constexpr std::string_view kForeign = "non-Go function at pc=";

// Where the arguments begin; they hold braces and commas, but no parentheses.
std::size_t ArgumentsOf(std::string_view line) {
  return line.empty() || line.back() != ')' ? kNowhere : line.rfind('(');
}

std::uint64_t TakePc(std::string_view text) {
  LineCursor cursor(text);
  return cursor.Take("0x") ? ParseHex(cursor.TakeHexDigits()).value_or(0) : 0;
}

}  // namespace

GoFrame ParseGoFrame(std::string_view line) {
  GoFrame frame;
  if (StartsWith(line, kForeign)) {
    frame.function = "non-Go function";
    frame.pc = TakePc(line.substr(kForeign.size()));
    return frame;
  }
  const std::size_t arguments = ArgumentsOf(line);
  frame.function = line.substr(0, arguments);
  frame.inlined = arguments != kNowhere && line.substr(arguments) == "(...)";
  return frame;
}

void ReadGoPlace(std::string_view line, GoFrame& frame) {
  line = TrimSpace(line);
  if (const std::size_t pc = line.find("pc=0x"); pc != kNowhere)
    frame.pc = TakePc(line.substr(pc + 3));
  std::size_t end = StartsWith(line, "pc=0x") ? 0 : line.size();
  for (const std::string_view behind : {" +0x", " fp=0x", " pc=0x"}) {
    end = std::min(end, line.find(behind));
  }
  // What stands in the code of another function has no distance from its own beginning.
  if (Contains(line.substr(end), "+0x")) frame.inlined = false;
  frame.file = line.substr(0, end);
  const std::size_t colon = frame.file.rfind(':');
  if (colon == kNowhere) return;
  const std::optional<std::int64_t> number = ParseDecimal(frame.file.substr(colon + 1));
  if (!number) return;
  frame.line = *number;
  frame.file = frame.file.substr(0, colon);
}

bool IsGoCall(std::string_view line) {
  if (StartsWith(line, kForeign)) return true;
  const std::size_t arguments = ArgumentsOf(line);
  return arguments != kNowhere && arguments > 0 && line.find(' ') >= arguments;
}

std::optional<GoCreator> ParseGoCreator(std::string_view line) {
  constexpr std::string_view kBy = "created by ", kIn = " in goroutine ";
  if (!StartsWith(line, kBy)) return std::nullopt;
  GoCreator creator;
  creator.function = TrimSpace(line.substr(kBy.size()));
  const std::size_t in = creator.function.rfind(kIn);
  if (in == kNowhere) return creator;
  const std::optional<std::int64_t> id = ParseDecimal(creator.function.substr(in + kIn.size()));
  if (!id) return creator;
  creator.goroutine = *id;
  creator.function = creator.function.substr(0, in);
  return creator;
}

std::optional<std::int64_t> ParseElidedFrames(std::string_view line) {
  LineCursor cursor(line);
  if (!cursor.Take("...")) return std::nullopt;
  if (cursor.Take("additional frames elided...")) return 0;
  const std::optional<std::int64_t> frames = ParseDecimal(cursor.TakeDigits());
  return frames && cursor.Take(" frames elided...") ? frames : std::nullopt;
}

}  // namespace burnglass
