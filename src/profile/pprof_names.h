// Names as pprof's web page shows them in its flame graph: the package that colours a box, and ever
// shorter texts for ever narrower ones. Our own are in profile/names.h.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace burnglass {

// "encoding/json.(*Decoder).Decode" is in "encoding/json", "ns::Class::run" in "ns"; "" where a
// name shows no package.
std::string_view PprofPackage(std::string_view function);

// The short name, and every part of it that begins behind a "." or "::":
// "json.(*Decoder).Decode", "(*Decoder).Decode", "Decode".
std::vector<std::string> DisplayNames(std::string_view function);

// The same of a file: "/src/net/http/server.go", "src/net/http/server.go", …, "server.go".
std::vector<std::string> DisplayPaths(std::string_view path);

}  // namespace burnglass
