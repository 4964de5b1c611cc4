// A real profile, cut off at each of its first 4,096 bytes and at 200 places beyond: packed, the
// error says that it is truncated; plain, it is an error or exactly what the whole fields before
// the cut say.
#include <algorithm>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "formats/loading.h"
#include "formats/pack.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

std::vector<std::size_t> Cuts(std::size_t size) {
  std::vector<std::size_t> cuts;
  for (std::size_t at = 0; at < size && at < 4096; at++) cuts.push_back(at);
  if (size <= 4096) return cuts;
  const std::size_t step = std::max<std::size_t>(1, (size - 4096) / 200);
  for (std::size_t at = 4096; at < size; at += step) cuts.push_back(at);
  cuts.push_back(size - 1);
  return cuts;
}

std::uint64_t Varint(std::string_view bytes, std::size_t& at) {
  std::uint64_t value = 0;
  for (int shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    value |= std::uint64_t{byte & 127u} << shift;
    if (byte < 128) return value;
  }
}

struct Field {
  std::uint64_t number = 0;
  std::string bytes;  // with its tag
};

// The fields of a profile.proto, outermost only; it uses varints and length-delimited fields.
std::vector<Field> Fields(std::string_view bytes) {
  std::vector<Field> fields;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const std::uint64_t tag = Varint(bytes, at);
    const std::uint64_t value = Varint(bytes, at);
    if ((tag & 7) == 2) at += value;
    fields.push_back({tag >> 3, std::string(bytes.substr(begin, at - begin))});
  }
  return fields;
}

constexpr std::uint64_t kSampleField = 2;

// The same profile with everything that samples name before them, so that it may end after any of
// them.
std::vector<Field> SamplesLast(std::vector<Field> fields) {
  std::stable_partition(fields.begin(), fields.end(),
                        [](const Field& field) { return field.number != kSampleField; });
  return fields;
}

void CheckPackedCuts(const std::string& file) {
  for (const std::size_t cut : Cuts(file.size())) {
    const auto loaded = Load(std::string_view(file).substr(0, cut));
    INFO("cut at " << cut);
    REQUIRE_FALSE(loaded.ok());
    CAPTURE(loaded.error().message);
    CHECK(loaded.error().message.find("truncated") != std::string::npos);
  }
}

}  // namespace

TEST_CASE("a truncated gzip is always an error that says truncated") {
  CheckPackedCuts(ReadFile(TestDataPath("go-real/cpu.pb.gz")));
}

TEST_CASE("a truncated gzip of a real service is always an error that says truncated") {
  CheckPackedCuts(ReadFile(SharedPath("profiles/9seconds__mtg/default.pgo")));
}

// Go writes the strings last and every one of them is used, so that pprof refuses each proper
// beginning: a field is cut, or a string that something names is missing.
TEST_CASE("a truncated plain profile of Go is always an error") {
  const std::string plain = Gunzip(ReadFile(TestDataPath("go-real/cpu.pb.gz")));
  REQUIRE(Load(plain).ok());
  for (const std::size_t cut : Cuts(plain.size())) {
    INFO("cut at " << cut);
    CHECK_FALSE(Load(std::string_view(plain).substr(0, cut)).ok());
  }
}

TEST_CASE("a plain profile that ends between two fields is what it says up to there") {
  const auto fields = SamplesLast(Fields(Gunzip(ReadFile(TestDataPath("go-real/cpu.pb.gz")))));
  std::string bytes;
  std::set<std::size_t> ends;  // where samples end
  std::size_t samples_begin = 0;
  for (const Field& field : fields) {
    bytes += field.bytes;
    if (field.number == kSampleField)
      ends.insert(bytes.size());
    else
      samples_begin = bytes.size();
  }
  const auto whole = Load(bytes);
  REQUIRE(whole.ok());
  REQUIRE(whole->sample_count() == ends.size());
  std::size_t samples = 0;
  for (std::size_t cut = samples_begin + 1; cut <= bytes.size(); cut++) {
    INFO("cut at " << cut);
    const auto loaded = Load(std::string_view(bytes).substr(0, cut));
    REQUIRE(loaded.ok() == ends.contains(cut));
    if (!loaded.ok()) continue;
    samples++;
    REQUIRE(loaded->sample_count() == samples);
    const auto& all = whole->values[1];
    CHECK(loaded->values[1] == std::vector<std::int64_t>(all.begin(), all.begin() + samples));
  }
}

}  // namespace burnglass
