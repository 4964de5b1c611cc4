#include "session/heap_answers.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace burnglass {
namespace {

constexpr double kMaterial = 0.005;  // of what is in use, or of what was allocated
constexpr double kRetained = 0.5, kChurn = 0.05;
constexpr double kGrown = 0.1;  // more in use than before

HeapValues ValuesAt(const std::array<std::span<const std::int64_t>, 4>& sums, std::size_t i) {
  return {sums[0][i], sums[1][i], sums[2][i], sums[3][i]};
}

bool IsMaterial(std::int64_t value, std::int64_t total) {
  return std::abs(static_cast<double>(value)) >= kMaterial * static_cast<double>(total) &&
         value != 0;
}

}  // namespace

std::optional<double> HeapValues::kept() const {
  if (alloc <= 0) return std::nullopt;
  return std::clamp(static_cast<double>(inuse) / static_cast<double>(alloc), 0.0, 1.0);
}

std::int64_t HeapValues::object_size() const {
  return alloc_objects > 0 ? alloc / alloc_objects : 0;
}

std::string_view HeapFateWord(HeapFate fate) {
  constexpr std::string_view kWords[] = {"", "grows", "retained", "partly kept", "churn"};
  return kWords[static_cast<std::size_t>(fate)];
}

HeapTable::HeapTable(HeldMessage answer, HeapAsked asked)
    : answer_(std::move(answer)),
      asked_(std::move(asked)),
      name_(answer_->U32("name")),
      text_(answer_->U32("text_offset"), answer_->U8("text")),
      flat_(SumsOf("flat_")),
      cum_(SumsOf("cum_")),
      flat_before_(SumsOf("flat_before_")),
      cum_before_(SumsOf("cum_before_")) {}

HeapTable::Sums HeapTable::SumsOf(const std::string& prefix) const {
  return {answer_->I64(prefix + "inuse_objects"), answer_->I64(prefix + "inuse"),
          answer_->I64(prefix + "alloc_objects"), answer_->I64(prefix + "alloc")};
}

bool HeapTable::Sound(std::size_t names) const {
  for (const Sums* sums : {&flat_, &cum_, &flat_before_, &cum_before_}) {
    for (const auto& column : *sums) {
      if (column.size() != name_.size()) return false;
    }
  }
  return text_.Sound(name_.size()) && std::all_of(name_.begin(), name_.end(), [&](auto name) {
           return name < names || name == kNoNumber;
         });
}

Result<HeapTable> HeapTable::Read(HeldMessage answer, HeapAsked asked, std::size_t names) {
  HeapTable table(std::move(answer), std::move(asked));
  if (!table.Sound(names)) return Error{"the engine's heap is damaged"};
  return table;
}

HeapRow HeapTable::row(std::size_t i, bool cum) const {
  return {name_[i], text_[i], ValuesAt(cum ? cum_ : flat_, i),
          ValuesAt(cum ? cum_before_ : flat_before_, i)};
}

HeapFate HeapTable::FateOf(const HeapRow& row) const {
  const pb::HeapSums& total = facts().total();
  const HeapValues& now = row.values;
  const std::int64_t gained = now.inuse - row.before.inuse;
  const bool grew = !facts().earlier().empty() && IsMaterial(gained, total.inuse()) && gained > 0 &&
                    static_cast<double>(gained) > kGrown * static_cast<double>(row.before.inuse);
  if (grew) return HeapFate::kGrows;
  const auto kept = now.kept();
  const bool material =
      IsMaterial(now.inuse, total.inuse()) || IsMaterial(now.alloc, total.alloc());
  if (!kept || !material) return HeapFate::kLittle;
  if (*kept >= kRetained) return HeapFate::kRetained;
  return *kept < kChurn ? HeapFate::kChurn : HeapFate::kMixed;
}

std::optional<std::int64_t> HeapTable::Rate(const HeapValues& values,
                                            const HeapValues& before) const {
  if (facts().seconds() <= 0) return std::nullopt;
  const auto since = static_cast<double>(facts().since_before() ? before.alloc : 0);
  const double rate = (static_cast<double>(values.alloc) - since) / facts().seconds();
  return std::llround(std::clamp(rate, -9.2e18, 9.2e18));
}

const std::vector<std::uint32_t>& HeapTable::Seen(const HeapOrder& order) const {
  if (order_ == order) return seen_;
  order_ = order;
  seen_.clear();
  const auto key = [&](std::uint32_t i) {
    const HeapRow one = row(i, order.cum);
    switch (order.sort) {
      case HeapSort::kKept:
        return one.values.kept().value_or(-1);
      case HeapSort::kAlloc:
        return static_cast<double>(one.values.alloc);
      case HeapSort::kSize:
        return static_cast<double>(one.values.object_size());
      case HeapSort::kRate:
        return static_cast<double>(Rate(one.values, one.before).value_or(one.values.alloc));
      case HeapSort::kGained:
        return static_cast<double>(one.values.inuse) - static_cast<double>(one.before.inuse);
      default:
        return static_cast<double>(one.values.inuse);
    }
  };
  for (std::uint32_t i = 0; i < size(); ++i) {
    const HeapRow one = row(i, order.cum);
    if (one.values.alloc != 0 || one.values.inuse != 0 || one.before.inuse != 0) seen_.push_back(i);
  }
  std::stable_sort(seen_.begin(), seen_.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (order.sort == HeapSort::kName) {
      return order.ascending ? text_[b] < text_[a] : text_[a] < text_[b];
    }
    const double x = key(a), y = key(b);
    return order.ascending ? x < y : x > y;
  });
  return seen_;
}

}  // namespace burnglass
