// Any file: decoded, encoded and decoded again it is the same profile.
#include "formats/encode.h"
#include "formats/load.h"
#include "fuzz/fuzz.h"

using namespace burnglass;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  LoadOptions options;
  options.limits.unpacked_bytes = std::size_t{1} << 22;
  Result<ProfileData> read = LoadProfile(BytesOf(data, size), options);
  if (!IsSound(read)) return 0;
  Result<ProfileData> again = LoadProfile(BytesOf(EncodeProfile(*read)));
  Require(IsSound(again), "an encoded profile is read");
  SpreadStacks(*read), SpreadStacks(*again);
  Require(again->stacks == read->stacks, "the stacks go round");
  Require(again->stack_ends.empty() || again->values == read->values, "the values go round");
  // Labels of nothing go the first time, all else stays.
  const std::string bytes = EncodeProfile(*again);
  const Result<ProfileData> third = LoadProfile(BytesOf(bytes));
  Require(third.ok() && EncodeProfile(*third) == bytes, "profiles go round");
  return 0;
}
