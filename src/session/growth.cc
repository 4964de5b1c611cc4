#include "session/growth.h"

#include <algorithm>

namespace burnglass {
namespace {

template <typename To, typename From>
std::vector<To> Copied(const From& from) {
  return {from.begin(), from.end()};
}

GrowthRow RowOf(const pb::SeriesRow& row) {
  return {row.function(), row.name_id(),     row.verdict(),  Copied<std::int64_t>(row.count()),
          row.slope(),    row.slope_error(), row.steps_up(), row.at()};
}

bool Sound(const Growth& growth, std::size_t names) {
  const std::size_t size = growth.size();
  if (size == 0 || growth.profiles.size() != size || growth.totals.size() != size) return false;
  if (growth.timed && growth.times.size() != size) return false;
  return std::all_of(growth.rows.begin(), growth.rows.end(), [&](const GrowthRow& row) {
    return row.counts.size() == size && row.name < names && row.at <= size;
  });
}

}  // namespace

Result<Growth> ReadGrowth(const pb::SeriesAnswer& answer, std::size_t names) {
  Growth growth;
  growth.query = answer.query(), growth.type = answer.type(), growth.unit = answer.unit();
  growth.timed = answer.timed(), growth.differences = answer.differences();
  growth.times = Copied<std::int64_t>(answer.time());
  growth.names = Copied<std::string>(answer.name());
  growth.profiles = Copied<std::uint32_t>(answer.profile());
  growth.totals = Copied<std::int64_t>(answer.total());
  for (const pb::SeriesRow& row : answer.row()) growth.rows.push_back(RowOf(row));
  growth.row_count = answer.rows();
  if (!Sound(growth, names)) return Error{"The engine's answer is damaged."};
  return growth;
}

std::string_view GrowthFilterWord(GrowthFilter filter) {
  switch (filter) {
    case GrowthFilter::kGrows:
      return "Only grows";
    case GrowthFilter::kStable:
      return "Large but stable";
    case GrowthFilter::kUpAndDown:
      return "Up and down";
    case GrowthFilter::kAll:
      break;
  }
  return "All";
}

// A step or drift up is growth, too; one down goes up and down.
bool InFilter(GrowthFilter filter, const GrowthRow& row) {
  const bool stable = row.verdict == "large but stable";
  const bool moved = row.verdict == "step" || row.verdict == "drift";
  const bool grows = row.verdict == "only grows" || (moved && row.last() > row.first());
  switch (filter) {
    case GrowthFilter::kGrows:
      return grows;
    case GrowthFilter::kStable:
      return stable;
    case GrowthFilter::kUpAndDown:
      return !grows && !stable;
    case GrowthFilter::kAll:
      break;
  }
  return true;
}

std::vector<std::uint32_t> GrowthRows(const Growth& growth, GrowthFilter filter) {
  std::vector<std::uint32_t> rows;
  for (std::uint32_t i = 0; i < growth.rows.size(); ++i) {
    if (InFilter(filter, growth.rows[i])) rows.push_back(i);
  }
  return rows;
}

std::optional<std::uint32_t> NextGrowthRow(const GrowthState& state, int step) {
  if (!state.growth) return std::nullopt;
  const std::vector<std::uint32_t> rows = GrowthRows(*state.growth, state.filter);
  if (rows.empty()) return std::nullopt;
  const auto at = state.row ? std::find(rows.begin(), rows.end(), *state.row) : rows.end();
  if (at == rows.end()) return step > 0 ? rows.front() : rows.back();
  const auto last = static_cast<std::ptrdiff_t>(rows.size()) - 1;
  const auto next = std::clamp<std::ptrdiff_t>((at - rows.begin()) + step, 0, last);
  return rows[static_cast<std::size_t>(next)];
}

}  // namespace burnglass
