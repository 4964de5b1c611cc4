// Many profiles of one program, one after the other: which functions' costs grow.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "analysis/own_code.h"
#include "analysis/stack_numbers.h"
#include "analysis/trend.h"
#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

enum class SeriesBy {
  kFunction,  // a row for each function that answers for stacks (analysis/own_code.h)
  kStack,     // a row for each stack
};

struct SeriesOptions {
  std::string sample_type = {};  // empty: the profiles' default
  SeriesBy by = SeriesBy::kFunction;
};

struct SeriesRow {
  std::string function;
  std::vector<std::string> stack = {};    // leaf first: that which changed most, or the row's own
  std::vector<std::int64_t> counts = {};  // one of each profile
  Trend trend = {};                       // times are hours
};

struct Series {
  std::string kind, type, unit;         // "heap", "inuse_space", "bytes"
  std::vector<std::string> names = {};  // of the profiles, in the order of their times
  // Nanoseconds since 1970; without any, the places of the profiles.
  std::vector<std::int64_t> times = {};
  bool timed = false;
  // The counts of profiles since the program began are taken apart: a count is what came since the
  // profile before.
  bool differences = false;
  // What grows most comes first: growing and rising functions by their sure change, then those that
  // fall, are large or go up and down.
  std::vector<SeriesRow> rows = {};

  // The largest sure growth, as a part of the mean of all counts.
  double growth = 0;
};

// Takes profiles one by one and keeps only sums of them.
class SeriesBuilder {
 public:
  explicit SeriesBuilder(std::string kind, SeriesOptions options = {})
      : kind_(std::move(kind)), options_(std::move(options)) {}

  // Fails when the profile has no such sample type.
  Status Add(std::string name, const Profile& profile);

  std::size_t size() const { return points_.size(); }
  Series Finish();

 private:
  // What one profile says of a stack.
  struct Cost {
    std::uint32_t stack = 0;
    std::int64_t value = 0;
  };
  struct Point {
    std::string name;
    std::int64_t time = 0, duration = 0;
    std::vector<Cost> costs = {};
  };
  class Rows;

  std::uint32_t StackOf(std::span<const StackFrame> frames);

  std::string kind_;
  SeriesOptions options_;
  std::string type_, unit_;
  double period_ = 0;  // between two samples, in the unit of the values; 0: not known
  OwnCode code_;
  std::vector<Point> points_;
  StackNumbers<StringId> stacks_;
  std::vector<StringId> names_;  // of the stack that is looked for
};

// What profiles of one series have in common: their kind, as ProfileKind tells it, and what they
// show by default: "heap inuse_space" and "heap alloc_space" are two. Dumps with the text of each
// goroutine have other stacks than counts of them.
std::string SeriesKey(const Profile& profile, const std::string& kind);

// Whether values of this type are of all the time since the program began. Profiles that tell how
// long they measured are of that time alone.
bool CountsSinceStart(std::string_view type, std::int64_t duration);

// A name of the verdict as in JSON: "only grows".
std::string_view VerdictName(Verdict verdict);

}  // namespace burnglass
