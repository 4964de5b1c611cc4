// Answers about labels as they are kept; what they mean stands in proto/engine.proto.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "session/comparison.h"
#include "session/names.h"
#include "session/text_view.h"

namespace burnglass {

struct LabelValue {
  std::string_view text;
  std::string_view filter;  // for tagfocus and tagignore; "" where there is none
  std::int64_t cost = 0;
};

struct LabelKey {
  std::string_view text;
  std::string_view filter;  // what all samples with the key have
  std::int64_t cost = 0, without = 0, rest = 0;
  bool all = false;                  // every sample has it
  std::uint32_t values = 0;          // distinct ones, those left out counted
  std::uint32_t begin = 0, end = 0;  // its values in the answer

  std::uint32_t shown() const { return end - begin; }
};

class Labels {
 public:
  static Result<Labels> Read(HeldMessage answer);

  std::int64_t total() const { return answer_.header().labels_answer().total(); }
  std::uint32_t all_keys() const { return answer_.header().labels_answer().keys(); }
  std::size_t size() const { return keys_.size(); }
  LabelKey operator[](std::size_t key) const;
  LabelValue value(std::size_t index) const {
    return {values_[index], filters_[index], value_cost_[index]};
  }
  std::optional<LabelKey> Find(std::string_view key) const;

 private:
  explicit Labels(HeldMessage answer);
  bool Sound() const;

  HeldMessage answer_;
  TextView keys_, key_filters_, values_, filters_;
  std::span<const std::int64_t> key_cost_, key_without_, key_rest_, value_cost_;
  std::span<const std::uint32_t> key_values_, value_begin_;
  std::span<const std::uint8_t> key_all_;
};

// What a side of a comparison can be of this key: each of its values that a filter can name, then
// the samples without it.
std::vector<SideLabels> LabelSides(const Labels& labels, const LabelKey& key);
// All other samples.
SideLabels RestOf(const SideLabels& side);

class LabelMatrix {
 public:
  static Result<LabelMatrix> Read(HeldMessage answer, std::size_t names);

  const std::string& key() const { return facts().key(); }
  bool cum() const { return facts().cum(); }
  std::int64_t total() const { return facts().total(); }
  bool without() const { return facts().without(); }  // the last column has no label
  std::uint32_t all_rows() const { return facts().rows(); }
  std::uint32_t all_values() const { return facts().values(); }

  std::size_t rows() const { return name_.size(); }
  std::size_t columns() const { return columns_.size(); }
  NameId name(std::size_t row) const { return name_[row]; }
  std::string_view column(std::size_t column) const { return columns_[column]; }
  std::int64_t column_cost(std::size_t column) const { return column_cost_[column]; }
  std::int64_t cell(std::size_t row, std::size_t column) const {
    return cell_[row * columns() + column];
  }
  std::span<const std::int64_t> cells() const { return cell_; }

 private:
  explicit LabelMatrix(HeldMessage answer);
  const pb::MatrixAnswer& facts() const { return answer_.header().matrix_answer(); }

  HeldMessage answer_;
  std::span<const std::uint32_t> name_;
  TextView columns_;
  std::span<const std::int64_t> column_cost_, cell_;
};

// Which value of a key has the largest part of each box. Its colours are numbered: the largest
// values, then one for all smaller ones and one for the samples without the key, where there are
// any.
class LabelColours {
 public:
  static Result<LabelColours> Read(HeldMessage answer);

  const std::string& key() const { return facts().key(); }
  std::uint32_t others() const { return facts().others(); }  // values that share a colour
  bool without() const { return facts().without(); }
  std::size_t size() const { return cost_.size(); }
  // How many of them have a colour of their own.
  std::size_t own() const { return size() - (others() != 0 ? 1 : 0) - (without() ? 1 : 0); }
  std::string Text(std::size_t colour) const;  // "/orders", "12 smaller", "without"
  std::int64_t cost(std::size_t colour) const { return cost_[colour]; }

  std::size_t boxes() const { return value_.size(); }
  // By number of the box; none where it has no cost.
  std::optional<std::uint32_t> ColourOf(std::uint32_t node) const;
  double ShareOf(std::uint32_t node) const { return node < boxes() ? share_[node] / 255.0 : 0; }

 private:
  explicit LabelColours(HeldMessage answer);
  const pb::LabelColoursAnswer& facts() const { return answer_.header().label_colours_answer(); }

  HeldMessage answer_;
  TextView values_;
  std::span<const std::int64_t> cost_;
  std::span<const std::uint8_t> value_, share_;
};

}  // namespace burnglass
