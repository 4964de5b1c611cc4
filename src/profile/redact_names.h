// What the names of a profile are called where it goes to people who must not learn them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/keyed_hash.h"
#include "profile/names.h"

namespace burnglass {

struct NameRules {
  // Packages (Go), namespaces (C++, Rust) or packages (Java) whose names stay, with all below them:
  // "example.com/app" is "example.com/app/store", too. Names of the standard library and of the
  // runtime always stay.
  std::vector<std::string> keep;
  HashKey key;
};

// The same text always becomes the same token, and two texts never the same one.
class Tokens {
 public:
  explicit Tokens(const HashKey& key) : key_(key) {}

  // `sort` parts what is alike by chance: a package "x" is another text than a file "x". It stands
  // before so many letters.
  std::string Of(char sort, std::string_view text, std::size_t letters);

 private:
  HashKey key_;
  std::unordered_map<std::string, std::string> given_;  // sort and text by token
};

class NameRedactor {
 public:
  NameRedactor(NameRules rules, ModuleGuess own);

  // Whether a function, by its demangled name, keeps it.
  bool Keeps(std::string_view name) const;

  // A name that is kept as it is, but for type arguments of other packages ("Map[acme.Order]"); any
  // other as tokens of its package and of the whole name, which tell whose code it is (NameClass),
  // which functions are of one package, and nothing else.
  std::string Name(std::string_view name);

  // Where a kept function's file lies in its package: "net/http/server.go" of any place where Go
  // was installed; "" when the path is no such place.
  std::string FileInPackage(std::string_view name, std::string_view file) const;

  Tokens& tokens() { return tokens_; }

 private:
  bool IsChosen(std::string_view package) const;
  std::string WithoutArguments(std::string_view name);

  NameRules rules_;
  ModuleGuess own_;
  Tokens tokens_;
};

// What always stays: the names of standard libraries and of Go's runtime, and main.main.
bool IsEverybodysName(std::string_view name);

}  // namespace burnglass
