// `burnglass pprof`: what `go tool pprof` prints, by the same flags.
#pragma once

#include <span>
#include <string>

#include "cli/outcome.h"

namespace burnglass {

// The arguments after "pprof". As from pprof, the report is printed when at least one of the files
// can be read; what is wrong with others is told on standard error. Every failure has status 2.
Outcome RunPprof(std::span<const std::string> arguments);

}  // namespace burnglass
