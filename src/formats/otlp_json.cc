// TranscodeOtlpJson: OTLP's JSON is its protobuf in other clothes, and so it is read: each member
// of an object becomes the field that it stands for.
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <vector>

#include "formats/field_writer.h"
#include "formats/otlp.h"

namespace burnglass {
namespace {

using Json = nlohmann::json;

enum class Kind : std::uint8_t { kNumber, kFixed64, kDouble, kText, kIdBytes, kMessage };

enum class Type : std::uint8_t {
  kNone,
  kData,
  kResourceProfiles,
  kResource,
  kScopeProfiles,
  kProfile,
  kSample,
  kValueType,
  kDictionary,
  kMapping,
  kLocation,
  kLine,
  kFunction,
  kLink,
  kStack,
  kAttribute,  // KeyValue and KeyValueAndUnit
  kValue,
};

struct Member {
  Type in;
  std::string_view name;
  std::uint32_t field;
  Kind kind;
  Type message = Type::kNone;
};

// What is not here is passed over.
constexpr Member kMembers[] = {
    {Type::kData, "resourceProfiles", 1, Kind::kMessage, Type::kResourceProfiles},
    {Type::kData, "dictionary", 2, Kind::kMessage, Type::kDictionary},
    {Type::kResourceProfiles, "resource", 1, Kind::kMessage, Type::kResource},
    {Type::kResourceProfiles, "scopeProfiles", 2, Kind::kMessage, Type::kScopeProfiles},
    {Type::kResource, "attributes", 1, Kind::kMessage, Type::kAttribute},
    {Type::kScopeProfiles, "profiles", 2, Kind::kMessage, Type::kProfile},
    {Type::kProfile, "sampleType", 1, Kind::kMessage, Type::kValueType},
    {Type::kProfile, "samples", 2, Kind::kMessage, Type::kSample},
    {Type::kProfile, "timeUnixNano", 3, Kind::kFixed64},
    {Type::kProfile, "durationNano", 4, Kind::kNumber},
    {Type::kProfile, "periodType", 5, Kind::kMessage, Type::kValueType},
    {Type::kProfile, "period", 6, Kind::kNumber},
    {Type::kSample, "stackIndex", 1, Kind::kNumber},
    {Type::kSample, "attributeIndices", 2, Kind::kNumber},
    {Type::kSample, "linkIndex", 3, Kind::kNumber},
    {Type::kSample, "values", 4, Kind::kNumber},
    {Type::kSample, "timestampsUnixNano", 5, Kind::kFixed64},
    {Type::kValueType, "typeStrindex", 1, Kind::kNumber},
    {Type::kValueType, "unitStrindex", 2, Kind::kNumber},
    {Type::kDictionary, "mappingTable", 1, Kind::kMessage, Type::kMapping},
    {Type::kDictionary, "locationTable", 2, Kind::kMessage, Type::kLocation},
    {Type::kDictionary, "functionTable", 3, Kind::kMessage, Type::kFunction},
    {Type::kDictionary, "linkTable", 4, Kind::kMessage, Type::kLink},
    {Type::kDictionary, "stringTable", 5, Kind::kText},
    {Type::kDictionary, "attributeTable", 6, Kind::kMessage, Type::kAttribute},
    {Type::kDictionary, "stackTable", 7, Kind::kMessage, Type::kStack},
    {Type::kMapping, "memoryStart", 1, Kind::kNumber},
    {Type::kMapping, "memoryLimit", 2, Kind::kNumber},
    {Type::kMapping, "fileOffset", 3, Kind::kNumber},
    {Type::kMapping, "filenameStrindex", 4, Kind::kNumber},
    {Type::kMapping, "attributeIndices", 5, Kind::kNumber},
    {Type::kLocation, "mappingIndex", 1, Kind::kNumber},
    {Type::kLocation, "address", 2, Kind::kNumber},
    {Type::kLocation, "lines", 3, Kind::kMessage, Type::kLine},
    {Type::kLine, "functionIndex", 1, Kind::kNumber},
    {Type::kLine, "line", 2, Kind::kNumber},
    {Type::kLine, "column", 3, Kind::kNumber},
    {Type::kFunction, "nameStrindex", 1, Kind::kNumber},
    {Type::kFunction, "systemNameStrindex", 2, Kind::kNumber},
    {Type::kFunction, "filenameStrindex", 3, Kind::kNumber},
    {Type::kFunction, "startLine", 4, Kind::kNumber},
    {Type::kLink, "traceId", 1, Kind::kIdBytes},
    {Type::kLink, "spanId", 2, Kind::kIdBytes},
    {Type::kStack, "locationIndices", 1, Kind::kNumber},
    {Type::kAttribute, "key", 1, Kind::kText},
    {Type::kAttribute, "keyStrindex", 1, Kind::kNumber},
    {Type::kAttribute, "value", 2, Kind::kMessage, Type::kValue},
    {Type::kAttribute, "unitStrindex", 3, Kind::kNumber},
    {Type::kValue, "stringValue", 1, Kind::kText},
    {Type::kValue, "boolValue", 2, Kind::kNumber},
    {Type::kValue, "intValue", 3, Kind::kNumber},
    {Type::kValue, "doubleValue", 4, Kind::kDouble},
};

const Member* FindMember(Type in, std::string_view name) {
  for (const Member& member : kMembers) {
    if (member.in == in && member.name == name) return &member;
  }
  return nullptr;
}

// Takes the parser's events. Every handler returns whether to go on.
class Transcoder {
 public:
  OtlpJson Take() { return std::move(result_); }

  bool null() { return true; }
  bool boolean(bool yes) { return Number(yes ? 1 : 0); }
  bool binary(Json::binary_t&) { return true; }
  bool number_integer(Json::number_integer_t number) {
    return Number(static_cast<std::uint64_t>(number));
  }
  bool number_unsigned(Json::number_unsigned_t number) { return Number(number); }
  bool number_float(Json::number_float_t number, const Json::string_t&) {
    if (passed_over_ > 0 || member_ == nullptr) return true;
    if (member_->kind == Kind::kDouble) return Double(number);
    constexpr double kLimit = 9.2e18;
    const bool whole = std::abs(number) < kLimit && number == std::floor(number);
    return whole ? Number(static_cast<std::uint64_t>(static_cast<std::int64_t>(number)))
                 : Fail("is not a whole number");
  }
  bool string(Json::string_t& text);

  bool key(Json::string_t& name);
  bool start_object(std::size_t);
  bool end_object();
  bool start_array(std::size_t);
  bool end_array();

  template <typename Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception&) {
    result_.error = "the JSON is broken at byte " + std::to_string(position);
    return false;
  }

 private:
  // An object that is being read.
  struct Open {
    Type type;
    const Member* as;  // what it is of the object around it; nullptr: the whole
    bool in_list;
    FieldWriter message;
  };

  bool Fail(const std::string& what) {
    result_.error = "its member \"" + std::string(member_->name) + "\" " + what;
    return false;
  }

  FieldWriter& message() { return open_.back().message; }
  bool Number(std::uint64_t number);
  bool Double(double number);
  bool Id(std::string_view hex);

  OtlpJson result_;
  std::vector<Open> open_;
  const Member* member_ = nullptr;  // whose value comes
  bool in_list_ = false;            // of values of that member
  FieldWriter elements_;            // numbers of such a list
  std::size_t passed_over_ = 0;     // how deep inside of something that is not known
};

bool Transcoder::key(Json::string_t& name) {
  if (passed_over_ > 0) return true;
  const Type in = open_.back().type;
  member_ = FindMember(in, name);
  if (in == Type::kProfile && (name == "locationIndices" || name == "sample")) {
    result_.error = "it is of an early draft of the format";
    return false;
  }
  return true;
}

bool Transcoder::start_object(std::size_t) {
  if (passed_over_ == 0 && open_.empty()) {
    open_.push_back({Type::kData, nullptr, false, {}});
    return true;
  }
  const bool known = passed_over_ == 0 && member_ != nullptr && member_->kind == Kind::kMessage;
  if (!known) {
    ++passed_over_;
    return true;
  }
  const Type type = member_->message;
  if (type == Type::kProfile || type == Type::kDictionary) result_.is_otlp = true;
  open_.push_back({type, member_, in_list_, {}});
  member_ = nullptr;
  in_list_ = false;
  return true;
}

bool Transcoder::end_object() {
  if (passed_over_ > 0) {
    --passed_over_;
    return true;
  }
  Open ended = std::move(open_.back());
  open_.pop_back();
  if (open_.empty()) {
    result_.message = ended.message.Take();
    return true;
  }
  message().Message(ended.as->field, ended.message);
  in_list_ = ended.in_list;
  member_ = in_list_ ? ended.as : nullptr;
  return true;
}

bool Transcoder::start_array(std::size_t) {
  if (passed_over_ > 0 || member_ == nullptr || in_list_) {
    ++passed_over_;
    return true;
  }
  in_list_ = true;
  elements_.Clear();
  return true;
}

bool Transcoder::end_array() {
  if (passed_over_ > 0) {
    --passed_over_;
    return true;
  }
  if (member_->kind == Kind::kNumber || member_->kind == Kind::kFixed64) {
    message().Packed(member_->field, elements_);
  }
  in_list_ = false;
  member_ = nullptr;
  return true;
}

bool Transcoder::Number(std::uint64_t number) {
  if (passed_over_ > 0 || member_ == nullptr) return true;
  const std::uint32_t field = member_->field;
  switch (member_->kind) {
    case Kind::kNumber:
      in_list_ ? elements_.Element(number) : (void)message().Number(field, number);
      return true;
    case Kind::kFixed64:
      in_list_ ? elements_.ElementFixed64(number) : (void)message().Fixed64(field, number);
      return true;
    case Kind::kDouble:
      return Double(static_cast<double>(static_cast<std::int64_t>(number)));
    default:
      return Fail("is a number");
  }
}

bool Transcoder::Double(double number) {
  if (passed_over_ > 0) return true;
  std::uint64_t bits = 0;
  std::memcpy(&bits, &number, sizeof(bits));
  message().Fixed64(member_->field, bits);
  return true;
}

// Numbers of 64 bits are written as text.
bool Transcoder::string(Json::string_t& text) {
  if (passed_over_ > 0 || member_ == nullptr) return true;
  if (member_->kind == Kind::kText) {
    message().Bytes(member_->field, text);
    return true;
  }
  if (member_->kind == Kind::kIdBytes) return Id(text);
  if (member_->kind == Kind::kMessage || member_->kind == Kind::kDouble) return Fail("is text");
  const char* const end = text.data() + text.size();
  std::int64_t negative = 0;
  std::uint64_t number = 0;
  if (const auto read = std::from_chars(text.data(), end, number);
      read.ec == std::errc() && read.ptr == end) {
    return Number(number);
  }
  const auto read = std::from_chars(text.data(), end, negative);
  if (read.ec != std::errc() || read.ptr != end) return Fail("is not a number");
  return Number(static_cast<std::uint64_t>(negative));
}

bool Transcoder::Id(std::string_view hex) {
  std::string bytes;
  for (std::size_t at = 0; at + 1 < hex.size(); at += 2) {
    std::uint8_t byte = 0;
    const char* const end = hex.data() + at + 2;
    const auto read = std::from_chars(hex.data() + at, end, byte, 16);
    if (read.ec != std::errc() || read.ptr != end) return Fail("is not hexadecimal");
    bytes += static_cast<char>(byte);
  }
  message().Bytes(member_->field, bytes);
  return true;
}

}  // namespace

OtlpJson TranscodeOtlpJson(std::string_view json) {
  Transcoder transcoder;
  Json::sax_parse(json, &transcoder);
  return transcoder.Take();
}

}  // namespace burnglass
