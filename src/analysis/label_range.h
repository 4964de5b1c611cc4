// Ranges of values, as tagfocus and tagignore take them: "32kb", ":64kb", "4mb:", "12kb:64mb".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace burnglass {

struct LabelRange {
  std::optional<double> from = {}, to = {};  // both included
  std::string unit;                          // of both

  // Whether the value lies in it; values of another family of units do not.
  bool Has(std::int64_t value, std::string_view value_unit) const;
};

// Nothing when the text is no range.
std::optional<LabelRange> ParseLabelRange(std::string_view text);

}  // namespace burnglass
