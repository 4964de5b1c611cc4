// zstd, by libzstd.
#pragma once

#include <memory>

#include "formats/unpack.h"

namespace burnglass {

// Several frames, one after the other, are one content.
std::unique_ptr<Unpacker> MakeZstdUnpacker();

}  // namespace burnglass
