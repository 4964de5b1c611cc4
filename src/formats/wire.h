// The wire format of protobuf, field by field, on protobuf-lite's own reader.
#pragma once

#include <google/protobuf/io/coded_stream.h>

#include <cstddef>
#include <cstdint>
#include <span>

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
      : in_(reinterpret_cast<const std::uint8_t*>(message.data()),
            static_cast<int>(message.size())) {
    in_.PushLimit(static_cast<int>(message.size()));
  }

  // False at the end, and where the bytes are no field; broken() tells which.
  bool Next(WireField& field) {
    if (in_.BytesUntilLimit() == 0) return false;
    broken_ = !Read(field);
    return !broken_;
  }

  bool broken() const { return broken_; }

 private:
  bool Read(WireField& field) {
    std::uint64_t tag = 0;
    if (!in_.ReadVarint64(&tag)) return false;
    field.number = tag >> 3;
    field.type = static_cast<int>(tag & 7);
    switch (field.type) {
      case WireField::kVarint:
        return in_.ReadVarint64(&field.value);
      case WireField::kFixed64:
        return ReadFixed64(field.value);
      case WireField::kFixed32:
        return in_.Skip(4);
      case WireField::kBytes:
        return in_.ReadVarint64(&field.value) && ReadBytes(field);
      default:
        return false;
    }
  }

  bool ReadFixed64(std::uint64_t& value) {
    google::protobuf::uint64 read = 0;
    const bool whole = in_.ReadLittleEndian64(&read);
    value = read;
    return whole;
  }

  bool ReadBytes(WireField& field) {
    if (field.value > static_cast<std::uint64_t>(in_.BytesUntilLimit())) return false;
    const void* data = nullptr;
    int size = 0;
    if (field.value > 0 && !in_.GetDirectBufferPointer(&data, &size)) return false;
    field.bytes = {static_cast<const std::byte*>(data), static_cast<std::size_t>(field.value)};
    return in_.Skip(static_cast<int>(field.value));
  }

  google::protobuf::io::CodedInputStream in_;
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
  const int size = static_cast<int>(field.bytes.size());
  google::protobuf::io::CodedInputStream in(
      reinterpret_cast<const std::uint8_t*>(field.bytes.data()), size);
  while (in.CurrentPosition() < size) {
    std::uint64_t number = 0;
    if (!in.ReadVarint64(&number)) return false;
    take(number);
  }
  return true;
}

}  // namespace burnglass
