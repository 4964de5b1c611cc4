// Profile: what was measured, as profile.proto says it, in columns. Built once by FinishProfile,
// then never changed; indices instead of ids and pointers, so that it can be walked without doubt.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/string_table.h"
#include "profile/location_tree.h"

namespace burnglass {

inline constexpr std::uint32_t kNone = 0xffffffff;

struct ValueType {
  StringId type = 0;
  StringId unit = 0;
};

struct Mapping {
  std::uint64_t id = 0;  // as in the file; the index is what everything else uses
  std::uint64_t start = 0, limit = 0, offset = 0;
  StringId file = 0, build_id = 0;
  bool has_functions = false, has_filenames = false, has_line_numbers = false,
       has_inline_frames = false;
};

struct Function {
  std::uint64_t id = 0;
  StringId name = 0, system_name = 0, filename = 0;
  std::int64_t start_line = 0;
};

struct Line {
  std::uint32_t function = 0;  // index into functions
  std::int64_t line = 0, column = 0;
};

struct Location {
  std::uint64_t id = 0;
  std::uint64_t address = 0;
  std::uint32_t mapping = kNone;               // index into mappings
  std::uint32_t line_begin = 0, line_end = 0;  // range in lines, innermost first
  bool is_folded = false;
};

struct Label {
  StringId key = 0;
  StringId str = 0;      // of a string label
  std::int64_t num = 0;  // of a numeric label
  StringId unit = 0;     // of a numeric label
  bool numeric = false;
};

// Something that the program told besides what was measured: of "# HeapAlloc = 17786080" in a heap
// profile the name "HeapAlloc" and the value "17786080".
struct Fact {
  StringId name = 0, value = 0;
};

// One goroutine of a dump of all goroutines (goroutine?debug=2, a panic, SIGQUIT). Two dumps of one
// program are joined by id; in one file an id may come twice, when it holds two dumps, and each
// thread has a goroutine 0 of its own.
struct Goroutine {
  std::int64_t id = 0;
  std::uint32_t sample = 0;          // has its stack and labels, and counts one
  StringId state = 0;                // "chan receive"
  std::int64_t wait_minutes = 0;     // 0: less than one, or not told
  StringId created_by = 0;           // the function with its go statement, "" if not told
  std::int64_t created_in = 0;       // the goroutine that ran it; 0 if not told, as before Go 1.21
  bool locked = false;               // to its thread
  bool leaked = false;               // by Go's own search for leaks
  bool unavailable = false;          // its stack, as it was running on another thread
  std::uint64_t begin = 0, end = 0;  // its text in goroutine_text
};

// All the columns. A decoder fills one and hands it to FinishProfile; later it is read-only.
struct ProfileData {
  StringTable strings;
  std::vector<ValueType> sample_types;
  StringId default_sample_type = 0;
  std::vector<Mapping> mappings;  // mappings[0] is the main binary
  std::vector<Function> functions;
  std::vector<Line> lines;
  std::vector<Location> locations;

  // Sample i has the locations stacks[stack_ends[i-1] .. stack_ends[i]), leaf first, and the labels
  // labels[label_ends[i-1] .. label_ends[i]), in the file's order. label_ends may be empty when
  // there are no labels at all.
  std::vector<std::uint32_t> stacks;
  std::vector<std::uint32_t> stack_ends;
  // The stacks merged, in place of these two columns: so they are a tenth as large. A finished
  // profile has no others.
  std::shared_ptr<const LocationTree> tree;
  std::vector<Label> labels;
  std::vector<std::uint32_t> label_ends;
  std::vector<std::vector<std::int64_t>> values;  // values[sample type][sample]

  std::int64_t time_nanos = 0, duration_nanos = 0, period = 0;
  ValueType period_type;
  std::vector<StringId> comments;
  StringId drop_frames = 0, keep_frames = 0, doc_url = 0;

  std::vector<std::string> repaired;  // sentences: what was mended when reading

  // Of one moment of one program: where several profiles are merged, the result has none.
  std::vector<Fact> facts;
  std::vector<Goroutine> goroutines;  // in the file's order, which is that of the samples
  // The goroutines as the file prints them, with their headers; lines end by "\n" only.
  std::string goroutine_text;

  std::size_t sample_count() const { return tree ? tree->leaf.size() : stack_ends.size(); }
};

// Puts the locations of a sample, leaf first, behind what is there.
void AppendStack(const ProfileData& data, std::size_t sample, std::vector<std::uint32_t>& to);

// Stacks from columns to a tree, and back; where they are so already, nothing is done. Columns must
// be in order for the one (CheckProfile), and the other needs four bytes a frame.
void MergeStacks(ProfileData& data);
void SpreadStacks(ProfileData& data);

class Profile {
 public:
  explicit Profile(ProfileData data) : data_(std::move(data)) {}

  const ProfileData& data() const { return data_; }
  std::string_view text(StringId id) const { return data_.strings[id]; }
  std::size_t sample_count() const { return data_.sample_count(); }

  // The locations of a sample, leaf first.
  std::vector<std::uint32_t> stack(std::size_t sample) const {
    std::vector<std::uint32_t> locations;
    AppendStack(data_, sample, locations);
    return locations;
  }
  const std::shared_ptr<const LocationTree>& stacks() const { return data_.tree; }
  std::span<const Label> labels(std::size_t sample) const {
    return data_.label_ends.empty() ? std::span<const Label>()
                                    : Range(data_.labels, data_.label_ends, sample);
  }
  std::span<const Line> lines(const Location& location) const {
    return std::span(data_.lines)
        .subspan(location.line_begin, location.line_end - location.line_begin);
  }
  std::string_view text(const Goroutine& goroutine) const {
    return std::string_view(data_.goroutine_text)
        .substr(static_cast<std::size_t>(goroutine.begin),
                static_cast<std::size_t>(goroutine.end - goroutine.begin));
  }

 private:
  template <typename T>
  static std::span<const T> Range(const std::vector<T>& all, const std::vector<std::uint32_t>& ends,
                                  std::size_t i) {
    const std::uint32_t begin = i == 0 ? 0 : ends[i - 1];
    return std::span<const T>(all).subspan(begin, ends[i] - begin);
  }

  ProfileData data_;
};

using ProfilePtr = std::shared_ptr<const Profile>;

// Checks what pprof's CheckValid checks (a value for each type, ids that are unique and not 0) and
// that all columns agree in length and all indices are in range.
Status CheckProfile(const ProfileData& data);

// The door: CheckProfile, then a Profile. Past it nothing about a profile can fail.
Result<ProfilePtr> FinishProfile(ProfileData data);

}  // namespace burnglass
