#include "analysis/label_frames.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/units.h"

namespace burnglass {
namespace {

using Keys = std::vector<std::string>;

// The parts between commas that are not empty, from the last to the first.
Keys SplitKeys(std::string_view text) {
  Keys keys;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    if (comma > 0) keys.emplace_back(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  std::reverse(keys.begin(), keys.end());
  return keys;
}

class Adder {
 public:
  Adder(const Profile& profile, const Query& query)
      : profile_(profile),
        data_(profile.data()),
        unit_(query.unit),
        roots_(SplitKeys(query.tagroot)),
        leaves_(SplitKeys(query.tagleaf)) {}

  ProfileData Run() {
    for (const Location& location : data_.locations) {
      next_location_ = std::max(next_location_, location.id + 1);
    }
    for (const Function& function : data_.functions) {
      next_function_ = std::max(next_function_, function.id + 1);
    }
    data_.tree.reset();
    data_.stack_ends.resize(profile_.sample_count());
    for (std::size_t i = 0; i < profile_.sample_count(); ++i) {
      AddFrames(i, leaves_);
      const auto stack = profile_.stack(i);
      data_.stacks.insert(data_.stacks.end(), stack.begin(), stack.end());
      AddFrames(i, roots_);
      data_.stack_ends[i] = static_cast<std::uint32_t>(data_.stacks.size());
    }
    MergeStacks(data_);
    return std::move(data_);
  }

 private:
  void AddFrames(std::size_t sample, const Keys& keys) {
    for (const std::string& key : keys) {
      const std::string values = JoinLabelValues(profile_, profile_.labels(sample), key, unit_);
      data_.stacks.push_back(FindOrAdd(values, key));
    }
  }

  std::uint32_t FindOrAdd(const std::string& name, const std::string& file) {
    const auto [place, is_new] = locations_.try_emplace({name, file});
    if (!is_new) return place->second;
    const auto function = static_cast<std::uint32_t>(data_.functions.size());
    data_.functions.push_back({.id = next_function_++,
                               .name = data_.strings.Intern(name),
                               .filename = data_.strings.Intern(file)});
    const auto line = static_cast<std::uint32_t>(data_.lines.size());
    data_.lines.push_back({.function = function});
    place->second = static_cast<std::uint32_t>(data_.locations.size());
    data_.locations.push_back({.id = next_location_++, .line_begin = line, .line_end = line + 1});
    return place->second;
  }

  const Profile& profile_;
  ProfileData data_;
  const std::string unit_;
  const Keys roots_, leaves_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> locations_;
  std::uint64_t next_location_ = 1, next_function_ = 1;
};

}  // namespace

std::string JoinLabelValues(const Profile& profile, std::span<const Label> labels,
                            std::string_view key, std::string_view unit) {
  std::string strings, numbers;
  const auto append = [](std::string& all, std::string_view value) {
    if (!all.empty()) all += ',';
    all += value;
  };
  const bool units = std::any_of(labels.begin(), labels.end(), [&](const Label& label) {
    return label.numeric && label.unit != 0 && profile.text(label.key) == key;
  });
  for (const Label& label : labels) {
    if (profile.text(label.key) != key) continue;
    if (!label.numeric) {
      append(strings, profile.text(label.str));
    } else {
      append(numbers, ScaledLabel(label.num, profile.text(label.unit), units ? unit : ""));
    }
  }
  if (!numbers.empty()) append(strings, numbers);
  return strings;
}

ProfilePtr AddLabelFrames(ProfilePtr profile, const Query& query) {
  if (SplitKeys(query.tagroot).empty() && SplitKeys(query.tagleaf).empty()) return profile;
  return std::make_shared<const Profile>(Adder(*profile, query).Run());
}

}  // namespace burnglass
