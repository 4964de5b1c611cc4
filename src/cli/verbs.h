// The command's own verbs, a file for each. Every function adds its verb to the command, with its
// options and their help, and returns what runs it once the arguments have been read.
#pragma once

#include <functional>
#include <string>

#include "base/result.h"
#include "cli/console.h"
#include "cli/outcome.h"

namespace CLI {
class App;
}

namespace burnglass {

using VerbRun = std::function<Outcome(const Console& console)>;

VerbRun AddTop(CLI::App& command);
VerbRun AddTree(CLI::App& command);
VerbRun AddFlame(CLI::App& command);
VerbRun AddDiff(CLI::App& command);
VerbRun AddContention(CLI::App& command);
VerbRun AddSeries(CLI::App& command);
VerbRun AddGoroutines(CLI::App& command);
VerbRun AddCheck(CLI::App& command);
VerbRun AddInfo(CLI::App& command);
VerbRun AddPrivacy(CLI::App& command);
VerbRun AddRedact(CLI::App& command);
VerbRun AddMerge(CLI::App& command);
VerbRun AddConvert(CLI::App& command);
VerbRun AddTake(CLI::App& command);

// What could not be done, for standard error. Status 2: it was asked wrongly.
Outcome Failed(const Error& error, int status = 1);

}  // namespace burnglass
