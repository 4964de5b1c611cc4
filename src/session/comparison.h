// Comparisons: what a profile is made of, how its difference is seen, and what explains it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "query/tree_shape.h"
#include "session/flame.h"

namespace burnglass {

using ProfileId = std::uint32_t;

// Numbers below are given by the page; what is made of open profiles is numbered from here on.
inline constexpr ProfileId kFirstMade = std::uint32_t{1} << 30;

enum class CompareMode : std::uint8_t { kAbsolute, kNormalized, kPerSecond, kPerCount };
inline constexpr std::uint32_t kCompareModes = 4;

// Which changes are seen; the others are dimmed.
enum class Lens : std::uint8_t { kAll, kGrew, kShrank, kNew, kGone };
inline constexpr std::uint32_t kLenses = 5;
std::string_view LensWord(Lens lens);  // as links have it: "grew"

// Which samples of a side count, by their labels; without filters all do.
struct SideLabels {
  std::string key = {}, value = {};  // as a title says them
  std::string tagfocus = {}, tagignore = {};

  bool all() const { return tagfocus.empty() && tagignore.empty(); }
  std::string Title() const;  // "handler: /orders"
  bool operator==(const SideLabels&) const = default;
};

// What MakeQuestion asks for.
struct MakePlan {
  std::vector<ProfileId> base, source;  // A and B; without a base the sources are merged
  CompareMode mode = CompareMode::kAbsolute;
  bool cancel = false;       // as with pprof's base, else as with diff_base
  std::string counter = {};  // of kPerCount: a sample type or a fact; "": the counts below
  double base_count = 0, source_count = 0;
  std::string name = {};
  SideLabels base_labels = {}, source_labels = {};

  bool operator==(const MakePlan&) const = default;
};

pb::MakeQuestion QuestionOf(const MakePlan& plan);

// "base=1,2&source=3&mode=normalized&cancel=1&counter=alloc_objects&counts=100:200&name=…", values
// percent-encoded; modes: absolute, normalized, per-second, per-count. base_tagfocus,
// base_tagignore, source_tagfocus and source_tagignore choose samples of a side. Fails on what it
// does not know.
Result<MakePlan> ParsePlan(std::string_view text);

// What a box has of both sides, where that can be told from its widths.
struct BothSides {
  std::int64_t a = 0, b = 0;
};
BothSides SidesOf(const Box& box, TreeWidth width);

bool InLens(Lens lens, const BothSides& sides, bool significant);

struct ChangeRow {
  NameId name = 0;
  BothSides flat, cum;
  std::int64_t low = 0, high = 0;          // the interval of the change of flat
  std::int64_t cum_low = 0, cum_high = 0;  // … of cum
  std::int64_t explains = 0;
  bool significant = false;
};

// A ChangesAnswer, kept.
class ChangeTable {
 public:
  static Result<ChangeTable> Read(HeldMessage answer, std::size_t names);

  const pb::ChangesAnswer& facts() const { return answer_.header().changes_answer(); }
  std::size_t size() const { return name_.size(); }
  ChangeRow operator[](std::size_t row) const;
  std::optional<ChangeRow> Find(NameId name) const;
  // How many rows are within noise.
  std::size_t within_noise() const;

 private:
  explicit ChangeTable(HeldMessage answer);
  bool Sound(std::size_t names) const;

  HeldMessage answer_;
  std::span<const std::uint32_t> name_;
  std::span<const std::int64_t> flat_a_, flat_b_, cum_a_, cum_b_;
  std::span<const std::int64_t> low_, high_, cum_low_, cum_high_, explains_;
  std::span<const std::uint8_t> significant_;
  std::vector<std::uint32_t> row_of_;  // by name, kNoBox where there is none
};

}  // namespace burnglass
