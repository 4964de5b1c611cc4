#include "formats/unpack_zstd.h"

#include <zstd.h>
#include <zstd_errors.h>

#include <cstdint>
#include <string>
#include <vector>

namespace burnglass {
namespace {

class ZstdUnpacker : public Unpacker {
 public:
  ZstdUnpacker() : context_(ZSTD_createDCtx()), out_(ZSTD_DStreamOutSize()) {}
  ~ZstdUnpacker() override { ZSTD_freeDCtx(context_); }
  ZstdUnpacker(const ZstdUnpacker&) = delete;
  ZstdUnpacker& operator=(const ZstdUnpacker&) = delete;

  Status Push(std::span<const std::byte> packed, const ByteSink& sink) override {
    if (context_ == nullptr) return Error{"there is not enough memory to unpack the file"};
    ZSTD_inBuffer in = {packed.data(), packed.size(), 0};
    bool full = false;  // the output was filled, so there may be more without more input
    while (in.pos < in.size || full) {
      if (ended_) frame_begin_ = read_ + in.pos;
      ZSTD_outBuffer out = {out_.data(), out_.size(), 0};
      const std::size_t left = ZSTD_decompressStream(context_, &out, &in);
      if (ZSTD_isError(left)) return Corrupt(left, read_ + in.pos);
      ended_ = left == 0;
      full = out.pos == out.size && !ended_;
      if (out.pos == 0) continue;
      if (Status status = sink(std::span(out_).first(out.pos)); !status) return status;
    }
    read_ += packed.size();
    return Done{};
  }

  Status End(const ByteSink&) override {
    if (ended_) return Done{};
    return Error{"the file is truncated: its zstd data breaks off at byte " +
                 std::to_string(read_)};
  }

 private:
  Status Corrupt(std::size_t code, std::uint64_t at) const {
    if (ended_) {
      return Error{
          "there are bytes that do not belong to it behind the end of the zstd data, from byte " +
          std::to_string(frame_begin_) + " of the file on"};
    }
    if (ZSTD_getErrorCode(code) == ZSTD_error_frameParameter_windowTooLarge) {
      return Error{
          "its zstd data needs a window of more than 128 MB to be unpacked; pack it again without "
          "--long, or open what it unpacks to"};
    }
    return Error{"the zstd data is corrupt at byte " + std::to_string(at) + ": " +
                 ZSTD_getErrorName(code)};
  }

  ZSTD_DCtx* context_;
  std::vector<std::byte> out_;
  bool ended_ = false;             // a frame has ended, and the next has not begun
  std::uint64_t read_ = 0;         // bytes of the file
  std::uint64_t frame_begin_ = 0;  // where the frame at hand begins
};

}  // namespace

std::unique_ptr<Unpacker> MakeZstdUnpacker() { return std::make_unique<ZstdUnpacker>(); }

}  // namespace burnglass
