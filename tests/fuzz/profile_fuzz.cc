// profile.proto, whole and in pieces: the same outcome.
#include "formats/profile_decoder.h"

#include "fuzz/fuzz.h"

using namespace burnglass;

namespace {

bool Decode(std::span<const std::byte> bytes, std::size_t piece, ProfileData& profile) {
  ProfileDecoder decoder;
  while (!bytes.empty()) {
    const auto front = bytes.first(std::min(piece, bytes.size()));
    if (!decoder.Push(front)) return false;
    bytes = bytes.subspan(front.size());
  }
  return decoder.Finish(profile);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ProfileData whole, pieces;
  const bool read = Decode(BytesOf(data, size), size + 1, whole);
  Require(Decode(BytesOf(data, size), 1 + size % 13, pieces) == read, "pieces read as the whole");
  SpreadStacks(whole), SpreadStacks(pieces);
  Require(!read || (whole.stacks == pieces.stacks && whole.values == pieces.values &&
                    whole.labels.size() == pieces.labels.size()),
          "pieces read as the same profile");
  if (read) IsSound(std::move(whole));
  return 0;
}
