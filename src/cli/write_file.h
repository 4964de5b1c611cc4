// Files that the command writes.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace burnglass {

// The file has these bytes afterwards, whatever was there; a file that cannot be written as a whole
// is an error that names it.
Status WriteFile(const std::string& path, std::string_view bytes);

}  // namespace burnglass
