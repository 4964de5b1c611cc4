#include "message/message.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstring>
#include <limits>
#include <random>

#include <google/protobuf/stubs/logging.h>

namespace burnglass {
namespace {

pb::Header PeekHeader() {
  pb::Header header;
  header.set_question(7);
  header.set_slot(3);
  header.set_profile(2);
  header.mutable_peek_answer()->set_query("si=alloc_space");
  header.mutable_peek_answer()->set_cum(std::numeric_limits<std::int64_t>::min());
  return header;
}

// A message with a column of each type, the lengths such that each wants padding.
Bytes Sample() {
  const std::vector<std::uint8_t> bits{1, 0, 255};
  const std::vector<std::uint32_t> names{10, 0xffffffff, 30};
  const std::vector<std::int64_t> sums{-1, std::numeric_limits<std::int64_t>::max()};
  MessageWriter writer(PeekHeader());
  writer.Add("bits", bits);
  writer.Add("name", names);
  writer.Add("none", std::span<const std::uint32_t>());
  writer.Add("cum", sums);
  return writer.Finish();
}

template <typename T>
std::vector<T> Copy(std::span<const T> column) {
  return {column.begin(), column.end()};
}

std::uint32_t HeaderSize(const Bytes& block) {
  std::uint32_t size;
  std::memcpy(&size, block.data(), sizeof size);
  return size;
}

// The block with another header in front of the same columns.
Bytes WithHeader(const Bytes& block, const pb::Header& header) {
  const std::size_t old_columns = (4 + HeaderSize(block) + 7) / 8 * 8;
  Bytes changed((4 + header.ByteSizeLong() + 7) / 8 * 8);
  const auto size = static_cast<std::uint32_t>(header.ByteSizeLong());
  std::memcpy(changed.data(), &size, sizeof size);
  header.SerializeToArray(changed.data() + 4, static_cast<int>(size));
  changed.insert(changed.end(), block.begin() + static_cast<std::ptrdiff_t>(old_columns),
                 block.end());
  return changed;
}

// Reads every element of every column, so that the sanitizers see whether it lies in the block.
std::uint64_t Touch(const Message& message) {
  std::uint64_t sum = 0;
  for (const pb::Column& column : message.header().column()) {
    for (const auto v : message.U8(column.name())) sum += v;
    for (const auto v : message.U32(column.name())) sum += v;
    for (const auto v : message.I64(column.name())) sum += static_cast<std::uint64_t>(v);
  }
  return sum;
}

TEST_CASE("a message comes back as it was written") {
  const Bytes block = Sample();
  const Result<Message> message = Message::Read(block);
  REQUIRE(message.ok());
  CHECK(message->header().question() == 7);
  CHECK(message->header().slot() == 3);
  CHECK(message->header().profile() == 2);
  CHECK(message->header().peek_answer().query() == "si=alloc_space");
  CHECK(message->header().peek_answer().cum() == std::numeric_limits<std::int64_t>::min());
  CHECK(Copy(message->U8("bits")) == std::vector<std::uint8_t>{1, 0, 255});
  CHECK(Copy(message->U32("name")) == std::vector<std::uint32_t>{10, 0xffffffff, 30});
  CHECK(message->U32("none").empty());
  CHECK(Copy(message->I64("cum")) ==
        std::vector<std::int64_t>{-1, std::numeric_limits<std::int64_t>::max()});
}

TEST_CASE("columns lie 8-aligned in the block") {
  const Bytes block = Sample();
  const Result<Message> message = Message::Read(block);
  REQUIRE(message.ok());
  CHECK(block.size() % 8 == 0);
  for (const void* column : {static_cast<const void*>(message->U8("bits").data()),
                             static_cast<const void*>(message->U32("name").data()),
                             static_cast<const void*>(message->I64("cum").data())}) {
    CHECK((static_cast<const std::byte*>(column) - block.data()) % 8 == 0);
  }
}

TEST_CASE("a column is found by name and type") {
  const Bytes block = Sample();
  const Result<Message> message = Message::Read(block);
  REQUIRE(message.ok());
  CHECK(message->U32("bits").empty());
  CHECK(message->U8("name").empty());
  CHECK(message->I64("").empty());
}

TEST_CASE("a message may have no columns") {
  const Bytes block = MessageWriter(PeekHeader()).Finish();
  CHECK(Message::Read(block).ok());
  CHECK(Message::Read(Bytes(8, std::byte{0})).ok());  // an empty header
}

TEST_CASE("a column outside the block is refused") {
  const Bytes block = Sample();
  const auto with = [&](auto change) {
    pb::Header header = Message::Read(block)->header();
    change(*header.mutable_column(0));
    return Message::Read(WithHeader(block, header)).ok();
  };
  CHECK(with([](pb::Column&) {}));
  CHECK_FALSE(with([](pb::Column& c) { c.set_count(1000); }));
  CHECK_FALSE(with([](pb::Column& c) { c.set_offset(1u << 20); }));
  CHECK_FALSE(with([](pb::Column& c) { c.set_offset(0xfffffff8); }));
  CHECK_FALSE(with([](pb::Column& c) { c.set_offset(4); }));
  CHECK_FALSE(with([](pb::Column& c) { c.set_type(static_cast<pb::Column::Type>(9)); }));
  // 8 * 0x20000000 is 2^32: it must not wrap to 0 where size_t has 32 bits.
  CHECK_FALSE(with([](pb::Column& c) {
    c.set_type(pb::Column::I64);
    c.set_count(0x20000000);
  }));
}

TEST_CASE("every cut of a message is refused") {
  const Bytes block = Sample();
  for (std::size_t size = 0; size < block.size(); ++size) {
    INFO(size << " of " << block.size() << " bytes");
    const Bytes cut(block.begin(), block.begin() + static_cast<std::ptrdiff_t>(size));
    const Result<Message> message = Message::Read(cut);
    // The last column ends with the block, so no cut can be whole.
    REQUIRE_FALSE(message.ok());
    CHECK_FALSE(message.error().message.empty());
  }
}

TEST_CASE("a block that is not aligned is refused") {
  const Bytes block = Sample();
  Bytes shifted(block.size() + 1);
  std::copy(block.begin(), block.end(), shifted.begin() + 1);
  CHECK_FALSE(Message::Read(std::span<const std::byte>(shifted).subspan(1)).ok());
}

TEST_CASE("no bytes make reading go wrong") {
  google::protobuf::SetLogHandler(nullptr);  // it would report every string that is not UTF-8
  const Bytes block = Sample();
  std::mt19937 random(1);
  int readable = 0, refused = 0;
  for (int i = 0; i < 20000; ++i) {
    Bytes mutated = block;
    for (int n = 0; n <= i % 4; ++n) {
      mutated[random() % mutated.size()] = static_cast<std::byte>(random());
    }
    if (i % 8 == 0) mutated.resize(random() % mutated.size());
    const Result<Message> message = Message::Read(mutated);
    if (message.ok()) Touch(*message);
    ++(message.ok() ? readable : refused);
  }
  // Both ends must be reached, or the test shows nothing.
  CHECK(readable > 1000);
  CHECK(refused > 1000);
}

}  // namespace
}  // namespace burnglass
