#include "cli/sources.h"

#include <CLI/CLI.hpp>

#include "cli/terminal_text.h"
#include "cli/url.h"
#include "profile/open.h"

namespace burnglass {
namespace {

constexpr const char* kGroup = "Profiles";

Status ReadBase(const Sources& sources, bool normalize, const Console& console,
                OpenOptions& options) {
  const std::string& base = sources.base.empty() ? sources.diff_base : sources.base;
  if (base.empty()) return Done{};
  Result<std::vector<ProfileData>> read = ReadSources(std::span(&base, 1), sources.web, console);
  if (!read) return read.error();
  options.base = read.Take();
  options.compare = {.keep_apart = sources.base.empty(), .normalize = normalize};
  return Done{};
}

}  // namespace

void AddReadingOptions(CLI::App& verb, SourceOptions& options) {
  verb.add_option("--seconds", options.seconds, "How long a server is to measure")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber)
      ->group(kGroup);
  verb.add_option("--timeout", options.timeout, "How many seconds to wait for a server")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber)
      ->group(kGroup);
  // What is allowed to be so large is trusted: nothing smaller is taken for a bomb.
  LoadLimits& limits = options.load.limits;
  limits.raised_by = "--max-size";
  verb.add_option_function<std::uint64_t>(
          "--max-size",
          [&limits](std::uint64_t bytes) {
            limits.unpacked_bytes = limits.ratio_from_bytes = bytes;
          },
          "How large a profile may be, unpacked, such as 8GB; 4GB if it is not given")
      ->type_name("SIZE")
      ->transform(CLI::AsSizeValue(false))
      ->group(kGroup);
}

void AddSourceOptions(CLI::App& verb, Sources& sources) {
  verb.add_option("FILE", sources.files, std::string(kFileHelp) + "; several are merged")
      ->type_name("FILE")
      ->required();
  CLI::Option* base = verb.add_option("--base", sources.base, "Subtract another profile")
                          ->type_name("FILE")
                          ->group(kGroup);
  verb.add_option("--diff-base", sources.diff_base, "The same, with percentages of the other one")
      ->type_name("FILE")
      ->excludes(base)
      ->group(kGroup);
  verb.add_flag("--all-frames", sources.all_frames,
                "Also the frames that the profile wants dropped")
      ->group(kGroup);
  AddReadingOptions(verb, sources.web);
}

Status CheckNormalize(const Sources& sources, bool normalize) {
  if (!normalize || !sources.base.empty() || !sources.diff_base.empty()) return Done{};
  return Error{"--normalize needs a --base or a --diff-base"};
}

Result<std::vector<ProfileData>> ReadSources(std::span<const std::string> sources,
                                             const SourceOptions& options, const Console& console) {
  std::vector<ProfileData> profiles;
  Progress progress(console);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources.size() > 1) progress.Show(i, sources.size(), SourceName(sources[i]));
    Result<ProfileData> profile = ReadSource(sources[i], options);
    const Status good = profile ? CheckProfile(*profile) : Status(profile.error());
    if (!good) return Error{SourceName(sources[i]) + ": " + good.error().message};
    profiles.push_back(profile.Take());
  }
  return profiles;
}

Result<ProfilePtr> OpenSources(const Sources& sources, bool normalize, NamesFor names,
                               const Console& console) {
  OpenOptions options{.all_frames = sources.all_frames};
  if (Status base = ReadBase(sources, normalize, console, options); !base) return base.error();
  Result<std::vector<ProfileData>> read = ReadSources(sources.files, sources.web, console);
  if (!read) return read.error();
  if (names == NamesFor::kEyes) {
    for (ProfileData& data : *read) MakeNamesPrintable(data);
    for (ProfileData& data : options.base) MakeNamesPrintable(data);
  }
  Result<ProfilePtr> opened = OpenProfiles(read.Take(), std::move(options));
  if (opened || sources.files.size() > 1) return opened;
  return Error{SourceName(sources.files[0]) + ": " + opened.error().message};
}

std::string SourceName(const std::string& source) {
  return source == "-" ? "standard input" : WithoutCredentials(source);
}

}  // namespace burnglass
