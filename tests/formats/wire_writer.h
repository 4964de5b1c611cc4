// Writes profile.proto byte by byte, right or wrong.
//
//   Wire().Message(1, Wire().Number(1, 5)).Text(6, "").bytes()
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace burnglass {

class Wire {
 public:
  Wire& Number(std::uint64_t field, std::uint64_t value) {
    return Varint(field << 3).Varint(value);
  }
  Wire& Text(std::uint64_t field, std::string_view text) {
    Varint(field << 3 | 2).Varint(text.size());
    bytes_ += text;
    return *this;
  }
  Wire& Message(std::uint64_t field, const Wire& message) { return Text(field, message.bytes_); }
  Wire& Packed(std::uint64_t field, std::initializer_list<std::uint64_t> values) {
    Wire packed;
    for (const std::uint64_t value : values) packed.Varint(value);
    return Message(field, packed);
  }
  Wire& Raw(std::string_view bytes) {
    bytes_ += bytes;
    return *this;
  }
  Wire& Varint(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
    return *this;
  }

  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace burnglass
