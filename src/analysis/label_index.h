// LabelIndex: the labels of a selection's samples, numbered by what is written of them: two labels
// are one value of a key when pprof's tags report writes them alike.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/select.h"

namespace burnglass {

class LabelIndex {
 public:
  struct Value {
    std::string text;      // "16kB" of a number
    bool numeric = false;  // it stands for the numbers from `least` to `most`
    bool textual = false;
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t most = std::numeric_limits<std::int64_t>::min();
  };
  struct Key {
    std::string text;
    std::string unit;           // of its numbers
    std::vector<Value> values;  // in the order in which samples bring them
  };
  struct Place {
    std::uint32_t key = 0, value = 0;
  };

  // The selection must have stacks and outlive the index. Numbers are written in `unit`, a query's.
  LabelIndex(const Selection& selection, std::string_view unit)
      : selection_(selection), unit_(unit) {}

  Place Of(const Label& label);

  const std::vector<Key>& keys() const { return keys_; }

 private:
  struct Same {
    StringId key = 0;
    bool numeric = false;
    std::int64_t value = 0;  // the number, or the StringId of the text
    bool operator==(const Same&) const = default;
  };
  struct SameHash {
    std::size_t operator()(const Same& same) const;
  };
  using Numbers = std::unordered_map<std::string, std::uint32_t>;

  std::uint32_t KeyOf(const Label& label);
  std::string TextOf(const Label& label) const;

  const Selection& selection_;
  const std::string unit_;
  std::vector<Key> keys_;
  Numbers key_numbers_;
  std::vector<Numbers> value_numbers_;  // by key
  std::unordered_map<Same, Place, SameHash> places_;
};

}  // namespace burnglass
