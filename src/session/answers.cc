#include "session/answers.h"

#include <algorithm>

namespace burnglass {
namespace {

bool AllBelow(std::span<const std::uint32_t> column, std::size_t limit) {
  return std::all_of(column.begin(), column.end(), [&](std::uint32_t v) { return v < limit; });
}

}  // namespace

bool operator==(const TopAsked& a, const TopAsked& b) {
  return a.sort == b.sort && a.ascending == b.ascending && a.pattern == b.pattern;
}

Top::Top(HeldMessage answer, TopAsked asked)
    : answer_(std::move(answer)),
      asked_(std::move(asked)),
      name_(answer_->U32("name")),
      boxes_(answer_->U32("boxes")),
      flat_(answer_->I64("flat")),
      cum_(answer_->I64("cum")),
      sum_(answer_->I64("sum")),
      flags_(answer_->U8("flags")) {}

Result<Top> Top::Read(HeldMessage answer, TopAsked asked, std::size_t names) {
  Top top(std::move(answer), std::move(asked));
  const std::size_t count = top.name_.size();
  for (const std::size_t size :
       {top.boxes_.size(), top.flat_.size(), top.cum_.size(), top.sum_.size(), top.flags_.size()}) {
    if (size != count) return Error{"the engine's table is damaged"};
  }
  if (!AllBelow(top.name_, names)) return Error{"the engine's table is damaged"};
  top.row_of_.assign(names, kNoBox);
  for (std::uint32_t row = 0; row < count; ++row) top.row_of_[top.name_[row]] = row;
  return top;
}

TopRow Top::operator[](std::size_t i) const {
  return {name_[i], flat_[i], sum_[i], cum_[i], boxes_[i], flags_[i]};
}

std::optional<std::size_t> Top::RowOf(NameId name) const {
  if (name >= row_of_.size() || row_of_[name] == kNoBox) return std::nullopt;
  return row_of_[name];
}

Search::Search(HeldMessage answer)
    : answer_(std::move(answer)),
      bits_(answer_->U8("bits")),
      narrow_x_(answer_->I64("narrow_x")),
      narrow_depth_(answer_->U32("narrow_depth")) {}

Result<Search> Search::Read(HeldMessage answer, std::size_t names) {
  Search search(std::move(answer));
  const bool bits = !search.invalid().empty() || search.bits_.size() >= (names + 7) / 8;
  if (!bits || search.narrow_x_.size() != search.narrow_depth_.size()) {
    return Error{"the engine's search is damaged"};
  }
  return search;
}

Result<Peek> Peek::Read(const HeldMessage& answer, std::size_t names) {
  const pb::PeekAnswer& facts = answer.header().peek_answer();
  Peek peek{facts.name(), facts.flat(), facts.cum(), facts.total(), facts.boxes(), {}, {}};
  const auto read = [&](const char* name, const char* cum, std::vector<PeekRow>& rows) {
    const auto ids = answer->U32(name);
    const auto values = answer->I64(cum);
    if (ids.size() != values.size() || !AllBelow(ids, names)) return false;
    for (std::size_t i = 0; i < ids.size(); ++i) rows.push_back({ids[i], values[i]});
    return true;
  };
  if (peek.name >= names || !read("caller_name", "caller_cum", peek.callers) ||
      !read("callee_name", "callee_cum", peek.callees)) {
    return Error{"the engine's look at a function is damaged"};
  }
  return peek;
}

Result<Groups> Groups::Read(const HeldMessage& answer, const GroupsAsked& asked) {
  const auto offset = answer->U32("text_offset"), functions = answer->U32("functions");
  const auto text = answer->U8("text");
  const auto flat = answer->I64("flat"), cum = answer->I64("cum");
  bool sound = offset.size() == flat.size() + 1 && cum.size() == flat.size() &&
               functions.size() == flat.size() && offset[0] == 0 && offset.back() == text.size();
  const pb::GroupsAnswer& facts = answer.header().groups_answer();
  Groups groups{asked, facts.total(), facts.two_values(), {}};
  const TextView filters(answer->U32("filter_offset"), answer->U8("filter_text"));
  const bool filtered = filters.size() != 0;
  sound &= !filtered || filters.Sound(flat.size());
  for (std::size_t i = 0; sound && i < flat.size(); ++i) {
    sound = offset[i] <= offset[i + 1] && offset[i + 1] <= text.size();
    if (!sound) break;
    const auto begin = text.begin() + offset[i], end = text.begin() + offset[i + 1];
    groups.rows.push_back({std::string(begin, end), flat[i], cum[i], functions[i]});
    if (filtered) groups.rows.back().filter = filters[i];
  }
  if (facts.without() && !groups.rows.empty()) groups.rows.back().absent = true;
  if (!sound) return Error{"the engine's groups are damaged"};
  return groups;
}

const Top* Answers::FindTop(const TopAsked& asked) const {
  for (const auto& top : tops) {
    if (top->asked() == asked) return top.get();
  }
  return nullptr;
}

const Search* Answers::FindSearch(std::string_view pattern) const {
  for (const auto& search : searches) {
    if (search->pattern() == pattern) return search.get();
  }
  return nullptr;
}

const Peek* Answers::FindPeek(NameId name) const {
  for (const Peek& peek : peeks) {
    if (peek.name == name) return &peek;
  }
  return nullptr;
}

const Groups* Answers::FindGroups(const GroupsAsked& asked) const {
  for (const Groups& one : groups) {
    if (one.asked == asked) return &one;
  }
  return nullptr;
}

const LabelMatrix* Answers::FindMatrix(std::string_view key, bool cum) const {
  for (const auto& matrix : matrices) {
    if (matrix->key() == key && matrix->cum() == cum) return matrix.get();
  }
  return nullptr;
}

const LabelColours* Answers::FindColours(std::string_view key) const {
  for (const auto& one : colours) {
    if (one->key() == key) return one.get();
  }
  return nullptr;
}

const Lines* Answers::FindLines(NameId name) const {
  for (const auto& one : lines) {
    if (one->name() == name) return one.get();
  }
  return nullptr;
}

const Flame* Answers::FlameFor(std::int64_t begin, std::int64_t end) const {
  const Flame* best = flame.get();
  for (const auto& detail : details) {
    const bool covers = detail->begin() <= begin && detail->end() >= end;
    if (covers && (!best || detail->min_width() < best->min_width())) best = detail.get();
  }
  return best;
}

}  // namespace burnglass
