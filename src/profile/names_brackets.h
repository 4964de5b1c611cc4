// Reading names with brackets in them: where separators stand that are not inside any bracket.
// Only pairs count: the '<' of "operator<" and the '>' of "operator->" or "<-chan" open and close
// nothing, whatever stands around them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"

namespace burnglass {

constexpr bool IsWord(char c) { return IsLower(c) || IsUpper(c) || IsDigit(c) || c == '_'; }

// Follows a name character by character.
class BracketDepth {
 public:
  // Takes the character at `position` of `name` in; call with every position in turn.
  void Take(std::string_view name, std::size_t position) {
    const char c = name[position];
    if (c == 'o' || !IsWord(c)) TakeMark(name, position);
  }

  // Brackets that are open now: after an opening one it counts, after its closing one it does not.
  std::size_t depth() const { return open_.size(); }

 private:
  // What may be more than a part of a word.
  void TakeMark(std::string_view name, std::size_t position);
  void Open(char opening);
  void Close(char opening);
  void Pop();

  std::string open_;
  std::size_t open_of_kind_[4] = {};  // of each opening bracket, as many as stand in open_
  std::size_t operator_end_ = 0;      // characters before it belong to "operator<<" and the like
};

// Where the pieces of `name` between the given separator ("." or "::") begin, first 0, when only
// separators outside all brackets count.
std::vector<std::size_t> TopLevelPieces(std::string_view name, std::string_view separator);

// The position of the first character after `from` that closes the bracket at `from`, or npos.
std::size_t MatchingBracket(std::string_view name, std::size_t from);

// The bytes of the operator's symbol when "operator" begins at `position` as a word of its own,
// with the word: 10 for "operator()", 18 for "operator new[]"; 8 for a conversion; 0 when it does
// not.
std::size_t OperatorLength(std::string_view name, std::size_t position);

}  // namespace burnglass
