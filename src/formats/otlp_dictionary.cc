#include "formats/otlp_dictionary.h"

#include <cstdio>
#include <cstring>

#include "formats/named_frames.h"

namespace burnglass {
namespace {

enum Table {
  kMappings = 1,
  kLocations = 2,
  kFunctions = 3,
  kLinks = 4,
  kStrings = 5,
  kAttributes = 6,
  kStacks = 7,
};

std::string_view TextOf(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// Calls take(field) for each field of a message; false: the message or a field of it is broken.
template <typename Take>
bool ForEachField(std::span<const std::byte> message, Take take) {
  WireReader reader(message);
  for (WireField field; reader.Next(field); field = {}) {
    if (!take(field)) return false;
  }
  return !reader.broken();
}

std::string NumberText(std::uint64_t bits) {
  double number = 0;
  std::memcpy(&number, &bits, sizeof(number));
  char text[32];
  std::snprintf(text, sizeof(text), "%.15g", number);
  return text;
}

// The value of an attribute, one of several kinds.
bool ReadAnyValue(std::span<const std::byte> message, OtlpDictionary& dictionary,
                  OtlpAttribute& attribute) {
  enum { kString = 1, kBool = 2, kInt = 3, kDouble = 4, kBytes = 7, kStringIndex = 8 };
  const auto set = [&](StringId text) {
    attribute.text = text;
    attribute.known = true;
    attribute.numeric = false;
    return true;
  };
  return ForEachField(message, [&](const WireField& field) {
    const std::string_view bytes = TextOf(field.bytes);
    switch (field.number) {
      case kString:
        return set(dictionary.Intern(bytes));
      case kBool:
        return set(dictionary.Intern(field.value != 0 ? "true" : "false"));
      case kDouble:
        return set(dictionary.Intern(NumberText(field.value)));
      case kBytes:
        return set(dictionary.Intern(HexText(bytes)));
      case kStringIndex:
        return set(dictionary.Text(field.value));
      case kInt:
        attribute.number = static_cast<std::int64_t>(field.value);
        attribute.numeric = attribute.known = true;
        return true;
      default:
        return true;
    }
  });
}

bool ReadMapping(std::span<const std::byte> message, OtlpDictionary& dictionary,
                 OtlpMapping& mapping) {
  return ForEachField(message, [&](const WireField& field) {
    if (field.number == 1) mapping.start = field.value;
    if (field.number == 2) mapping.limit = field.value;
    if (field.number == 3) mapping.offset = field.value;
    if (field.number == 4) mapping.file = dictionary.Text(field.value);
    if (field.number != 5) return field.number > 4 || field.type == WireField::kVarint;
    return ReadNumbers(field, [&](std::uint64_t index) { mapping.attributes.push_back(index); });
  });
}

bool ReadLine(std::span<const std::byte> message, OtlpLine& line) {
  return ForEachField(message, [&](const WireField& field) {
    if (field.number == 1) line.function = field.value;
    if (field.number == 2) line.line = static_cast<std::int64_t>(field.value);
    if (field.number == 3) line.column = static_cast<std::int64_t>(field.value);
    return field.number > 3 || field.type == WireField::kVarint;
  });
}

bool ReadFunction(std::span<const std::byte> message, OtlpDictionary& dictionary,
                  OtlpFunction& function) {
  return ForEachField(message, [&](const WireField& field) {
    if (field.number == 1) function.name = dictionary.Text(field.value);
    if (field.number == 2) function.system_name = dictionary.Text(field.value);
    if (field.number == 3) function.file = dictionary.Text(field.value);
    if (field.number == 4) function.start_line = static_cast<std::int64_t>(field.value);
    return field.number > 4 || field.type == WireField::kVarint;
  });
}

bool ReadLink(std::span<const std::byte> message, OtlpLink& link) {
  return ForEachField(message, [&](const WireField& field) {
    if (field.number == 1) link.trace = TextOf(field.bytes);
    if (field.number == 2) link.span = TextOf(field.bytes);
    return field.number > 2 || field.type == WireField::kBytes;
  });
}

bool ReadLocation(std::span<const std::byte> message, const OtlpLayout& layout,
                  std::vector<OtlpLine>& lines, OtlpLocation& location) {
  location.line_begin = static_cast<std::uint32_t>(lines.size());
  const bool read = ForEachField(message, [&](const WireField& field) {
    if (field.number == 3) {
      lines.emplace_back();
      return field.type == WireField::kBytes && ReadLine(field.bytes, lines.back());
    }
    if (field.number == 1) location.mapping = field.value;
    if (field.number == 2) location.address = field.value;
    if (field.number == layout.is_folded) location.is_folded = field.value != 0;
    return field.number > 2 || field.type == WireField::kVarint;
  });
  location.line_end = static_cast<std::uint32_t>(lines.size());
  return read;
}

}  // namespace

std::string HexText(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    constexpr char kDigits[] = "0123456789abcdef";
    text += kDigits[static_cast<unsigned char>(c) >> 4];
    text += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

bool ReadOtlpAttribute(std::span<const std::byte> message, OtlpDictionary& dictionary,
                       OtlpAttribute& attribute) {
  // Of a KeyValue the first field is the key itself, of a KeyValueAndUnit the number of a string.
  return ForEachField(message, [&](const WireField& field) {
    const bool varint = field.type == WireField::kVarint;
    if (field.number == 2) return !varint && ReadAnyValue(field.bytes, dictionary, attribute);
    if (field.number == 1 && !varint) attribute.key = dictionary.Intern(TextOf(field.bytes));
    if (field.number == 1 && varint) attribute.key = dictionary.Text(field.value);
    if (field.number == 3) attribute.unit = dictionary.Text(field.value);
    return true;
  });
}

StringId OtlpDictionary::Text(std::uint64_t index) {
  if (index < strings_.size()) return strings_[index];
  if (index != 0 && complaint.empty()) {
    complaint = "it refers to string " + std::to_string(static_cast<std::int64_t>(index)) +
                ", but has only " + std::to_string(strings_.size());
  }
  return 0;
}

StringId OtlpDictionary::Intern(std::string_view text) {
  if (HasRoom(texts_, text.size())) return texts_.Intern(text);
  if (complaint.empty()) complaint = "its strings take more than 4 GiB";
  return 0;
}

bool OtlpDictionary::ReadStrings(std::span<const std::byte> message) {
  const bool read = ForEachField(message, [&](const WireField& field) {
    if (field.number != kStrings) return true;
    strings_.push_back(Intern(TextOf(field.bytes)));
    return field.type == WireField::kBytes;
  });
  if (!read) complaint = "its dictionary is broken";
  return read;
}

bool OtlpDictionary::ReadTables(std::span<const std::byte> message, const OtlpLayout& layout) {
  const auto read_row = [&](const WireField& field) {
    switch (field.number) {
      case kMappings:
        return ReadMapping(field.bytes, *this, mappings.emplace_back());
      case kLocations:
        return ReadLocation(field.bytes, layout, lines, locations.emplace_back());
      case kFunctions:
        return ReadFunction(field.bytes, *this, functions.emplace_back());
      case kLinks:
        return ReadLink(field.bytes, links.emplace_back());
      case kAttributes:
        return ReadOtlpAttribute(field.bytes, *this, attributes.emplace_back());
      case kStacks:
        return !layout.stacks || ReadStack(field.bytes);
      default:
        return true;
    }
  };
  return ForEachField(message, [&](const WireField& field) {
    constexpr const char* kRows[] = {"",     "mapping", "location",  "function",
                                     "link", "string",  "attribute", "stack"};
    if (field.number == 0 || field.number > kStacks) return true;
    if (field.type == WireField::kBytes && read_row(field)) return true;
    complaint = std::string("a ") + kRows[field.number] + " of its dictionary is broken";
    return false;
  });
}

bool OtlpDictionary::ReadStack(std::span<const std::byte> message) {
  const bool read = ForEachField(message, [&](const WireField& field) {
    if (field.number != 1) return true;
    return ReadNumbers(field, [&](std::uint64_t index) { stack_locations.push_back(index); });
  });
  stack_ends.push_back(stack_locations.size());
  return read;
}

}  // namespace burnglass
