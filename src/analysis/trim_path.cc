#include "analysis/trim_path.h"

#include <string>

#include "base/path.h"

namespace burnglass {

std::vector<std::string_view> SplitPaths(std::string_view list) {
  std::vector<std::string_view> paths;
  while (!list.empty()) {
    const std::size_t colon = list.find(':');
    paths.push_back(list.substr(0, colon));
    if (colon == list.npos) break;
    list.remove_prefix(colon + 1);
    if (list.empty()) paths.push_back(list);
  }
  return paths;
}

std::string_view TrimPath(std::string_view path, std::string_view trim_path,
                          std::string_view source_path) {
  if (trim_path.empty()) {
    for (const std::string_view folder : SplitPaths(source_path)) {
      const std::string wanted = "/" + std::string(BaseName(folder)) + "/";
      const std::size_t found = path.find(wanted);
      if (found != path.npos) return path.substr(found + wanted.size());
    }
  }
  std::vector<std::string_view> prefixes = SplitPaths(trim_path);
  prefixes.push_back("/proc/self/cwd/./");
  prefixes.push_back("/proc/self/cwd/");
  for (const std::string_view prefix : prefixes) {
    const std::string folder = std::string(prefix) + (prefix.ends_with('/') ? "" : "/");
    if (path.starts_with(folder)) return path.substr(folder.size());
  }
  return path;
}

}  // namespace burnglass
