// OtlpDictionary: the tables that all profiles of an OTLP message refer to, read but not resolved.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_table.h"
#include "formats/wire.h"

namespace burnglass {

// Which numbers the fields have that differ between the two forms; 0: has no such field.
struct OtlpLayout {
  std::uint64_t time, duration, period_type, period, comments;                // of a profile
  std::uint64_t sample_values, sample_attributes, sample_link, sample_times;  // of a sample
  std::uint64_t is_folded;                                                    // of a location
  bool stacks;  // samples name stacks, not ranges of locations
};
inline constexpr OtlpLayout kOtlpToday = {3, 4, 5, 6, 0, 4, 2, 3, 5, 0, true};
inline constexpr OtlpLayout kOtlpBefore = {4, 5, 6, 7, 8, 3, 4, 5, 6, 4, false};

struct OtlpMapping {
  std::uint64_t start = 0, limit = 0, offset = 0;
  StringId file = 0;
  std::vector<std::uint64_t> attributes;
};

struct OtlpLine {
  std::uint64_t function = 0;
  std::int64_t line = 0, column = 0;
};

struct OtlpLocation {
  std::uint64_t mapping = 0, address = 0;
  bool is_folded = false;
  std::uint32_t line_begin = 0, line_end = 0;  // in lines
};

struct OtlpFunction {
  StringId name = 0, system_name = 0, file = 0;
  std::int64_t start_line = 0;
};

struct OtlpLink {
  std::string_view trace, span;
};

// A value is a number or a text.
struct OtlpAttribute {
  StringId key = 0, text = 0, unit = 0;
  std::int64_t number = 0;
  bool numeric = false, known = false;  // lists and maps are not known
};

class OtlpDictionary {
 public:
  explicit OtlpDictionary(StringTable& texts) : texts_(texts) {}

  std::vector<OtlpMapping> mappings;
  std::vector<OtlpLocation> locations;
  std::vector<OtlpLine> lines;
  std::vector<OtlpFunction> functions;
  std::vector<OtlpLink> links;
  std::vector<OtlpAttribute> attributes;
  // Stack i has the locations stack_locations[stack_ends[i-1] .. stack_ends[i]), leaf first.
  std::vector<std::uint64_t> stack_locations;
  std::vector<std::size_t> stack_ends;

  // False when a table is broken. May be called once for each piece of a dictionary, for the
  // strings of all pieces first: everything else refers to them.
  bool ReadStrings(std::span<const std::byte> message);
  bool ReadTables(std::span<const std::byte> message, const OtlpLayout& layout);

  // The string of this number, "" where there is none.
  StringId Text(std::uint64_t index);
  // A text that stands by itself.
  StringId Intern(std::string_view text);

  // What is wrong, first of all; empty: nothing.
  std::string complaint;

 private:
  bool ReadStack(std::span<const std::byte> message);

  StringTable& texts_;
  std::vector<StringId> strings_;
};

// "0af7": ids are shown in hexadecimal.
std::string HexText(std::string_view bytes);

// Reads a KeyValue or, in a dictionary, a KeyValueAndUnit. False: it is broken.
bool ReadOtlpAttribute(std::span<const std::byte> message, OtlpDictionary& dictionary,
                       OtlpAttribute& attribute);

}  // namespace burnglass
