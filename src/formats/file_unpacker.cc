#include "formats/file_unpacker.h"

#include <string>

namespace burnglass {
namespace {

// As many bytes tell what a file is packed by.
constexpr std::size_t kHeadBytes = 4;

}  // namespace

Status FileUnpacker::Push(std::span<const std::byte> piece, const ByteSink& sink) {
  if (unpacker_) return unpacker_->Push(piece, sink);
  head_.insert(head_.end(), piece.begin(), piece.end());
  return head_.size() < kHeadBytes ? Status(Done{}) : Begin(sink);
}

Status FileUnpacker::Begin(const ByteSink& sink) {
  packing_ = DetectPacking(head_).value_or(Packing::kPlain);
  unpacker_ = make_unpacker_(packing_);
  const std::vector<std::byte> head = std::move(head_);
  return unpacker_->Push(head, sink);
}

Status FileUnpacker::End(const ByteSink& sink) {
  if (!unpacker_) {
    if (head_.empty()) return Error{"it is empty: nothing was written, or it was truncated"};
    if (!DetectPacking(head_)) {
      return Error{"it is truncated: it ends at byte " + std::to_string(head_.size()) +
                   ", in the middle of the mark that a packed file begins with"};
    }
    if (Status status = Begin(sink); !status) return status;
  }
  return unpacker_->End(sink);
}

}  // namespace burnglass
