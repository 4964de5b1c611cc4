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

std::uint32_t SizeOf(const GrowthState& state) {
  return static_cast<std::uint32_t>(state.growth ? state.growth->size() : 0);
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

void BrushSeries(GrowthState& state, Brush brush) {
  brush.end = std::min(brush.end, SizeOf(state));
  if (brush.empty()) return;
  if (state.a.empty() || !state.b.empty()) {
    state.a = brush, state.b = {};
  } else {
    state.b = brush;
    if (state.b.begin < state.a.begin) std::swap(state.a, state.b);
  }
}

void MoveEdge(GrowthState& state, std::uint32_t edge, std::uint32_t to) {
  Brush& window = edge < 2 ? state.a : state.b;
  if (window.empty()) return;
  if (edge % 2 == 0) {
    window.begin = std::min(to, window.end - 1);
  } else {
    window.end = std::clamp(to, window.begin + 1, SizeOf(state));
  }
}

void StepWindow(GrowthState& state, int step, bool whole) {
  const std::uint32_t size = SizeOf(state);
  if (size == 0) return;
  if (state.a.empty()) {
    state.a = step > 0 ? Brush{0, 1} : Brush{size - 1, size};
    return;
  }
  Brush& window = state.b.empty() ? state.a : state.b;
  const auto by = static_cast<std::uint32_t>(step);  // -1 wraps around, and back again
  const bool room = step > 0 ? window.end < size : whole ? window.begin > 0 : window.size() > 1;
  if (!room) return;
  window.end += by;
  if (whole) window.begin += by;
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
