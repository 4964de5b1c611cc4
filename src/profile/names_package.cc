#include "profile/names_package.h"

#include <algorithm>
#include <iterator>

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;

std::string_view FirstElement(std::string_view path) { return path.substr(0, path.find('/')); }

// `list` is in order.
template <std::size_t N>
bool IsOneOf(const std::string_view (&list)[N], std::string_view text) {
  return std::binary_search(std::begin(list), std::end(list), text);
}

}  // namespace

std::string UnescapedPackage(std::string_view package) {
  if (package.find('%') == kNowhere) return std::string(package);
  std::string result;
  for (std::size_t i = 0; i < package.size(); ++i) {
    if (package.substr(i, 3) == "%2e") {
      result += '.';
      i += 2;
    } else {
      result += package[i];
    }
  }
  return result;
}

bool HasHost(std::string_view package) { return FirstElement(package).find('.') != kNowhere; }

bool IsGoStandardPackage(std::string_view package) {
  static constexpr std::string_view kFirstElements[] = {
      "archive",   "arena",   "bufio",   "builtin",  "bytes",  "cmd",     "cmp",      "compress",
      "container", "context", "crypto",  "database", "debug",  "embed",   "encoding", "errors",
      "expvar",    "flag",    "fmt",     "go",       "hash",   "html",    "image",    "index",
      "internal",  "io",      "iter",    "log",      "maps",   "math",    "mime",     "net",
      "os",        "path",    "plugin",  "reflect",  "regexp", "runtime", "simd",     "slices",
      "sort",      "strconv", "strings", "structs",  "sync",   "syscall", "testing",  "text",
      "time",      "unicode", "unique",  "unsafe",   "uuid",   "vendor",  "weak"};
  static_assert(std::is_sorted(std::begin(kFirstElements), std::end(kFirstElements)));
  return IsOneOf(kFirstElements, FirstElement(package));
}

std::string_view LikelyModule(std::string_view package) {
  static constexpr std::string_view kByOwner[] = {"bitbucket.org", "codeberg.org", "git.sr.ht",
                                                  "gitee.com",     "github.com",   "gitlab.com"};
  static_assert(std::is_sorted(std::begin(kByOwner), std::end(kByOwner)));
  const bool by_owner =
      IsOneOf(kByOwner, FirstElement(package)) || package.substr(0, 13) == "golang.org/x/";
  std::size_t elements = by_owner ? 3 : HasHost(package) ? 2 : 1;
  for (std::size_t i = 0; i < package.size(); ++i) {
    if (package[i] == '/' && --elements == 0) return package.substr(0, i);
  }
  return package;
}

}  // namespace burnglass
