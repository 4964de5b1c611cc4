// The formats that pprof reads besides its own, and Go's text with all that it says.
#include "formats/legacy.h"

#include "fuzz/fuzz.h"

using namespace burnglass;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  IsSound(ParseLegacy(BytesOf(data, size), GoText::kAsPprof));
  IsSound(ParseLegacy(BytesOf(data, size), GoText::kRead));
  return 0;
}
