// The profiles that a verb of our own is about: options that say which, and opening them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/console.h"
#include "cli/read_profile.h"
#include "profile/profile.h"
#include "query/query.h"

namespace CLI {
class App;
}

namespace burnglass {

struct Sources {
  std::vector<std::string> files;  // merged; "-" is standard input, and URLs are fetched
  std::string base = {}, diff_base = {};
  SourceOptions web = {};
  bool all_frames = false;  // also those that the profile wants dropped
};

inline constexpr const char* kFileHelp = "A profile; - is standard input, and URLs are fetched";

// FILE…, --base, --diff-base and the rest. `sources` must outlive the app.
void AddSourceOptions(CLI::App& verb, Sources& sources);
// --seconds, --timeout and --max-size alone.
void AddReadingOptions(CLI::App& verb, SourceOptions& options);

// Whether there is a base to normalize to, if that is wanted.
Status CheckNormalize(const Sources& sources, bool normalize);

// Where the names of a profile go.
enum class NamesFor {
  kEyes,      // a terminal: fit for one (cli/terminal_text.h)
  kMachines,  // as they are
};

// Reads all of them as they are; what cannot be read is an error that names it.
Result<std::vector<ProfileData>> ReadSources(std::span<const std::string> sources,
                                             const SourceOptions& options, const Console& console);

// The sources as one profile, compared with their base, demangled.
Result<ProfilePtr> OpenSources(const Sources& sources, bool normalize, NamesFor names,
                               const Console& console);

// A source as it is called in what the command says.
std::string SourceName(const std::string& source);

}  // namespace burnglass
