// Growth: what a series of profiles says over time, as the engine tells it (SeriesAnswer), and
// which of it a person looks at.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "message/message.h"
#include "session/names.h"

namespace burnglass {

struct GrowthRow {
  std::string function;
  NameId name = 0;                    // in the merged profile; 0: it is not there
  std::string verdict;                // "only grows"
  std::vector<std::int64_t> counts;   // of each profile
  double slope = 0, slope_error = 0;  // per hour, or per profile
  std::uint32_t steps_up = 0;         // how often the next count was larger
  std::uint32_t at = 0;               // of a step: the first profile behind it, from 1

  std::int64_t first() const { return counts.front(); }
  std::int64_t last() const { return counts.back(); }
};

struct Growth {
  std::string query, type, unit;
  bool timed = false;        // `times` are nanoseconds since 1970; else there are none
  bool differences = false;  // a count is what came since the profile before
  std::vector<std::int64_t> times;
  std::vector<std::string> names;  // of the profiles, in the order of their times
  std::vector<std::uint32_t> profiles;
  std::vector<std::int64_t> totals;  // of each
  std::vector<GrowthRow> rows;       // the most evident growth first
  std::uint32_t row_count = 0;       // with those that are not here

  std::size_t size() const { return names.size(); }
};

// Fails when the message contradicts itself; `names` is how many the profile has.
Result<Growth> ReadGrowth(const pb::SeriesAnswer& answer, std::size_t names);

// Profiles begin … end - 1 of a series.
struct Brush {
  std::uint32_t begin = 0, end = 0;

  bool empty() const { return begin >= end; }
  std::uint32_t size() const { return empty() ? 0 : end - begin; }
  bool operator==(const Brush&) const = default;
};

// The rows that are seen.
enum class GrowthFilter : std::uint8_t { kAll, kGrows, kStable, kUpAndDown };
inline constexpr std::uint32_t kGrowthFilters = 4;
std::string_view GrowthFilterWord(GrowthFilter filter);  // "Only grows"
bool InFilter(GrowthFilter filter, const GrowthRow& row);

// Those that the filter leaves, by their places in the answer.
std::vector<std::uint32_t> GrowthRows(const Growth& growth, GrowthFilter filter);

struct GrowthState {
  std::unique_ptr<Growth> growth;  // once it has come
  Brush a, b;                      // what was brushed first and then
  GrowthFilter filter = GrowthFilter::kAll;
  std::vector<std::uint32_t> deploys;  // a deploy came before the profile with this place
  std::optional<std::uint32_t> row;    // the chosen one, by its place in the answer
  std::vector<std::string> failed;     // sentences about files of the set that could not be read
};

// The first window stays until a second one is brushed; a third begins anew. A is the earlier one.
void BrushSeries(GrowthState& state, Brush brush);
// Moves an edge: 0 A begin, 1 A end, 2 B begin, 3 B end. A window keeps a profile at least.
void MoveEdge(GrowthState& state, std::uint32_t edge, std::uint32_t to);
// Moves the window that was brushed last, or only its later edge, by one profile. Without any the
// first or the last profile becomes one.
void StepWindow(GrowthState& state, int step, bool whole);

// The row above (-1) or below (1) the chosen one among those that the filter leaves; none: there is
// none.
std::optional<std::uint32_t> NextGrowthRow(const GrowthState& state, int step);

}  // namespace burnglass
