// Packed files, unpacked as they stream by. One interface, whatever they are packed by.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "base/result.h"

namespace burnglass {

enum class Packing { kPlain, kGzip, kZlib, kZstd };

// Told by the first four bytes. Empty where more are needed to tell; a file that ends here and is
// not empty is then the beginning of a packed one.
std::optional<Packing> DetectPacking(std::span<const std::byte> head);

// Takes a piece of the content; an error ends the unpacking and comes back from Push.
using ByteSink = std::function<Status(std::span<const std::byte>)>;

class Unpacker {
 public:
  virtual ~Unpacker() = default;

  // The next bytes of the file. Errors say where in the file they are.
  virtual Status Push(std::span<const std::byte> packed, const ByteSink& sink) = 0;

  // All bytes were pushed; fails when the packed data goes on. What was held back until now is
  // given to the sink.
  virtual Status End(const ByteSink& sink) = 0;
};

using UnpackerMaker = std::function<std::unique_ptr<Unpacker>(Packing)>;

std::unique_ptr<Unpacker> MakeUnpacker(Packing packing);

}  // namespace burnglass
