// A message between engine and viewer: a protobuf header and columns of numbers, written into one
// block and read in place. Layout: u32 header size, header, padding to 8, columns (8-aligned).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/uninitialised.h"
#include "engine.pb.h"

namespace burnglass {

// What it grows by is not zero.
using Bytes = std::vector<std::byte, Uninitialised<std::byte>>;

class MessageWriter {
 public:
  // The header without its columns; they are added here.
  explicit MessageWriter(pb::Header header) : header_(std::move(header)) {}

  // The data must live until Finish, which copies it once.
  void Add(std::string_view name, std::span<const std::uint8_t> column);
  void Add(std::string_view name, std::span<const std::uint32_t> column);
  void Add(std::string_view name, std::span<const std::int64_t> column);

  Bytes Finish();

 private:
  void AddRaw(std::string_view name, pb::Column::Type type, std::span<const std::byte> data,
              std::size_t count);

  pb::Header header_;
  std::vector<std::span<const std::byte>> data_;
  std::size_t offset_ = 0;
};

// A read message. Columns point into `block`, which must outlive it and be 8-aligned.
class Message {
 public:
  // Fails when sizes do not fit or a column lies outside the block.
  static Result<Message> Read(std::span<const std::byte> block);

  const pb::Header& header() const { return header_; }

  // The named column; empty when there is none of this name and type.
  std::span<const std::uint8_t> U8(std::string_view name) const;
  std::span<const std::uint32_t> U32(std::string_view name) const;
  std::span<const std::int64_t> I64(std::string_view name) const;

 private:
  std::span<const std::byte> Find(std::string_view name, pb::Column::Type type) const;

  pb::Header header_;
  std::span<const std::byte> columns_;
};

}  // namespace burnglass
