#include "cli/choice.h"

#include <CLI/CLI.hpp>

namespace burnglass {

CLI::Option* AddChoice(CLI::App& verb, const std::string& name, std::string& target,
                       const std::string& choices, const std::string& help) {
  const auto set = [&target, name, choices](const std::string& word) {
    const bool known = ("|" + choices + "|").find("|" + word + "|") != std::string::npos;
    if (!known || word.empty() || word.find('|') != std::string::npos) {
      throw CLI::ValidationError(name, "it takes one of " + choices);
    }
    target = word;
  };
  return verb.add_option_function<std::string>(name, set, help)->type_name(choices);
}

}  // namespace burnglass
