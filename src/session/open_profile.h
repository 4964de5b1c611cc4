// OpenProfile: one tab: what is loading, open or failed, what is asked of it, and how it is seen.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "query/query.h"
#include "session/answers.h"
#include "session/comparison.h"
#include "session/contention_answers.h"
#include "session/fact_sheet.h"
#include "session/goroutine_answers.h"
#include "session/graph_camera.h"
#include "session/growth.h"
#include "session/heap_answers.h"
#include "session/look.h"
#include "session/privacy_sheet.h"
#include "session/zoom.h"

namespace burnglass {

enum class LoadState : std::uint8_t { kLoading, kOpen, kFailed };

struct Loading {
  static constexpr double kNotYet = -1;

  bool building = false;       // the file is read; its index is being built
  double done = 0, total = 0;  // bytes of the file, or samples; total 0: not known
  double file_bytes = 0;       // last total of bytes, to be told while building
  // When the clock was first looked at after it was heard of, or was opened, ms: the time of an
  // event is that of the frame before, which may be long ago.
  double since = kNotYet;
  bool parts = false;  // done and total count the files of a set
};

struct SampleTypeFacts {
  std::string type, unit;
  std::int64_t total = 0;
  double cores = 0;  // busy on average; 0: not known
};

// What is known of an open profile: the fields of Opened.
struct Facts {
  std::string kind, program;
  std::vector<SampleTypeFacts> sample_types;
  std::uint32_t default_sample_type = 0;
  std::int64_t samples = 0;
  std::int64_t time_nanos = 0, duration_nanos = 0;
  std::int64_t period = 0;
  std::string period_type, period_unit;
  std::vector<std::string> comments, repaired;
  std::string empty_reason;
  bool compared = false;         // a difference that says of its samples which side they are of
  std::uint64_t goroutines = 0;  // that are told one by one
  std::vector<std::string> label_keys;

  // How a query asks for this type: by nothing for the default, by its name where that is unique,
  // else by its index.
  std::string SampleIndex(std::uint32_t type) const;
};

// A place to go back to.
struct ZoomStep {
  Window window;
  Box target;  // the box zoomed to, if it was one
  double scroll = 0;
};

// How one profile's graph was seen, to be seen so again.
struct Sight {
  Window window;
  double scroll = 0;
  Box target;
  std::vector<ZoomStep> back;
  Box selected;
  std::optional<NameId> selected_name;
};

// How one profile's graph is seen. Boxes belong to the query that is shown.
struct ViewState {
  Window window;               // width 0: the whole graph, once it is known
  double scroll = 0;           // px by which rows are moved towards the root's side
  Box target;                  // the box zoomed to: its ancestors are dimmed
  std::vector<ZoomStep> back;  // oldest first
  Box hovered;
  Box selected;
  std::optional<NameId> selected_name;
  std::vector<NameId> marked;  // functions that one filter shall name together, rows of the table
  std::uint32_t selected_index = 0,
                selected_of = 0;  // which of its function's boxes; of 0: unknown
  bool by_key = false;            // the selection was made by key: it shows the focus ring
  std::optional<std::uint32_t> match_index;  // which hit was stepped to, from 0
  GraphCamera camera;                        // of the call graph
  std::optional<NameId> in_graph;            // the last one that was brought into its sight
  std::uint32_t reveal = 0;  // counts up when the table shall scroll to the selected function
};

// Boxes that were met in a sketch are known by the numbers of the answer as soon as it is there.
void SettleBoxes(ViewState& view, const Flame& flame);

// What of the labels is seen; it stays from query to query.
struct LabelsState {
  std::string key;                 // "": the first one
  bool matrix = false;             // functions by value, not values alone
  bool cum = false;                // of the functions
  std::optional<SideLabels> side;  // chosen as A of a comparison that has no B yet
};

// How goroutines are seen. Rows are those of one way to join and to group.
inline constexpr ProfileId kJoinAll = 0xffffffff;
struct GoroutinesState {
  std::optional<ProfileId> joined;  // 0: with none, kJoinAll; not chosen: with all before it
  std::uint32_t by = 0;             // as GoroutinesQuestion.By
  GoroutineFilter filter;
  std::optional<std::uint32_t> row;
  std::int64_t id = 0;       // whose text is shown; 0: of the row's first
  std::uint32_t reveal = 0;  // counts up when the table shall scroll to the row
};

// One function among all of its callers and callees.
struct PivotState {
  std::optional<NameId> name;  // none: the hottest of the program's own functions
  std::vector<NameId> back;    // those before it, oldest first
  // Of the graph of callers and callees. A scroll below 0 shows more callers.
  ViewState view;
  // Of `answers`: the last two whose graphs have come, of one function; null before that.
  Answers* callers = nullptr;
  Answers* callees = nullptr;
  NameId shown = 0;  // whose they are
};

// A comparison's two sides as graphs of their own: of `answers`, null until both have come.
struct SideAnswers {
  Answers* before = nullptr;
  Answers* after = nullptr;
};

// So many profiles of a kind are a series; fewer are opened one by one.
inline constexpr std::size_t kLeastSeries = 3;

struct OpenProfile {
  ProfileId id = 0;
  std::uint32_t drop = 0;  // files that came together have the same
  LoadState state = LoadState::kLoading;
  std::string name;  // of the file
  Loading loading;
  std::string failure;  // the sentence

  std::optional<HeldMessage> opened;  // the names point into these
  std::vector<HeldMessage> more_names;
  Facts facts;
  Names names;

  Query query;
  std::vector<std::unique_ptr<Answers>> answers;  // newest last
  Answers* shown = nullptr;                       // of `answers`: the last one whose graph has come
  std::string refusal;                            // why the last question has no answer
  ViewState view;
  PivotState pivot;
  LabelsState labels;
  GoroutinesState goroutines;
  GoroutineAnswers goroutine_answers;
  std::unique_ptr<ContentionTable> contention;
  std::optional<std::uint32_t> contention_row;  // the chosen one
  HeapState heap;
  std::optional<FactSheet> sheet;       // once it was asked for
  std::optional<PrivacySheet> privacy;  // likewise
  std::set<std::string> kept_packages;  // whose names a redacted copy keeps
  std::optional<Sight> sight;           // to be taken as soon as the query's graph is there
  std::optional<View> own_view;         // of its kind alone: shown again when one comes back to it

  bool outdated = false;   // failed before the files that are loading now: it gives way to them
  bool reloading = false;  // a fresh engine reads it again: nothing is asked meanwhile

  std::optional<MakePlan> plan;         // it was made of other open profiles
  std::optional<MakePlan> plan_before;  // while it is made otherwise: how it was
  bool to_make = false;                 // as soon as all of these are there
  std::uint32_t times_made = 0;         // counts up with every Opened
  TreeWidth width = TreeWidth::kBoth;   // of a difference
  Lens lens = Lens::kAll;
  SideAnswers sides;
  GrowthState growth;  // of a series

  bool IsSeries() const {
    return plan && plan->base.empty() && plan->source.size() >= kLeastSeries;
  }
  bool IsDiff() const { return facts.compared || (plan && !plan->base.empty()); }
  // Boxes tell what they have of each side.
  bool HasSides() const { return facts.compared; }

  // The index of the sample type that a query asks for; only when open and not empty.
  std::uint32_t SampleTypeOf(const Query& query) const;
  // The one whose answers are shown; before there are any, the one that is asked for.
  const SampleTypeFacts& Type() const;

  // The pattern that hides all but the program's own code, which is made when it is first needed;
  // and that pattern where the query hides anything, so that it may be found in it, else "".
  const std::string& Others() const;
  std::string_view SoughtOthers() const;
  mutable std::optional<std::string> others_made;

  // The function that the callers view is about; none until it is known which is the hottest.
  std::optional<NameId> Pivot() const;

  // Nothing to draw, and facts.empty_reason says why.
  bool Empty() const { return state == LoadState::kOpen && !facts.empty_reason.empty(); }

  // The program, or the file without the endings of pprof's files.
  std::string Title() const;
};

// Nothing speaks against it: some files, such as dumps of goroutines, do not tell their program.
bool MayBeOfOneProgram(const OpenProfile& a, const OpenProfile& b);

}  // namespace burnglass
