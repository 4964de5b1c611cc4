// Completion.
#include <algorithm>

#include "cli/manual.h"

namespace burnglass {
namespace {

std::string Joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

std::string OptionWords(const std::vector<OptionFacts>& options) {
  std::vector<std::string> words;
  for (const OptionFacts& option : options) {
    words.insert(words.end(), option.names.begin(), option.names.end());
  }
  return Joined(words);
}

std::string VerbWords(const Manual& manual) {
  std::vector<std::string> words;
  for (const VerbFacts& verb : manual.verbs) words.push_back(verb.name);
  return Joined(words);
}

// In single quotes, as bash and zsh have them.
std::string Quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

// Words of arguments without a dash, where they are of a few.
std::string ArgumentWords(const VerbFacts& verb) {
  return verb.arguments.empty() ? "" : Joined(verb.arguments[0].choices);
}

std::string BashChoices(const VerbFacts& verb) {
  std::string text;
  for (const OptionFacts& option : verb.options) {
    if (option.choices.empty()) continue;
    for (const std::string& name : option.names) {
      text += "    " + Quoted(verb.name + " " + name) +
              ") words=" + Quoted(Joined(option.choices)) + " ;;\n";
    }
  }
  return text;
}

std::string Bash(const Manual& manual) {
  std::string choices, options;
  for (const VerbFacts& verb : manual.verbs) {
    choices += BashChoices(verb);
    options += "      " + verb.name +
               ") if [[ $word == -* ]]; then words=" + Quoted(OptionWords(verb.options)) +
               "; else words=" + Quoted(ArgumentWords(verb)) + "; fi ;;\n";
  }
  return R"(# Completion of burnglass for bash; made by: burnglass completion bash
_burnglass() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} verb= words= i
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ ${COMP_WORDS[i]} != -* ]]; then verb=${COMP_WORDS[i]}; break; fi
  done
  case "$verb $before" in
)" + choices +
         R"(    *) case $verb in
      '') words=)" +
         Quoted(VerbWords(manual) + " " + OptionWords(manual.options)) + R"( ;;
)" + options +
         R"(    esac ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _burnglass burnglass
)";
}

// What zsh's _arguments is told of a value: ":RE:", ":FILE:_files", ":WORD:(a b)".
std::string ZshValue(const OptionFacts& option) {
  if (option.value.empty()) return "";
  std::string name = option.value;
  std::replace(name.begin(), name.end(), ':', ' ');
  if (!option.choices.empty()) return ":choice:(" + Joined(option.choices) + ")";
  return ":" + name + ":" + (option.TakesFile() ? "_files" : "");
}

std::string ZshHelp(std::string_view help) {
  std::string text;
  for (const char c : help) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') text += '\\';
    text += c;
  }
  return "[" + text + "]";
}

std::string ZshArguments(const std::vector<OptionFacts>& options) {
  std::string text;
  for (const OptionFacts& option : options) {
    for (const std::string& name : option.names) {
      text += " \\\n        " + Quoted(name + ZshHelp(option.help) + ZshValue(option));
    }
  }
  return text;
}

std::string Zsh(const Manual& manual) {
  std::string verbs, cases;
  for (const VerbFacts& verb : manual.verbs) {
    verbs += "    " + Quoted(verb.name + ":" + verb.help) + "\n";
    const std::string words = ArgumentWords(verb);
    cases += "      " + verb.name + ") _arguments" + ZshArguments(verb.options) + " \\\n        " +
             Quoted(words.empty() ? "*:file:_files" : "1:choice:(" + words + ")") + " ;;\n";
  }
  return R"(#compdef burnglass
# Completion of burnglass for zsh; made by: burnglass completion zsh
_burnglass() {
  local -a verbs=(
)" + verbs +
         R"(  )
  if (( CURRENT == 2 )); then
    _describe verb verbs
    _arguments)" +
         ZshArguments(manual.options) + R"(
  else
    local verb=$words[2]
    shift words
    (( CURRENT-- ))
    case $verb in
)" + cases +
         R"(    esac
  fi
}
if [ "$funcstack[1]" = "_burnglass" ]; then _burnglass "$@"; else compdef _burnglass burnglass; fi
)";
}

std::string FishQuoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

std::string FishOption(const OptionFacts& option, const std::string& condition) {
  std::string line = "complete -c burnglass -n " + FishQuoted(condition);
  for (const std::string& name : option.names) {
    if (name.starts_with("--"))
      line += " -l " + name.substr(2);
    else
      line += (name.size() == 2 ? " -s " : " -o ") + name.substr(1);
  }
  if (!option.value.empty()) line += option.TakesFile() ? " -rF" : " -x";
  if (!option.choices.empty()) line += " -a " + FishQuoted(Joined(option.choices));
  if (!option.help.empty()) line += " -d " + FishQuoted(option.help);
  return line + "\n";
}

std::string Fish(const Manual& manual) {
  std::string text = "# Completion of burnglass for fish; made by: burnglass completion fish\n";
  const std::string none = "__fish_use_subcommand";
  for (const OptionFacts& option : manual.options) text += FishOption(option, none);
  for (const VerbFacts& verb : manual.verbs) {
    text += "complete -c burnglass -f -n " + none + " -a " + verb.name + " -d " +
            FishQuoted(verb.help) + "\n";
    const std::string within = "__fish_seen_subcommand_from " + verb.name;
    const std::string words = ArgumentWords(verb);
    if (!words.empty()) {
      text +=
          "complete -c burnglass -f -n " + FishQuoted(within) + " -a " + FishQuoted(words) + "\n";
    }
    for (const OptionFacts& option : verb.options) text += FishOption(option, within);
  }
  return text;
}

}  // namespace

std::string Completion(const Manual& manual, std::string_view shell) {
  if (shell == "bash") return Bash(manual);
  return shell == "zsh" ? Zsh(manual) : Fish(manual);
}

}  // namespace burnglass
