#include "formats/named_frames.h"

namespace burnglass {

std::uint32_t NamedFrames::Location(const NamedFrame& frame) {
  const std::uint32_t function = Function(frame.name, frame.file);
  const auto index = static_cast<std::uint32_t>(data_.locations.size());
  const auto [place, fresh] =
      locations_.try_emplace(std::tuple(function, frame.line, frame.column), index);
  if (!fresh) return place->second;
  const auto line = static_cast<std::uint32_t>(data_.lines.size());
  data_.lines.push_back({function, frame.line, frame.column});
  burnglass::Location location;
  location.id = index + 1;
  location.line_begin = line;
  location.line_end = line + 1;
  data_.locations.push_back(location);
  return index;
}

std::uint32_t NamedFrames::Function(StringId name, StringId file) {
  const auto index = static_cast<std::uint32_t>(data_.functions.size());
  const auto [place, fresh] = functions_.try_emplace(std::pair(name, file), index);
  if (fresh) data_.functions.push_back({index + std::uint64_t{1}, name, name, file, 0});
  return place->second;
}

void NamedFrames::AddSample(std::span<const std::uint32_t> frames, std::int64_t value) {
  data_.stacks.insert(data_.stacks.end(), frames.rbegin(), frames.rend());
  data_.stack_ends.push_back(static_cast<std::uint32_t>(data_.stacks.size()));
  data_.values[0].push_back(value);
  if (!data_.labels.empty()) {
    data_.label_ends.push_back(static_cast<std::uint32_t>(data_.labels.size()));
  }
}

void NamedFrames::Label(StringId key, StringId value) {
  burnglass::Label label;
  label.key = key;
  label.str = value;
  // The first label of all gives the samples before it their empty ranges.
  data_.label_ends.resize(data_.stack_ends.size(), 0);
  data_.labels.push_back(label);
  data_.label_ends.back() = static_cast<std::uint32_t>(data_.labels.size());
}

bool HasRoom(const StringTable& strings, std::size_t bytes) {
  return bytes <= StringTable::kMaxBytes - strings.bytes();
}

}  // namespace burnglass
