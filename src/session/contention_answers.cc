#include "session/contention_answers.h"

#include <algorithm>

namespace burnglass {

ContentionTable::ContentionTable(HeldMessage answer, std::vector<std::uint32_t> others)
    : answer_(std::move(answer)),
      others_(std::move(others)),
      name_(answer_->U32("name")),
      site_(answer_->U32("site")),
      function_(answer_->U32("function_offset"), answer_->U8("function_text")),
      kind_(answer_->U32("kind_offset"), answer_->U8("kind_text")),
      site_text_(answer_->U32("site_offset"), answer_->U8("site_text")),
      count_(answer_->I64("count")),
      delay_(answer_->I64("delay")),
      mean_(answer_->I64("mean")),
      site_waits_(answer_->I64("site_waits")),
      site_makes_(answer_->I64("site_makes_wait")),
      role_(answer_->U8("role")) {}

bool ContentionTable::Sound(std::size_t names) const {
  const std::size_t rows = name_.size(), sites = site_waits_.size();
  const auto known = [](std::span<const std::uint32_t> numbers, std::size_t size) {
    return std::all_of(numbers.begin(), numbers.end(),
                       [&](std::uint32_t number) { return number < size || number == kNoNumber; });
  };
  const bool roles = std::all_of(role_.begin(), role_.end(), [](auto role) { return role <= 2; });
  return count_.size() == rows && delay_.size() == rows && mean_.size() == rows &&
         role_.size() == rows && site_.size() == rows && site_makes_.size() == sites &&
         function_.Sound(rows) && kind_.Sound(rows) && site_text_.Sound(sites) && roles &&
         known(name_, names) && known(site_, sites);
}

Result<ContentionTable> ContentionTable::Read(HeldMessage answer, std::vector<std::uint32_t> others,
                                              std::size_t names) {
  ContentionTable table(std::move(answer), std::move(others));
  if (!table.Sound(names)) return Error{"the engine's contention is damaged"};
  return table;
}

ContentionRow ContentionTable::operator[](std::size_t i) const {
  return {name_[i],
          function_[i],
          kind_[i],
          count_[i],
          delay_[i],
          mean_[i],
          static_cast<ContentionRole>(role_[i]),
          site_[i]};
}

std::int64_t ContentionTable::longest(ContentionRole role) const {
  const bool idle = role == ContentionRole::kIdle;
  std::int64_t longest = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    const ContentionRow row = (*this)[i];
    if ((row.role == ContentionRole::kIdle) == idle) longest = std::max(longest, row.delay);
  }
  return longest;
}

}  // namespace burnglass
