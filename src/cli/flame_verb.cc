// `burnglass flame`: the flame graph as a picture, or as data for other programs.
#include <CLI/CLI.hpp>
#include <memory>

#include "analysis/call_tree.h"
#include "base/units.h"
#include "cli/choice.h"
#include "cli/package_colour.h"
#include "cli/query_options.h"
#include "cli/sources.h"
#include "cli/verbs.h"
#include "cli/write_file.h"
#include "formats/folded.h"
#include "formats/speedscope.h"
#include "report/filter_stacks.h"
#include "report/flame_svg.h"
#include "report/json_answers.h"
#include "report/stack_set.h"

namespace burnglass {
namespace {

struct Asked {
  Sources sources;
  Query query;
  std::string to = "svg";
  std::string output = "-";
  FlameSvgOptions svg;
};

std::string Title(const Selection& selection, const Asked& asked) {
  std::string title = SourceName(asked.sources.files[0]);
  if (asked.sources.files.size() > 1) {
    title += " and " + std::to_string(asked.sources.files.size() - 1) + " more";
  }
  return title + ": " + selection.type() + ", " +
         ScaledLabel(selection.total, selection.unit(), "auto");
}

Result<std::string> Draw(const Selection& selection, Asked& asked) {
  const NameTable names(*selection.profile);
  const Result<CallTree> tree = BuildCallTree(selection, names, *selection.stacks);
  if (!tree) return tree.error();
  if (asked.to == "json") return FlameJson(*tree, names, selection.unit()) + "\n";
  asked.svg.title = Title(selection, asked);
  return FlameSvg(*tree, names, selection.unit(), GuessOwnModule(*selection.profile), asked.svg);
}

Result<std::string> StackSet(const ProfilePtr& profile, const Query& query) {
  const Result<Selection> selection = SelectStacks(profile, query);
  if (!selection) return selection.error();
  return StackSetJson(*selection, query, PackageColour) + "\n";
}

Result<std::string> Make(const ProfilePtr& profile, Asked& asked) {
  if (asked.to == "stacks") return StackSet(profile, asked.query);
  const Result<Selection> selection = FilterStacks(profile, asked.query);
  if (!selection) return selection.error();
  if (asked.to == "folded") return EncodeFolded(*selection->profile, selection->sample_type);
  if (asked.to == "speedscope") {
    return EncodeSpeedscope(*selection->profile, selection->sample_type,
                            SourceName(asked.sources.files[0]));
  }
  return Draw(*selection, asked);
}

Outcome Run(Asked& asked, const Console& console) {
  if (asked.to != "stacks" && !asked.query.granularity.empty()) {
    return Failed({"--granularity goes with --to stacks only"}, 2);
  }
  const Status base = CheckNormalize(asked.sources, asked.query.normalize);
  if (!base) return Failed(base.error(), 2);
  const Result<ProfilePtr> profile =
      OpenSources(asked.sources, asked.query.normalize, NamesFor::kMachines, console);
  if (!profile) return Failed(profile.error());
  Result<std::string> made = Make(*profile, asked);
  if (!made) return Failed(made.error());
  return WriteAnswer(asked.output, made.Take(), true, console);
}

}  // namespace

VerbRun AddFlame(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* verb = command.add_subcommand("flame", "Write the flame graph");
  AddSourceOptions(*verb, asked->sources);
  AddChoice(*verb, "--to", asked->to, "svg|folded|speedscope|json|stacks",
            "The format; svg if not given; stacks is the JSON that pprof's own page draws");
  verb->add_option("-o,--output", asked->output, "The file; otherwise standard output")
      ->type_name("OUT");
  verb->add_option("--width", asked->svg.width, "Of the picture, in pixels")
      ->type_name("N")
      ->check(CLI::Range(100, 20000));
  AddChoice(*verb, "--granularity", asked->query.granularity,
            "functions|filefunctions|files|lines|addresses", "What is one frame, with --to stacks");
  AddQueryOptions(*verb, asked->query, QueryUse::kStacks);
  return [asked](const Console& console) { return Run(*asked, console); };
}

}  // namespace burnglass
