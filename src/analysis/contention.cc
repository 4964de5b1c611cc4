#include "analysis/contention.h"

#include <algorithm>
#include <functional>
#include <map>
#include <tuple>
#include <utility>

#include "analysis/lock_sites.h"
#include "analysis/own_code.h"
#include "analysis/wait_kind.h"
#include "base/checked_sum.h"
#include "base/stable_sort.h"
#include "profile/kind.h"

namespace burnglass {
namespace {

// The sample types of Go's block and mutex profiles.
struct Columns {
  std::size_t count = kNone, delay = kNone;
  double to_ns = 1;
};

Columns ColumnsOf(const Profile& profile) {
  Columns columns;
  const auto& types = profile.data().sample_types;
  for (std::size_t i = 0; i < types.size(); ++i) {
    const std::string_view name = profile.text(types[i].type);
    if (name == "contentions") columns.count = i;
    if (name != "delay") continue;
    columns.delay = i;
    const std::string_view unit = profile.text(types[i].unit);
    if (unit == "microseconds") columns.to_ns = 1e3;
    if (unit == "milliseconds") columns.to_ns = 1e6;
    if (unit == "seconds") columns.to_ns = 1e9;
  }
  return columns;
}

using Key = std::tuple<StringId, bool, WaitKind>;

bool IsOfRuntime(OwnCode& code, std::span<const StackFrame> stack) {
  const std::string_view leaf = code.text(stack[0].name);
  return leaf.starts_with("runtime.unlock") || leaf == "runtime._LostContendedRuntimeLock";
}

// Puts the rows of locks into sites.
void FindSites(Contention& found) {
  std::map<std::string, ContentionSite, std::less<>> sites;
  for (const ContentionRow& row : found.rows) {
    if (row.idle) continue;
    const std::string name(LockSites::OwnerOf(row.function));
    ContentionSite& site = sites[name];
    site.name = name;
    (row.makes_wait ? site.makes_wait_ns : site.waits_ns) += row.delay_ns;
  }
  for (auto& [name, site] : sites) found.sites.push_back(site);
  StableSort(found.sites, [](const ContentionSite& a, const ContentionSite& b) {
    return std::max(a.waits_ns, a.makes_wait_ns) > std::max(b.waits_ns, b.makes_wait_ns);
  });
  for (ContentionRow& row : found.rows) {
    if (row.idle) continue;
    const auto at = std::find_if(
        found.sites.begin(), found.sites.end(),
        [&](const ContentionSite& site) { return site.name == LockSites::OwnerOf(row.function); });
    row.site = static_cast<std::size_t>(at - found.sites.begin());
  }
}

class Sums {
 public:
  bool Add(OwnCode& code, const ContentionSource& source, const Columns& columns, bool mutex) {
    const Profile& profile = *source.profile;
    StackReader reader(code, profile);
    for (std::size_t i = 0; i < profile.sample_count(); ++i) {
      const auto stack = reader.Read(i);
      if (stack.empty()) continue;
      runtime_ |= mutex && IsOfRuntime(code, stack);
      const WaitKind kind = mutex ? WaitKind::kMutex : WaitKindOf(code, stack);
      ContentionRow& row = rows_[{stack[code.Responsible(stack)].name, mutex, kind}];
      const double delay =
          static_cast<double>(profile.data().values[columns.delay][i]) * columns.to_ns;
      const std::int64_t count = profile.data().values[columns.count][i];
      if (__builtin_add_overflow(row.delay_ns, WholePart(delay), &row.delay_ns)) return false;
      if (__builtin_add_overflow(row.count, count, &row.count)) return false;
    }
    return true;
  }

  // Whether the last profile has locks of the runtime.
  bool TakeRuntime() { return std::exchange(runtime_, false); }

  std::vector<ContentionRow> Take(const OwnCode& code) {
    std::vector<ContentionRow> rows;
    for (auto& [key, row] : rows_) {
      if (row.delay_ns == 0 && row.count == 0) continue;
      row.function = code.text(std::get<0>(key));
      row.makes_wait = std::get<1>(key);
      row.kind = WaitKindName(std::get<2>(key));
      row.idle = !row.makes_wait && std::get<2>(key) != WaitKind::kMutex;
      rows.push_back(std::move(row));
    }
    StableSort(rows, [](const ContentionRow& a, const ContentionRow& b) {
      return std::tie(b.makes_wait, a.idle, b.delay_ns, a.function) <
             std::tie(a.makes_wait, b.idle, a.delay_ns, b.function);
    });
    return rows;
  }

 private:
  std::map<Key, ContentionRow> rows_;
  bool runtime_ = false;
};

}  // namespace

Result<Contention> FindContention(std::span<const ContentionSource> sources) {
  OwnCode code;
  for (const ContentionSource& source : sources) code.Learn(*source.profile);
  Contention found;
  Sums sums;
  for (const ContentionSource& source : sources) {
    const Columns columns = ColumnsOf(*source.profile);
    if (columns.count == kNone || columns.delay == kNone) {
      return Error{source.name +
                   ": it is no block or mutex profile: it does not measure contentions "
                   "and their delay"};
    }
    const bool mutex = ProfileKind(*source.profile, source.name) == "mutex";
    (mutex ? found.has_mutex : found.has_block) = true;
    if (!sums.Add(code, source, columns, mutex)) {
      return Error{source.name + ": the delays add up to more than 64 bits hold"};
    }
    const bool runtime = sums.TakeRuntime();
    if (mutex) (runtime ? found.counts_runtime : found.counts_no_runtime).push_back(source.name);
  }
  found.rows = sums.Take(code);
  FindSites(found);
  return found;
}

}  // namespace burnglass
