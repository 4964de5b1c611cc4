#include "analysis/goroutine_rows.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>

#include "base/stable_sort.h"

namespace burnglass {
namespace {

struct Span {
  std::int64_t from;  // minutes
  std::string_view words;
};
constexpr std::array kSpans = {Span{0, "less than a minute"}, Span{1, "1 to 9 minutes"},
                               Span{10, "10 to 59 minutes"}, Span{60, "an hour or more"}};

std::size_t SpanOf(std::int64_t minutes) {
  std::size_t span = kSpans.size() - 1;
  while (span > 0 && minutes < kSpans[span].from) --span;
  return span;
}

const GoroutineGroup& GroupAt(const Goroutines& found, std::size_t group) {
  return group < found.groups.size() ? found.groups[group]
                                     : found.gone[group - found.groups.size()];
}

class Grouping {
 public:
  Grouping(const Goroutines& found, GoroutinesBy by) : found_(found), by_(by) {}

  GoroutineRows Group() {
    for (const GoroutineMember& one : found_.members) {
      result_.row_of.push_back(RowOf(one));
      Add(one, result_.rows[result_.row_of.back()]);
    }
    for (const GoroutineMember& one : found_.before) {
      result_.row_of_before.push_back(RowOf(one));
      result_.rows[result_.row_of_before.back()].before += one.count;
    }
    if (by_ != GoroutinesBy::kWait) AddLeaks();
    Sort();
    return std::move(result_);
  }

 private:
  std::uint32_t RowOf(const GoroutineMember& one) {
    const GoroutineGroup& group = GroupAt(found_, one.group);
    const bool by_creator = by_ == GoroutinesBy::kCreator;
    const std::string_view key = by_ == GoroutinesBy::kWait ? kSpans[SpanOf(one.wait_minutes)].words
                                 : by_creator               ? std::string_view(group.created_by)
                                                            : std::string_view(group.state);
    const auto [it, added] =
        row_of_.try_emplace(key, static_cast<std::uint32_t>(result_.rows.size()));
    if (added) {
      result_.rows.emplace_back();
      (by_creator ? result_.rows.back().created_by : result_.rows.back().state) = key;
    }
    return it->second;
  }

  void Add(const GoroutineMember& one, GoroutineGroup& row) const {
    row.count += one.count;
    row.longest_wait_minutes = std::max(row.longest_wait_minutes, one.wait_minutes);
    if (one.stayed == Stayed::kCame) row.came += one.count;
    if (one.stayed == Stayed::kSame) {
      row.in_all_dumps += one.count;
      row.waited_before_minutes = std::max(row.waited_before_minutes, one.waited_before_minutes);
    }
    const auto& stuck = found_.groups[one.group].stuck;
    if (stuck && (!row.stuck || *stuck < *row.stuck)) row.stuck = stuck;
  }

  void AddLeaks() {
    std::vector<bool> added(found_.groups.size());
    for (std::size_t i = 0; i < found_.members.size(); ++i) {
      const std::uint32_t group = found_.members[i].group;
      if (added[group]) continue;
      added[group] = true;
      result_.rows[result_.row_of[i]].leaked += found_.groups[group].leaked;
    }
  }

  void Sort() {
    std::vector<std::uint32_t> order(result_.rows.size());
    std::iota(order.begin(), order.end(), 0);
    const auto key = [this](std::uint32_t i) {
      const GoroutineGroup& row = result_.rows[i];
      const bool wait = by_ == GoroutinesBy::kWait;
      return std::tuple(row.count == 0, wait ? -row.longest_wait_minutes : 0, -row.count,
                        -row.before, std::string_view(row.state), std::string_view(row.created_by));
    };
    StableSort(order, [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    std::vector<std::uint32_t> place(order.size());
    std::vector<GoroutineGroup> rows;
    for (const std::uint32_t i : order) {
      place[i] = static_cast<std::uint32_t>(rows.size());
      rows.push_back(std::move(result_.rows[i]));
      if (rows.back().count > 0) ++result_.here;
    }
    result_.rows = std::move(rows);
    for (auto* column : {&result_.row_of, &result_.row_of_before}) {
      for (std::uint32_t& row : *column) row = place[row];
    }
  }

  const Goroutines& found_;
  const GoroutinesBy by_;
  std::map<std::string_view, std::uint32_t> row_of_;
  GoroutineRows result_;
};

GoroutineRows ByStack(const Goroutines& found) {
  GoroutineRows result;
  result.rows = found.groups;
  result.rows.insert(result.rows.end(), found.gone.begin(), found.gone.end());
  result.here = found.groups.size();
  for (const GoroutineMember& one : found.members) result.row_of.push_back(one.group);
  for (const GoroutineMember& one : found.before) result.row_of_before.push_back(one.group);
  return result;
}

}  // namespace

GoroutineRows GroupGoroutines(const Goroutines& found, GoroutinesBy by) {
  return by == GoroutinesBy::kStack ? ByStack(found) : Grouping(found, by).Group();
}

}  // namespace burnglass
