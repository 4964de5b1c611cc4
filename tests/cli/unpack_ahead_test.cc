#include "cli/unpack_ahead.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "formats/loading.h"
#include "formats/pack.h"
#include "formats/pack_gzip.h"

namespace burnglass {
namespace {

struct Outcome {
  std::string content, error;
};

// Pushes the file in pieces; the sink refuses what goes beyond `most` bytes.
Outcome Unpack(Unpacker& unpacker, const std::string& file, std::size_t piece,
               std::size_t most = SIZE_MAX) {
  Outcome outcome;
  const ByteSink sink = [&](std::span<const std::byte> bytes) -> Status {
    outcome.content.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return outcome.content.size() > most ? Status(Error{"enough"}) : Done{};
  };
  std::span<const std::byte> rest = BytesOf(file);
  Status status = Done{};
  while (status && !rest.empty()) {
    const auto front = rest.first(std::min(piece, rest.size()));
    status = unpacker.Push(front, sink);
    rest = rest.subspan(front.size());
  }
  if (status) status = unpacker.End(sink);
  if (!status) outcome.error = status.error().message;
  return outcome;
}

TEST_CASE("Unpacking ahead gives the same bytes, in order, whatever the pieces") {
  const std::string content = Noise(3'000'000) + std::string(5'000'000, 'x');
  const std::string file = *PackGzip(content);
  for (const std::size_t piece : {std::size_t{100'000}, std::size_t{1} << 20, file.size()}) {
    const Outcome outcome = Unpack(*MakeUnpackerAhead(Packing::kGzip), file, piece);
    CHECK(outcome.error == "");
    CHECK(outcome.content == content);
  }
}

TEST_CASE("Unpacking ahead tells the errors of the file after all that came before them") {
  const std::string file = *PackGzip(Noise(1'000'000));
  const std::string cut = file.substr(0, file.size() - 1000);
  const Outcome ahead = Unpack(*MakeUnpackerAhead(Packing::kGzip), cut, 1 << 16);
  const Outcome plain = Unpack(*MakeUnpacker(Packing::kGzip), cut, 1 << 16);
  CHECK(ahead.error == plain.error);
  CHECK(ahead.content == plain.content);
  std::string damaged = file;
  damaged[damaged.size() - 5] ^= 1;
  CHECK(Unpack(*MakeUnpackerAhead(Packing::kGzip), damaged, 1 << 16).error ==
        Unpack(*MakeUnpacker(Packing::kGzip), damaged, 1 << 16).error);
}

TEST_CASE("A reader that has enough ends the unpacking, even of a bomb") {
  const std::string bomb = *PackGzip(std::string(50'000'000, '\0'));
  const Outcome outcome = Unpack(*MakeUnpackerAhead(Packing::kGzip), bomb, 1 << 20, 1'000'000);
  CHECK(outcome.error == "enough");
  CHECK(outcome.content.size() < 2'000'000);
}

TEST_CASE("An unpacker that is never asked for its end goes quietly") {
  const auto unpacker = MakeUnpackerAhead(Packing::kGzip);
  const ByteSink sink = [](std::span<const std::byte>) -> Status { return Done{}; };
  const std::string file = *PackGzip(Noise(2'000'000));
  CHECK(unpacker->Push(BytesOf(file).first(1'000'000), sink));
}

}  // namespace
}  // namespace burnglass
