// Names of functions as a person reads them: what pprof makes of the names in a profile by default.
#pragma once

#include <string>
#include <string_view>

#include "profile/profile.h"

namespace burnglass {

enum class Demangling {
  kSimplified,  // pprof's default: no parameters, no template arguments, no return type
  kTemplates,   // with template arguments
  kFull,        // everything but clone suffixes
  kNone,        // as the linker sees it
};

struct DemangleOptions {
  Demangling style = Demangling::kSimplified;
  bool force = false;  // also names that differ from their system name, i.e. that are done already
};

// Demangles one linker name: C++ (Itanium), Rust (both manglings). A name that is not mangled, but
// looks like C++ that somebody else demangled, is simplified as text, as pprof does: so Go's
// "main.Map[interface { Area() float64 }]" loses its "()". All others come back unchanged.
std::string DemangleName(std::string_view system_name, Demangling style = Demangling::kSimplified);

// Sets the name of every function from its system name where there is no other name yet.
void DemangleNames(ProfileData& data, const DemangleOptions& options = {});

}  // namespace burnglass
