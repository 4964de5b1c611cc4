// ContentReader: what a file holds once it is unpacked, profile.proto or one of the other formats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "base/result.h"
#include "formats/legacy.h"
#include "formats/profile_decoder.h"
#include "profile/profile.h"

namespace burnglass {

class ContentReader {
 public:
  explicit ContentReader(GoText go = GoText::kRead) : go_(go) {}

  // Fails as soon as it is clear that the content is no profile.
  Status Take(std::span<const std::byte> piece);

  // All pieces were taken, at least one byte. Once, as the last call.
  Result<ProfileData> Finish();

  std::uint64_t size() const { return size_; }

  // The first bytes; more than a few only as long as it is not clear what they are.
  std::span<const std::byte> head() const { return kept_; }

 private:
  enum class Mode {
    kStart,   // too little to look at
    kEither,  // read as profile.proto, and kept for the other formats
    kProto,   // no doubt any more
    kOther,   // not profile.proto: kept to the end, then read as a whole
    kOtlp,    // likewise, and it looks like OTLP as protobuf
  };

  bool LooksLikeOtlp() const;
  Status Decode(std::span<const std::byte> piece);
  Error Failure() const;

  const GoText go_;
  Mode mode_ = Mode::kStart;
  ProfileDecoder decoder_;
  std::vector<std::byte> kept_;
  std::uint64_t size_ = 0;
};

}  // namespace burnglass
