// gzip, zlib and zstd, in pieces.
#include <algorithm>

#include "formats/file_unpacker.h"
#include "fuzz/fuzz.h"

using namespace burnglass;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kEnough = std::size_t{1} << 22;
  std::span<const std::byte> bytes = BytesOf(data, size);
  FileUnpacker unpacker;
  std::size_t unpacked = 0;
  const ByteSink sink = [&](std::span<const std::byte> piece) -> Status {
    unpacked += piece.size();
    return unpacked > kEnough ? Status(Error{"enough"}) : Done{};
  };
  Status status = Done{};
  for (const std::size_t piece = 1 + size % 97; status && !bytes.empty();) {
    const auto front = bytes.first(std::min(piece, bytes.size()));
    status = unpacker.Push(front, sink);
    bytes = bytes.subspan(front.size());
  }
  if (status) status = unpacker.End(sink);
  if (!status) RequireSentence(status.error());
  return 0;
}
