// The packages of Go's standard library, by their exact names: what may be told of anybody's
// program without telling of the program.
#pragma once

#include <string_view>

namespace burnglass {

// "net/http", "crypto/internal/fips140/sha256", "vendor/golang.org/x/net/http2/hpack". A program's
// own package "log/acme" is none, which IsGoStandardPackage cannot tell. Commands are none either.
bool IsGoLibraryPackage(std::string_view package);

}  // namespace burnglass
