// ProfileDecoder: the bytes of a profile.proto, in pieces, to columns. No message objects are made:
// each field is read by protobuf-lite's wire reader as soon as its last byte is there.
//
// What is valid is what pprof takes: fields in any order and packed or not; unknown fields are
// skipped; of a field that must be single, the last one counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

class ProfileFields;

struct DecodeFailure {
  enum Kind {
    kNone,
    kMalformed,     // a field is broken
    kTruncated,     // a field breaks off at the end
    kUnresolved,    // something is referred to that is not there
    kConcatenated,  // a second profile begins
  };
  Kind kind = kNone;
  std::uint64_t at = 0;  // the byte where the field begins; of no meaning with kUnresolved
  std::string what;      // "a sample ends in the middle of a number"
};

class ProfileDecoder {
 public:
  ProfileDecoder();
  ~ProfileDecoder();

  // False when the bytes so far are no profile; then failure() says why, and no more is taken.
  bool Push(std::span<const std::byte> piece);

  // All bytes were pushed. Strings and references are put in their places.
  bool Finish(ProfileData& profile);

  const DecodeFailure& failure() const { return failure_; }

  // Fields of a profile that were read well so far.
  std::uint64_t fields_read() const { return fields_read_; }

 private:
  std::size_t ReadFields(std::span<const std::byte> bytes);
  std::size_t Fail(DecodeFailure::Kind kind, std::size_t at, std::string what);

  std::unique_ptr<ProfileFields> fields_;
  std::vector<std::byte> carry_;  // the beginning of a field whose end has not come
  std::size_t needed_ = 0;        // bytes that carry_ must have before it is worth another look
  std::uint64_t offset_ = 0;      // of the bytes at hand in the whole
  std::uint64_t fields_read_ = 0;
  DecodeFailure failure_;
};

}  // namespace burnglass
