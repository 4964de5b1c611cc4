#include "profile/names_brackets.h"

namespace burnglass {
namespace {

constexpr std::string_view kOperator = "operator";

// "<" in "operator<<int>" is the operator and "<int>" its arguments; in "operator<<" both are the
// operator. A real shift operator is followed by its parameters, its arguments or nothing.
std::size_t AngleLength(std::string_view symbol) {
  if (symbol.substr(0, 3) == "<=>" || symbol.substr(0, 3) == "<<=") return 3;
  if (symbol.substr(0, 2) == "<=") return 2;
  if (symbol.substr(0, 2) != "<<") return 1;
  const char next = symbol.size() > 2 ? symbol[2] : '(';
  return IsWord(next) ? 1 : 2;
}

std::size_t SymbolLength(std::string_view symbol) {
  if (symbol.empty()) return 0;
  if (symbol.substr(0, 2) == "()" || symbol.substr(0, 2) == "[]") return 2;
  if (symbol[0] == '<') return AngleLength(symbol);
  for (const std::string_view word : {" new[]", " delete[]", " new", " delete"}) {
    if (symbol.substr(0, word.size()) == word) return word.size();
  }
  constexpr std::string_view kSymbols = "=-!+*/%^&|~,>";
  std::size_t length = 0;
  while (length < symbol.size() && kSymbols.find(symbol[length]) != std::string_view::npos)
    ++length;
  return length;
}

char OpeningOf(char closing) {
  switch (closing) {
    case ')':
      return '(';
    case ']':
      return '[';
    case '}':
      return '{';
    default:
      return '<';
  }
}

// "operator std::string": all that follows is a type, whatever separators are in it.
bool IsConversion(std::string_view name, std::size_t position) {
  return name[position] == 'o' && OperatorLength(name, position) == kOperator.size() &&
         name.substr(position + kOperator.size(), 1) == " ";
}

std::size_t KindOf(char opening) { return std::string_view("([{<").find(opening); }

// Whether nothing in it is a bracket or an operator, as in most names.
bool IsPlain(std::string_view name) {
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (c == 'o' ? OperatorLength(name, i) != 0 : c != '.' && c != '/' && !IsWord(c)) return false;
  }
  return true;
}

}  // namespace

std::size_t OperatorLength(std::string_view name, std::size_t position) {
  if (name.substr(position, kOperator.size()) != kOperator) return 0;
  if (position > 0 && IsWord(name[position - 1])) return 0;
  const std::string_view symbol = name.substr(position + kOperator.size());
  if (!symbol.empty() && IsWord(symbol[0])) return 0;
  return kOperator.size() + SymbolLength(symbol);
}

void BracketDepth::TakeMark(std::string_view name, std::size_t position) {
  const char c = name[position];
  if (c == 'o' && position >= operator_end_) {
    operator_end_ = position + OperatorLength(name, position);
  }
  if (position < operator_end_) return;
  switch (c) {
    case '(':
    case '[':
    case '{':
    case '<':
      Open(c);
      break;
    case ')':
    case ']':
    case '}':
      Close(OpeningOf(c));
      break;
    case '>':
      if (!open_.empty() && open_.back() == '<') Pop();
      break;
    default:
      break;
  }
}

void BracketDepth::Open(char opening) {
  open_.push_back(opening);
  ++open_of_kind_[KindOf(opening)];
}

void BracketDepth::Pop() {
  --open_of_kind_[KindOf(open_.back())];
  open_.pop_back();
}

// What is still open inside the closing pair was no bracket: a '<' that meant less-than.
void BracketDepth::Close(char opening) {
  if (open_of_kind_[KindOf(opening)] == 0) return;
  while (open_.back() != opening) Pop();
  Pop();
}

std::vector<std::size_t> TopLevelPieces(std::string_view name, std::string_view separator) {
  std::vector<std::size_t> begins = {0};
  if (IsPlain(name)) {
    for (std::size_t at = 0; (at = name.find(separator, at)) != name.npos;) {
      at += separator.size();
      begins.push_back(at);
    }
    return begins;
  }
  BracketDepth brackets;
  for (std::size_t i = 0; i < name.size(); ++i) {
    brackets.Take(name, i);
    if (brackets.depth() != 0) continue;
    if (IsConversion(name, i)) break;
    if (name[i] == separator[0] && name.substr(i, separator.size()) == separator) {
      i += separator.size() - 1;
      begins.push_back(i + 1);
    }
  }
  return begins;
}

std::size_t MatchingBracket(std::string_view name, std::size_t from) {
  BracketDepth brackets;
  for (std::size_t i = from; i < name.size(); ++i) {
    brackets.Take(name, i);
    if (brackets.depth() == 0) return i;
  }
  return std::string_view::npos;
}

}  // namespace burnglass
