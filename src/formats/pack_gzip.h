// Bytes as a gzip file.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace burnglass {

// One member, without a time or a name: the same bytes always give the same file. Fails when there
// is not enough memory.
Result<std::string> PackGzip(std::string_view bytes);

}  // namespace burnglass
