// CheckProfile and FinishProfile.
#include <algorithm>
#include <string>

#include "profile/profile.h"

namespace burnglass {
namespace {

// A few are usual. Every one is a total of its own and a line of a menu.
constexpr std::size_t kMostSampleTypes = 4096;

// The first error found is kept; what is checked later sees that there is one.
class Check {
 public:
  explicit Check(const ProfileData& data) : data_(data) {}

  Status Run() {
    Columns();
    SampleValues();
    Texts();
    Ids(data_.mappings, "mapping");
    Ids(data_.functions, "function");
    Ids(data_.locations, "location");
    Locations();
    Stacks();
    Goroutines();
    if (!error_.empty()) return Error{error_};
    return Done{};
  }

 private:
  void Fail(std::string sentence) {
    if (error_.empty()) error_ = std::move(sentence);
  }
  void Require(bool holds, const char* sentence) {
    if (!holds) Fail(sentence);
  }

  static bool Ascends(const std::vector<std::uint32_t>& ends, std::size_t last) {
    return std::is_sorted(ends.begin(), ends.end()) && (ends.empty() ? 0 : ends.back()) == last;
  }

  void Columns() {
    const std::size_t samples = data_.sample_count();
    Require(Ascends(data_.stack_ends, data_.stacks.size()), "the stacks do not fit the samples");
    if (!data_.label_ends.empty() || !data_.labels.empty()) {
      Require(data_.label_ends.size() == samples, "the labels do not fit the samples");
      Require(Ascends(data_.label_ends, data_.labels.size()), "the labels do not fit the samples");
    }
    for (const auto& column : data_.values) {
      Require(column.size() == samples, "the values do not fit the samples");
    }
  }

  void SampleValues() {
    const std::size_t types = data_.sample_types.size();
    if (types > kMostSampleTypes) {
      Fail("it has " + std::to_string(types) + " sample types, and " +
           std::to_string(kMostSampleTypes) + " are the most that can be opened");
    }
    if (data_.sample_count() == 0) return;
    Require(types != 0, "the samples have values, but nothing says of which type");
    if (data_.values.size() != types) {
      Fail("the samples have " + std::to_string(data_.values.size()) + " values for " +
           std::to_string(types) + " sample types");
    }
  }

  void Text(StringId id) {
    Require(id < data_.strings.size(), "a string index lies outside the string table");
  }
  void Text(const ValueType& type) { Text(type.type), Text(type.unit); }

  void Texts() {
    Require(data_.strings.size() > 0 && data_.strings[0].empty(), "the first string is not empty");
    for (const ValueType& type : data_.sample_types) Text(type);
    Text(data_.period_type);
    Text(data_.default_sample_type), Text(data_.drop_frames), Text(data_.keep_frames);
    Text(data_.doc_url);
    for (const StringId comment : data_.comments) Text(comment);
    for (const Mapping& mapping : data_.mappings) Text(mapping.file), Text(mapping.build_id);
    for (const Function& function : data_.functions) {
      Text(function.name), Text(function.system_name), Text(function.filename);
    }
    for (const Label& label : data_.labels) Text(label.key), Text(label.str), Text(label.unit);
    for (const Fact& fact : data_.facts) Text(fact.name), Text(fact.value);
  }

  template <typename T>
  void Ids(const std::vector<T>& rows, const char* what) {
    std::vector<std::uint64_t> ids(rows.size());
    std::transform(rows.begin(), rows.end(), ids.begin(), [](const T& row) { return row.id; });
    std::sort(ids.begin(), ids.end());
    if (!ids.empty() && ids.front() == 0) Fail(std::string("a ") + what + " has the reserved id 0");
    const auto twice = std::adjacent_find(ids.begin(), ids.end());
    if (twice != ids.end()) {
      Fail(std::string("two ") + what + "s have the same id " + std::to_string(*twice));
    }
  }

  void Locations() {
    for (const Location& location : data_.locations) {
      if (location.mapping != kNone && location.mapping >= data_.mappings.size()) {
        Fail("location " + std::to_string(location.id) + " has a mapping that does not exist");
      }
      if (location.line_begin > location.line_end || location.line_end > data_.lines.size()) {
        Fail("location " + std::to_string(location.id) + " has lines that do not exist");
        continue;
      }
      for (std::uint32_t i = location.line_begin; i < location.line_end; ++i) {
        if (data_.lines[i].function < data_.functions.size()) continue;
        Fail("location " + std::to_string(location.id) + " has a line without a function");
      }
    }
  }

  void Stacks() {
    const std::size_t locations = data_.locations.size();
    const auto bad = [&](std::uint32_t location) { return location >= locations; };
    const bool in_columns = std::any_of(data_.stacks.begin(), data_.stacks.end(), bad);
    const bool in_tree = data_.tree && std::any_of(data_.tree->location.begin() + 1,
                                                   data_.tree->location.end(), bad);
    Require(!in_columns && !in_tree, "a sample refers to a location that does not exist");
  }

  void Goroutines() {
    for (const Goroutine& goroutine : data_.goroutines) {
      Text(goroutine.state), Text(goroutine.created_by);
      const bool fits = goroutine.sample < data_.sample_count() &&
                        goroutine.begin <= goroutine.end &&
                        goroutine.end <= data_.goroutine_text.size();
      Require(fits, "the goroutines do not fit the samples");
    }
  }

  const ProfileData& data_;
  std::string error_;
};

}  // namespace

Status CheckProfile(const ProfileData& data) { return Check(data).Run(); }

Result<ProfilePtr> FinishProfile(ProfileData data) {
  if (Status status = CheckProfile(data); !status) return status.error();
  // A profile without samples may come without columns; who reads it need not know.
  data.values.resize(data.sample_types.size());
  MergeStacks(data);
  return ProfilePtr(std::make_shared<const Profile>(std::move(data)));
}

}  // namespace burnglass
