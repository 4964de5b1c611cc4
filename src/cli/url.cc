#include "cli/url.h"

#include <algorithm>
#include <cctype>
#include <string_view>

#include "base/path.h"
#include "base/read_text.h"

namespace burnglass {
namespace {

constexpr std::string_view kDefaultPath = "/debug/pprof/profile";
constexpr std::int64_t kLongest = 1'000'000'000;  // seconds; keeps sums far from overflow

bool StartsWithNoCase(std::string_view text, std::string_view start) {
  return text.size() >= start.size() &&
         std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) {
           return a == std::tolower(static_cast<unsigned char>(b));
         });
}

bool HasScheme(std::string_view source) {
  return StartsWithNoCase(source, "http://") || StartsWithNoCase(source, "https://");
}

// "host:6060", "[::1]:6060/debug/pprof/heap"
bool IsHostAndPort(std::string_view source) {
  const std::string_view host = source.substr(0, source.find_first_of("/?"));
  const std::size_t colon = host.rfind(':');
  if (colon == host.npos || colon == 0 || colon + 1 == host.size()) return false;
  const std::string_view port = host.substr(colon + 1);
  const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
  return port.size() <= 5 && std::all_of(port.begin(), port.end(), is_digit);
}

// A URL cut into what stands before its path, its path, and its query; fragments are dropped.
struct Parts {
  std::string origin, path, query;
};

Parts Split(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const std::size_t host = url.find("://") + 3;
  const std::size_t question = std::min(url.find('?', host), url.size());
  const std::size_t path = std::min(url.find('/', host), question);
  Parts parts{std::string(url.substr(0, path)), std::string(url.substr(path, question - path)), ""};
  if (question < url.size()) parts.query = std::string(url.substr(question + 1));
  return parts;
}

// The values of a query that are not called `seconds`, joined again; those that are, last one of
// them, go to `seconds`.
std::string WithoutSeconds(std::string_view query, std::string& seconds) {
  constexpr std::string_view kName = "seconds=";
  std::string rest;
  while (!query.empty()) {
    const std::string_view value = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(value.size() + 1, query.size()));
    if (value.starts_with(kName)) {
      seconds = std::string(value.substr(kName.size()));
    } else {
      rest += (rest.empty() ? "" : "&") + std::string(value);
    }
  }
  return rest;
}

}  // namespace

std::optional<WebSource> ParseWebSource(const std::string& source, std::int64_t seconds,
                                        std::int64_t timeout) {
  if (!HasScheme(source) && !IsHostAndPort(source)) return std::nullopt;
  Parts parts = Split(HasScheme(source) ? source : "http://" + source);
  if (parts.path.empty() || parts.path == "/") parts.path = kDefaultPath;
  std::string in_url;
  const std::string rest = WithoutSeconds(parts.query, in_url);
  if (seconds > 0) {
    parts.query = rest + (rest.empty() ? "" : "&") + "seconds=" + std::to_string(seconds);
  } else {
    seconds = ReadInt(in_url).value_or(0);
  }
  seconds = std::clamp<std::int64_t>(seconds, 0, kLongest);
  if (timeout <= 0) timeout = std::max<std::int64_t>(60, seconds + seconds / 2);
  return WebSource{parts.origin + parts.path + (parts.query.empty() ? "" : "?" + parts.query),
                   std::min(timeout, kLongest)};
}

std::string WithoutCredentials(const std::string& source) {
  const std::size_t scheme = source.find("://");
  const std::size_t host = scheme == std::string::npos ? 0 : scheme + 3;
  const std::size_t end = source.find_first_of("/?#", host);
  const std::size_t at = source.substr(0, end).rfind('@');
  if (at == std::string::npos || at < host) return source;
  if (scheme == std::string::npos && !IsHostAndPort(source)) return source;  // a file
  return source.substr(0, host) + source.substr(at + 1);
}

std::string ProfileNameOf(const std::string& url) {
  std::string name(BaseName(Split(url).path));
  for (char& c : name) {
    const bool fits = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
    if (!fits && c != '.') c = '_';
  }
  return name.empty() || name[0] == '.' ? "profile" : name;
}

}  // namespace burnglass
