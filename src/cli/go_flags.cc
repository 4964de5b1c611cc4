#include "cli/go_flags.h"

#include <algorithm>
#include <optional>

#include "base/read_text.h"

namespace burnglass {
namespace {

template <typename T>
bool Assign(T* target, std::optional<T> value) {
  if (value) *target = *value;
  return value.has_value();
}

// Sets the flag; false: the text is not of its type.
bool Set(const GoFlag& flag, const std::string& text) {
  if (bool* const* target = std::get_if<bool*>(&flag.value)) {
    return Assign(*target, ReadBool(text));
  }
  if (std::int64_t* const* target = std::get_if<std::int64_t*>(&flag.value)) {
    return Assign(*target, ReadInt(text));
  }
  if (double* const* target = std::get_if<double*>(&flag.value)) {
    return Assign(*target, ReadDouble(text));
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
