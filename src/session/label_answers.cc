#include "session/label_answers.h"

#include <algorithm>

namespace burnglass {

Labels::Labels(HeldMessage answer)
    : answer_(std::move(answer)),
      keys_(answer_->U32("key_offset"), answer_->U8("key_text")),
      key_filters_(answer_->U32("key_filter_offset"), answer_->U8("key_filter_text")),
      values_(answer_->U32("value_offset"), answer_->U8("value_text")),
      filters_(answer_->U32("filter_offset"), answer_->U8("filter_text")),
      key_cost_(answer_->I64("key_cost")),
      key_without_(answer_->I64("key_without")),
      key_rest_(answer_->I64("key_rest")),
      value_cost_(answer_->I64("value_cost")),
      key_values_(answer_->U32("key_values")),
      value_begin_(answer_->U32("value_begin")),
      key_all_(answer_->U8("key_all")) {}

bool Labels::Sound() const {
  const std::size_t keys = key_cost_.size(), values = value_cost_.size();
  for (const std::size_t size :
       {key_without_.size(), key_rest_.size(), key_values_.size(), key_all_.size()}) {
    if (size != keys) return false;
  }
  if (value_begin_.size() != keys + 1 || value_begin_[keys] != values) return false;
  return std::is_sorted(value_begin_.begin(), value_begin_.end()) && keys_.Sound(keys) &&
         key_filters_.Sound(keys) && values_.Sound(values) && filters_.Sound(values);
}

Result<Labels> Labels::Read(HeldMessage answer) {
  Labels labels(std::move(answer));
  if (!labels.Sound()) return Error{"the engine's labels are damaged"};
  return labels;
}

LabelKey Labels::operator[](std::size_t i) const {
  return {keys_[i],         key_filters_[i], key_cost_[i],    key_without_[i],    key_rest_[i],
          key_all_[i] != 0, key_values_[i],  value_begin_[i], value_begin_[i + 1]};
}

std::optional<LabelKey> Labels::Find(std::string_view key) const {
  for (std::size_t i = 0; i < size(); ++i) {
    if (keys_[i] == key) return (*this)[i];
  }
  return std::nullopt;
}

std::vector<SideLabels> LabelSides(const Labels& labels, const LabelKey& key) {
  std::vector<SideLabels> sides;
  const std::string name(key.text.empty() ? "\"\"" : key.text);
  for (std::uint32_t i = key.begin; i < key.end; ++i) {
    const LabelValue value = labels.value(i);
    if (value.filter.empty()) continue;
    const std::string text(value.text.empty() ? "\"\"" : value.text);
    sides.push_back({.key = name, .value = text, .tagfocus = std::string(value.filter)});
  }
  if (!key.all && !key.filter.empty()) {
    sides.push_back({.key = name, .value = "(without)", .tagignore = std::string(key.filter)});
  }
  return sides;
}

SideLabels RestOf(const SideLabels& side) {
  const bool absent = side.tagfocus.empty();
  return {.key = side.key,
          .value = absent ? "(any)" : "all but " + side.value,
          .tagfocus = side.tagignore,
          .tagignore = side.tagfocus};
}

LabelMatrix::LabelMatrix(HeldMessage answer)
    : answer_(std::move(answer)),
      name_(answer_->U32("name")),
      columns_(answer_->U32("column_offset"), answer_->U8("column_text")),
      column_cost_(answer_->I64("column_cost")),
      cell_(answer_->I64("cell")) {}

Result<LabelMatrix> LabelMatrix::Read(HeldMessage answer, std::size_t names) {
  LabelMatrix matrix(std::move(answer));
  const std::size_t columns = matrix.column_cost_.size();
  const bool known = std::all_of(matrix.name_.begin(), matrix.name_.end(),
                                 [&](NameId name) { return name < names; });
  if (!known || !matrix.columns_.Sound(columns) ||
      matrix.cell_.size() != matrix.name_.size() * columns) {
    return Error{"the engine's functions by label are damaged"};
  }
  return matrix;
}

LabelColours::LabelColours(HeldMessage answer)
    : answer_(std::move(answer)),
      values_(answer_->U32("value_offset"), answer_->U8("value_text")),
      cost_(answer_->I64("value_cost")),
      value_(answer_->U8("value")),
      share_(answer_->U8("share")) {}

Result<LabelColours> LabelColours::Read(HeldMessage answer) {
  LabelColours colours(std::move(answer));
  const std::size_t behind = (colours.others() != 0 ? 1 : 0) + (colours.without() ? 1 : 0);
  const bool sound = colours.values_.Sound(colours.size()) && behind <= colours.size() &&
                     colours.value_.size() == colours.share_.size();
  if (!sound) return Error{"the engine's colours are damaged"};
  return colours;
}

std::string LabelColours::Text(std::size_t colour) const {
  if (without() && colour + 1 == size()) return "(without)";
  if (others() != 0 && colour == own()) return std::to_string(others()) + " smaller";
  const std::string_view text = values_[colour];
  return text.empty() ? "\"\"" : std::string(text);
}

std::optional<std::uint32_t> LabelColours::ColourOf(std::uint32_t node) const {
  if (node >= boxes() || value_[node] >= size()) return std::nullopt;
  return value_[node];
}

}  // namespace burnglass
