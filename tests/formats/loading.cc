#include "formats/loading.h"

#include <algorithm>

#include "formats/file_unpacker.h"
#include "formats/profile_listing.h"

namespace burnglass {

Result<ProfileData> LoadInPieces(std::string_view file, std::size_t first, std::size_t each) {
  ProfileLoader loader;
  for (std::size_t size = first; !file.empty(); size = each) {
    const std::string_view piece = file.substr(0, size);
    if (Status status = loader.Feed(BytesOf(piece)); !status) return status.error();
    file.remove_prefix(piece.size());
  }
  return loader.Finish();
}

Result<ProfileData> LoadUnpacked(std::string_view file, std::size_t each,
                                 const LoadLimits& limits) {
  FileUnpacker unpacker;
  ProfileLoader loader({.limits = limits});
  Origin origin;
  const ByteSink sink = [&](std::span<const std::byte> content) {
    origin.packing = unpacker.packing();
    return loader.FeedUnpacked(content, origin);
  };
  Status unpacked = Done{};
  while (unpacked && !file.empty()) {
    const std::string_view piece = file.substr(0, each);
    origin.read += piece.size();
    unpacked = unpacker.Push(BytesOf(piece), sink);
    file.remove_prefix(piece.size());
  }
  if (unpacked) unpacked = unpacker.End(sink);
  loader.EndUnpacked(unpacked);
  return loader.Finish();
}

std::string Outcome(Result<ProfileData> loaded) {
  const Status status = loaded ? CheckProfile(*loaded) : Status(loaded.error());
  return status ? ListProfile(*loaded) : "error: " + status.error().message;
}

std::string ErrorOf(const Result<ProfileData>& loaded) {
  return loaded ? "" : loaded.error().message;
}

}  // namespace burnglass
