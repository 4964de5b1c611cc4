#include "cli/pprof_verb.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include "base/ascii.h"
#include "cli/pprof_flags.h"
#include "cli/read_profile.h"
#include "cli/url.h"
#include "cli/write_file.h"
#include "formats/encode.h"
#include "profile/open.h"
#include "report/pprof_report.h"

namespace burnglass {
namespace {

// What stands before the profiles may be the program that was measured; its name is then shown. A
// profile without mappings gets one, as in pprof.
void SetProgram(ProfileData& profile, const std::string& program) {
  if (profile.mappings.empty()) {
    profile.mappings.push_back({.id = 1});
    for (Location& location : profile.locations) location.mapping = 0;
  }
  if (!program.empty()) profile.mappings[0].file = profile.strings.Intern(program);
}

// Reads what can be read, and says what cannot.
std::vector<ProfileData> ReadAll(std::span<const std::string> sources, const std::string& program,
                                 const SourceOptions& options, std::string& complaints) {
  std::vector<ProfileData> profiles;
  for (const std::string& source : sources) {
    Result<ProfileData> profile = ReadSource(source, options);
    const Status status = profile ? CheckProfile(*profile) : Status(profile.error());
    if (status) {
      profiles.push_back(profile.Take());
      SetProgram(profiles.back(), program);
    } else {
      complaints +=
          "burnglass: " + WithoutCredentials(source) + ": " + status.error().message + "\n";
    }
  }
  if (!profiles.empty() && profiles.size() < sources.size()) {
    complaints += "burnglass: " + std::to_string(profiles.size()) + " of " +
                  std::to_string(sources.size()) + " profiles could be read\n";
  }
  return profiles;
}

// Why a file could not be opened, in the words of Go, which a report repeats.
std::string Reason(int error) {
  std::string reason = std::strerror(error);
  reason[0] = Lower(reason[0]);
  return reason;
}

Result<std::vector<std::string>> ReadLines(const std::string& path) {
  errno = 0;
  std::ifstream file(path);
  if (!file) return Error{"open " + path + ": " + Reason(errno)};
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

// The sources: the program that may stand before them, the profiles, and what they are compared
// with. Empty profiles: nothing could be read.
struct ReadProfiles {
  std::vector<ProfileData> profiles, base;
};

Result<ReadProfiles> ReadSources(const PprofFlags& flags, std::string& complaints) {
  std::span<const std::string> paths = flags.sources;
  if (paths.empty()) return Error{"no profile is named"};
  const std::string program = paths.size() > 1 && IsProgram(paths[0]) ? paths[0] : "";
  if (!program.empty()) paths = paths.subspan(1);
  ReadProfiles sources;
  const SourceOptions options{
      .seconds = flags.seconds, .timeout = flags.timeout, .load = {.as_pprof = true}};
  sources.profiles = ReadAll(paths, program, options, complaints);
  const std::string& base = flags.base.empty() ? flags.diff_base : flags.base;
  if (sources.profiles.empty() || base.empty()) return sources;
  sources.base = ReadAll(std::span(&base, 1), program, options, complaints);
  if (sources.base.empty()) sources.profiles.clear();
  return sources;
}

Result<Report> Print(ReadProfiles sources, PprofFlags& flags) {
  OpenOptions options{.demangle = flags.demangle, .all_frames = flags.all_frames};
  options.base = std::move(sources.base);
  options.compare = {.keep_apart = flags.base.empty(), .normalize = flags.request.query.normalize};
  options.comment = flags.comment;
  Result<ProfilePtr> profile = OpenProfiles(std::move(sources.profiles), std::move(options));
  if (!profile) return profile.error();
  flags.request.read_source = ReadLines;
  std::error_code nowhere;
  const std::filesystem::path here = std::filesystem::current_path(nowhere);
  if (!nowhere) flags.request.folder = here.string();
  return PrintReport(profile.Take(), flags.request);
}

Result<Outcome> Run(std::span<const std::string> arguments) {
  Result<PprofFlags> flags = ParsePprofFlags(arguments);
  if (!flags) return flags.error();
  if (flags->help) return Outcome{.out = PprofUsage()};
  Outcome outcome;
  for (const std::string& complaint : flags->complaints)
    outcome.err += "burnglass: " + complaint + "\n";
  Result<ReadProfiles> sources = ReadSources(*flags, outcome.err);
  if (!sources) return sources.error();
  if (sources->profiles.empty()) return Outcome{.status = 2, .err = outcome.err};
  Result<Report> report = Print(sources.Take(), *flags);
  if (!report) return report.error();
  for (const std::string& warning : report->warnings) outcome.err += "burnglass: " + warning + "\n";
  Result<std::string> bytes =
      report->profile ? EncodeProfileGzip(*report->profile) : std::move(report->text);
  if (!bytes) return bytes.error();
  outcome.out = bytes.Take();
  if (flags->output.empty()) return outcome;
  if (Status written = WriteFile(flags->output, outcome.out); !written) return written.error();
  outcome.err += "burnglass: the report is in " + flags->output + "\n";
  outcome.out.clear();
  return outcome;
}

}  // namespace

Outcome RunPprof(std::span<const std::string> arguments) {
  Result<Outcome> outcome = Run(arguments);
  if (outcome) return outcome.Take();
  return {.status = 2, .err = "burnglass pprof: " + outcome.error().message + "\n"};
}

}  // namespace burnglass
