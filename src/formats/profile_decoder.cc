#include "formats/profile_decoder.h"

#include <algorithm>
#include <limits>

#include "formats/profile_fields.h"
#include "formats/wire.h"

namespace burnglass {
namespace {

struct FieldExtent {
  enum { kWhole, kCut, kBroken } state = kWhole;
  std::uint64_t tag = 0;
  std::size_t header = 0;  // bytes before the value
  std::size_t size = 0;    // bytes of the value; with kCut: bytes that are surely missing
};

// Reads a number from the front of `bytes`; returns its length, 0 when it goes on behind their end,
// and kLongestNumber + 1 when it never ends.
std::size_t MeasureNumber(std::span<const std::byte> bytes, std::uint64_t& number) {
  const std::byte* at = bytes.data();
  if (ReadNumber(at, bytes.data() + bytes.size(), number)) {
    return static_cast<std::size_t>(at - bytes.data());
  }
  return bytes.size() < kLongestNumber ? 0 : kLongestNumber + 1;
}

// Where the field at the front of `bytes` ends.
FieldExtent MeasureField(std::span<const std::byte> bytes) {
  FieldExtent field;
  const std::size_t tag_size = MeasureNumber(bytes, field.tag);
  if (tag_size == 0) return {FieldExtent::kCut, 0, 0, 1};
  if (tag_size > kLongestNumber) return {FieldExtent::kBroken};
  field.header = tag_size;
  const auto rest = bytes.subspan(tag_size);
  std::uint64_t number = 0;
  switch (field.tag & 7) {
    case WireField::kVarint:
      field.size = MeasureNumber(rest, number);
      if (field.size == 0) return {FieldExtent::kCut, 0, 0, 1};
      if (field.size > kLongestNumber) return {FieldExtent::kBroken};
      break;
    case WireField::kFixed64:
      field.size = 8;
      break;
    case WireField::kFixed32:
      field.size = 4;
      break;
    case WireField::kBytes: {
      const std::size_t length_size = MeasureNumber(rest, number);
      if (length_size == 0) return {FieldExtent::kCut, 0, 0, 1};
      // Nothing in a profile comes near.
      if (length_size > kLongestNumber || number > std::numeric_limits<int>::max()) {
        return {FieldExtent::kBroken};
      }
      field.header += length_size;
      field.size = number;
      break;
    }
    default:
      return {FieldExtent::kBroken};
  }
  const std::size_t end = field.header + field.size;
  if (end > bytes.size()) return {FieldExtent::kCut, field.tag, field.header, end - bytes.size()};
  return field;
}

}  // namespace

ProfileDecoder::ProfileDecoder() : fields_(std::make_unique<ProfileFields>()) {}
ProfileDecoder::~ProfileDecoder() = default;

bool ProfileDecoder::Push(std::span<const std::byte> piece) {
  while (failure_.kind == DecodeFailure::kNone && !piece.empty()) {
    if (carry_.empty()) {
      const std::size_t read = ReadFields(piece);
      offset_ += read;
      carry_.assign(piece.begin() + static_cast<std::ptrdiff_t>(read), piece.end());
      break;
    }
    const std::size_t take = std::min(needed_ - carry_.size(), piece.size());
    carry_.insert(carry_.end(), piece.begin(), piece.begin() + static_cast<std::ptrdiff_t>(take));
    piece = piece.subspan(take);
    if (carry_.size() < needed_) break;
    const std::size_t read = ReadFields(carry_);
    offset_ += read;
    carry_.erase(carry_.begin(), carry_.begin() + static_cast<std::ptrdiff_t>(read));
  }
  return failure_.kind == DecodeFailure::kNone;
}

// Reads the fields that are there as a whole; returns how many bytes those are.
std::size_t ProfileDecoder::ReadFields(std::span<const std::byte> bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const FieldExtent extent = MeasureField(bytes.subspan(at));
    if (extent.state == FieldExtent::kCut) {
      needed_ = bytes.size() - at + extent.size;
      return at;
    }
    if (extent.state == FieldExtent::kBroken) {
      return Fail(DecodeFailure::kMalformed, at, "there is no field of any kind");
    }
    const auto value = bytes.subspan(at + extent.header, extent.size);
    const ProfileFields::Outcome outcome = fields_->Read(extent.tag, value);
    if (outcome == ProfileFields::kBad) {
      return Fail(DecodeFailure::kMalformed, at, fields_->complaint());
    }
    if (outcome == ProfileFields::kSecondTime) {
      return Fail(DecodeFailure::kConcatenated, at, fields_->complaint());
    }
    if (outcome == ProfileFields::kRead) ++fields_read_;
    at += extent.header + extent.size;
  }
  return at;
}

std::size_t ProfileDecoder::Fail(DecodeFailure::Kind kind, std::size_t at, std::string what) {
  failure_ = {kind, offset_ + at, std::move(what)};
  return at;
}

bool ProfileDecoder::Finish(ProfileData& profile) {
  if (failure_.kind != DecodeFailure::kNone) return false;
  if (!carry_.empty()) {
    Fail(DecodeFailure::kTruncated, 0, "a field goes on behind the end");
    return false;
  }
  std::string complaint = fields_->Resolve();
  if (!complaint.empty()) {
    Fail(DecodeFailure::kUnresolved, 0, std::move(complaint));
    return false;
  }
  profile = fields_->Take();
  return true;
}

}  // namespace burnglass
