// Others: the code that is not the program's own, as one pattern to hide it by.
#pragma once

#include <string>

#include "session/names.h"

namespace burnglass {

// A pattern in pprof's sense of `hide` for all functions of other modules, of the standard library
// and of the runtime, and for none of the program's own: the beginnings of their packages' paths,
// as short as they can be. "" when there is nothing to hide.
//   ^(?:golang\.org/|net/|runtime\.)
// Functions without a package are named in full. Addresses without a function are left: pprof
// would hide them by the file of their binary, which names do not tell.
std::string OthersPattern(const Names& names);

// Whether any function is the program's own.
bool HasOwn(const Names& names);

}  // namespace burnglass
