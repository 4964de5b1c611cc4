#include "engine/answers.h"

#include <algorithm>

#include "analysis/flame_layout.h"
#include "base/json_text.h"
#include "base/utf8.h"

namespace burnglass {
namespace {

// Boxes of sketches are numbered from here on.
constexpr std::uint32_t kFirstSketched = 0x80000000;

enum BoxFlags : std::uint8_t { kInlined = 1, kChildrenLeftOut = 2 };

// What one narrow hit is told for: about a device pixel of the widest screens.
std::int64_t PixelOf(std::int64_t width) { return std::max<std::int64_t>(1, width / 4096); }

template <typename T>
std::vector<T> Pick(const std::vector<T>& all, const std::vector<std::uint32_t>& chosen) {
  std::vector<T> picked;
  picked.reserve(chosen.size());
  for (const std::uint32_t i : chosen) picked.push_back(all[i]);
  return picked;
}

std::vector<std::uint8_t> FlagsOf(const CallTree& tree, const FlameLayout& layout) {
  std::vector<std::uint8_t> flags;
  flags.reserve(layout.box.size());
  for (std::size_t i = 0; i < layout.box.size(); ++i) {
    const int inlined = tree.inlined[layout.box[i]] != 0 ? kInlined : 0;
    const int parts = layout.parts_left_out[i] != 0 ? kChildrenLeftOut : 0;
    flags.push_back(static_cast<std::uint8_t>(inlined | parts));
  }
  return flags;
}

// The numbers of boxes as messages have them: sides of a comparison have those of the whole tree.
std::uint32_t NodeOf(const CallTree& tree, std::uint32_t box) {
  return tree.whole.empty() ? box : tree.whole[box];
}

// The box of a node, 0 where there is none.
std::uint32_t BoxOf(const Answered& answered, std::uint32_t node) {
  if (node >= kFirstSketched) {
    const std::uint32_t box = node - kFirstSketched;
    return box < answered.sketched.size() ? answered.sketched[box] : 0;
  }
  const CallTree& tree = answered.tree;
  if (tree.whole.empty()) return node < tree.size() ? node : 0;
  const auto at = std::lower_bound(tree.whole.begin(), tree.whole.end(), node);
  if (at == tree.whole.end() || *at != node) return 0;
  return static_cast<std::uint32_t>(at - tree.whole.begin());
}

// Of the name, or of all that is counted in its row.
std::uint32_t CountBoxesOf(const CallTree& tree, const NameTable& names, NameId name) {
  const NameSet set = NamesOfRow(names, name);
  std::uint32_t boxes = 0;
  for (std::size_t box = 1; box < tree.size(); ++box) boxes += set.Has(tree.name[box]);
  return boxes;
}

// The upright tree that has boxes of a name: where it is a package, the one that folds them.
const CallTree& TreeWith(NameId name, const Answered& answered, OpenProfile& open) {
  const AdoptedName* adopted = open.names().adopted(name);
  if (!adopted || !adopted->package) return answered.upright();
  if (!answered.folded) {
    const std::vector<NameId> packages = open.PackageNames();
    answered.folded = std::make_unique<CallTree>(
        ReshapeTree(answered.upright(), open.names(), {.packages = true}, {}, &packages));
  }
  return *answered.folded;
}

}  // namespace

pb::Header HeaderFor(const pb::Header& question) {
  pb::Header header;
  header.set_question(question.question());
  header.set_slot(question.slot());
  header.set_profile(question.profile());
  return header;
}

Bytes Refuse(const pb::Header& question, const std::string& sentence) {
  pb::Header header = HeaderFor(question);
  header.mutable_refusal()->set_message(OneLine(sentence));
  return MessageWriter(std::move(header)).Finish();
}

Bytes RefuseKey(const pb::Header& question, std::string_view key) {
  return Refuse(question, "No sample has a label " + JsonText(key) + ".");
}

namespace {

pb::Header FlameHeader(const pb::Header& question, const CallTree& tree,
                       const FlameLayout& layout) {
  pb::Header header = HeaderFor(question);
  pb::FlameAnswer& answer = *header.mutable_flame_answer();
  answer.set_query(question.flame_question().query());
  answer.set_total(tree.total);
  answer.set_depth(tree.deepest);
  answer.set_min_width(layout.min_width);
  answer.set_x_begin(layout.x_begin);
  answer.set_x_end(layout.x_end);
  return header;
}

Bytes WithBoxes(pb::Header header, const CallTree& tree, const FlameLayout& layout,
                const std::vector<std::uint32_t>& node) {
  const auto depth = Pick(tree.depth, layout.box);
  const auto x = Pick(tree.x, layout.box);
  const auto cum = Pick(tree.cum, layout.box);
  const auto width = tree.magnitude.empty() ? cum : Pick(tree.magnitude, layout.box);
  const auto flat = Pick(tree.flat, layout.box);
  const auto name = Pick(tree.name, layout.box);
  const auto flags = FlagsOf(tree, layout);
  MessageWriter writer(std::move(header));
  writer.Add("node", node);
  writer.Add("parent", layout.parent);
  writer.Add("depth", depth);
  writer.Add("x", x);
  writer.Add("width", width);
  writer.Add("cum", cum);
  writer.Add("flat", flat);
  writer.Add("name", name);
  writer.Add("flags", flags);
  return writer.Finish();
}

}  // namespace

Bytes AnswerFlame(const pb::Header& question, const Answered& answered) {
  const pb::FlameQuestion& asked = question.flame_question();
  const CallTree& tree = answered.tree;
  const FlameLayout layout = LayOutFlame(tree, {asked.x_begin(), asked.x_end(), asked.min_width()});
  pb::Header header = FlameHeader(question, tree, layout);
  pb::FlameAnswer& answer = *header.mutable_flame_answer();
  answer.set_query(answered.text());
  answer.set_boxes(static_cast<std::uint32_t>(tree.size()));
  answer.set_left_out(layout.left_out);
  answer.set_least(tree.least);
  return WithBoxes(std::move(header), tree, layout,
                   tree.whole.empty() ? layout.box : Pick(tree.whole, layout.box));
}

Bytes AnswerSketch(const pb::Header& question, const CallTree& sketch) {
  const FlameLayout layout = LayOutFlame(sketch, {});
  pb::Header header = FlameHeader(question, sketch, layout);
  header.mutable_flame_answer()->set_sketch(true);
  std::vector<std::uint32_t> numbers = layout.box;
  for (std::uint32_t& number : numbers) number += kFirstSketched;
  return WithBoxes(std::move(header), sketch, layout, numbers);
}

Bytes AnswerSearch(const pb::Header& question, const Answered& answered, OpenProfile& open) {
  const std::string& pattern = question.search_question().pattern();
  const Matched& matched = open.Match(pattern);
  pb::Header header = HeaderFor(question);
  pb::SearchAnswer& answer = *header.mutable_search_answer();
  answer.set_query(answered.text());
  answer.set_pattern(pattern);
  answer.set_total(answered.tree.total);
  if (!matched.names) {
    answer.set_invalid(matched.names.error().message);
    return MessageWriter(std::move(header)).Finish();
  }
  // A tree that was built without its small boxes does not have all stacks. Packages are nowhere
  // but in the one that folds them.
  const bool packages = answered.shape.packages;
  const SearchTotals totals =
      SumHits(packages ? answered.tree : answered.upright(), *matched.names);
  answer.set_matched(totals.matched);
  answer.set_names(totals.names);
  answer.set_boxes(answered.made_of ? SumHits(answered.tree, *matched.names).boxes : totals.boxes);
  const std::int64_t width = answered.tree.width(0);
  const NarrowHits narrow =
      FindNarrowHits(answered.tree, *matched.names, FinestWidth(width), PixelOf(width));
  MessageWriter writer(std::move(header));
  writer.Add("bits", matched.names->bits());
  writer.Add("narrow_x", narrow.x);
  writer.Add("narrow_depth", narrow.depth);
  return writer.Finish();
}

Bytes AnswerStep(const pb::Header& question, const Answered& answered, OpenProfile& open) {
  const pb::StepQuestion& asked = question.step_question();
  const NameTable& names = open.names();
  if (asked.pattern().empty() && asked.name() >= names.size()) {
    return Refuse(question, "There is no such name.");
  }
  const Result<NameSet> set =
      asked.pattern().empty() ? NamesOfRow(names, asked.name()) : open.Match(asked.pattern()).names;
  if (!set) return Refuse(question, set.error().message);
  const CallTree& tree = answered.tree;
  const std::uint32_t from = BoxOf(answered, asked.from_node());
  const Hit hit = NextHit(tree, *set, from, asked.back());
  pb::Header header = HeaderFor(question);
  pb::StepAnswer& answer = *header.mutable_step_answer();
  answer.set_found(hit.box != 0);
  answer.set_node(NodeOf(tree, hit.box));
  answer.set_name(tree.name[hit.box]);
  answer.set_depth(tree.depth[hit.box]);
  answer.set_x(tree.x[hit.box]);
  answer.set_width(tree.width(hit.box));
  answer.set_cum(tree.cum[hit.box]);
  answer.set_flat(tree.flat[hit.box]);
  answer.set_index(hit.index);
  answer.set_of(hit.of);
  return MessageWriter(std::move(header)).Finish();
}

Bytes AnswerPeek(const pb::Header& question, const Answered& answered, OpenProfile& open) {
  const std::uint32_t name = question.peek_question().name();
  if (name >= open.names().size()) return Refuse(question, "There is no such name.");
  RowPeek peek = PeekRow(TreeWith(name, answered, open), open.names(), name);
  if (answered.made_of) peek.cost.boxes = CountBoxesOf(answered.tree, open.names(), name);
  pb::Header header = HeaderFor(question);
  pb::PeekAnswer& answer = *header.mutable_peek_answer();
  answer.set_query(answered.text());
  answer.set_name(name);
  answer.set_flat(peek.cost.flat);
  answer.set_cum(peek.cost.cum);
  answer.set_total(answered.tree.total);
  answer.set_boxes(peek.cost.boxes);
  std::vector<std::uint32_t> caller_name, callee_name;
  std::vector<std::int64_t> caller_cum, callee_cum;
  for (const Neighbour& caller : peek.callers) {
    caller_name.push_back(caller.row);
    caller_cum.push_back(caller.cum);
  }
  for (const Neighbour& callee : peek.callees) {
    callee_name.push_back(callee.row);
    callee_cum.push_back(callee.cum);
  }
  MessageWriter writer(std::move(header));
  writer.Add("caller_name", caller_name);
  writer.Add("caller_cum", caller_cum);
  writer.Add("callee_name", callee_name);
  writer.Add("callee_cum", callee_cum);
  return writer.Finish();
}

}  // namespace burnglass
