// Options that take one of a few words.
#pragma once

#include <string>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace burnglass {

// `choices` are joined by '|', which is also how the help shows them. Other words are refused.
CLI::Option* AddChoice(CLI::App& verb, const std::string& name, std::string& target,
                       const std::string& choices, const std::string& help);

}  // namespace burnglass
