// Sources that are on a server.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace burnglass {

// What to fetch, and how long to wait for it.
struct WebSource {
  std::string url;
  std::int64_t timeout = 60;  // seconds
};

// The URL that a source means: with http:// or https://, or host:port, with or without a path, as
// http. Nothing: it is a file. Where there is no path, it is the CPU profile of a Go server.
// `seconds`, if not 0, says how long the server is to measure, and goes into the URL. Without a
// `timeout` it is half as long again as what is measured, and at least a minute.
std::optional<WebSource> ParseWebSource(const std::string& source, std::int64_t seconds,
                                        std::int64_t timeout);

// The source without the name and password that a URL may have, for messages.
std::string WithoutCredentials(const std::string& source);

// What the last part of the URL's path calls the profile, of letters, digits and "-_." only:
// "heap".
std::string ProfileNameOf(const std::string& url);

}  // namespace burnglass
