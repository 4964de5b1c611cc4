// The functions that the script of a worker calls that only unpacks: see "engine.wasm" in
// src/README.md.
#include <optional>
#include <string>
#include <vector>

#include "formats/file_unpacker.h"

namespace burnglass {
namespace {

// What one push may unpack to; a file that has more is told so by the engine, which counts it all.
constexpr std::size_t kMostContent = 64 << 20;

struct Unpacking {
  std::optional<FileUnpacker> unpacker;
  std::vector<std::byte> packed, content;
  std::string error;
  bool too_much = false;
};

Unpacking& unpacking() {
  static Unpacking& one = *new Unpacking;
  return one;
}

Status Keep(std::span<const std::byte> bytes) {
  std::vector<std::byte>& content = unpacking().content;
  unpacking().too_much = content.size() + bytes.size() > kMostContent;
  if (unpacking().too_much) return Error{"too much comes of it at once"};
  content.insert(content.end(), bytes.begin(), bytes.end());
  return Done{};
}

// 0: well; 1: it is broken; 2: too much comes of it at once.
int Outcome(const Status& status) {
  if (status) return 0;
  unpacking().error = status.error().message;
  return unpacking().too_much ? 2 : 1;
}

}  // namespace

extern "C" {

void unpack_begin() { unpacking().unpacker.emplace(); }

void* unpack_buffer(std::uint32_t n) {
  unpacking().packed.resize(n);
  return unpacking().packed.data();
}

int unpack_push() {
  unpacking().content.clear();
  return Outcome(unpacking().unpacker->Push(unpacking().packed, Keep));
}

int unpack_end() {
  unpacking().content.clear();
  return Outcome(unpacking().unpacker->End(Keep));
}

const void* unpack_content() { return unpacking().content.data(); }
std::uint32_t unpack_size() { return static_cast<std::uint32_t>(unpacking().content.size()); }
int unpack_packing() { return static_cast<int>(unpacking().unpacker->packing()); }
const char* unpack_error() { return unpacking().error.c_str(); }

}  // extern "C"

}  // namespace burnglass
