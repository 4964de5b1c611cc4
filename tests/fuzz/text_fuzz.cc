// Everything that is not profile.proto, told apart by its content: Go's text profiles and goroutine
// dumps are among it.
#include "formats/other_formats.h"
#include "fuzz/fuzz.h"

using namespace burnglass;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  IsSound(ParseOtherFormats(BytesOf(data, size)));
  return 0;
}
