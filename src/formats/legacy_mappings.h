// The mappings that legacy formats have at their end, as /proc/self/maps or shorter.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "formats/legacy_text.h"
#include "profile/profile.h"

namespace burnglass {

struct MappingLine {
  std::uint64_t start = 0, limit = 0, offset = 0;
  std::string_view file, build_id;  // parts of the line
  bool executable = true;           // false only where the line says so
};

// One line of either form, or nothing when it is neither:
//   7f5e5435e000-7f5e5455e000 r-xp 00002000 00:00 1531 /lib/libc.so
//   0x40000-0x80000: /path/to/binary (@FF00) abc123456
// As in pprof, the dash, "0x", the colon and all behind it may be absent; "feed" is 0xfee to 0xd.
std::optional<MappingLine> ParseMappingLine(std::string_view line);

// Reads mappings up to the end of the text into an empty data.mappings, orders them as pprof does
// (neighbours joined, the likely main binary first), numbers all tables and gives every location
// with an address its mapping, if need be one that is everywhere. Lines that are no mapping are
// ignored; "name=value" says what $name means in the lines after it.
void AttachMappings(LegacyLines& lines, ProfileData& data);

// The same after the line that begins the section, "--- Memory map: ---" or "MAPPED_LIBRARIES:".
// It may be the current line; all before it is skipped.
void AttachMappingsSection(LegacyLines& lines, ProfileData& data);

// Does the section begin with this line?
bool IsMappingsMark(std::string_view line);

// Numbers all tables and gives every location with an address a mapping of data.mappings.
void AttachLocations(ProfileData& data);

}  // namespace burnglass
