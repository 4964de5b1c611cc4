#include "support/bombs.h"

#include <cstdint>
#include <limits>

#include "formats/wire_writer.h"

namespace burnglass {
namespace {

constexpr std::uint64_t kMillion = 1'000'000;

std::string Times(std::uint64_t count, const Wire& wire) {
  std::string bytes;
  bytes.reserve(count * wire.bytes().size());
  for (std::uint64_t i = 0; i < count; ++i) bytes += wire.bytes();
  return bytes;
}

Wire SampleType() { return Wire().Message(1, Wire().Number(1, 1).Number(2, 2)); }
Wire Names() {
  Wire wire;
  for (const char* name : {"", "samples", "count", "main.main", "main.go"}) wire.Text(6, name);
  return wire;
}
Wire Location(std::uint64_t id) {
  return Wire().Message(4, Wire().Number(1, id).Message(4, Wire().Number(1, 1).Number(2, id)));
}
Wire Function(std::uint64_t id, std::uint64_t name = 3) {
  return Wire().Message(5, Wire().Number(1, id).Number(2, name).Number(4, 4));
}
Wire Sample(std::int64_t value) {
  return Wire().Message(2, Wire().Packed(1, {1}).Packed(2, {static_cast<std::uint64_t>(value)}));
}

// A profile of one function, with more in it.
std::string Around(std::string_view more) {
  return SampleType().bytes() + std::string(more) + Location(1).bytes() + Function(1).bytes() +
         Names().bytes();
}
std::string Around(std::initializer_list<std::int64_t> values) {
  std::string samples;
  for (const std::int64_t value : values) samples += Sample(value).bytes();
  return Around(samples);
}

std::string DeepStack() {
  const Wire stack = Wire().Packed(2, {1}).Text(1, std::string(kMillion, '\1'));
  return Around(Wire().Message(2, stack).bytes());
}

// Each of so many functions calls the next.
std::string DeepStackOfMany(std::uint64_t count) {
  Wire ids, rest;
  for (std::uint64_t id = 1; id <= count; ++id) {
    ids.Varint(id);
    const Wire line = Wire().Number(1, id).Number(2, 1);
    rest.Message(4, Wire().Number(1, id).Message(4, line)).Raw(Function(id).bytes());
  }
  return SampleType().Message(2, Wire().Message(1, ids).Packed(2, {1})).bytes() + rest.bytes() +
         Names().bytes();
}

std::string Labels(std::uint64_t count) {
  const Wire label = Wire().Message(3, Wire().Number(1, 3).Number(2, 4));
  const Wire sample = Wire().Packed(1, {1}).Packed(2, {1}).Raw(Times(count, label));
  return Around(Wire().Message(2, sample).bytes());
}

std::string SampleTypes() {
  const Wire sample = Wire().Packed(1, {1}).Text(2, std::string(kMillion, '\1'));
  return Times(kMillion - 1, SampleType()) + Around(Wire().Message(2, sample).bytes());
}

std::string Mappings() {
  Wire wire;
  for (std::uint64_t id = 1; id <= kMillion; ++id) {
    wire.Message(3, Wire().Number(1, id).Number(2, id << 12).Number(3, (id + 1) << 12));
  }
  return Around(Sample(1).Raw(wire.bytes()).bytes());
}

std::string NameOf(std::string_view name) {
  return SampleType().Raw(Sample(1).bytes()).Raw(Location(1).bytes()).bytes() +
         Function(1, 5).Raw(Names().Text(6, name).bytes()).bytes();
}

std::string Brackets(std::uint64_t depth) {
  std::string name;
  for (std::uint64_t i = 0; i < depth; ++i) name += "a<";
  return name + "b" + std::string(depth, '>') + "::f()";
}

// A mangled name whose types are pointers to those before.
std::string SelfReferring() {
  std::string name = "_Z1f";
  for (int i = 0; i < 50'000; ++i) name += "PFS_S_";
  return name + "v";
}

// Ids as large as there are.
std::string FarIds() {
  constexpr std::uint64_t kFar = std::numeric_limits<std::uint64_t>::max();
  return SampleType()
      .Message(2, Wire().Packed(1, {kFar}).Packed(2, {1}))
      .Message(4, Wire().Number(1, kFar).Message(4, Wire().Number(1, kFar)))
      .Raw(Function(kFar).bytes())
      .Raw(Names().bytes())
      .bytes();
}

}  // namespace

std::vector<Bomb> Bombs() {
  constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t kLeast = std::numeric_limits<std::int64_t>::min();
  const std::string one = Around({1});
  const char* const too_much = "add up to more than 9223372036854775807";
  return {
      {"a million empty strings", one + Times(kMillion, Wire().Text(6, "")), "", R"("total":"1")"},
      {"a stack of a million frames", DeepStack(), "", R"("total":"1")"},
      {"a stack of many functions", DeepStackOfMany(100'000), "", R"("total":"1")"},
      {"a sample with a million labels", Labels(kMillion), "", R"("total":"1")"},
      {"a million sample types", SampleTypes(), "sample types", ""},
      {"a million mappings", Mappings(), "", R"("total":"1")"},
      {"a name of a megabyte", NameOf(std::string(1 << 20, 'x')), "", R"("total":"1")"},
      {"a name of brackets", NameOf(Brackets(250'000)), "", R"("total":"1")"},
      {"a mangled name that refers to itself", NameOf(SelfReferring()), "", R"("total":"1")"},
      {"two functions of one id", one + Function(1).bytes(), "function", ""},
      {"two locations of one id", one + Location(1).bytes(), "location", ""},
      {"ids as large as there are", FarIds(), "", R"("total":"1")"},
      {"a field that is said to have exabytes",
       one + Wire().Varint(6 << 3 | 2).Varint(std::uint64_t{1} << 62).bytes(), "is", ""},
      {"values that are all negative", Around({-1, -2, -3}), "", R"("total":"6")"},
      {"the largest value", Around({kMost}), "", R"("total":"9223372036854775807")"},
      {"the smallest value", Around({kLeast}), "", too_much},
      {"values whose sum does not fit", Around({kMost, 1}), "", too_much},
      {"values whose sum does not fit below", Around({kLeast, -1}), "", too_much},
      {"values whose magnitudes do not fit", Around({kMost, -kMost}), "", too_much},
  };
}

}  // namespace burnglass
