// An engine small enough to be read: it answers the questions of the viewer from a few stacks that
// are written down as text, so that the rooms session and ui are tested without the real one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "message/message.h"
#include "query/tree_shape.h"

namespace burnglass {

inline constexpr std::uint32_t kNone = 0xffffffff;

// A small program of six functions; what its lines mean is told at FakeEngine.
inline constexpr std::string_view kStacks = R"(
  main.main;main.work;runtime.mallocgc 30
  main.main;main.work;example.com/lib.(*Reader).Read~ 20
  main.main;main.work 10
  main.main;main.rest;runtime.mallocgc 25
  main.main;main.rest 5
  runtime.gcBgMarkWorker 10)";

struct FakeFacts {
  std::string name = "test.pb.gz";
  std::string kind = "cpu";
  std::string program = "app";
  std::vector<std::string> types = {"samples count", "cpu nanoseconds"};  // the last is the default
  std::string empty_reason = {};
  std::string few_samples = {};
  std::uint64_t goroutines = 0;  // that are told one by one
  std::vector<std::string> label_keys = {};
};

class FakeEngine {
 public:
  // One stack a line: frames from the root, parted by ';', a space, its value. A frame that ends
  // with '~' is inlined. Names are numbered as they come; name 0 is the root.
  //   main.main;main.work;runtime.mallocgc 30
  explicit FakeEngine(std::string_view stacks, FakeFacts facts = {});

  // `made`: as what was asked to be made so.
  Bytes Opened(std::uint32_t profile, const pb::MakeQuestion* made = nullptr) const;
  static Bytes Progress(std::uint32_t profile, std::string_view name, bool building,
                        std::uint64_t done, std::uint64_t total);
  static Bytes Failed(std::uint32_t profile, std::string_view name, std::string_view message,
                      bool cancelled = false);
  static Bytes Closed(std::uint32_t profile);
  static Bytes Refusal(std::span<const std::byte> question, std::string_view message);

  // The answer. A flame graph has the shape that is asked for, but siblings stand as they come. A
  // pattern is a plain substring here, "(" is no pattern at all. `least_width`: of a
  // question without a range, boxes narrower than this are left out.
  Bytes Answer(std::span<const std::byte> question) const;
  std::int64_t least_width = 0;
  std::int64_t pruned_below = 0;  // what flame answers say of boxes that the tree is built without
  bool residual_edges = false;    // of the call graph

  // The layout of a call graph: two nodes in a row, 220 px apart, rows 120 px apart.
  static std::string LayOut(std::string_view question);

  // Numbers by what they mean; the test fails when there is no such thing.
  std::uint32_t Name(std::string_view full) const;
  // The box at the end of a path of frames: "main.main;main.work". "" is the root.
  std::uint32_t Node(std::string_view path) const;

 private:
  struct Call {
    std::uint32_t parent, name, depth;
    std::int64_t x = 0, cum = 0, flat = 0;
    bool inlined = false;
    std::vector<std::uint32_t> children = {};
  };

  std::uint32_t NameOf(std::string_view full);
  std::uint32_t ChildOf(std::uint32_t parent, std::string_view frame);
  void PlaceChildren(std::uint32_t node);
  std::vector<std::uint8_t> Bits(std::string_view pattern) const;
  std::int64_t Matched(std::uint32_t node, const std::vector<std::uint8_t>& bits) const;
  bool Covered(std::uint32_t node) const;  // an ancestor has the same name

  void Add(const std::vector<std::uint32_t>& names, std::int64_t value);
  FakeEngine Shaped(const TreeShape& shape) const;
  Bytes AnswerFlame(const pb::Header& asked) const;
  Bytes AnswerPlainFlame(const pb::Header& asked) const;
  Bytes AnswerTop(const pb::Header& asked) const;
  Bytes AnswerSearch(const pb::Header& asked) const;
  Bytes AnswerStep(const pb::Header& asked) const;
  Bytes AnswerPeek(const pb::Header& asked) const;
  Bytes AnswerGroups(const pb::Header& asked) const;
  Bytes AnswerLabels(const pb::Header& asked) const;
  Bytes AnswerMatrix(const pb::Header& asked) const;
  Bytes AnswerLabelGroups(const pb::Header& asked) const;
  Bytes AnswerColours(const pb::Header& asked) const;
  Bytes AnswerFacts(const pb::Header& asked) const;
  Bytes AnswerPrivacy(const pb::Header& asked) const;
  Bytes AnswerLines(const pb::Header& asked) const;
  // Every function costs twice as much as before; of the runtime's that may be chance.
  Bytes AnswerChanges(const pb::Header& asked) const;
  Bytes AnswerGraph(const pb::Header& asked) const;
  Bytes AnswerExport(const pb::Header& asked) const;
  Bytes AnswerSeries(const pb::Header& asked) const;  // of five profiles
  Bytes AnswerSlopes(const pb::Header& asked) const;
  Bytes AnswerHeap(const pb::Header& asked) const;
  Bytes AnswerGoroutines(const pb::Header& asked) const;
  Bytes AnswerGoroutine(const pb::Header& asked) const;

  FakeFacts facts_;
  std::vector<std::string> names_ = {"root"};
  std::vector<Call> nodes_;
  std::int64_t total_ = 0;                    // of all stacks
  std::vector<std::uint32_t> drawing_order_;  // row by row, left to right
};

}  // namespace burnglass
