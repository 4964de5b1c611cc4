#include "profile/merge_tables.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <tuple>

#include "base/checked_sum.h"
#include "base/hash.h"

namespace burnglass {
namespace {

// The bytes by which equal things are found.
class Key {
 public:
  Key& Add(std::uint64_t number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    bytes_.append(bytes, sizeof number);
    return *this;
  }
  operator std::string_view() const { return bytes_; }

 private:
  std::string bytes_;
};

// Puts `key` in and says where it is among the keys; the table's own "" does not count.
std::uint32_t PlaceOf(StringTable& keys, const Key& key) { return keys.Intern(key) - 1; }

// The labels of a sample.
std::span<const Label> LabelsOf(const ProfileData& data, std::size_t sample) {
  if (data.label_ends.empty()) return {};
  const std::uint32_t begin = sample == 0 ? 0 : data.label_ends[sample - 1];
  return std::span(data.labels).subspan(begin, data.label_ends[sample] - begin);
}

bool SameLabel(const Label& a, const Label& b) {
  return std::tie(a.key, a.str, a.num, a.unit, a.numeric) ==
         std::tie(b.key, b.str, b.num, b.unit, b.numeric);
}

}  // namespace

MergeTables::MergeTables(ProfileData merged) : merged_(std::move(merged)) { GrowSlots(); }

void MergeTables::Begin(const ProfileData& source) {
  source_ = &source;
  texts_.assign(source.strings.size(), kNone);
  mappings_.assign(source.mappings.size(), kNone);
  functions_.assign(source.functions.size(), kNone);
  locations_.assign(source.locations.size(), kNone);
  nodes_.assign(source.tree->size(), kNone);
  nodes_[0] = 0;
  // The first mapping is the main binary, and stays the first whichever sample comes first.
  if (merged_.mappings.empty() && !source.mappings.empty()) PlaceMapping(0);
}

StringId MergeTables::Text(StringId id) {
  if (texts_[id] == kNone) texts_[id] = merged_.strings.Intern(source_->strings[id]);
  return texts_[id];
}

// Where a binary is loaded differs from run to run; its size, rounded up to pages, hardly does.
std::uint32_t MergeTables::PlaceMapping(std::uint32_t index) {
  std::uint32_t& place = mappings_[index];
  if (place != kNone) return place;
  Mapping mapping = source_->mappings[index];
  constexpr std::uint64_t kPage = 0x1000;
  const std::uint64_t size = (mapping.limit - mapping.start + kPage - 1) / kPage;
  mapping.file = Text(mapping.file);
  mapping.build_id = Text(mapping.build_id);
  const StringId name = mapping.build_id != 0 ? mapping.build_id : mapping.file;
  place = PlaceOf(mapping_keys_, Key().Add(size).Add(mapping.offset).Add(name));
  if (place == merged_.mappings.size()) {
    mapping.id = place + 1;
    merged_.mappings.push_back(mapping);
  }
  return place;
}

std::uint32_t MergeTables::PlaceFunction(std::uint32_t index) {
  std::uint32_t& place = functions_[index];
  if (place != kNone) return place;
  Function function = source_->functions[index];
  function.name = Text(function.name);
  function.system_name = Text(function.system_name);
  function.filename = Text(function.filename);
  place = PlaceOf(function_keys_, Key()
                                      .Add(static_cast<std::uint64_t>(function.start_line))
                                      .Add(function.name)
                                      .Add(function.system_name)
                                      .Add(function.filename));
  if (place == merged_.functions.size()) {
    function.id = place + 1;
    merged_.functions.push_back(function);
  }
  return place;
}

std::uint32_t MergeTables::PlaceLocation(std::uint32_t index) {
  std::uint32_t& place = locations_[index];
  if (place != kNone) return place;
  const Location& source = source_->locations[index];
  Location location = source;
  Key key;
  key.Add(location.is_folded);
  if (source.mapping != kNone) {
    location.mapping = PlaceMapping(source.mapping);
    const std::uint64_t relative = source.address - source_->mappings[source.mapping].start;
    location.address = merged_.mappings[location.mapping].start + relative;
    key.Add(location.mapping).Add(relative);
  } else {
    key.Add(kNone).Add(source.address);
  }
  std::vector<Line> lines;
  for (std::uint32_t i = source.line_begin; i < source.line_end; ++i) {
    Line line = source_->lines[i];
    line.function = PlaceFunction(line.function);
    key.Add(line.function).Add(static_cast<std::uint64_t>(line.line));
    lines.push_back(line);
  }
  // Columns are looked at in the last line only: so pprof merges, and so must its numbers be read.
  if (!lines.empty()) key.Add(static_cast<std::uint64_t>(lines.back().column));
  place = PlaceOf(location_keys_, key);
  if (place == merged_.locations.size()) {
    location.id = place + 1;
    location.line_begin = static_cast<std::uint32_t>(merged_.lines.size());
    merged_.lines.insert(merged_.lines.end(), lines.begin(), lines.end());
    location.line_end = static_cast<std::uint32_t>(merged_.lines.size());
    merged_.locations.push_back(location);
  }
  return place;
}

// Locations find their places leaf first, as where stacks are read one by one.
std::uint32_t MergeTables::PlaceNode(std::uint32_t node) {
  const LocationTree& tree = *source_->tree;
  new_nodes_.clear();
  for (; nodes_[node] == kNone; node = tree.parent[node]) {
    new_nodes_.push_back(node);
    PlaceLocation(tree.location[node]);
  }
  std::uint32_t place = nodes_[node];
  for (auto below = new_nodes_.rbegin(); below != new_nodes_.rend(); ++below) {
    place = nodes_[*below] = paths_.Child(place, locations_[tree.location[*below]]);
  }
  return place;
}

void MergeTables::ReadSample(std::size_t sample) {
  leaf_ = PlaceNode(source_->tree->leaf[sample]);
  labels_.clear();
  for (Label label : LabelsOf(*source_, sample)) {
    label.key = Text(label.key), label.str = Text(label.str), label.unit = Text(label.unit);
    labels_.push_back(label);
  }
  // Only the order of the values of one key means something.
  std::stable_sort(labels_.begin(), labels_.end(), [](const Label& a, const Label& b) {
    return std::tie(a.numeric, a.key) < std::tie(b.numeric, b.key);
  });
  hash_ = HashNumber(leaf_);
  for (const Label& label : labels_) {
    hash_ = HashNumber(std::uint64_t{label.key} << 32 | label.str, hash_);
    hash_ = HashNumber(static_cast<std::uint64_t>(label.num), hash_);
    hash_ = HashNumber(std::uint64_t{label.unit} << 1 | label.numeric, hash_);
  }
}

bool MergeTables::IsSample(std::size_t merged_sample) const {
  const auto labels = LabelsOf(merged_, merged_sample);
  return leaves_[merged_sample] == leaf_ &&
         std::equal(labels.begin(), labels.end(), labels_.begin(), labels_.end(), SameLabel);
}

void MergeTables::AddSample(std::size_t sample) {
  ReadSample(sample);
  const std::size_t place = FindSample();
  if (place == sample_hashes_.size()) AppendSample();
  for (std::size_t i = 0; i < merged_.values.size(); ++i) {
    std::int64_t& sum = merged_.values[i][place];
    sum = WrappingAdd(sum, source_->values[i][sample]);
  }
}

// The place of the sample at hand, or the one behind the last.
std::size_t MergeTables::FindSample() {
  const std::size_t mask = sample_slots_.size() - 1;
  std::size_t slot = hash_ & mask;
  for (; sample_slots_[slot] != kNone; slot = (slot + 1) & mask) {
    const std::uint32_t known = sample_slots_[slot];
    if (sample_hashes_[known] == hash_ && IsSample(known)) return known;
  }
  sample_slots_[slot] = static_cast<std::uint32_t>(sample_hashes_.size());
  return sample_hashes_.size();
}

void MergeTables::AppendSample() {
  leaves_.push_back(leaf_);
  merged_.labels.insert(merged_.labels.end(), labels_.begin(), labels_.end());
  merged_.label_ends.push_back(static_cast<std::uint32_t>(merged_.labels.size()));
  for (auto& column : merged_.values) column.push_back(0);
  sample_hashes_.push_back(hash_);
  if (sample_hashes_.size() * 2 > sample_slots_.size()) GrowSlots();
}

void MergeTables::GrowSlots() {
  sample_slots_.assign(std::max<std::size_t>(1024, sample_slots_.size() * 2), kNone);
  const std::size_t mask = sample_slots_.size() - 1;
  for (std::uint32_t i = 0; i < sample_hashes_.size(); ++i) {
    std::size_t slot = sample_hashes_[i] & mask;
    while (sample_slots_[slot] != kNone) slot = (slot + 1) & mask;
    sample_slots_[slot] = i;
  }
}

ProfileData MergeTables::Take() {
  merged_.tree = std::make_shared<const LocationTree>(paths_.Take(std::move(leaves_)));
  return std::move(merged_);
}

}  // namespace burnglass
