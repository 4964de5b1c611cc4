// C++ names, by the toolchain's own demangler.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "profile/demangle.h"

namespace burnglass {

// "_ZNSt6vectorIiSaIiEE9push_backERKi" to "std::vector::push_back"; nothing when it is no Itanium
// name. Clone suffixes (".isra.0", ".cold") are left out in every style. The style is not kNone.
std::optional<std::string> DemangleCpp(std::string_view name, Demangling style);

// How much work demangling a name may be, at worst, in pieces of text to print. It doubles with
// every two references to earlier parts of the name: a few hundred bytes can stand for gigabytes.
// Of 94,000 names of large libraries eight exceed kMostDemanglingWork, and DemangleCpp gives those
// up.
std::uint64_t DemanglingWork(std::string_view name);
inline constexpr std::uint64_t kMostDemanglingWork = std::uint64_t{1} << 19;

// What is called in a full C++ signature: return type, parameters and qualifiers taken out, of
// enclosing functions too, and template arguments unless they are wanted.
//   "void a::f<int>(int)::{lambda(b<c>)#1}::operator()() const"
//   to "a::f::{lambda(b)#1}::operator()"
std::string CppNameOfSignature(std::string_view signature, bool template_arguments);

// The signature as it is, but for template arguments.
std::string WithoutTemplateArguments(std::string_view signature);

}  // namespace burnglass
