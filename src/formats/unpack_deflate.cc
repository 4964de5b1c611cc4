#include "formats/unpack_deflate.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace burnglass {
namespace {

constexpr std::size_t kOutBytes = 128 << 10;

class DeflateUnpacker : public Unpacker {
 public:
  explicit DeflateUnpacker(Packing packing)
      : packing_(packing), name_(packing == Packing::kGzip ? "gzip" : "zlib"), out_(kOutBytes) {
    constexpr int kGzipHeader = 16;
    ready_ =
        inflateInit2(&stream_, MAX_WBITS + (packing == Packing::kGzip ? kGzipHeader : 0)) == Z_OK;
  }
  ~DeflateUnpacker() override { inflateEnd(&stream_); }
  DeflateUnpacker(const DeflateUnpacker&) = delete;
  DeflateUnpacker& operator=(const DeflateUnpacker&) = delete;

  Status Push(std::span<const std::byte> packed, const ByteSink& sink) override {
    if (!ready_) return Error{"there is not enough memory to unpack the file"};
    // zlib counts in 32 bits.
    constexpr std::size_t kMost = 1 << 30;
    while (!packed.empty()) {
      const auto piece = packed.first(std::min(packed.size(), kMost));
      if (Status status = Inflate(piece, sink); !status) return status;
      packed = packed.subspan(piece.size());
    }
    return Done{};
  }

  Status End(const ByteSink&) override {
    if (ended_) return Done{};
    return Error{"the file is truncated: its " + name_ + " data breaks off at byte " +
                 std::to_string(read_)};
  }

 private:
  Status Inflate(std::span<const std::byte> packed, const ByteSink& sink) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<std::byte*>(packed.data()));
    stream_.avail_in = static_cast<uInt>(packed.size());
    const std::uint64_t read_before = read_;
    do {
      if (ended_ && stream_.avail_in > 0) {
        if (packing_ != Packing::kGzip) return Trailing();
        member_begin_ = read_;
        ++members_;
        ended_ = false;
        inflateReset(&stream_);
      }
      stream_.next_out = reinterpret_cast<Bytef*>(out_.data());
      stream_.avail_out = static_cast<uInt>(out_.size());
      const int result = inflate(&stream_, Z_NO_FLUSH);
      read_ = read_before + (packed.size() - stream_.avail_in);
      const std::span written(out_.data(), out_.size() - stream_.avail_out);
      if (!written.empty()) {
        if (Status status = sink(written); !status) return status;
      }
      if (result == Z_STREAM_END) {
        ended_ = true;
      } else if (result != Z_OK && result != Z_BUF_ERROR) {
        return Corrupt();
      }
    } while (stream_.avail_in > 0 || (stream_.avail_out == 0 && !ended_));
    return Done{};
  }

  Status Corrupt() const {
    // A second member that fails before it gave anything is no member but something else.
    if (members_ > 1 && stream_.total_out == 0) return Trailing();
    const char* reason = stream_.msg != nullptr ? stream_.msg : "it cannot be unpacked";
    return Error{"the " + name_ + " data is corrupt at byte " + std::to_string(read_) + ": " +
                 reason};
  }

  Status Trailing() const {
    const std::uint64_t at = packing_ == Packing::kGzip ? member_begin_ : read_;
    return Error{"there are bytes that do not belong to it behind the end of the " + name_ +
                 " data, from byte " + std::to_string(at) + " of the file on"};
  }

  const Packing packing_;
  const std::string name_;
  std::vector<std::byte> out_;
  z_stream stream_ = {};
  bool ready_ = false;
  bool ended_ = false;
  int members_ = 1;
  std::uint64_t read_ = 0;          // bytes of the file
  std::uint64_t member_begin_ = 0;  // where the member at hand begins
};

}  // namespace

std::unique_ptr<Unpacker> MakeGzipUnpacker() {
  return std::make_unique<DeflateUnpacker>(Packing::kGzip);
}

std::unique_ptr<Unpacker> MakeZlibUnpacker() {
  return std::make_unique<DeflateUnpacker>(Packing::kZlib);
}

}  // namespace burnglass
