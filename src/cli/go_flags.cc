#include "cli/go_flags.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace burnglass {
namespace {

// The spellings that strconv.ParseBool takes.
std::optional<bool> ReadBool(std::string_view text) {
  constexpr std::array<std::string_view, 6> kTrue = {"1", "t", "T", "true", "TRUE", "True"};
  constexpr std::array<std::string_view, 6> kFalse = {"0", "f", "F", "false", "FALSE", "False"};
  if (std::find(kTrue.begin(), kTrue.end(), text) != kTrue.end()) return true;
  if (std::find(kFalse.begin(), kFalse.end(), text) != kFalse.end()) return false;
  return std::nullopt;
}

std::optional<std::int64_t> ReadInt(std::string_view text) {
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Sets the flag; false: the text is not of its type.
bool Set(const GoFlag& flag, const std::string& text) {
  if (bool* const* target = std::get_if<bool*>(&flag.value)) {
    const std::optional<bool> value = ReadBool(text);
    if (value) **target = *value;
    return value.has_value();
  }
  if (std::int64_t* const* target = std::get_if<std::int64_t*>(&flag.value)) {
    const std::optional<std::int64_t> value = ReadInt(text);
    if (value) **target = *value;
    return value.has_value();
  }
  *std::get<std::string*>(flag.value) = text;
  return true;
}

}  // namespace

Result<std::vector<std::string>> ParseGoFlags(std::span<const std::string> arguments,
                                              std::span<const GoFlag> flags) {
  std::size_t next = 0;
  while (next < arguments.size()) {
    std::string_view argument = arguments[next];
    if (argument.size() < 2 || argument[0] != '-') break;
    ++next;
    if (argument == "--") break;
    argument.remove_prefix(argument.starts_with("--") ? 2 : 1);
    const std::size_t equals = argument.find('=');
    const std::string name(argument.substr(0, equals));
    const auto flag = std::find_if(flags.begin(), flags.end(),
                                   [&](const GoFlag& known) { return known.name == name; });
    if (flag == flags.end()) return Error{"there is no flag -" + name};
    std::string value = "true";
    if (equals != argument.npos) {
      value = argument.substr(equals + 1);
    } else if (!std::holds_alternative<bool*>(flag->value)) {
      if (next == arguments.size()) return Error{"the flag -" + name + " needs a value"};
      value = arguments[next++];
    }
    if (!Set(*flag, value)) return Error{"the flag -" + name + " does not take \"" + value + "\""};
  }
  return std::vector<std::string>(arguments.begin() + static_cast<std::ptrdiff_t>(next),
                                  arguments.end());
}

}  // namespace burnglass
