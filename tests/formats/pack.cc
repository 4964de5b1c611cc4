#include "formats/pack.h"

#include <zlib.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

constexpr int kZlibWindow = 15;
constexpr int kGzipWindow = kZlibWindow + 16;

void SetInput(z_stream& stream, std::string_view bytes) {
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
}

void SetOutput(z_stream& stream, std::string& bytes) {
  stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
  stream.avail_out = static_cast<uInt>(bytes.size());
}

std::string Deflate(std::string_view bytes, int window) {
  z_stream stream = {};
  REQUIRE(deflateInit2(&stream, 9, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  SetInput(stream, bytes);
  SetOutput(stream, packed);
  REQUIRE(deflate(&stream, Z_FINISH) == Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string LittleEndian(std::size_t number, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(number >> (8 * i));
  return text;
}

}  // namespace

std::string Gzip(std::string_view bytes) { return Deflate(bytes, kGzipWindow); }
std::string Zlib(std::string_view bytes) { return Deflate(bytes, kZlibWindow); }

std::string Zstd(std::string_view bytes) {
  constexpr std::size_t kMostInBlock = 128 << 10;
  // One segment, its size in four bytes.
  std::string frame = "\x28\xb5\x2f\xfd\xa0" + LittleEndian(bytes.size(), 4);
  do {
    const std::string_view block = bytes.substr(0, kMostInBlock);
    bytes.remove_prefix(block.size());
    frame += LittleEndian(block.size() << 3 | (bytes.empty() ? 1 : 0), 3);
    frame += block;
  } while (!bytes.empty());
  return frame;
}

std::string Gunzip(std::string_view file) {
  z_stream stream = {};
  REQUIRE(inflateInit2(&stream, kGzipWindow) == Z_OK);
  std::string bytes(std::size_t{1} << 24, '\0');
  SetInput(stream, file);
  SetOutput(stream, bytes);
  REQUIRE(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  bytes.resize(stream.total_out);
  inflateEnd(&stream);
  return bytes;
}

}  // namespace burnglass
