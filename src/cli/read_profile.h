// Profiles from files, from standard input, and from servers.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "formats/load.h"
#include "profile/profile.h"

namespace burnglass {

// The file of this path; "-" is standard input. Errors do not name the path.
Result<ProfileData> ReadProfile(const std::string& path, const LoadOptions& options = {});

// How sources are read: the first two are of those on a server.
struct SourceOptions {
  std::int64_t seconds = 0;  // how long it is to measure; 0: as it likes
  std::int64_t timeout = 0;  // how long to wait for it, in seconds; 0: as cli/url.h has it
  LoadOptions load = {};     // of all sources
};

// The same for a URL, too, with or without its scheme: "http://host/debug/pprof/heap",
// "host:6060". A file of that name comes first. Errors do not name the source.
Result<ProfileData> ReadSource(const std::string& source, const SourceOptions& options = {});

// Whether the file is a program (ELF, Mach-O, PE) and not a profile.
bool IsProgram(const std::string& path);

}  // namespace burnglass
