// Speedscope files: what is read is written as a file that reads as the same.
#include "formats/speedscope.h"

#include "fuzz/fuzz.h"

using namespace burnglass;

namespace {

std::string Written(LegacyAttempt attempt) {
  auto* data = std::get_if<ProfileData>(&attempt);
  if (data == nullptr) return {};
  const Result<ProfilePtr> profile = FinishProfile(std::move(*data));
  Require(profile.ok(), "what was read is sound");
  const Result<std::string> text = EncodeSpeedscope(**profile, 0, "x");
  return text ? *text : std::string();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string json = Written(ReadSpeedscope(TextOf(data, size)));
  // Units and unused frames are told otherwise the first time.
  const std::string again = Written(ReadSpeedscope(json));
  Require(json.empty() == again.empty(), "a written file is read");
  Require(Written(ReadSpeedscope(again)) == again, "speedscope files go round");
  return 0;
}
