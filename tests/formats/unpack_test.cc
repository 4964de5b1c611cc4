#include "formats/unpack.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
#include <string>

#include "formats/loading.h"
#include "formats/pack.h"

namespace burnglass {
namespace {

using Catch::Matchers::StartsWith;

// What comes out, or "error: …".
std::string Unpack(Packing packing, std::string_view file) {
  std::string content;
  const auto unpacker = MakeUnpacker(packing);
  const ByteSink sink = [&](std::span<const std::byte> piece) -> Status {
    content.append(reinterpret_cast<const char*>(piece.data()), piece.size());
    return Done{};
  };
  Status status = unpacker->Push(BytesOf(file), sink);
  if (status) status = unpacker->End(sink);
  return status ? content : "error: " + status.error().message;
}

TEST_CASE("Packings are told by their first bytes") {
  CHECK(DetectPacking(BytesOf("\x1f\x8b")) == Packing::kGzip);
  CHECK(DetectPacking(BytesOf("\x28\xb5\x2f\xfd")) == Packing::kZstd);
  CHECK(DetectPacking(BytesOf("\x5a\x2a\x4d\x18")) == Packing::kZstd);
  CHECK(DetectPacking(BytesOf("\x78\x9c")) == Packing::kZlib);
  CHECK(DetectPacking(BytesOf("\x78\x01")) == Packing::kZlib);
  CHECK(DetectPacking(BytesOf("\x78\x9d")) == Packing::kPlain);  // not divisible by 31
  CHECK(DetectPacking(BytesOf("\x78\xbb")) == Packing::kPlain);  // wants a preset dictionary
  CHECK(DetectPacking(BytesOf("\x0a\x04")) == Packing::kPlain);
  CHECK(DetectPacking(BytesOf("heap profile")) == Packing::kPlain);
  for (const char* begun : {"\x1f", "\x28", "\x28\xb5\x2f", "\x50\x2a", "\x78"}) {
    CHECK(DetectPacking(BytesOf(begun)) == std::nullopt);
  }
}

TEST_CASE("What was packed comes out as it was") {
  const std::string content =
      GENERATE(std::string(), std::string("a"), std::string(3'000'000, 'x'), Noise(1'000'000));
  CHECK(Unpack(Packing::kGzip, Gzip(content)) == content);
  CHECK(Unpack(Packing::kZlib, Zlib(content)) == content);
  CHECK(Unpack(Packing::kZstd, Zstd(content)) == content);
  CHECK(Unpack(Packing::kPlain, content) == content);
}

TEST_CASE("Members and frames, one behind the other, are one content") {
  CHECK(Unpack(Packing::kGzip, Gzip("one ") + Gzip("") + Gzip("two")) == "one two");
  CHECK(Unpack(Packing::kZstd, Zstd("one ") + Zstd("") + Zstd("two")) == "one two");
}

TEST_CASE("Bytes behind the end are an error, even zeros") {
  const std::string behind = GENERATE(as<std::string>(), "garbage", std::string(512, '\0'));
  const std::string gzip = Gzip("content");
  const std::string wanted =
      "error: there are bytes that do not belong to it behind the end of the ";
  CHECK(Unpack(Packing::kGzip, gzip + behind) ==
        wanted + "gzip data, from byte " + std::to_string(gzip.size()) + " of the file on");
  const std::string zlib = Zlib("content");
  CHECK(Unpack(Packing::kZlib, zlib + behind) ==
        wanted + "zlib data, from byte " + std::to_string(zlib.size()) + " of the file on");
  const std::string zstd = Zstd("content");
  CHECK(Unpack(Packing::kZstd, zstd + behind) ==
        wanted + "zstd data, from byte " + std::to_string(zstd.size()) + " of the file on");
}

TEST_CASE("Packed data that breaks off says so, wherever it does") {
  const std::string content = Noise(1000);
  for (const std::string& file : {Gzip(content), Gzip("a") + Gzip(content)}) {
    for (std::size_t size = file.size() == Gzip(content).size() ? 2 : Gzip("a").size() + 1;
         size < file.size(); ++size) {
      REQUIRE(Unpack(Packing::kGzip, std::string_view(file).substr(0, size)) ==
              "error: the file is truncated: its gzip data breaks off at byte " +
                  std::to_string(size));
    }
  }
  const std::string zstd = Zstd(content);
  for (std::size_t size = 4; size < zstd.size(); ++size) {
    REQUIRE(Unpack(Packing::kZstd, std::string_view(zstd).substr(0, size)) ==
            "error: the file is truncated: its zstd data breaks off at byte " +
                std::to_string(size));
  }
}

TEST_CASE("Damage is found, and told with its place") {
  std::string checksum = Gzip(Noise(1000));
  checksum[checksum.size() - 5] ^= 1;
  CHECK_THAT(Unpack(Packing::kGzip, checksum),
             StartsWith("error: the gzip data is corrupt at byte ") &&
                 Catch::Matchers::EndsWith(": incorrect data check"));
  std::string method = Gzip("content");
  method[2] = 9;
  CHECK_THAT(Unpack(Packing::kGzip, method),
             StartsWith("error: the gzip data is corrupt at byte "));
  std::string block = Zstd(Noise(1000));
  block[9] |= 6;  // a kind of block that does not exist
  CHECK_THAT(Unpack(Packing::kZstd, block), StartsWith("error: the zstd data is corrupt at byte "));
}

TEST_CASE("An error of the sink ends the unpacking") {
  int calls = 0;
  const auto unpacker = MakeUnpacker(Packing::kGzip);
  const Status status =
      unpacker->Push(BytesOf(Gzip(std::string(3'000'000, 'x'))), [&](auto) -> Status {
        ++calls;
        return Error{"enough"};
      });
  CHECK(status.error().message == "enough");
  CHECK(calls == 1);
}

}  // namespace
}  // namespace burnglass
