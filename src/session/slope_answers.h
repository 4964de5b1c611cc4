// How much the boxes of a series grew, as the engine tells it (SlopesAnswer).
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "session/flame.h"

namespace burnglass {

class SlopeTable {
 public:
  static Result<SlopeTable> Read(HeldMessage answer);

  std::uint32_t profiles() const { return facts().profiles(); }
  // What the line that is fitted to a box's counts gains over the series, as a part of their mean:
  // 1: as much as the box has on average; none where it has nothing.
  std::optional<double> Growth(const Box& box) const;

 private:
  explicit SlopeTable(HeldMessage answer);
  const pb::SlopesAnswer& facts() const { return answer_.header().slopes_answer(); }

  HeldMessage answer_;
  std::span<const std::int64_t> change_, mean_;
};

}  // namespace burnglass
