#include "support/viewer/fake_engine.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>

namespace burnglass {
namespace {

pb::Header AnswerTo(const pb::Header& asked) {
  pb::Header header;
  header.set_question(asked.question());
  header.set_slot(asked.slot());
  header.set_profile(asked.profile());
  return header;
}

}  // namespace

Bytes FakeEngine::Refusal(std::span<const std::byte> question, std::string_view message) {
  const Bytes block(question.begin(), question.end());
  pb::Header header = AnswerTo(Message::Read(block)->header());
  header.mutable_refusal()->set_message(std::string(message));
  return MessageWriter(std::move(header)).Finish();
}

Bytes FakeEngine::Answer(std::span<const std::byte> question) const {
  const Bytes block(question.begin(), question.end());  // aligned
  const pb::Header asked = Message::Read(block)->header();
  switch (asked.body_case()) {
    case pb::Header::kFlameQuestion:
      return AnswerFlame(asked);
    case pb::Header::kTopQuestion:
      return AnswerTop(asked);
    case pb::Header::kSearchQuestion:
      return AnswerSearch(asked);
    case pb::Header::kStepQuestion:
      return AnswerStep(asked);
    case pb::Header::kPeekQuestion:
      return AnswerPeek(asked);
    case pb::Header::kGroupsQuestion:
      return AnswerGroups(asked);
    case pb::Header::kLabelsQuestion:
      return AnswerLabels(asked);
    case pb::Header::kMatrixQuestion:
      return AnswerMatrix(asked);
    case pb::Header::kLabelColoursQuestion:
      return AnswerColours(asked);
    case pb::Header::kFactsQuestion:
      return AnswerFacts(asked);
    case pb::Header::kPrivacyQuestion:
      return AnswerPrivacy(asked);
    case pb::Header::kLinesQuestion:
      return AnswerLines(asked);
    case pb::Header::kGraphQuestion:
      return AnswerGraph(asked);
    case pb::Header::kExportQuestion:
      return AnswerExport(asked);
    case pb::Header::kMakeQuestion:
      return Opened(asked.profile(), &asked.make_question());
    case pb::Header::kChangesQuestion:
      return AnswerChanges(asked);
    case pb::Header::kSeriesQuestion:
      return AnswerSeries(asked);
    case pb::Header::kSlopesQuestion:
      return AnswerSlopes(asked);
    case pb::Header::kHeapQuestion:
      return AnswerHeap(asked);
    case pb::Header::kGoroutinesQuestion:
      return AnswerGoroutines(asked);
    case pb::Header::kGoroutineQuestion:
      return AnswerGoroutine(asked);
    default:
      throw std::invalid_argument("this is no question");
  }
}

// A stack by its names, from the root of the tree.
void FakeEngine::Add(const std::vector<std::uint32_t>& names, std::int64_t value) {
  std::uint32_t node = 0;
  nodes_[0].cum += value;
  for (const std::uint32_t name : names) {
    node = ChildOf(node, names_[name]);
    nodes_[node].cum += value;
  }
  nodes_[node].flat += value;
}

// The same names with another tree.
FakeEngine FakeEngine::Shaped(const TreeShape& shape) const {
  FakeEngine shaped(*this);
  const bool pivoted = shape.form == TreeForm::kCallers || shape.form == TreeForm::kCallees;
  shaped.nodes_.clear();
  shaped.nodes_.push_back({kNone, pivoted ? shape.pivot : 0, 0});
  for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
    if (nodes_[i].flat == 0) continue;
    std::vector<std::uint32_t> names;  // from the leaf
    for (std::uint32_t at = i; at != 0; at = nodes_[at].parent) names.push_back(nodes_[at].name);
    const auto pivot = std::find(names.rbegin(), names.rend(), shape.pivot);
    if (pivoted && pivot == names.rend()) continue;
    if (shape.form == TreeForm::kCallers) names.erase(names.begin(), pivot.base());
    if (shape.form == TreeForm::kCallees) names.erase(pivot.base() - 1, names.end());
    const bool up = shape.form == TreeForm::kCallers || shape.form == TreeForm::kInverted;
    if (!up) std::reverse(names.begin(), names.end());
    shaped.Add(names, nodes_[i].flat);
  }
  shaped.PlaceChildren(0);
  return shaped;
}

Bytes FakeEngine::AnswerFlame(const pb::Header& asked) const {
  const TreeShape shape = SplitShape(asked.flame_question().query())->shape;
  if (shape.form == TreeForm::kTopDown) return AnswerPlainFlame(asked);
  return Shaped(shape).AnswerPlainFlame(asked);
}

Bytes FakeEngine::AnswerPlainFlame(const pb::Header& asked) const {
  const pb::FlameQuestion& question = asked.flame_question();
  const bool all = question.x_begin() == 0 && question.x_end() == 0;
  const std::int64_t least = question.min_width() > 0 ? question.min_width() : least_width;
  std::vector<std::uint32_t> node, parent, depth, name, place(nodes_.size(), kNone);
  std::vector<std::int64_t> x, width, cum, flat;
  std::vector<std::uint8_t> flags;
  std::uint32_t left_out = 0, deepest = 0;
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    const Call& n = nodes_[i];
    deepest = std::max(deepest, n.depth);
    const bool touches = all || (n.x < question.x_end() && n.x + n.cum > question.x_begin());
    if (!touches) continue;
    if (n.cum < least) {
      ++left_out;
      continue;
    }
    place[i] = static_cast<std::uint32_t>(node.size());
    node.push_back(i);
    parent.push_back(i == 0 ? kNone : place[n.parent]);
    depth.push_back(n.depth);
    name.push_back(n.name);
    x.push_back(n.x);
    width.push_back(n.cum);
    cum.push_back(n.cum);
    flat.push_back(n.flat);
    flags.push_back(n.inlined ? 1 : 0);
  }
  pb::Header header = AnswerTo(asked);
  pb::FlameAnswer& answer = *header.mutable_flame_answer();
  answer.set_query(question.query());
  answer.set_total(total_);
  answer.set_depth(deepest);
  answer.set_boxes(static_cast<std::uint32_t>(nodes_.size()));
  answer.set_left_out(left_out);
  answer.set_least(pruned_below);
  answer.set_min_width(std::max<std::int64_t>(least, 1));
  answer.set_x_begin(question.x_begin());
  answer.set_x_end(all ? nodes_[0].cum : question.x_end());
  MessageWriter writer(std::move(header));
  writer.Add("node", node);
  writer.Add("parent", parent);
  writer.Add("depth", depth);
  writer.Add("name", name);
  writer.Add("x", x);
  writer.Add("width", width);
  writer.Add("cum", cum);
  writer.Add("flat", flat);
  writer.Add("flags", flags);
  return writer.Finish();
}

bool FakeEngine::Covered(std::uint32_t node) const {
  for (std::uint32_t i = nodes_[node].parent; i != kNone; i = nodes_[i].parent) {
    if (nodes_[i].name == nodes_[node].name) return true;
  }
  return false;
}

std::vector<std::uint8_t> FakeEngine::Bits(std::string_view pattern) const {
  std::vector<std::uint8_t> bits((names_.size() + 7) / 8);
  for (std::size_t i = 1; i < names_.size(); ++i) {
    if (names_[i].find(pattern) != std::string::npos) {
      bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1 << i % 8);
    }
  }
  return bits;
}

std::int64_t FakeEngine::Matched(std::uint32_t node, const std::vector<std::uint8_t>& bits) const {
  const Call& n = nodes_[node];
  if (bits[n.name / 8] >> n.name % 8 & 1) return n.cum;
  std::int64_t sum = 0;
  for (const std::uint32_t child : n.children) sum += Matched(child, bits);
  return sum;
}

Bytes FakeEngine::AnswerTop(const pb::Header& asked) const {
  const pb::TopQuestion& question = asked.top_question();
  struct Row {
    std::uint32_t name = 0;
    std::int64_t flat = 0, cum = 0, sum = 0;
    std::uint32_t boxes = 0;
  };
  std::vector<Row> rows(names_.size());
  for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
    Row& row = rows[nodes_[i].name];
    row.name = nodes_[i].name;
    row.flat += nodes_[i].flat;
    if (!Covered(i)) row.cum += nodes_[i].cum;
    ++row.boxes;
  }
  rows.erase(rows.begin());
  std::stable_sort(rows.begin(), rows.end(), [](auto& a, auto& b) { return a.flat > b.flat; });
  std::int64_t sum = 0;
  for (Row& row : rows) row.sum = sum += row.flat;
  std::stable_sort(rows.begin(), rows.end(), [&](const Row& a, const Row& b) {
    switch (question.sort()) {
      case pb::TopQuestion::CUM:
        return a.cum > b.cum;
      case pb::TopQuestion::NAME:
        return names_[a.name] > names_[b.name];
      default:
        return a.flat > b.flat;
    }
  });
  if (question.ascending()) std::reverse(rows.begin(), rows.end());

  const std::vector<std::uint8_t> bits = Bits(question.pattern());
  std::vector<std::uint32_t> name, boxes;
  std::vector<std::int64_t> flat, cum, sums;
  std::vector<std::uint8_t> flags;
  for (const Row& row : rows) {
    if (!(bits[row.name / 8] >> row.name % 8 & 1)) continue;
    name.push_back(row.name);
    boxes.push_back(row.boxes);
    flat.push_back(row.flat);
    cum.push_back(row.cum);
    sums.push_back(row.sum);
    flags.push_back(0);
  }
  pb::Header header = AnswerTo(asked);
  header.mutable_top_answer()->set_query(question.query());
  header.mutable_top_answer()->set_total(nodes_[0].cum);
  header.mutable_top_answer()->set_rows(static_cast<std::uint32_t>(rows.size()));
  MessageWriter writer(std::move(header));
  writer.Add("name", name);
  writer.Add("flat", flat);
  writer.Add("cum", cum);
  writer.Add("sum", sums);
  writer.Add("boxes", boxes);
  writer.Add("flags", flags);
  return writer.Finish();
}

Bytes FakeEngine::AnswerSearch(const pb::Header& asked) const {
  const std::string& pattern = asked.search_question().pattern();
  pb::Header header = AnswerTo(asked);
  pb::SearchAnswer& answer = *header.mutable_search_answer();
  answer.set_query(asked.search_question().query());
  answer.set_pattern(pattern);
  answer.set_total(nodes_[0].cum);
  if (pattern == "(") {
    answer.set_invalid("missing closing )");
    return MessageWriter(std::move(header)).Finish();
  }
  const std::vector<std::uint8_t> bits = Bits(pattern);
  answer.set_matched(Matched(0, bits));
  std::uint32_t boxes = 0;
  for (const Call& n : nodes_) boxes += bits[n.name / 8] >> n.name % 8 & 1;
  answer.set_boxes(boxes);
  MessageWriter writer(std::move(header));
  writer.Add("bits", bits);
  return writer.Finish();
}

Bytes FakeEngine::AnswerStep(const pb::Header& asked) const {
  const pb::StepQuestion& question = asked.step_question();
  const std::vector<std::uint8_t> bits = Bits(question.pattern());
  std::vector<std::uint32_t> hits;
  for (const std::uint32_t node : drawing_order_) {
    const std::uint32_t name = nodes_[node].name;
    const bool hit = question.pattern().empty() ? name == question.name()
                                                : (bits[name / 8] >> name % 8 & 1) != 0;
    if (hit) hits.push_back(node);
  }
  pb::Header header = AnswerTo(asked);
  pb::StepAnswer& answer = *header.mutable_step_answer();
  if (hits.empty()) return MessageWriter(std::move(header)).Finish();
  const auto place = [&](std::uint32_t node) {
    return std::find(drawing_order_.begin(), drawing_order_.end(), node) - drawing_order_.begin();
  };
  const auto from = place(question.from_node());
  std::size_t next = 0;
  while (next < hits.size() && place(hits[next]) <= from) ++next;
  if (question.back()) {
    next = 0;
    while (next < hits.size() && place(hits[next]) < from) ++next;
    next = (next + hits.size() - 1) % hits.size();
  }
  next %= hits.size();
  const Call& n = nodes_[hits[next]];
  answer.set_found(true);
  answer.set_node(hits[next]);
  answer.set_name(n.name);
  answer.set_depth(n.depth);
  answer.set_x(n.x);
  answer.set_width(n.cum);
  answer.set_cum(n.cum);
  answer.set_flat(n.flat);
  answer.set_index(static_cast<std::uint32_t>(next));
  answer.set_of(static_cast<std::uint32_t>(hits.size()));
  return MessageWriter(std::move(header)).Finish();
}

// Packages, whatever is asked; in the order of the text.
Bytes FakeEngine::AnswerGroups(const pb::Header& asked) const {
  if (asked.groups_question().by() == pb::GroupsQuestion::LABEL) return AnswerLabelGroups(asked);
  struct Cost {
    std::int64_t flat = 0, cum = 0;
    std::set<std::uint32_t> names = {};
  };
  std::map<std::string, Cost> costs;
  const auto package = [&](const Call& call) {
    const std::string& name = names_[call.name];
    const std::size_t slash = name.rfind('/', name.find('('));
    return name.substr(0, name.find('.', slash == std::string::npos ? 0 : slash));
  };
  for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
    Cost& cost = costs[package(nodes_[i])];
    cost.flat += nodes_[i].flat;
    cost.names.insert(nodes_[i].name);
    std::uint32_t above = nodes_[i].parent;
    while (above != 0 && package(nodes_[above]) != package(nodes_[i])) above = nodes_[above].parent;
    if (above == 0) cost.cum += nodes_[i].cum;
  }
  pb::Header header = AnswerTo(asked);
  header.mutable_groups_answer()->set_query(asked.groups_question().query());
  header.mutable_groups_answer()->set_total(nodes_[0].cum);
  std::vector<std::uint32_t> offset = {0}, functions;
  std::vector<std::uint8_t> text;
  std::vector<std::int64_t> flat, cum;
  for (const auto& [name, cost] : costs) {
    text.insert(text.end(), name.begin(), name.end());
    offset.push_back(static_cast<std::uint32_t>(text.size()));
    functions.push_back(static_cast<std::uint32_t>(cost.names.size()));
    flat.push_back(cost.flat);
    cum.push_back(cost.cum);
  }
  MessageWriter writer(std::move(header));
  writer.Add("text_offset", offset);
  writer.Add("text", text);
  writer.Add("functions", functions);
  writer.Add("flat", flat);
  writer.Add("cum", cum);
  return writer.Finish();
}

Bytes FakeEngine::AnswerPeek(const pb::Header& asked) const {
  const std::uint32_t name = asked.peek_question().name();
  std::map<std::uint32_t, std::int64_t> callers, callees;
  pb::Header header = AnswerTo(asked);
  pb::PeekAnswer& answer = *header.mutable_peek_answer();
  answer.set_query(asked.peek_question().query());
  answer.set_name(name);
  answer.set_total(nodes_[0].cum);
  for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
    const Call& n = nodes_[i];
    if (n.name != name) continue;
    answer.set_boxes(answer.boxes() + 1);
    answer.set_flat(answer.flat() + n.flat);
    if (!Covered(i)) answer.set_cum(answer.cum() + n.cum);
    if (n.parent != kNone) callers[nodes_[n.parent].name] += n.cum;
    for (const std::uint32_t child : n.children) callees[nodes_[child].name] += nodes_[child].cum;
  }
  MessageWriter writer(std::move(header));
  std::vector<std::uint32_t> ids[2];
  std::vector<std::int64_t> values[2];
  for (int side = 0; side < 2; ++side) {
    for (const auto& [id, value] : side == 0 ? callers : callees) {
      ids[side].push_back(id);
      values[side].push_back(value);
    }
  }
  writer.Add("caller_name", ids[0]);
  writer.Add("caller_cum", values[0]);
  writer.Add("callee_name", ids[1]);
  writer.Add("callee_cum", values[1]);
  return writer.Finish();
}

}  // namespace burnglass
