// The wire format of protobuf, field by field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "profile/packed_numbers.h"

namespace burnglass {

struct WireField {
  // 3 and 4 were groups, which no profile has; 6 and 7 never were anything.
  enum Type { kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5 };

  std::uint64_t number = 0;
  int type = kVarint;
  std::uint64_t value = 0;           // of a varint or eight bytes
  std::span<const std::byte> bytes;  // of bytes, a string or a message
};

// The fields of one message, one after the other.
class WireReader {
 public:
  explicit WireReader(std::span<const std::byte> message)
      : at_(message.data()), end_(at_ + message.size()) {}

  // False at the end, and where the bytes are no field; broken() tells which.
  bool Next(WireField& field) {
    if (at_ == end_) return false;
    broken_ = !Read(field);
    return !broken_;
  }

  bool broken() const { return broken_; }

 private:
  bool Read(WireField& field) {
    std::uint64_t tag = 0;
    if (!ReadNumber(at_, end_, tag)) return false;
    field.number = tag >> 3;
    field.type = static_cast<int>(tag & 7);
    switch (field.type) {
      case WireField::kVarint:
        return ReadNumber(at_, end_, field.value);
      case WireField::kBytes:
        return ReadNumber(at_, end_, field.value) && Take(field.value, field.bytes);
      case WireField::kFixed64:
        return ReadFixed64(field.value);
      case WireField::kFixed32:
        return Take(4, field.bytes);
      default:
        return false;
    }
  }

  bool ReadFixed64(std::uint64_t& value) {
    std::span<const std::byte> bytes;
    if (!Take(8, bytes)) return false;
    // Every machine that this runs on has the lowest byte first.
    std::memcpy(&value, bytes.data(), 8);
    return true;
  }

  bool Take(std::uint64_t count, std::span<const std::byte>& bytes) {
    if (count > static_cast<std::uint64_t>(end_ - at_)) return false;
    bytes = {at_, static_cast<std::size_t>(count)};
    at_ += count;
    return true;
  }

  const std::byte* at_;
  const std::byte* end_;
  bool broken_ = false;
};

// Calls take(number) for each number of a repeated field, packed or not. False: it is neither.
template <typename Take>
bool ReadNumbers(const WireField& field, Take take) {
  if (field.type == WireField::kVarint) {
    take(field.value);
    return true;
  }
  if (field.type != WireField::kBytes) return false;
  const std::byte* at = field.bytes.data();
  const std::byte* const end = at + field.bytes.size();
  while (at != end) {
    std::uint64_t number = 0;
    if (!ReadNumber(at, end, number)) return false;
    take(number);
  }
  return true;
}

}  // namespace burnglass
