#include "formats/named_locations.h"

#include <algorithm>

#include "base/hash.h"

namespace burnglass {
namespace {

constexpr std::size_t kFirstSlots = 256;

bool SameLine(const Line& a, const Line& b) { return a.function == b.function && a.line == b.line; }

}  // namespace

NamedLocations::NamedLocations(ProfileData& data) : data_(data) { GrowSlots(); }

std::uint32_t NamedLocations::PlaceFunction(std::string_view name, std::string_view file) {
  const StringId name_id = data_.strings.Intern(name);
  const StringId file_id = data_.strings.Intern(file);
  const auto index = static_cast<std::uint32_t>(data_.functions.size());
  const auto [place, fresh] =
      function_of_.try_emplace(std::uint64_t{name_id} << 32 | file_id, index);
  if (fresh) {
    Function function;
    function.id = std::uint64_t{index} + 1;
    function.name = function.system_name = name_id;
    function.filename = file_id;
    data_.functions.push_back(function);
  }
  return place->second;
}

std::uint32_t NamedLocations::PlaceLocation(std::uint64_t address, std::uint32_t mapping,
                                            std::span<const Line> lines) {
  Location wanted;
  wanted.address = address;
  wanted.mapping = mapping;
  std::uint64_t hash = HashNumber(mapping, HashNumber(address, kHashSeed));
  for (const Line& line : lines) {
    hash = HashNumber(line.function, HashNumber(static_cast<std::uint64_t>(line.line), hash));
  }
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != kNone; slot = (slot + 1) & mask) {
    const std::uint32_t known = slots_[slot];
    if (hashes_[known] == hash && IsLocation(data_.locations[known], wanted, lines)) return known;
  }
  const auto index = static_cast<std::uint32_t>(data_.locations.size());
  wanted.id = std::uint64_t{index} + 1;
  wanted.line_begin = static_cast<std::uint32_t>(data_.lines.size());
  data_.lines.insert(data_.lines.end(), lines.begin(), lines.end());
  wanted.line_end = static_cast<std::uint32_t>(data_.lines.size());
  data_.locations.push_back(wanted);
  hashes_.push_back(hash);
  slots_[slot] = index;
  if (hashes_.size() * 2 > slots_.size()) GrowSlots();
  return index;
}

bool NamedLocations::IsLocation(const Location& known, const Location& wanted,
                                std::span<const Line> lines) const {
  const auto its_lines =
      std::span(data_.lines).subspan(known.line_begin, known.line_end - known.line_begin);
  return known.address == wanted.address && known.mapping == wanted.mapping &&
         std::equal(its_lines.begin(), its_lines.end(), lines.begin(), lines.end(), SameLine);
}

void NamedLocations::GrowSlots() {
  slots_.assign(std::max(kFirstSlots, slots_.size() * 2), kNone);
  const std::size_t mask = slots_.size() - 1;
  for (std::uint32_t i = 0; i < hashes_.size(); ++i) {
    std::size_t slot = hashes_[i] & mask;
    while (slots_[slot] != kNone) slot = (slot + 1) & mask;
    slots_[slot] = i;
  }
}

}  // namespace burnglass
