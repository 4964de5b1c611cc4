// The files of a profile as they are called where their sources are.
#pragma once

#include <string_view>
#include <vector>

namespace burnglass {

// The part of `path` behind a prefix of `trim_path`. Without any such prefixes given, the part
// behind a folder that is called like one of `source_path`. Lists are joined by colons.
std::string_view TrimPath(std::string_view path, std::string_view trim_path,
                          std::string_view source_path);

// The parts of a list that is joined by colons.
std::vector<std::string_view> SplitPaths(std::string_view list);

}  // namespace burnglass
