// FieldWriter: the wire format of protobuf, written field by field with protobuf-lite's numbers.
//
//   FieldWriter label, sample;
//   sample.Message(3, label.Number(1, 7).Number(3, 4096));
#pragma once

#include <google/protobuf/io/coded_stream.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace burnglass {

class FieldWriter {
 public:
  // A number that is 0 is left out, as proto3 has it.
  FieldWriter& Number(std::uint32_t field, std::uint64_t value) {
    if (value != 0) Tag(field, 0), Varint(value);
    return *this;
  }
  FieldWriter& Number(std::uint32_t field, std::int64_t value) {
    return Number(field, static_cast<std::uint64_t>(value));
  }
  FieldWriter& Bool(std::uint32_t field, bool value) { return Number(field, std::uint64_t{value}); }
  FieldWriter& Fixed64(std::uint32_t field, std::uint64_t value) {
    Tag(field, 1), ElementFixed64(value);
    return *this;
  }

  // Written even when it is empty: a string of a table counts by its place.
  FieldWriter& Bytes(std::uint32_t field, std::string_view bytes) {
    Tag(field, 2), Varint(bytes.size());
    bytes_ += bytes;
    return *this;
  }
  FieldWriter& Message(std::uint32_t field, const FieldWriter& message) {
    return Bytes(field, message.bytes_);
  }

  // The numbers of a packed field: begin with an empty writer, and give it to Packed.
  void Element(std::uint64_t value) { Varint(value); }
  void ElementFixed64(std::uint64_t value) {
    std::uint8_t bytes[8];
    Append(bytes, Coded::WriteLittleEndian64ToArray(value, bytes));
  }
  FieldWriter& Packed(std::uint32_t field, const FieldWriter& elements) {
    return elements.bytes_.empty() ? *this : Bytes(field, elements.bytes_);
  }

  // The fields of another writer, behind those that are here.
  FieldWriter& Append(const FieldWriter& fields) {
    bytes_ += fields.bytes_;
    return *this;
  }

  // Empty again; the memory stays.
  FieldWriter& Clear() {
    bytes_.clear();
    return *this;
  }

  const std::string& bytes() const { return bytes_; }
  std::string Take() { return std::move(bytes_); }

 private:
  using Coded = google::protobuf::io::CodedOutputStream;

  void Tag(std::uint32_t field, std::uint32_t type) { Varint(field << 3 | type); }
  void Varint(std::uint64_t value) {
    std::uint8_t bytes[10];
    Append(bytes, Coded::WriteVarint64ToArray(value, bytes));
  }
  void Append(const std::uint8_t* begin, const std::uint8_t* end) {
    bytes_.append(reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin));
  }

  std::string bytes_;
};

}  // namespace burnglass
