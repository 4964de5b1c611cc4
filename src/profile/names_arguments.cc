#include "profile/names_brackets.h"
#include "profile/names_shape.h"

namespace burnglass {
namespace {

// Does a group that opens at `open` hold arguments? A bracket at the start of a piece is itself a
// name, "(anonymous namespace)", unless it follows Rust's "foo::<u8>".
bool HoldsArguments(std::string_view name, std::size_t open) {
  if (name[open] == '[' || name[open] == '{') return false;
  if (open == 0) return false;
  return name[open - 1] != ':' || name[open] == '<';
}

bool IsBlank(char c) { return c == ' '; }

}  // namespace

std::string NameWithoutArguments(std::string_view name) {
  std::string result;
  bool after_parameters = false;  // " const" and the like may follow
  for (std::size_t i = 0; i < name.size(); ++i) {
    const std::size_t symbol = OperatorLength(name, i);
    if (symbol > 0) {
      result += name.substr(i, symbol);
      i += symbol - 1;
      continue;
    }
    const std::size_t close = std::string_view("(<[{").find(name[i]) == std::string_view::npos
                                  ? std::string_view::npos
                                  : MatchingBracket(name, i);
    if (close == std::string_view::npos) {
      if (name.substr(i, 2) == "::") after_parameters = false;
      if (!after_parameters) result += name[i];
      continue;
    }
    if (!HoldsArguments(name, i)) {
      result += name.substr(i, close + 1 - i);
    } else {
      after_parameters = after_parameters || name[i] == '(';
      const bool turbofish = result.size() >= 2 && result.substr(result.size() - 2) == "::";
      if (turbofish) result.resize(result.size() - 2);
      while (!result.empty() && IsBlank(result.back())) result.pop_back();
    }
    i = close;
  }
  return result;
}

}  // namespace burnglass
