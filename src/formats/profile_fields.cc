#include "formats/profile_fields.h"

#include <algorithm>

#include "profile/packed_numbers.h"

namespace burnglass {
namespace {

// The numbers of fields in proto/profile.proto.
enum ProfileField {
  kSampleType = 1,
  kSample = 2,
  kMapping = 3,
  kLocation = 4,
  kFunction = 5,
  kStringTable = 6,
  kDropFrames = 7,
  kKeepFrames = 8,
  kTimeNanos = 9,
  kDurationNanos = 10,
  kPeriodType = 11,
  kPeriod = 12,
  kComment = 13,
  kDefaultSampleType = 14,
  kDocUrl = 15,
};

bool IsMessage(std::uint64_t number) { return number <= kFunction || number == kPeriodType; }

std::int64_t Signed(std::uint64_t value) { return static_cast<std::int64_t>(value); }

template <typename T>
std::uint32_t Size(const std::vector<T>& column) {
  return static_cast<std::uint32_t>(column.size());
}

// Reads a message whose known fields are all numbers, field n into values[n - 1]. False: it is
// broken.
template <std::size_t kCount>
bool ReadNumberFields(std::span<const std::byte> message, std::uint64_t (&values)[kCount]) {
  WireReader reader(message);
  for (WireField field; reader.Next(field);) {
    if (field.number == 0 || field.number > kCount) continue;
    if (field.type != WireField::kVarint) return false;
    values[field.number - 1] = field.value;
  }
  return !reader.broken();
}

// Adds what a field has of a sample's stack: `stack` is a part of the file as long as that is in
// one piece, then `whole`. False: it has none.
bool TakeStackPart(const WireField& field, std::span<const std::byte>& stack,
                   std::vector<std::byte>& whole) {
  const bool packed = field.type == WireField::kBytes;
  if (!packed && field.type != WireField::kVarint) return false;
  if (packed && !field.bytes.empty() && std::to_integer<int>(field.bytes.back()) >= 0x80) {
    return false;
  }
  if (packed && (stack.empty() || field.bytes.empty())) {
    if (!field.bytes.empty()) stack = field.bytes;
    return true;
  }
  if (whole.empty()) whole.assign(stack.begin(), stack.end());
  if (packed) {
    whole.insert(whole.end(), field.bytes.begin(), field.bytes.end());
  } else {
    AppendNumber(field.value, whole);
  }
  stack = whole;
  return true;
}

}  // namespace

ProfileFields::ProfileFields()
    : stacks_([this](std::uint64_t id) { return locations_.Number(id); }) {}

ProfileFields::Outcome ProfileFields::Bad(std::string what) {
  complaint_ = std::move(what);
  return kBad;
}

ProfileFields::Outcome ProfileFields::Read(std::uint64_t tag, std::span<const std::byte> value) {
  const std::uint64_t number = tag >> 3;
  const auto type = static_cast<int>(tag & 7);
  if (number == 0 || number > kDocUrl) return kSkipped;
  if (number == kComment) {
    WireField field{number, type, 0, value};
    if (type == WireField::kVarint) field.type = WireField::kBytes;  // a packed field of one number
    const bool read =
        ReadNumbers(field, [&](std::uint64_t text) { data_.comments.push_back(Text(text)); });
    return read ? kRead : Bad("a comment is not a number");
  }
  const bool bytes = IsMessage(number) || number == kStringTable;
  if (type != (bytes ? WireField::kBytes : WireField::kVarint)) {
    return Bad("field " + std::to_string(number) + " is not of its type");
  }
  if (number == kStringTable) return ReadText(value);
  if (bytes) return ReadMessage(number, value);
  std::uint64_t read = 0;
  ReadNumbers({number, WireField::kBytes, 0, value}, [&](std::uint64_t n) { read = n; });
  return ReadNumber(number, read);
}

ProfileFields::Outcome ProfileFields::ReadNumber(std::uint64_t number, std::uint64_t value) {
  switch (number) {
    case kDropFrames:
      drop_frames_ = value;
      break;
    case kKeepFrames:
      keep_frames_ = value;
      break;
    case kTimeNanos:
      if (data_.time_nanos != 0) {
        complaint_ = "a second profile begins in the same file";
        return kSecondTime;
      }
      data_.time_nanos = Signed(value);
      break;
    case kDurationNanos:
      data_.duration_nanos = Signed(value);
      break;
    case kPeriod:
      data_.period = Signed(value);
      break;
    case kDefaultSampleType:
      default_sample_type_ = value;
      break;
    case kDocUrl:
      doc_url_ = value;
      break;
  }
  return kRead;
}

ProfileFields::Outcome ProfileFields::ReadMessage(std::uint64_t number,
                                                  std::span<const std::byte> message) {
  switch (number) {
    case kSampleType:
      data_.sample_types.emplace_back();
      return ReadValueType(message, data_.sample_types.back()) ? kRead
                                                               : Bad("a sample type is broken");
    case kSample:
      return ReadSample(message) ? kRead : Bad("a sample is broken");
    case kMapping:
      return ReadMapping(message) ? kRead : Bad("a mapping is broken");
    case kLocation:
      return ReadLocation(message) ? kRead : Bad("a location is broken");
    case kFunction:
      return ReadFunction(message) ? kRead : Bad("a function is broken");
    default:
      return ReadValueType(message, data_.period_type) ? kRead : Bad("the period type is broken");
  }
}

bool ProfileFields::ReadValueType(std::span<const std::byte> message, ValueType& type) {
  std::uint64_t values[2] = {};
  if (!ReadNumberFields(message, values)) return false;
  type = {Text(values[0]), Text(values[1])};
  return true;
}

bool ProfileFields::ReadSample(std::span<const std::byte> message) {
  enum { kLocationId = 1, kValue = 2, kLabel = 3 };
  row_.clear();
  stack_.clear();
  std::span<const std::byte> stack;
  WireReader reader(message);
  for (WireField field; reader.Next(field);) {
    bool good = true;
    if (field.number == kLocationId) {
      good = TakeStackPart(field, stack, stack_);
    } else if (field.number == kValue) {
      good = ReadNumbers(field, [&](std::uint64_t value) { row_.push_back(value); });
    } else if (field.number == kLabel) {
      good = field.type == WireField::kBytes && ReadLabel(field.bytes);
    }
    if (!good) return false;
  }
  if (!stacks_.Add(stack)) return false;
  AppendValues();
  ++samples_;
  // The first label of all gives the samples before it their empty ranges.
  if (!data_.labels.empty()) {
    data_.label_ends.resize(samples_ - 1);
    data_.label_ends.push_back(Size(data_.labels));
  }
  return !reader.broken();
}

void ProfileFields::AppendValues() {
  if (samples_ == 0) data_.values.resize(row_.size());
  if (row_.size() != data_.values.size() && uneven_.empty()) {
    uneven_ = "sample " + std::to_string(samples_ + 1) + " has " + std::to_string(row_.size()) +
              " values, but the first has " + std::to_string(data_.values.size());
  }
  row_.resize(data_.values.size());
  for (std::size_t i = 0; i < row_.size(); ++i) data_.values[i].push_back(Signed(row_[i]));
}

// A label has a text or a number. Zero without a unit is neither, as for pprof.
bool ProfileFields::ReadLabel(std::span<const std::byte> message) {
  std::uint64_t values[4] = {};
  if (!ReadNumberFields(message, values)) return false;
  const auto [key, text, number, unit] = values;
  const StringId key_text = Text(key);
  if (text != 0) {
    data_.labels.push_back({.key = key_text, .str = Text(text)});
  } else if (number != 0 || unit != 0) {
    data_.labels.push_back(
        {.key = key_text, .num = Signed(number), .unit = Text(unit), .numeric = true});
  }
  return true;
}

bool ProfileFields::ReadMapping(std::span<const std::byte> message) {
  std::uint64_t values[10] = {};
  if (!ReadNumberFields(message, values)) return false;
  const auto [id, start, limit, offset, file, build_id, functions, files, lines, inlines] = values;
  mappings_.Define(id, Size(data_.mappings));
  data_.mappings.push_back({id, start, limit, offset, Text(file), Text(build_id), functions != 0,
                            files != 0, lines != 0, inlines != 0});
  return true;
}

bool ProfileFields::ReadLocation(std::span<const std::byte> message) {
  enum { kId = 1, kMappingId = 2, kAddress = 3, kLine = 4, kIsFolded = 5 };
  Location location;
  location.line_begin = Size(data_.lines);
  std::uint64_t id = 0, mapping = 0, address = 0, folded = 0;
  WireReader reader(message);
  for (WireField field; reader.Next(field);) {
    std::uint64_t* const places[] = {nullptr, &id, &mapping, &address, nullptr, &folded};
    if (field.number == kLine) {
      if (field.type != WireField::kBytes || !ReadLine(field.bytes)) return false;
    } else if (field.number > 0 && field.number <= kIsFolded) {
      if (field.type != WireField::kVarint) return false;
      *places[field.number] = field.value;
    }
  }
  location.id = id;
  location.address = address;
  location.mapping = mappings_.Number(mapping);  // its place comes when all mappings are known
  location.is_folded = folded != 0;
  location.line_end = Size(data_.lines);
  locations_.Define(id, Size(data_.locations));
  data_.locations.push_back(location);
  return !reader.broken();
}

bool ProfileFields::ReadLine(std::span<const std::byte> message) {
  std::uint64_t values[3] = {};
  if (!ReadNumberFields(message, values)) return false;
  const auto [function, line, column] = values;
  data_.lines.push_back({functions_.Number(function), Signed(line), Signed(column)});
  return true;
}

bool ProfileFields::ReadFunction(std::span<const std::byte> message) {
  std::uint64_t values[5] = {};
  if (!ReadNumberFields(message, values)) return false;
  const auto [id, name, system_name, file, start_line] = values;
  functions_.Define(id, Size(data_.functions));
  data_.functions.push_back({id, Text(name), Text(system_name), Text(file), Signed(start_line)});
  return true;
}

ProfileFields::Outcome ProfileFields::ReadText(std::span<const std::byte> bytes) {
  if (texts_.empty() && !bytes.empty()) return Bad("the first string is not empty");
  if (data_.strings.bytes() + bytes.size() > StringTable::kMaxBytes) {
    return Bad("the strings take more than 4 GiB");
  }
  texts_.push_back(
      data_.strings.Intern({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
  return kRead;
}

// Strings come last in most files: until then an index stands where its string will be.
StringId ProfileFields::Text(std::uint64_t index) {
  largest_text_ = std::max(largest_text_, index);
  return static_cast<StringId>(index);
}

std::string ProfileFields::Resolve() {
  data_.drop_frames = Text(drop_frames_);
  data_.keep_frames = Text(keep_frames_);
  data_.default_sample_type = Text(default_sample_type_);
  data_.doc_url = Text(doc_url_);
  if (texts_.empty()) return "it has no strings, so nothing in it has a name";
  if (largest_text_ >= texts_.size()) {
    return "it refers to string " + std::to_string(Signed(largest_text_)) + ", but has only " +
           std::to_string(texts_.size()) + "; it may have been cut off";
  }
  ResolveTexts();
  return ResolveReferences();
}

void ProfileFields::ResolveTexts() {
  const auto resolve = [&](auto&... ids) { ((ids = texts_[ids]), ...); };
  resolve(data_.drop_frames, data_.keep_frames, data_.default_sample_type, data_.doc_url);
  resolve(data_.period_type.type, data_.period_type.unit);
  for (ValueType& type : data_.sample_types) resolve(type.type, type.unit);
  for (StringId& comment : data_.comments) resolve(comment);
  for (Mapping& mapping : data_.mappings) resolve(mapping.file, mapping.build_id);
  for (Function& function : data_.functions) {
    resolve(function.name, function.system_name, function.filename);
  }
  for (Label& label : data_.labels) resolve(label.key, label.str, label.unit);
}

std::string ProfileFields::ResolveReferences() {
  for (Location& location : data_.locations) location.mapping = mappings_.Row(location.mapping);
  for (Line& line : data_.lines) {
    const std::uint32_t number = line.function;
    line.function = functions_.Row(number);
    if (line.function == kNone) {
      return "a line refers to function " + std::to_string(functions_.Id(number)) +
             ", which is not in the file";
    }
  }
  LocationColumns tree = stacks_.Take();
  if (const std::uint32_t missing = FirstWithoutLocation(tree); missing != kNone) {
    return "a sample refers to location " + std::to_string(locations_.Id(missing)) +
           ", which is not in the file";
  }
  for (std::size_t node = 1; node < tree.location.size(); ++node) {
    tree.location[node] = locations_.Row(tree.location[node]);
  }
  data_.tree = std::make_shared<const LocationTree>(LocationTree(std::move(tree)));
  return uneven_;
}

// The number of the location that is missing first in the file, kNone where none is.
std::uint32_t ProfileFields::FirstWithoutLocation(const LocationColumns& tree) const {
  const auto missing = [&](std::uint32_t number) { return locations_.Row(number) == kNone; };
  if (std::none_of(tree.location.begin() + 1, tree.location.end(), missing)) return kNone;
  for (const std::uint32_t leaf : tree.leaf) {
    for (std::uint32_t node = leaf; node != 0; node = tree.parent[node]) {
      if (missing(tree.location[node])) return tree.location[node];
    }
  }
  return kNone;
}

}  // namespace burnglass
