// The answer about a heap as it is kept; proto/engine.proto tells its meaning.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "session/goroutine_answers.h"
#include "session/text_view.h"

namespace burnglass {

struct HeapValues {
  std::int64_t inuse_objects = 0, inuse = 0, alloc_objects = 0, alloc = 0;

  // What is in use of what was allocated, 0 … 1; none where nothing was allocated.
  std::optional<double> kept() const;
  std::int64_t object_size() const;  // bytes on average of what was allocated; 0: not known
};

// What becomes of what is allocated here, as far as one profile or two can tell.
enum class HeapFate : std::uint8_t {
  kLittle,    // too little to be told
  kGrows,     // more is in use than in the earlier profile
  kRetained,  // at least half of it is in use
  kMixed,
  kChurn,  // hardly any of it is in use
};
std::string_view HeapFateWord(HeapFate fate);  // "retained"

struct HeapRow {
  NameId name = kNoNumber;
  std::string_view text;
  HeapValues values, before;
};

enum class HeapSort : std::uint8_t { kInuse, kKept, kAlloc, kSize, kRate, kGained, kName };
inline constexpr std::uint32_t kHeapSorts = 7;

// What is asked, and how it is seen.
struct HeapAsked {
  std::string query;
  std::vector<std::uint32_t> others = {};  // none, or an earlier profile
  bool lines = false;

  bool operator==(const HeapAsked&) const = default;
};
struct HeapOrder {
  bool cum = false;  // with all that a function calls
  HeapSort sort = HeapSort::kInuse;
  bool ascending = false;

  bool operator==(const HeapOrder&) const = default;
};

class HeapTable {
 public:
  static Result<HeapTable> Read(HeldMessage answer, HeapAsked asked, std::size_t names);

  const HeapAsked& asked() const { return asked_; }
  const pb::HeapAnswer& facts() const { return answer_.header().heap_answer(); }
  std::size_t size() const { return name_.size(); }
  HeapRow row(std::size_t i, bool cum) const;
  HeapFate FateOf(const HeapRow& row) const;

  // Bytes a second; none where it is not known in which time they were allocated.
  std::optional<std::int64_t> Rate(const HeapValues& values, const HeapValues& before) const;

  // Rows in an order; those that cost nothing are left out.
  const std::vector<std::uint32_t>& Seen(const HeapOrder& order) const;

 private:
  using Sums = std::array<std::span<const std::int64_t>, 4>;

  HeapTable(HeldMessage answer, HeapAsked asked);
  bool Sound(std::size_t names) const;
  Sums SumsOf(const std::string& prefix) const;

  HeldMessage answer_;
  HeapAsked asked_;
  std::span<const std::uint32_t> name_;
  TextView text_;
  Sums flat_, cum_, flat_before_, cum_before_;
  mutable std::optional<HeapOrder> order_;  // of seen_
  mutable std::vector<std::uint32_t> seen_;
};

// How the heap of a profile is seen.
struct HeapState {
  std::optional<HeapTable> table;  // once it has come
  bool lines = false;
  HeapOrder order;
  std::optional<std::uint32_t> row;  // the chosen one
  std::uint32_t reveal = 0;          // counts up when the table shall scroll to it
};

}  // namespace burnglass
