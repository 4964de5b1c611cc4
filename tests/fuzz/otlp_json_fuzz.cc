// OpenTelemetry's profiles, as JSON.
#include "formats/otlp.h"
#include "fuzz/fuzz.h"

using namespace burnglass;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const OtlpJson json = TranscodeOtlpJson(TextOf(data, size));
  if (!json.error.empty()) RequireSentence(Error{json.error});
  if (!json.is_otlp || !json.error.empty()) return 0;
  const Result<ProfileData> read = ReadOtlp(BytesOf(json.message));
  Require(IsSound(read) == read.ok(), "what was read is sound");
  return 0;
}
