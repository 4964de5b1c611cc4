// OpenTelemetry's profiles, as protobuf.
#include "formats/otlp.h"

#include "fuzz/fuzz.h"

using namespace burnglass;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  MayBeOtlp(BytesOf(data, size));
  const Result<ProfileData> read = ReadOtlp(BytesOf(data, size));
  Require(IsSound(read) == read.ok(), "what was read is sound");
  return 0;
}
