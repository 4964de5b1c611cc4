#include "profile/pprof_names.h"

#include "profile/names.h"
#include "profile/names_brackets.h"

namespace burnglass {

std::string_view PprofPackage(std::string_view function) {
  const std::size_t slash = function.rfind('/');
  const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
  std::size_t end = begin;
  while (end < function.size() && IsWord(function[end])) ++end;
  const std::string_view rest = function.substr(end);
  if (end == begin || !(rest.starts_with('.') || rest.starts_with("::"))) return {};
  // The path is one line in pprof's pattern.
  if (function.substr(0, begin).find('\n') != std::string_view::npos) return {};
  return function.substr(0, end);
}

std::vector<std::string> DisplayNames(std::string_view function) {
  const std::string name = ShortenFunctionName(function);
  std::vector<std::string> names = {name};
  for (std::size_t i = 0; i < name.size(); ++i) {
    const std::size_t length = name[i] == '.' ? 1 : name.compare(i, 2, "::") == 0 ? 2 : 0;
    if (length == 0) continue;
    if (i + length < name.size()) names.push_back(name.substr(i + length));
    i += length - 1;
  }
  return names;
}

std::vector<std::string> DisplayPaths(std::string_view path) {
  std::vector<std::string> paths = {std::string(path)};
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    if (path[i] == '/') paths.emplace_back(path.substr(i + 1));
  }
  return paths;
}

}  // namespace burnglass
