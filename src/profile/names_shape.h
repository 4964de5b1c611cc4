// What sort of name it is, told from its shape alone. Names of different languages meet in one
// profile (Go and C, Java and C++), so each is looked at for itself.
#pragma once

#include <string>
#include <string_view>

namespace burnglass {

enum class NameFamily {
  kPlain,       // no parts: "malloc", "LazyCompile:*fib main.js:1:10"
  kPath,        // Go and all that write package.function: "net/http.(*conn).serve"
  kJava,        // "java.util.HashMap.get"
  kNamespaces,  // C++, Rust, PHP: "std::vector::push_back"
};

struct NameShape {
  NameFamily family = NameFamily::kPlain;
  std::size_t package_length = 0;  // as PackageLength
  std::size_t separator = 0;       // bytes between the package and the rest; 0 without a package
};

NameShape ShapeOf(std::string_view name);

// Template arguments and parameter lists taken out, nothing else: "a::b<c>::d(int) const" becomes
// "a::b::d", "foo::<u8>::bar" "foo::bar"; "(anonymous namespace)::f" and "operator()" stay.
std::string NameWithoutArguments(std::string_view name);

}  // namespace burnglass
