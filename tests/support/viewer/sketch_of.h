// A fake engine's answer as the sketch that comes before it.
#pragma once

#include "message/message.h"

namespace burnglass {

// Boxes narrower than `least` are not in it, and the others have numbers of their own.
Bytes SketchOf(const Bytes& answer, std::int64_t least = 0);

}  // namespace burnglass
