// gzip and zlib, by zlib.
#pragma once

#include <memory>

#include "formats/unpack.h"

namespace burnglass {

// Several gzip members, one after the other, are one content. Anything else after the end is an
// error, as for pprof.
std::unique_ptr<Unpacker> MakeGzipUnpacker();
std::unique_ptr<Unpacker> MakeZlibUnpacker();

}  // namespace burnglass
