#include "message/message.h"

#include <google/protobuf/stubs/logging.h>

#include <bit>
#include <cstring>
#include <limits>

namespace burnglass {
namespace {

static_assert(std::endian::native == std::endian::little,
              "columns are little-endian, read in place");

constexpr std::size_t kAlignment = 8;
constexpr std::uint32_t kMaxHeader = 0x7fffffff;  // protobuf counts in int

std::size_t Align(std::size_t n) { return (n + kAlignment - 1) / kAlignment * kAlignment; }

// 0 for a type that is not of this version.
std::size_t ElementSize(pb::Column::Type type) {
  switch (type) {
    case pb::Column::U8:
      return 1;
    case pb::Column::U32:
      return 4;
    case pb::Column::I64:
      return 8;
    default:
      return 0;
  }
}

template <typename T>
std::span<const T> As(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

bool LiesInside(const pb::Column& column, std::size_t size) {
  const std::uint64_t bytes = std::uint64_t{column.count()} * ElementSize(column.type());
  return column.offset() <= size && bytes <= size - column.offset();
}

Status CheckColumns(const pb::Header& header, std::size_t size) {
  for (const pb::Column& column : header.column()) {
    if (ElementSize(column.type()) == 0) {
      return Error{"The message has a column of unknown type " + std::to_string(column.type()) +
                   "."};
    }
    if (column.offset() % kAlignment != 0) {
      return Error{"The message has a column at the unaligned byte " +
                   std::to_string(column.offset()) + "."};
    }
    if (!LiesInside(column, size)) {
      return Error{"The message has a column of " + std::to_string(column.count()) +
                   " elements at byte " + std::to_string(column.offset()) + ", but only " +
                   std::to_string(size) + " bytes of columns."};
    }
  }
  return Done{};
}

}  // namespace

void MessageWriter::Add(std::string_view name, std::span<const std::uint8_t> column) {
  AddRaw(name, pb::Column::U8, std::as_bytes(column), column.size());
}

void MessageWriter::Add(std::string_view name, std::span<const std::uint32_t> column) {
  AddRaw(name, pb::Column::U32, std::as_bytes(column), column.size());
}

void MessageWriter::Add(std::string_view name, std::span<const std::int64_t> column) {
  AddRaw(name, pb::Column::I64, std::as_bytes(column), column.size());
}

void MessageWriter::AddRaw(std::string_view name, pb::Column::Type type,
                           std::span<const std::byte> data, std::size_t count) {
  assert(offset_ + data.size() <= std::numeric_limits<std::uint32_t>::max());
  pb::Column& column = *header_.add_column();
  column.set_name(std::string(name));
  column.set_type(type);
  column.set_offset(static_cast<std::uint32_t>(offset_));
  column.set_count(static_cast<std::uint32_t>(count));
  data_.push_back(data);
  offset_ = Align(offset_ + data.size());
}

Bytes MessageWriter::Finish() {
  const auto header_size = static_cast<std::uint32_t>(header_.ByteSizeLong());
  const std::size_t columns = Align(sizeof header_size + header_size);
  Bytes block(columns + offset_);
  std::byte* to = block.data();
  const auto put = [&to](const void* from, std::size_t size) {
    if (size > 0) std::memcpy(to, from, size);
    to += size;
  };
  // Padding is zeros.
  const auto align = [&] {
    while (static_cast<std::size_t>(to - block.data()) % kAlignment != 0) *to++ = std::byte{0};
  };
  put(&header_size, sizeof header_size);
  to = reinterpret_cast<std::byte*>(
      header_.SerializeWithCachedSizesToArray(reinterpret_cast<std::uint8_t*>(to)));
  align();
  for (const std::span<const std::byte> column : data_) put(column.data(), column.size()), align();
  return block;
}

Result<Message> Message::Read(std::span<const std::byte> block) {
  std::uint32_t header_size = 0;
  if (block.size() < sizeof header_size) {
    return Error{"The message has " + std::to_string(block.size()) + " bytes and no header."};
  }
  std::memcpy(&header_size, block.data(), sizeof header_size);
  const std::size_t rest = block.size() - sizeof header_size;
  if (header_size > rest || header_size > kMaxHeader ||
      Align(sizeof header_size + header_size) > block.size()) {
    return Error{"The message's header should have " + std::to_string(header_size) +
                 " bytes, but only " + std::to_string(rest) + " follow."};
  }
  // A damaged header is told by the result; protobuf's own words on standard error are too many.
  const google::protobuf::LogSilencer quiet;
  Message message;
  if (!message.header_.ParseFromArray(block.data() + sizeof header_size,
                                      static_cast<int>(header_size))) {
    return Error{"The message's header of " + std::to_string(header_size) +
                 " bytes is not a burnglass.pb.Header."};
  }
  message.columns_ = block.subspan(Align(sizeof header_size + header_size));
  if (reinterpret_cast<std::uintptr_t>(message.columns_.data()) % kAlignment != 0) {
    return Error{"The message does not lie at a multiple of 8 in memory."};
  }
  if (Status fits = CheckColumns(message.header_, message.columns_.size()); !fits) {
    return fits.error();
  }
  return message;
}

std::span<const std::uint8_t> Message::U8(std::string_view name) const {
  return As<std::uint8_t>(Find(name, pb::Column::U8));
}

std::span<const std::uint32_t> Message::U32(std::string_view name) const {
  return As<std::uint32_t>(Find(name, pb::Column::U32));
}

std::span<const std::int64_t> Message::I64(std::string_view name) const {
  return As<std::int64_t>(Find(name, pb::Column::I64));
}

std::span<const std::byte> Message::Find(std::string_view name, pb::Column::Type type) const {
  for (const pb::Column& column : header_.column()) {
    if (column.type() != type || column.name() != name) continue;
    return columns_.subspan(column.offset(), column.count() * ElementSize(type));
  }
  return {};
}

}  // namespace burnglass
