// Rust's two manglings.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace burnglass {

// "_RNvC3foo3bar" (v0, RFC 2603) to "foo::bar"; nothing when it is not one. Without `generics` the
// arguments in angle brackets are left out: "_RINvC3foo3barlE" is "foo::bar", not
// "foo::bar::<i32>".
std::optional<std::string> DemangleRust(std::string_view name, bool generics);

// The older one, C++'s with a hash at the end: "_ZN3foo3bar17h0123456789abcdefE" to "foo::bar";
// nothing when there is no such hash.
std::optional<std::string> DemangleOldRust(std::string_view name);

}  // namespace burnglass
