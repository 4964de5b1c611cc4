#include "session/copy_text.h"

#include <algorithm>
#include <cctype>

#include "session/filters.h"

namespace burnglass {
namespace {

// As one word of a POSIX shell.
std::string Quoted(std::string_view text) {
  const auto plain = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) ||
           std::string_view("-_./=:,+@%").find(c) != std::string_view::npos;
  };
  if (!text.empty() && std::all_of(text.begin(), text.end(), plain)) return std::string(text);
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'') {
      quoted += "'\\''";
    } else {
      quoted += c;
    }
  }
  return quoted + "'";
}

// A file whose name begins with a dash is no flag.
std::string FileWord(std::string_view name) {
  return Quoted(name.starts_with('-') ? "./" + std::string(name) : std::string(name));
}

}  // namespace

std::string StackText(const Names& names, std::span<const Box> path) {
  std::string text;
  for (auto box = path.rbegin(); box != path.rend(); ++box) {
    if (box->name == 0) continue;
    text.append(names.Full(box->name)).append("\n");
  }
  return text;
}

std::string TopCommand(std::string_view program, const OpenProfile& profile) {
  std::string command = std::string(program) + " -top";
  Query query = profile.query;
  if (program == kGoPprof) query.collapse.clear();
  for (const std::string& flag : QueryFlags(query)) {
    const std::size_t equals = flag.find('=');
    command += ' ';
    if (equals == std::string::npos) {
      command += flag;
    } else {
      command += flag.substr(0, equals + 1) + Quoted(flag.substr(equals + 1));
    }
  }
  return command + ' ' + FileWord(profile.name);
}

std::string PprofSentence(const Query& query) {
  if (query.collapse.empty()) return "The command is copied.";
  return "The command is copied, without collapse: go tool pprof cannot name one method there.";
}

std::string LinkSentence(const LinkState& state) {
  std::vector<std::string> said;
  for (const ActiveFilter& filter : FiltersOf(state.query)) {
    said.push_back(std::string(filter.field->name) + ' ' + filter.text);
  }
  if (!state.pattern.empty()) said.push_back("search " + state.pattern);
  if (said.empty()) return "The link is copied. It says no name and holds no data.";
  std::string sentence = "The link is copied. It says: ";
  for (std::size_t i = 0; i < said.size(); ++i) sentence += (i > 0 ? "; " : "") + said[i];
  return sentence + ". It holds no data.";
}

}  // namespace burnglass
