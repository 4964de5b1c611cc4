// Files that the command writes.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "cli/console.h"
#include "cli/outcome.h"

namespace burnglass {

// The file has these bytes afterwards, whatever was there; a file that cannot be written as a whole
// is an error that names it.
Status WriteFile(const std::string& path, std::string_view bytes);

// The same, but whoever looks sees the whole file or none: it is written beside its place and then
// renamed.
Status WriteFileAtOnce(const std::string& path, std::string_view bytes);

// What a verb comes to whose answer are these bytes: they are in the file, or, for "-", on standard
// output. Bytes that are no text do not go to a terminal.
Outcome WriteAnswer(const std::string& path, std::string bytes, bool text, const Console& console);

}  // namespace burnglass
