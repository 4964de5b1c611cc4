// C++ names, by the toolchain's own demangler.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "profile/demangle.h"

namespace burnglass {

// "_ZNSt6vectorIiSaIiEE9push_backERKi" to "std::vector::push_back"; nothing when it is no Itanium
// name. Clone suffixes (".isra.0", ".cold") are left out in every style. The style is not kNone.
std::optional<std::string> DemangleCpp(std::string_view name, Demangling style);

// What is called in a full C++ signature: return type, parameters and qualifiers taken out, of
// enclosing functions too, and template arguments unless they are wanted.
//   "void a::f<int>(int)::{lambda(b<c>)#1}::operator()() const"
//   to "a::f::{lambda(b)#1}::operator()"
std::string CppNameOfSignature(std::string_view signature, bool template_arguments);

// The signature as it is, but for template arguments.
std::string WithoutTemplateArguments(std::string_view signature);

}  // namespace burnglass
