#include "session/goroutine_answers.h"

#include <algorithm>
#include <numeric>

namespace burnglass {
namespace {

bool AreKnown(std::span<const std::uint32_t> numbers, std::size_t names) {
  return std::all_of(numbers.begin(), numbers.end(),
                     [&](std::uint32_t number) { return number < names || number == kNoNumber; });
}

// Numbers by which larger ones come first.
std::int64_t NumberBy(const GoroutineRow& row, GoroutineSort sort) {
  switch (sort) {
    case GoroutineSort::kBefore:
      return row.before;
    case GoroutineSort::kCount:
      return row.count;
    case GoroutineSort::kSame:
      return row.same;
    case GoroutineSort::kNew:
      return row.change;
    case GoroutineSort::kWait:
      return std::max(row.wait, row.waited);
    default:
      return 0;
  }
}

std::string_view TextBy(const GoroutineRow& row, GoroutineSort sort) {
  switch (sort) {
    case GoroutineSort::kState:
      return row.state;
    case GoroutineSort::kFunction:
      return row.function;
    case GoroutineSort::kCreator:
      return row.creator;
    default:
      return {};
  }
}

// Numbers begin with the largest and texts with A, unless the order is turned round.
bool Before(const GoroutineRow& a, const GoroutineRow& b, const GoroutineFilter& filter) {
  const std::int64_t na = NumberBy(a, filter.sort), nb = NumberBy(b, filter.sort);
  if (na != nb) return filter.ascending ? na < nb : na > nb;
  const int order = TextBy(a, filter.sort).compare(TextBy(b, filter.sort));
  return filter.ascending ? order > 0 : order < 0;
}

}  // namespace

GoroutineTable::GoroutineTable(HeldMessage answer, GoroutinesAsked asked)
    : answer_(std::move(answer)),
      asked_(std::move(asked)),
      row_(answer_->U32("row")),
      name_(answer_->U32("name")),
      stuck_(answer_->U32("stuck")),
      function_(answer_->U32("function_offset"), answer_->U8("function_text")),
      state_(answer_->U32("state_offset"), answer_->U8("state_text")),
      creator_(answer_->U32("creator_offset"), answer_->U8("creator_text")),
      filter_(answer_->U32("filter_offset"), answer_->U8("filter_text")),
      count_(answer_->I64("count")),
      before_(answer_->I64("before")),
      same_(answer_->I64("same")),
      came_(answer_->I64("came")),
      wait_(answer_->I64("wait")),
      waited_(answer_->I64("waited")),
      leaked_(answer_->I64("leaked")),
      grows_(answer_->U8("grows")) {}

bool GoroutineTable::Sound(std::size_t names) const {
  const std::size_t rows = row_.size();
  for (const auto& column : {count_, before_, same_, came_, wait_, waited_, leaked_}) {
    if (column.size() != rows) return false;
  }
  for (const TextView& column : {function_, state_, creator_, filter_}) {
    if (!column.Sound(rows)) return false;
  }
  const auto findings = static_cast<std::size_t>(facts().stuck_size());
  return name_.size() == rows && stuck_.size() == rows && grows_.size() == rows &&
         facts().gone_rows() <= rows && AreKnown(name_, names) && AreKnown(stuck_, findings);
}

Result<GoroutineTable> GoroutineTable::Read(HeldMessage answer, GoroutinesAsked asked,
                                            std::size_t names) {
  GoroutineTable table(std::move(answer), std::move(asked));
  if (!table.Sound(names)) return Error{"the engine's goroutines are damaged"};
  return table;
}

GoroutineRow GoroutineTable::operator[](std::size_t i) const {
  GoroutineRow row{row_[i],    name_[i],   function_[i], state_[i], creator_[i],
                   filter_[i], count_[i],  before_[i],   same_[i],  came_[i],
                   wait_[i],   waited_[i], leaked_[i],   stuck_[i], grows_[i] != 0};
  if (!facts().joined()) return row;
  row.change = facts().dump() && row.count > 0 ? row.came : row.count - row.before;
  return row;
}

std::optional<GoroutineRow> GoroutineTable::Find(std::uint32_t number) const {
  const auto found = std::lower_bound(row_.begin(), row_.end(), number);
  if (found == row_.end() || *found != number) return std::nullopt;
  return (*this)[static_cast<std::size_t>(found - row_.begin())];
}

std::optional<GoroutineRow> GoroutineTable::FindStuck(std::uint32_t stuck) const {
  const auto found = std::find(stuck_.begin(), stuck_.end(), stuck);
  if (found == stuck_.end()) return std::nullopt;
  return (*this)[static_cast<std::size_t>(found - stuck_.begin())];
}

const std::vector<std::uint32_t>& GoroutineTable::Seen(const GoroutineFilter& filter) const {
  if (seen_by_ && *seen_by_ == filter) return seen_;
  seen_by_ = filter;
  seen_.clear();
  for (std::uint32_t i = 0; i < size(); ++i) {
    const GoroutineRow row = (*this)[i];
    const auto& hidden = filter.hidden;
    if (std::find(hidden.begin(), hidden.end(), row.number) != hidden.end()) continue;
    if (!filter.state.empty() && row.state != filter.state) continue;
    if (std::max(row.wait, row.waited) < filter.wait) continue;
    seen_.push_back(i);
  }
  if (filter.sort == GoroutineSort::kFound) return seen_;
  const auto gone =
      std::lower_bound(seen_.begin(), seen_.end(), static_cast<std::uint32_t>(gone_from()));
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    return Before((*this)[a], (*this)[b], filter);
  };
  std::stable_sort(seen_.begin(), gone, before);
  std::stable_sort(gone, seen_.end(), before);
  return seen_;
}

GoroutineStack::GoroutineStack(HeldMessage answer, GoroutinesAsked asked)
    : answer_(std::move(answer)),
      asked_(std::move(asked)),
      id_(answer_->I64("id")),
      wait_(answer_->I64("wait")),
      line_(answer_->I64("line")),
      stayed_(answer_->U8("stayed")),
      name_(answer_->U32("name")),
      function_(answer_->U32("function_offset"), answer_->U8("function_text")),
      file_(answer_->U32("file_offset"), answer_->U8("file_text")) {}

Result<GoroutineStack> GoroutineStack::Read(HeldMessage answer, GoroutinesAsked asked,
                                            std::size_t names) {
  GoroutineStack stack(std::move(answer), std::move(asked));
  const std::size_t frames = stack.name_.size(), ids = stack.id_.size();
  const bool sound = stack.function_.Sound(frames) && stack.file_.Sound(frames) &&
                     stack.line_.size() == frames && stack.wait_.size() == ids &&
                     stack.stayed_.size() == ids && AreKnown(stack.name_, names);
  if (!sound) return Error{"the engine's goroutines of a group are damaged"};
  return stack;
}

}  // namespace burnglass
