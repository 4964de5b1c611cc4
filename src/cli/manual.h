// What the command says about itself, as data: the manual page and the completions of shells are
// made of it, and it is made of what --help shows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace burnglass {

struct OptionFacts {
  std::vector<std::string> names;    // "--output", "-o"; of an argument its name: "FILE"
  std::string value;                 // what stands for its value; empty: it takes none
  std::vector<std::string> choices;  // words that it takes; empty: any
  std::string help;
  bool required = false;
  bool several = false;

  bool TakesFile() const { return value == "FILE" || value == "OUT" || value == "DIR"; }
};

struct VerbFacts {
  std::string name, help;
  std::vector<OptionFacts> arguments;  // without a dash
  std::vector<OptionFacts> options;
};

struct Manual {
  std::string help;
  std::vector<OptionFacts> options;  // of the command itself
  std::vector<VerbFacts> verbs;
};

Manual ReadManual(const CLI::App& command);

// The manual page, for man(1).
std::string ManPage(const Manual& manual, std::string_view version);

inline constexpr const char* kShells = "bash|zsh|fish";

// The script that makes a shell complete the command's arguments. Only for shells of kShells.
std::string Completion(const Manual& manual, std::string_view shell);

}  // namespace burnglass
