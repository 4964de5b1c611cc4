#include "cli/pprof_verb.h"

#include <algorithm>
#include <limits>
#include <vector>

#include "analysis/select.h"
#include "analysis/top_table.h"
#include "cli/go_flags.h"
#include "cli/read_profile.h"
#include "profile/open.h"
#include "report/pprof_text.h"

namespace burnglass {
namespace {

constexpr const char* kUsage =
    R"(burnglass pprof REPORT [FLAG]... [PROGRAM] FILE...

Prints what `go tool pprof` prints. Several files are merged; - is standard input.

Reports:
  -top, -text          functions and what they cost

Flags:
  -sample_index=TYPE   which values to show: a sample type, or its index
  -flat, -cum          sort by the function's own cost (the default), or with all it called
  -nodecount=N         at most N functions
  -symbolize=none      leave the names of functions as they are in the file
)";

struct Flags {
  bool help = false, help_short = false;
  bool top = false, text = false;
  bool flat = false, cum = false;
  std::string symbolize;
  Query query;
};

Result<std::vector<std::string>> Parse(std::span<const std::string> arguments, Flags& flags) {
  std::vector<GoFlag> table = {
      {"help", &flags.help},           {"h", &flags.help_short}, {"top", &flags.top},
      {"text", &flags.text},           {"flat", &flags.flat},    {"cum", &flags.cum},
      {"symbolize", &flags.symbolize},
  };
  for (const QueryField& field : QueryFields()) {
    std::visit(
        [&](auto member) {
          table.push_back({field.name, &(flags.query.*member)});
        },
        field.value);
  }
  return ParseGoFlags(arguments, table);
}

Status CheckFlags(const Flags& flags) {
  if (flags.top && flags.text) return Error{"-top and -text are both reports; choose one"};
  if (!flags.top && !flags.text) {
    return Error{"no report is named, such as -top, and there is no interactive shell"};
  }
  if (flags.flat && flags.cum) return Error{"-flat and -cum are two ways to sort; choose one"};
  const bool plain =
      flags.symbolize.empty() || flags.symbolize == "none" || flags.symbolize == "no";
  if (!plain) return Error{"-symbolize takes none, or nothing at all"};
  return Done{};
}

// What stands before the profiles may be the program that was measured; its name is then shown.
void SetProgram(ProfileData& profile, const std::string& program) {
  if (profile.mappings.empty()) {
    profile.mappings.push_back({.id = 1});
    for (Location& location : profile.locations) location.mapping = 0;
  }
  profile.mappings[0].file = profile.strings.Intern(program);
}

// Reads what can be read, and says what cannot.
std::vector<ProfileData> ReadAll(std::span<const std::string> paths, std::string& complaints) {
  std::vector<ProfileData> profiles;
  for (const std::string& path : paths) {
    Result<ProfileData> profile = ReadProfile(path);
    const Status status = profile ? CheckProfile(*profile) : Status(profile.error());
    if (status) {
      profiles.push_back(profile.Take());
    } else {
      complaints += "burnglass: " + path + ": " + status.error().message + "\n";
    }
  }
  if (!profiles.empty() && profiles.size() < paths.size()) {
    complaints += "burnglass: " + std::to_string(profiles.size()) + " of " +
                  std::to_string(paths.size()) + " profiles could be read\n";
  }
  return profiles;
}

Result<Outcome> Run(std::span<const std::string> arguments) {
  Flags flags;
  const Result<std::vector<std::string>> parsed = Parse(arguments, flags);
  if (!parsed) return parsed.error();
  if (flags.help || flags.help_short) return Outcome{.out = kUsage};
  if (Status status = CheckFlags(flags); !status) return status.error();
  std::span<const std::string> paths = *parsed;
  if (paths.empty()) return Error{"no profile is named"};
  const bool has_program = paths.size() > 1 && IsProgram(paths[0]);
  if (has_program) paths = paths.subspan(1);

  Outcome outcome;
  std::vector<ProfileData> profiles = ReadAll(paths, outcome.err);
  if (profiles.empty()) return Outcome{.status = 2, .err = outcome.err};
  for (ProfileData& profile : profiles) {
    if (has_program) SetProgram(profile, (*parsed)[0]);
  }
  Result<ProfilePtr> profile =
      OpenProfiles(std::move(profiles), {.demangle = flags.symbolize.empty()});
  if (!profile) return profile.error();
  const Result<Selection> selection = Select(profile.Take(), flags.query);
  if (!selection) return selection.error();
  if (selection->total_overflowed) {
    outcome.err += "burnglass: the values add up to more than 64 bits hold; the total is wrong\n";
  }
  constexpr std::int64_t kMostRows = std::numeric_limits<std::uint32_t>::max();
  const auto rows = std::clamp(flags.query.nodecount, std::int64_t{0}, kMostRows);
  outcome.out = PprofTop(*selection, {.order = flags.cum ? TopOrder::kCum : TopOrder::kFlat,
                                      .node_count = static_cast<std::uint32_t>(rows)});
  return outcome;
}

}  // namespace

Outcome RunPprof(std::span<const std::string> arguments) {
  Result<Outcome> outcome = Run(arguments);
  if (outcome) return outcome.Take();
  return {.status = 2, .err = "burnglass pprof: " + outcome.error().message + "\n"};
}

}  // namespace burnglass
