#include "formats/content.h"

#include <algorithm>
#include <string>

#include "formats/legacy_unread.h"
#include "formats/other_formats.h"
#include "formats/otlp.h"

namespace burnglass {
namespace {

// How many bytes tell text from numbers.
constexpr std::size_t kLookBytes = 256;
// What is not profile.proto is found out within its first bytes; text within three or four.
constexpr std::size_t kDoubtBytes = 64 << 10;

// Text, or words of which the first is zero, as binary CPU profiles begin.
bool MayBeOther(std::span<const std::byte> content) {
  const auto head = content.first(std::min(content.size(), kLookBytes));
  const auto is_zero = [](std::byte byte) { return byte == std::byte{0}; };
  if (head.size() >= 4 && std::all_of(head.begin(), head.begin() + 4, is_zero)) return true;
  return std::all_of(head.begin(), head.end(), [](std::byte byte) {
    const int c = std::to_integer<int>(byte);
    return c >= ' ' || (c >= '\t' && c <= '\r');
  });
}

}  // namespace

bool ContentReader::LooksLikeOtlp() const {
  return go_ == GoText::kRead && MayBeOtlp(kept_) && !MayBeOther(kept_);
}

Status ContentReader::Take(std::span<const std::byte> piece) {
  size_ += piece.size();
  if (mode_ == Mode::kProto) return Decode(piece);
  kept_.insert(kept_.end(), piece.begin(), piece.end());
  if (mode_ == Mode::kOther || mode_ == Mode::kOtlp) return Done{};
  if (mode_ == Mode::kStart) {
    if (kept_.size() < kLookBytes) return Done{};
    mode_ = LooksLikeOtlp() ? Mode::kOtlp : Mode::kEither;
    if (mode_ == Mode::kOtlp) return Done{};
    piece = kept_;
  }
  if (Status status = Decode(piece); !status) return status;
  if (mode_ == Mode::kEither && kept_.size() > kDoubtBytes) {
    mode_ = Mode::kProto;
    kept_ = std::vector<std::byte>(kept_.begin(), kept_.begin() + kLookBytes);
  }
  return Done{};
}

Status ContentReader::Decode(std::span<const std::byte> piece) {
  if (decoder_.Push(piece)) return Done{};
  const bool doubtful = mode_ != Mode::kProto && MayBeOther(kept_) &&
                        decoder_.failure().kind != DecodeFailure::kConcatenated;
  if (!doubtful) return Failure();
  mode_ = Mode::kOther;
  return Done{};
}

Result<ProfileData> ContentReader::Finish() {
  if (mode_ == Mode::kOtlp || (mode_ == Mode::kStart && LooksLikeOtlp())) {
    return ReadOtlp(kept_);
  }
  if (mode_ == Mode::kStart) {
    mode_ = Mode::kEither;
    if (Status status = Decode(kept_); !status) return status.error();
  }
  ProfileData profile;
  if (mode_ != Mode::kOther && decoder_.Finish(profile)) return profile;
  if (mode_ != Mode::kProto && MayBeOther(kept_) &&
      decoder_.failure().kind != DecodeFailure::kConcatenated) {
    return ParseOtherFormats(kept_, go_);
  }
  return Failure();
}

Error ContentReader::Failure() const {
  const DecodeFailure& failure = decoder_.failure();
  const std::string at = "byte " + std::to_string(failure.at);
  if (failure.kind == DecodeFailure::kConcatenated) {
    return Error{"it holds more than one profile: " + failure.what + " before " + at};
  }
  if (decoder_.fields_read() == 0) return Error{DescribeUnread(kept_)};
  if (failure.kind == DecodeFailure::kTruncated) {
    return Error{"the profile is truncated: it ends at byte " + std::to_string(size_) +
                 ", in the middle of the field that begins at " + at};
  }
  if (failure.kind == DecodeFailure::kUnresolved) {
    return Error{"the profile is damaged: " + failure.what};
  }
  return Error{"the profile is damaged at " + at + ": " + failure.what};
}

}  // namespace burnglass
