// Unpacking in a thread of its own: what comes next is unpacked while what came before is read.
#pragma once

#include <memory>

#include "formats/unpack.h"

namespace burnglass {

// As MakeUnpacker's, but what is pushed may reach the sink in a later call, at the latest in End,
// and errors may come as late. At most a few MiB wait, whatever the file unpacks to.
std::unique_ptr<Unpacker> MakeUnpackerAhead(Packing packing);

}  // namespace burnglass
