#include "analysis/label_facts.h"

#include <map>
#include <set>
#include <tuple>

namespace burnglass {
namespace {

struct Collected {
  std::set<std::tuple<StringId, std::int64_t, StringId>> values;
  std::uint64_t samples = 0;
  std::size_t last_sample = SIZE_MAX;
  bool numeric = false;
};

}  // namespace

std::vector<LabelKeyFacts> CollectLabels(const Profile& profile) {
  std::map<std::string_view, Collected> keys;
  for (std::size_t sample = 0; sample < profile.sample_count(); ++sample) {
    for (const Label& label : profile.labels(sample)) {
      Collected& key = keys[profile.text(label.key)];
      key.values.emplace(label.str, label.num, label.unit);
      key.numeric |= label.numeric;
      if (key.last_sample != sample) ++key.samples;
      key.last_sample = sample;
    }
  }
  std::vector<LabelKeyFacts> facts;
  for (const auto& [key, collected] : keys) {
    facts.push_back({key, collected.numeric, collected.values.size(), collected.samples});
  }
  return facts;
}

}  // namespace burnglass
