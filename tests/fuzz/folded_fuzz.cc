// Folded stacks: what is read is written as text that reads as the same.
#include "formats/folded.h"

#include "fuzz/fuzz.h"

using namespace burnglass;

namespace {

// The folded stacks of what was read; empty when there are none, or no sum of theirs fits.
std::string Written(LegacyAttempt attempt) {
  auto* data = std::get_if<ProfileData>(&attempt);
  if (data == nullptr) return {};
  const Result<ProfilePtr> profile = FinishProfile(std::move(*data));
  Require(profile.ok(), "what was read is sound");
  const Result<std::string> text = EncodeFolded(**profile, 0);
  return text ? *text : std::string();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = Written(ReadFolded(TextOf(data, size)));
  Require(Written(ReadFolded(text)) == text, "folded stacks go round");
  return 0;
}
