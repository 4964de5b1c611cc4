#include "formats/legacy_mappings.h"

#include <algorithm>
#include <string>
#include <vector>

#include "formats/legacy_builder.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;

// What "name=value" lines have said. Real files have one, "build=/path/to/binary"; the bounds keep
// a malicious one from growing line by line.
class Substitutions {
 public:
  // Replaces $name wherever the first name that was said fits. Nothing when it grows too long.
  std::string Apply(std::string_view line) const {
    std::string result;
    while (!line.empty() && result.size() < kMostBytes) {
      const std::size_t dollar = std::min(line.find('$'), line.size());
      result += line.substr(0, dollar);
      line.remove_prefix(dollar);
      if (!line.empty()) line.remove_prefix(ReplaceOne(line, result));
    }
    return line.empty() ? result : std::string();
  }

  void Learn(std::string_view line) {
    const std::size_t equals = line.find('=');
    if (equals == kNowhere || names_.size() >= kMostNames) return;
    names_.push_back("$" + std::string(TrimSpace(line.substr(0, equals))));
    values_.emplace_back(TrimSpace(line.substr(equals + 1)));
  }

  bool empty() const { return names_.empty(); }

 private:
  static constexpr std::size_t kMostNames = 64, kMostBytes = 64 << 10;

  // Takes care of what begins with '$'; the bytes of the line that are done.
  std::size_t ReplaceOne(std::string_view line, std::string& result) const {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (StartsWith(line, names_[i])) {
        result += values_[i];
        return names_[i].size();
      }
    }
    result += line[0];
    return 1;
  }

  std::vector<std::string> names_, values_;
};

// The line without what glog writes before a message: "I0401 12:00:00.000 7 main.cc:33] ".
std::string_view WithoutLogPrefix(std::string_view line) {
  const std::size_t bracket = line.find_first_of("[]");
  if (bracket == kNowhere || line[bracket] == '[') return line;
  if (bracket + 1 >= line.size() || !IsSpace(line[bracket + 1])) return line;
  std::size_t digits = bracket;
  while (digits > 0 && IsDecimalDigit(line[digits - 1])) --digits;
  const bool file_and_line = digits < bracket && digits >= 2 && line[digits - 1] == ':';
  return file_and_line ? line.substr(bracket + 2) : line;
}

void ReadMappings(LegacyLines& lines, ProfileData& data) {
  Substitutions substitutions;
  while (lines.Next()) {
    std::string_view line = WithoutLogPrefix(lines.line());
    std::string replaced;
    if (!substitutions.empty() && Contains(line, "$")) {
      replaced = substitutions.Apply(line);
      line = replaced;
    }
    const std::optional<MappingLine> read = ParseMappingLine(line);
    if (!read) {
      substitutions.Learn(line);
    } else if (read->executable) {
      Mapping mapping;
      mapping.start = read->start;
      mapping.limit = read->limit;
      mapping.offset = read->offset;
      mapping.file = data.strings.Intern(read->file);
      mapping.build_id = data.strings.Intern(read->build_id);
      data.mappings.push_back(mapping);
    }
  }
}

// Neighbours that may be one mapping which the kernel shows in pieces: no name, build id or offset
// speaks against it.
bool AreOne(const Mapping& first, const Mapping& second) {
  const auto differ = [](StringId a, StringId b) { return a != 0 && b != 0 && a != b; };
  if (differ(first.file, second.file) || differ(first.build_id, second.build_id)) return false;
  if (first.limit != second.start) return false;
  return first.offset == 0 || second.offset == 0 ||
         first.offset + (first.limit - first.start) == second.offset;
}

void JoinNeighbours(std::vector<Mapping>& mappings) {
  if (mappings.empty()) return;
  std::vector<Mapping> joined = {mappings[0]};
  for (std::size_t i = 1; i < mappings.size(); ++i) {
    Mapping& last = joined.back();
    if (AreOne(last, mappings[i])) {
      last.limit = mappings[i].limit;
      if (mappings[i].file != 0) last.file = mappings[i].file;
      if (mappings[i].build_id != 0) last.build_id = mappings[i].build_id;
    } else {
      joined.push_back(mappings[i]);
    }
  }
  mappings = std::move(joined);
}

// "libc.so", "libc.so.6", "libc.so_2"
bool IsSharedLibrary(std::string_view file) {
  constexpr std::string_view kSuffix = ".so";
  for (std::size_t at = file.find(kSuffix); at != kNowhere; at = file.find(kSuffix, at + 1)) {
    const std::string_view after = file.substr(at + kSuffix.size());
    if (after.empty()) return true;
    if (after.size() >= 2 && (after[0] == '.' || after[0] == '_') && IsDecimalDigit(after[1])) {
      return true;
    }
  }
  return false;
}

bool MayBeMainBinary(std::string_view file) {
  constexpr std::string_view kDeleted = "(deleted)";
  std::string plain(file);
  for (std::size_t at = plain.find(kDeleted); at != kNowhere; at = plain.find(kDeleted)) {
    plain.erase(at, kDeleted.size());
  }
  const std::string_view name = TrimSpace(plain);
  return !name.empty() && name[0] != '[' && !IsSharedLibrary(name);
}

void MoveMainBinaryFirst(ProfileData& data) {
  const auto main = std::find_if(data.mappings.begin(), data.mappings.end(), [&](const Mapping& m) {
    return MayBeMainBinary(data.strings[m.file]);
  });
  if (main != data.mappings.end()) std::iter_swap(data.mappings.begin(), main);
}

// Some profilers told wrong ranges for a binary whose text lies in huge pages or was remapped.
void MendMainBinary(ProfileData& data) {
  std::vector<Mapping>& mappings = data.mappings;
  if (mappings.size() > 1 && StartsWith(data.strings[mappings[0].file], "/anon_hugepage") &&
      mappings[0].limit == mappings[1].start) {
    mappings.erase(mappings.begin());
  }
  constexpr std::uint64_t kUsualStart = 0x400000;
  if (!mappings.empty() && mappings[0].start - mappings[0].offset == kUsualStart) {
    mappings[0].start = kUsualStart;
    mappings[0].offset = 0;
  }
}

std::uint32_t IndexIn(const std::vector<Mapping>& mappings, const Mapping& mapping) {
  return static_cast<std::uint32_t>(&mapping - mappings.data());
}

// The mapping of an address. Where the first part of a split mapping was not told, the later part
// is extended to its beginning.
std::uint32_t FindMapping(std::vector<Mapping>& mappings, std::uint64_t address) {
  for (const Mapping& mapping : mappings) {
    if (mapping.start <= address && address < mapping.limit) return IndexIn(mappings, mapping);
  }
  for (Mapping& mapping : mappings) {
    if (mapping.offset != 0 && mapping.start - mapping.offset <= address &&
        address < mapping.start) {
      mapping.start -= mapping.offset;
      mapping.offset = 0;
      return IndexIn(mappings, mapping);
    }
  }
  return kNone;
}

}  // namespace

void AttachLocations(ProfileData& data) {
  NumberTables(data);
  MendMainBinary(data);
  // Go's formats tell no mappings; their locations get one that is everywhere.
  std::uint32_t everywhere = kNone;
  for (Location& location : data.locations) {
    if (location.address == 0) continue;
    location.mapping = FindMapping(data.mappings, location.address);
    if (location.mapping != kNone) continue;
    if (everywhere == kNone) {
      everywhere = static_cast<std::uint32_t>(data.mappings.size());
      Mapping mapping;
      mapping.limit = ~std::uint64_t{0};
      data.mappings.push_back(mapping);
    }
    location.mapping = everywhere;
  }
  for (std::size_t i = 0; i < data.mappings.size(); ++i) data.mappings[i].id = i + 1;
}

void AttachMappings(LegacyLines& lines, ProfileData& data) {
  ReadMappings(lines, data);
  JoinNeighbours(data.mappings);
  MoveMainBinaryFirst(data);
  AttachLocations(data);
}

void AttachMappingsSection(LegacyLines& lines, ProfileData& data) {
  while (!IsMappingsMark(lines.line()) && lines.Next()) {
  }
  AttachMappings(lines, data);
}

bool IsMappingsMark(std::string_view line) {
  return Contains(line, "--- Memory map: ---") || Contains(line, "MAPPED_LIBRARIES:");
}

}  // namespace burnglass
