#include "profile/names.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "profile/names_forms.h"
#include "profile/names_package.h"
#include "profile/names_shape.h"

namespace burnglass {
namespace {

bool IsInside(std::string_view package, std::string_view outer) {
  return package.substr(0, outer.size()) == outer &&
         (package.size() == outer.size() || package[outer.size()] == '/');
}

bool IsGoRuntime(std::string_view package) {
  return package.empty() || IsInside(package, "runtime") || IsInside(package, "internal/runtime");
}

NameClass GoClass(std::string_view package, const ModuleGuess& own) {
  if (IsGoRuntime(package)) return NameClass::kRuntime;
  if (package == "main") return NameClass::kOwn;
  if (!own.module.empty() && IsInside(package, own.module)) return NameClass::kOwn;
  if (IsGoStandardPackage(package)) return NameClass::kStandard;
  // An import path without a dot in its first element is no module from elsewhere.
  return HasHost(package) ? NameClass::kDependency : NameClass::kOwn;
}

// The libraries that come with Java, and those of C++ and Rust.
NameClass OtherClass(NameFamily family, std::string_view package) {
  const auto begins_with = [&](std::string_view outer, char separator) {
    return package.substr(0, outer.size()) == outer &&
           (package.size() == outer.size() || package[outer.size()] == separator);
  };
  if (family == NameFamily::kJava) {
    for (const std::string_view outer :
         {"java", "javax", "jdk", "sun", "com.sun", "kotlin", "scala"}) {
      if (begins_with(outer, '.')) return NameClass::kStandard;
    }
  }
  if (family == NameFamily::kNamespaces) {
    if (!package.empty() && package[0] == '<') package.remove_prefix(1);
    for (const std::string_view outer : {"std", "core", "alloc", "__gnu_cxx", "__cxxabiv1"}) {
      if (begins_with(outer, ':')) return NameClass::kStandard;
    }
  }
  return NameClass::kOwn;
}

std::string Hexadecimal(std::uint64_t address) {
  std::array<char, 24> text;
  const int length =
      std::snprintf(text.data(), text.size(), "0x%llx", static_cast<unsigned long long>(address));
  return std::string(text.data(), static_cast<std::size_t>(length));
}

// Of a binary, whatever the system: its last part.
std::string_view FileOf(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

// "[vdso]", "[kernel.kallsyms]": not a file, but what the kernel itself puts into a process.
bool IsOfKernel(std::string_view file) { return !file.empty() && file[0] == '['; }

}  // namespace

NameForms DescribeName(std::string_view full, const ModuleGuess& own) {
  NameForms result;
  const NameShape shape = ShapeOf(full);
  const std::string_view package = full.substr(0, shape.package_length);
  result.forms = ShorterForms(full, shape);
  result.package_length = static_cast<std::uint32_t>(shape.package_length);
  const bool go =
      own.go && (shape.family == NameFamily::kPath || shape.family == NameFamily::kPlain);
  result.name_class =
      go ? GoClass(UnescapedPackage(package), own) : OtherClass(shape.family, package);
  return result;
}

NameForms DescribeAddress(std::string_view mapping_file, std::uint64_t address, bool main) {
  NameForms result;
  const std::string place = address == 0 ? std::string() : Hexadecimal(address);
  std::string binary(FileOf(mapping_file));
  if (!binary.empty() && !IsOfKernel(binary)) binary = "[" + binary + "]";
  result.package_length = static_cast<std::uint32_t>(binary.size());
  if (binary.empty() && place.empty()) {
    result.forms = {"<unknown>"};
  } else {
    result.forms = {binary + (binary.empty() || place.empty() ? "" : " ") + place};
    AddForm(result.forms, place);
  }
  if (main) {
    result.name_class = NameClass::kOwn;
  } else {
    const bool library = !mapping_file.empty() && !IsOfKernel(mapping_file);
    result.name_class = library ? NameClass::kDependency : NameClass::kRuntime;
  }
  return result;
}

}  // namespace burnglass
