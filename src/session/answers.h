// Answers of the engine as they are kept, and what is kept of one query. The questions and the
// columns' meaning stand in proto/engine.proto.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "session/call_graph.h"
#include "session/comparison.h"
#include "session/flame.h"
#include "session/label_answers.h"
#include "session/line_answers.h"
#include "session/slope_answers.h"

namespace burnglass {

enum class SortBy : std::uint8_t { kFlat, kCum, kName };  // as TopQuestion.Sort

// What a table is asked by.
struct TopAsked {
  SortBy sort = SortBy::kFlat;
  bool ascending = false;
  std::string pattern;
};
bool operator==(const TopAsked& a, const TopAsked& b);

struct TopRow {
  NameId name = 0;
  std::int64_t flat = 0, sum = 0, cum = 0;
  std::uint32_t boxes = 0;
  std::uint8_t flags = 0;  // 1 always inlined, 2 sometimes
};

class Top {
 public:
  static Result<Top> Read(HeldMessage answer, TopAsked asked, std::size_t names);

  const TopAsked& asked() const { return asked_; }
  std::int64_t total() const { return answer_.header().top_answer().total(); }
  std::uint32_t all_rows() const { return answer_.header().top_answer().rows(); }
  std::size_t size() const { return name_.size(); }
  TopRow operator[](std::size_t row) const;
  std::span<const std::int64_t> flat() const { return flat_; }
  std::span<const std::int64_t> cum() const { return cum_; }

  // The row of a function; none when the pattern left it out.
  std::optional<std::size_t> RowOf(NameId name) const;

 private:
  Top(HeldMessage answer, TopAsked asked);

  HeldMessage answer_;
  TopAsked asked_;
  std::span<const std::uint32_t> name_, boxes_;
  std::span<const std::int64_t> flat_, cum_, sum_;
  std::span<const std::uint8_t> flags_;
  std::vector<std::uint32_t> row_of_;  // by name, kNoBox where there is none
};

class Search {
 public:
  static Result<Search> Read(HeldMessage answer, std::size_t names);

  const std::string& pattern() const { return facts().pattern(); }
  const std::string& invalid() const { return facts().invalid(); }  // why it is no RE2, or ""
  std::int64_t matched() const { return facts().matched(); }
  std::int64_t total() const { return facts().total(); }
  std::uint32_t names() const { return facts().names(); }
  std::uint32_t boxes() const { return facts().boxes(); }
  std::span<const std::uint8_t> bits() const { return bits_; }  // a bitset over names
  bool Matches(NameId name) const {
    return name / 8 < bits_.size() && bits_[name / 8] >> name % 8 & 1;
  }
  // Hits that are too narrow for the flame answer of the whole graph: one for each row and about
  // each pixel, in units of the graph, row by row from left to right.
  std::span<const std::int64_t> narrow_x() const { return narrow_x_; }
  std::span<const std::uint32_t> narrow_depth() const { return narrow_depth_; }

 private:
  explicit Search(HeldMessage answer);
  const pb::SearchAnswer& facts() const { return answer_.header().search_answer(); }

  HeldMessage answer_;
  std::span<const std::uint8_t> bits_;
  std::span<const std::int64_t> narrow_x_;
  std::span<const std::uint32_t> narrow_depth_;
};

struct PeekRow {
  NameId name = 0;
  std::int64_t cum = 0;
};

// One function and its neighbours.
struct Peek {
  static Result<Peek> Read(const HeldMessage& answer, std::size_t names);

  NameId name = 0;
  std::int64_t flat = 0, cum = 0, total = 0;
  std::uint32_t boxes = 0;
  std::vector<PeekRow> callers, callees;  // largest first
};

// What groups are asked by.
struct GroupsAsked {
  std::uint32_t by = 0;  // as GroupsQuestion.By
  SortBy sort = SortBy::kFlat;
  bool ascending = false;
  std::string key = {};  // by label

  bool operator==(const GroupsAsked&) const = default;
};

struct Group {
  std::string text;  // "" where none is known
  std::int64_t flat = 0, cum = 0;
  std::uint32_t functions = 0;
  std::string filter = {};  // of labels: what tagfocus takes, or tagignore for those without
  bool absent = false;      // the samples without the key
};

// Packages, files, modules or kinds of code.
struct Groups {
  static Result<Groups> Read(const HeldMessage& answer, const GroupsAsked& asked);

  GroupsAsked asked;
  std::int64_t total = 0;
  std::int64_t two_values = 0;  // cost that is in more than one row
  std::vector<Group> rows;
};

// Everything known about one query of one profile. Old entries give way to new ones.
struct Answers {
  std::string query;
  std::uint32_t sample_type = 0;                // index in the profile's facts
  std::unique_ptr<Flame> flame;                 // the whole graph, perhaps without its small boxes
  std::vector<std::unique_ptr<Flame>> details;  // parts of it, finer; newest last
  std::vector<std::unique_ptr<Top>> tops;       // newest last
  std::unique_ptr<Top> totals;                  // every function, to look one up
  std::vector<std::unique_ptr<Search>> searches;
  std::vector<Peek> peeks;
  std::vector<Groups> groups;
  std::unique_ptr<Labels> labels;
  std::vector<std::unique_ptr<LabelMatrix>> matrices;  // newest last
  std::vector<std::unique_ptr<LabelColours>> colours;  // newest last
  std::vector<std::unique_ptr<Lines>> lines;           // newest last
  std::unique_ptr<ChangeTable> changes;                // of a difference
  std::unique_ptr<SlopeTable> slopes;                  // of a series, when boxes are coloured by it
  std::unique_ptr<CallGraph> graph;
  std::unique_ptr<GraphLayout> layout;  // of the graph
  std::string layout_failure;           // the sentence why there is none

  const Top* FindTop(const TopAsked& asked) const;
  const Search* FindSearch(std::string_view pattern) const;
  const Peek* FindPeek(NameId name) const;
  const Groups* FindGroups(const GroupsAsked& asked) const;
  const LabelMatrix* FindMatrix(std::string_view key, bool cum) const;
  const LabelColours* FindColours(std::string_view key) const;
  const Lines* FindLines(NameId name) const;

  // The answer to draw [begin, end) with: of those that cover it the finest.
  const Flame* FlameFor(std::int64_t begin, std::int64_t end) const;
};

}  // namespace burnglass
