#include "formats/otlp_profile.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

#include "base/checked_sum.h"
#include "formats/legacy_builder.h"
#include "formats/legacy_text.h"

namespace burnglass {
namespace {

using Bytes = std::span<const std::byte>;

// A stack, or an attribute of a resource, is written once and may be meant by millions of samples,
// so that a small file could fill any memory.
constexpr std::size_t kMostFrames = std::size_t{1} << 27;
constexpr std::size_t kMostLabels = std::size_t{1} << 25;
constexpr std::size_t kMostTypes = 16;

std::string Number(std::uint64_t number) {
  return std::to_string(static_cast<std::int64_t>(number));
}

Error NotThere(const char* who, const char* what, std::uint64_t index, std::size_t size) {
  return Error{std::string(who) + " refers to " + what + " " + Number(index) + ", but there are " +
               std::to_string(size)};
}

std::string AttributeText(const ProfileData& data, const OtlpAttribute& attribute) {
  if (!attribute.numeric) return std::string(data.strings[attribute.text]);
  return std::to_string(attribute.number) + std::string(data.strings[attribute.unit]);
}

}  // namespace

Status OtlpProfiles::AddTables() {
  // Mapping 0 stands for none.
  for (std::size_t i = 1; i < dictionary_.mappings.size(); ++i) {
    const OtlpMapping& mapping = dictionary_.mappings[i];
    data_.mappings.push_back({i, mapping.start, mapping.limit, mapping.offset, mapping.file,
                              BuildId(mapping), false, false, false, false});
  }
  for (const OtlpFunction& function : dictionary_.functions) {
    data_.functions.push_back(
        {0, function.name, function.system_name, function.file, function.start_line});
  }
  for (const OtlpLine& line : dictionary_.lines) {
    if (line.function >= data_.functions.size()) {
      return NotThere("a line", "function", line.function, data_.functions.size());
    }
    data_.lines.push_back({static_cast<std::uint32_t>(line.function), line.line, line.column});
  }
  return AddLocations();
}

Status OtlpProfiles::AddLocations() {
  for (const OtlpLocation& location : dictionary_.locations) {
    Location added;
    added.address = location.address;
    added.is_folded = location.is_folded;
    added.line_begin = location.line_begin;
    added.line_end = location.line_end;
    if (location.mapping > data_.mappings.size()) {
      return NotThere("a location", "mapping", location.mapping, dictionary_.mappings.size());
    }
    if (location.mapping > 0) added.mapping = static_cast<std::uint32_t>(location.mapping - 1);
    data_.locations.push_back(added);
  }
  return Done{};
}

// The linker's own, or another one.
StringId OtlpProfiles::BuildId(const OtlpMapping& mapping) const {
  StringId found = 0;
  for (const std::uint64_t index : mapping.attributes) {
    if (index >= dictionary_.attributes.size()) continue;
    const OtlpAttribute& attribute = dictionary_.attributes[index];
    const std::string_view key = data_.strings[attribute.key];
    if (attribute.numeric || !StartsWith(key, "process.executable.build_id")) continue;
    if (found == 0 || key == "process.executable.build_id.gnu") found = attribute.text;
  }
  return found;
}

void OtlpProfiles::SetResource(const std::vector<OtlpAttribute>& attributes) {
  resource_ = attributes;
}

void OtlpProfiles::SetComments(const std::vector<OtlpAttribute>& attributes) {
  for (const OtlpAttribute& attribute : attributes) {
    if (attribute.key == 0 || !attribute.known) continue;
    const std::string comment =
        std::string(data_.strings[attribute.key]) + "=" + AttributeText(data_, attribute);
    data_.comments.push_back(dictionary_.Intern(comment));
  }
}

Status OtlpProfiles::Add(Bytes profile) {
  if (!ReadHeader(profile)) return Error{"the head of a profile is broken"};
  if (Status status = SetColumn(type_); !status) return status;
  WireReader reader(profile);
  for (WireField field; reader.Next(field);) {
    constexpr std::uint64_t kSamples = 2;
    if (field.number != kSamples) continue;
    Sample sample;
    if (field.type != WireField::kBytes || !ReadSample(field.bytes, sample)) {
      return Error{"a sample is broken"};
    }
    if (Status status = AddSample(sample); !status) return status;
  }
  return Done{};
}

bool OtlpProfiles::ReadHeader(Bytes profile) {
  type_ = {};
  location_indices_.clear();
  time_ = duration_ = 0;
  WireReader reader(profile);
  for (WireField field; reader.Next(field); field = {}) {
    if (!ReadHeaderField(field)) return false;
  }
  if (time_ != 0 && (data_.time_nanos == 0 || time_ < data_.time_nanos)) data_.time_nanos = time_;
  data_.duration_nanos = std::max(data_.duration_nanos, duration_);
  return !reader.broken();
}

bool OtlpProfiles::ReadHeaderField(const WireField& field) {
  const auto number = static_cast<std::int64_t>(field.value);
  if (field.number == 1) return ReadValueType(field.bytes, type_);
  if (field.number == 3 && !layout_.stacks) {
    return ReadNumbers(field, [&](std::uint64_t at) { location_indices_.push_back(at); });
  }
  if (field.number == layout_.time) time_ = number;
  if (field.number == layout_.duration) duration_ = number;
  if (field.number == layout_.period_type && data_.period_type.type == 0) {
    return ReadValueType(field.bytes, data_.period_type);
  }
  if (field.number == layout_.period && data_.period == 0) data_.period = number;
  if (field.number == layout_.comments && layout_.comments != 0) {
    return ReadNumbers(
        field, [&](std::uint64_t text) { data_.comments.push_back(dictionary_.Text(text)); });
  }
  return true;
}

bool OtlpProfiles::ReadValueType(Bytes message, ValueType& type) {
  WireReader reader(message);
  for (WireField field; reader.Next(field); field = {}) {
    if (field.number == 1) type.type = dictionary_.Text(field.value);
    if (field.number == 2) type.unit = dictionary_.Text(field.value);
  }
  return !reader.broken();
}

// The column of the profile's sample type, a new one if need be.
Status OtlpProfiles::SetColumn(const ValueType& said) {
  ValueType type = said;
  if (type.type == 0) type = {dictionary_.Intern("samples"), dictionary_.Intern("count")};
  auto& types = data_.sample_types;
  for (column_ = 0; column_ < types.size(); ++column_) {
    if (types[column_].type == type.type && types[column_].unit == type.unit) return Done{};
  }
  if (types.size() == kMostTypes) {
    return Error{"it has more than " + std::to_string(kMostTypes) + " types of samples"};
  }
  if (types.empty()) data_.default_sample_type = type.type;
  types.push_back(type);
  data_.values.emplace_back(data_.stack_ends.size(), 0);
  return Done{};
}

bool OtlpProfiles::ReadSample(Bytes message, Sample& sample) {
  WireReader reader(message);
  for (WireField field; reader.Next(field); field = {}) {
    bool good = true;
    if (field.number == layout_.sample_values) {
      good = ReadNumbers(field, [&](std::uint64_t value) {
        const auto add = static_cast<std::int64_t>(value);
        sample.overflowed |= __builtin_add_overflow(sample.value, add, &sample.value);
        ++sample.values;
      });
    } else if (field.number == layout_.sample_attributes) {
      good = ReadNumbers(field, [&](std::uint64_t at) { sample.attributes.push_back(at); });
    } else if (field.number == layout_.sample_times) {
      good = ReadTimes(field, sample);
    } else if (field.number == layout_.sample_link) {
      sample.link = field.value;
    } else if (field.number == 1) {
      sample.stack = sample.begin = field.value;
    } else if (field.number == 2) {
      sample.length = field.value;
    }
    if (!good) return false;
  }
  return !reader.broken();
}

// Only how many they are: a sample of a profile has no time.
bool OtlpProfiles::ReadTimes(const WireField& field, Sample& sample) {
  if (field.type == WireField::kFixed64) {
    ++sample.times;
    return true;
  }
  if (!layout_.stacks) return ReadNumbers(field, [&](std::uint64_t) { ++sample.times; });
  sample.times += field.bytes.size() / 8;
  return field.type == WireField::kBytes && field.bytes.size() % 8 == 0;
}

Status OtlpProfiles::AddSample(const Sample& sample) {
  if (sample.values == 0 && sample.times == 0) {
    return Error{"a sample has neither values nor times"};
  }
  if (sample.overflowed) return Error{"the values of a sample add up to more than 64 bits hold"};
  if (Status status = AddStack(sample); !status) return status;
  data_.stack_ends.push_back(static_cast<std::uint32_t>(data_.stacks.size()));
  const auto times = static_cast<std::int64_t>(sample.times);
  for (std::size_t i = 0; i < data_.values.size(); ++i) {
    const std::int64_t value = sample.values > 0 ? sample.value : times;
    data_.values[i].push_back(i == column_ ? value : 0);
  }
  return AddLabels(sample);
}

Status OtlpProfiles::AddStack(const Sample& sample) {
  std::span<const std::uint64_t> stack;
  if (!layout_.stacks) {
    const std::size_t size = location_indices_.size();
    if (sample.length > 0 && (sample.begin > size || sample.length > size - sample.begin)) {
      return NotThere("a sample", "location index", sample.begin + sample.length, size);
    }
    if (sample.length > 0)
      stack = std::span(location_indices_).subspan(sample.begin, sample.length);
  } else if (sample.stack < dictionary_.stack_ends.size()) {
    const std::size_t begin = sample.stack == 0 ? 0 : dictionary_.stack_ends[sample.stack - 1];
    stack = std::span(dictionary_.stack_locations)
                .subspan(begin, dictionary_.stack_ends[sample.stack] - begin);
  } else if (sample.stack != 0) {
    return NotThere("a sample", "stack", sample.stack, dictionary_.stack_ends.size());
  }
  if (stack.size() > kMostFrames - data_.stacks.size()) {
    return Error{"its stacks have more than " + std::to_string(kMostFrames) + " frames together"};
  }
  for (const std::uint64_t location : stack) {
    if (location >= data_.locations.size()) {
      return NotThere("a stack", "location", location, data_.locations.size());
    }
    data_.stacks.push_back(static_cast<std::uint32_t>(location));
  }
  return Done{};
}

Status OtlpProfiles::AddLabels(const Sample& sample) {
  for (const std::uint64_t index : sample.attributes) {
    if (index >= dictionary_.attributes.size()) {
      return NotThere("a sample", "attribute", index, dictionary_.attributes.size());
    }
    AddLabel(dictionary_.attributes[index]);
  }
  if (sample.link != 0) {
    if (sample.link >= dictionary_.links.size()) {
      return NotThere("a sample", "link", sample.link, dictionary_.links.size());
    }
    AddId("trace_id", dictionary_.links[sample.link].trace);
    AddId("span_id", dictionary_.links[sample.link].span);
  }
  for (const OtlpAttribute& attribute : resource_) AddLabel(attribute);
  if (data_.labels.size() > kMostLabels) {
    return Error{"its samples have more than " + std::to_string(kMostLabels) + " labels together"};
  }
  // The first label of all gives the samples before it their empty ranges.
  if (data_.labels.empty()) return Done{};
  const auto begin = data_.label_ends.empty() ? 0 : data_.label_ends.back();
  data_.label_ends.resize(data_.stack_ends.size(), begin);
  data_.label_ends.back() = static_cast<std::uint32_t>(data_.labels.size());
  return Done{};
}

void OtlpProfiles::AddLabel(const OtlpAttribute& attribute) {
  if (attribute.key == 0 || !attribute.known) return;
  Label label;
  label.key = attribute.key;
  label.str = attribute.numeric ? 0 : attribute.text;
  label.num = attribute.number;
  label.unit = attribute.numeric ? attribute.unit : 0;
  label.numeric = attribute.numeric;
  data_.labels.push_back(label);
}

void OtlpProfiles::AddId(const char* key, std::string_view bytes) {
  if (bytes.empty()) return;
  OtlpAttribute attribute;
  attribute.key = dictionary_.Intern(key);
  attribute.text = dictionary_.Intern(HexText(bytes));
  attribute.known = true;
  AddLabel(attribute);
}

void OtlpProfiles::End() { NumberTables(data_); }

}  // namespace burnglass
