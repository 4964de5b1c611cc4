// FileUnpacker: the bytes of one file, in pieces as they arrive, become its content. What it is
// packed by is seen from its first bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "formats/unpack.h"

namespace burnglass {

class FileUnpacker {
 public:
  explicit FileUnpacker(UnpackerMaker make_unpacker = MakeUnpacker)
      : make_unpacker_(std::move(make_unpacker)) {}

  // The next bytes of the file, of any number. Errors say where in the file they are, or are the
  // sink's.
  Status Push(std::span<const std::byte> piece, const ByteSink& sink);

  // All bytes were pushed; fails where the file breaks off or is empty.
  Status End(const ByteSink& sink);

  // kPlain until it is known.
  Packing packing() const { return packing_; }

 private:
  Status Begin(const ByteSink& sink);

  UnpackerMaker make_unpacker_;
  std::vector<std::byte> head_;  // until it is clear what the file is packed by
  Packing packing_ = Packing::kPlain;
  std::unique_ptr<Unpacker> unpacker_;
};

}  // namespace burnglass
