// How a function is called on screen: whose code it is, which part of its name is the package, and
// ever shorter forms of the name for ever narrower boxes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "profile/profile.h"

namespace burnglass {

// Whose code a function is; the numbers are those of name_class in proto/engine.proto.
enum class NameClass : std::uint8_t {
  kOwn = 0,         // the program that was measured
  kDependency = 1,  // a module it uses
  kStandard = 2,    // the standard library of its language
  kRuntime = 3,     // the language's runtime, and assembly without a package
  kRoot = 4,        // no function at all: the root of a tree
};

// What a profile's program is, as far as its names and files tell.
struct ModuleGuess {
  bool go = false;     // written in Go
  std::string module;  // path of the main module, "github.com/prometheus/prometheus"; may be empty
};

// Looks at all functions and at the roots of some stacks. Without a hint `module` stays empty; the
// package `main` is the program's own in any case.
ModuleGuess GuessOwnModule(const Profile& profile);

struct NameForms {
  // The full name first; every later one takes fewer characters on screen. Never empty.
  //   github.com/prometheus/prometheus/promql.(*evaluator).rangeEval
  //   promql.(*evaluator).rangeEval, (*evaluator).rangeEval, (eval…).rangeEval, rangeEval
  std::vector<std::string> forms;

  // Bytes of forms[0] that are the package path, without the separator after it; 0: none.
  std::uint32_t package_length = 0;

  NameClass name_class = NameClass::kOwn;
};

// `full` is a name as pprof prints it, already demangled. UTF-8 is kept as it is, broken or not.
NameForms DescribeName(std::string_view full, const ModuleGuess& own);

// A place without symbols, named by the binary it lies in: "[libc.so.6] 0x7f5e5435e0c1". `main`
// says that the mapping is the program itself. Without a file only the address; without both
// "<unknown>".
NameForms DescribeAddress(std::string_view mapping_file, std::uint64_t address, bool main);

// Bytes of a function's name that are its package path (Go), namespaces (C++, Rust) or package
// (Java), without the separator after them.
std::uint32_t PackageLength(std::string_view name);

// pprof's short name of a function: without the directories of its package and without module
// versions (Go), package and arguments (Java), outer namespaces (C++).
std::string ShortenFunctionName(std::string_view name);

}  // namespace burnglass
