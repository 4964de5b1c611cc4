#include "formats/pack_gzip.h"

#include <zlib.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace burnglass {
namespace {

constexpr std::size_t kOutBytes = 128 << 10;
// zlib counts in 32 bits.
constexpr std::size_t kMostInBytes = 1 << 30;

// Ends the deflating, whatever happened.
struct EndDeflate {
  void operator()(z_stream* stream) const { deflateEnd(stream); }
};

}  // namespace

Result<std::string> PackGzip(std::string_view bytes) {
  constexpr int kGzipHeader = 16, kMemory = 8, kUnknownSystem = 255;
  z_stream stream = {};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + kGzipHeader, kMemory,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    return Error{"there is not enough memory to pack the profile"};
  }
  const std::unique_ptr<z_stream, EndDeflate> ended(&stream);
  gz_header header = {};  // zlib's own would name the system that it was built for
  header.os = kUnknownSystem;
  deflateSetHeader(&stream, &header);

  std::string packed;
  std::vector<char> out(kOutBytes);
  int result = Z_OK;
  do {
    const std::size_t size = std::min(bytes.size(), kMostInBytes);
    if (stream.avail_in == 0 && size > 0) {
      stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
      stream.avail_in = static_cast<uInt>(size);
      bytes.remove_prefix(size);
    }
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    result = deflate(&stream, bytes.empty() ? Z_FINISH : Z_NO_FLUSH);
    packed.append(out.data(), out.size() - stream.avail_out);
  } while (result == Z_OK);
  if (result != Z_STREAM_END) return Error{"there is not enough memory to pack the profile"};
  return packed;
}

}  // namespace burnglass
