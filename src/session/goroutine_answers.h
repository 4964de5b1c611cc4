// Answers about goroutines as they are kept; proto/engine.proto tells their meaning.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "session/names.h"
#include "session/text_view.h"

namespace burnglass {

inline constexpr std::uint32_t kNoNumber = 0xffffffff;

// What goroutines are asked by.
struct GoroutinesAsked {
  std::vector<std::uint32_t> others = {};  // profiles that they are joined with
  std::uint32_t by = 0;                    // as GoroutinesQuestion.By
  std::string query = {}, pattern = {};
  std::uint32_t row = kNoNumber;  // of GoroutineQuestion
  std::int64_t id = 0;

  bool operator==(const GoroutinesAsked&) const = default;
  // Whether rows have the same numbers.
  bool SameRows(const GoroutinesAsked& other) const {
    return others == other.others && by == other.by;
  }
};

enum class GoroutineSort : std::uint8_t {
  kFound,  // the most suspicious first
  kBefore,
  kCount,
  kSame,
  kNew,
  kWait,
  kState,
  kFunction,
  kCreator,
};

// Which rows are seen, and in which order.
struct GoroutineFilter {
  std::string state;                  // only these; "": all
  std::int64_t wait = 0;              // only what has waited so many minutes
  std::vector<std::uint32_t> hidden;  // numbers of rows
  GoroutineSort sort = GoroutineSort::kFound;
  bool ascending = false;

  bool operator==(const GoroutineFilter&) const = default;
};

struct GoroutineRow {
  std::uint32_t number = 0;
  NameId name = kNoNumber;  // the function's, where it is one of the profile's names
  std::string_view function, state, creator;
  std::string_view filter;  // what tagfocus takes, or ""
  std::int64_t count = 0, before = 0, same = 0, came = 0;
  std::int64_t wait = 0, waited = 0, leaked = 0;
  std::uint32_t stuck = kNoNumber;  // of GoroutinesAnswer.stuck
  bool grows = false;
  // Those that came since, or less those that are gone; where nothing tells goroutines apart, the
  // difference.
  std::int64_t change = 0;
};

class GoroutineTable {
 public:
  static Result<GoroutineTable> Read(HeldMessage answer, GoroutinesAsked asked, std::size_t names);

  const GoroutinesAsked& asked() const { return asked_; }
  const pb::GoroutinesAnswer& facts() const { return answer_.header().goroutines_answer(); }
  std::size_t size() const { return row_.size(); }
  // Rows from here on are of what is gone.
  std::size_t gone_from() const { return size() - facts().gone_rows(); }
  GoroutineRow operator[](std::size_t i) const;
  std::optional<GoroutineRow> Find(std::uint32_t number) const;
  // The first row that a finding is of.
  std::optional<GoroutineRow> FindStuck(std::uint32_t stuck) const;

  // Indices of the rows that a filter leaves, as it orders them; those that are gone come last.
  // Valid until another filter is asked for.
  const std::vector<std::uint32_t>& Seen(const GoroutineFilter& filter) const;

 private:
  GoroutineTable(HeldMessage answer, GoroutinesAsked asked);
  bool Sound(std::size_t names) const;

  HeldMessage answer_;
  GoroutinesAsked asked_;
  std::span<const std::uint32_t> row_, name_, stuck_;
  TextView function_, state_, creator_, filter_;
  std::span<const std::int64_t> count_, before_, same_, came_, wait_, waited_, leaked_;
  std::span<const std::uint8_t> grows_;
  mutable std::optional<GoroutineFilter> seen_by_;
  mutable std::vector<std::uint32_t> seen_;
};

// The goroutines of a row and the stack that they stand in, the first one's where they differ.
class GoroutineStack {
 public:
  struct Frame {
    NameId name = kNoNumber;
    std::string_view function, file;
    std::int64_t line = 0;
  };

  static Result<GoroutineStack> Read(HeldMessage answer, GoroutinesAsked asked, std::size_t names);

  const GoroutinesAsked& asked() const { return asked_; }
  std::size_t size() const { return name_.size(); }  // frames, leaf first
  Frame operator[](std::size_t i) const { return {name_[i], function_[i], file_[i], line_[i]}; }
  std::int64_t elided() const { return answer_.header().goroutine_answer().elided(); }
  std::span<const std::int64_t> ids() const { return id_; }
  std::span<const std::int64_t> waits() const { return wait_; }
  std::span<const std::uint8_t> stayed() const { return stayed_; }  // 1: where it stood

 private:
  GoroutineStack(HeldMessage answer, GoroutinesAsked asked);

  HeldMessage answer_;
  GoroutinesAsked asked_;
  std::span<const std::int64_t> id_, wait_, line_;
  std::span<const std::uint8_t> stayed_;
  std::span<const std::uint32_t> name_;
  TextView function_, file_;
};

struct GoroutineText {
  GoroutinesAsked asked;
  std::string text;
};

// What is kept of one profile's; the newest last.
struct GoroutineAnswers {
  std::vector<std::unique_ptr<GoroutineTable>> tables;
  std::vector<std::unique_ptr<GoroutineStack>> stacks;
  std::vector<GoroutineText> texts;
};

}  // namespace burnglass
