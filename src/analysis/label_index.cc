#include "analysis/label_index.h"

#include <algorithm>

#include "base/hash.h"
#include "base/units.h"

namespace burnglass {

std::size_t LabelIndex::SameHash::operator()(const Same& same) const {
  return HashNumber(static_cast<std::uint64_t>(same.value),
                    HashNumber(std::uint64_t{same.key} << 1 | (same.numeric ? 1 : 0)));
}

LabelIndex::Place LabelIndex::Of(const Label& label) {
  const Same same{label.key, label.numeric, label.numeric ? label.num : std::int64_t{label.str}};
  const auto [known, is_new] = places_.try_emplace(same);
  if (!is_new) return known->second;
  const std::uint32_t key = KeyOf(label);
  std::string text = TextOf(label);
  std::vector<Value>& values = keys_[key].values;
  const auto [number, is_new_text] =
      value_numbers_[key].try_emplace(text, static_cast<std::uint32_t>(values.size()));
  if (is_new_text) values.emplace_back().text = std::move(text);
  Value& value = values[number->second];
  if (label.numeric) {
    value.numeric = true;
    value.least = std::min(value.least, label.num);
    value.most = std::max(value.most, label.num);
  } else {
    value.textual = true;
  }
  return known->second = {key, number->second};
}

std::uint32_t LabelIndex::KeyOf(const Label& label) {
  std::string text(selection_.profile->text(label.key));
  const auto [known, is_new] =
      key_numbers_.try_emplace(text, static_cast<std::uint32_t>(keys_.size()));
  if (is_new) {
    keys_.push_back({std::move(text), {}, {}});
    value_numbers_.emplace_back();
  }
  Key& key = keys_[known->second];
  if (label.numeric && key.unit.empty()) key.unit = selection_.label_units.at(label.key);
  return known->second;
}

std::string LabelIndex::TextOf(const Label& label) const {
  if (!label.numeric) return std::string(selection_.profile->text(label.str));
  return ScaledLabel(label.num, selection_.label_units.at(label.key), unit_);
}

}  // namespace burnglass
