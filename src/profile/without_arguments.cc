#include "profile/without_arguments.h"

namespace burnglass {

std::string_view WithoutArguments(std::string_view name) {
  constexpr std::string_view kAnonymous = "(anonymous namespace)";
  constexpr std::string_view kOperator = "operator";
  constexpr std::string_view kOperatorCall = "operator()";
  // The dot is how 64-bit PowerPC marks the code of a function.
  if (name.starts_with('.')) name.remove_prefix(1);
  std::size_t from = 0;
  while (true) {
    const std::size_t bracket = name.find('(', from);
    if (bracket == name.npos) return name;
    if (name.substr(bracket).starts_with(kAnonymous)) {
      from = bracket + kAnonymous.size();
    } else if (bracket >= from + kOperator.size() &&
               name.substr(bracket - kOperator.size()).starts_with(kOperatorCall)) {
      from = bracket + 2;
    } else {
      return name.substr(0, bracket);
    }
  }
}

}  // namespace burnglass
