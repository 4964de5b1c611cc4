// Paths as they stand in profiles: with slashes, of whatever machine.
#pragma once

#include <string>
#include <string_view>

namespace burnglass {

// The last part: "/usr/bin/server" is "server". Slashes at the end do not count; of nothing but
// slashes "/" stays, and of an empty path ".".
constexpr std::string_view BaseName(std::string_view path) {
  if (path.empty()) return ".";
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  if (path == "/") return path;
  return path.substr(path.rfind('/') + 1);
}

// The shortest path with the same meaning, by its text alone: without ".", without "a/.." and
// without doubled slashes. Of nothing "." is left.
std::string CleanPath(std::string_view path);

}  // namespace burnglass
