// The answer to a LinesQuestion: one function's cost by source line, or by address.
#include <algorithm>
#include <limits>

#include "analysis/line_costs.h"
#include "base/utf8.h"
#include "engine/answers.h"
#include "engine/text_column.h"

namespace burnglass {
namespace {

using By = LineCosts::By;

// What no source file can have as a line is not known.
std::uint32_t ToLine(std::int64_t line) {
  const bool fits = line > 0 && line <= std::numeric_limits<std::uint32_t>::max();
  return fits ? static_cast<std::uint32_t>(line) : 0;
}

Status SumOnce(const Answered& answered, const OpenProfile& open, By by) {
  std::unique_ptr<LineCosts>& costs = by == By::kLine ? answered.lines : answered.addresses;
  if (costs) return Done{};
  const Result<Query> query = ParseQuery(answered.query);
  if (!query) return query.error();
  const Result<Selection> selection = open.StacksOf(answered);
  if (!selection) return selection.error();
  costs = std::make_unique<LineCosts>(*selection, open.names(), query->drop_negative, by,
                                      answered.frames.get());
  return Done{};
}

bool HasLines(const std::vector<LineCost>& costs) {
  return std::any_of(costs.begin(), costs.end(),
                     [](const LineCost& cost) { return ToLine(cost.line) != 0; });
}

// The columns of LinesAnswer (proto/engine.proto).
struct LineColumns {
  std::vector<std::uint32_t> file, line, call_begin = {0}, call_name, call_line;
  std::vector<std::int64_t> address, flat, cum, call_cum;
  TextColumn files;
  std::string last_file;

  // Costs come by file.
  void Add(const LineCost& cost) {
    if (file.empty() || cost.file != last_file) files.Add(RepairUtf8(last_file = cost.file));
    file.push_back(static_cast<std::uint32_t>(files.offset.size() - 2));
    line.push_back(ToLine(cost.line));
    address.push_back(static_cast<std::int64_t>(cost.address));
    flat.push_back(cost.flat);
    cum.push_back(cost.cum);
    for (const LineCall& call : cost.calls) {
      call_name.push_back(call.name);
      call_line.push_back(ToLine(call.line));
      call_cum.push_back(call.cum);
    }
    call_begin.push_back(static_cast<std::uint32_t>(call_name.size()));
  }

  void AddTo(MessageWriter& writer) const {
    writer.Add("file", file);
    writer.Add("line", line);
    writer.Add("address", address);
    writer.Add("flat", flat);
    writer.Add("cum", cum);
    writer.Add("call_begin", call_begin);
    writer.Add("call_name", call_name);
    writer.Add("call_line", call_line);
    writer.Add("call_cum", call_cum);
    AddText(writer, "file_offset", "file_text", files);
  }
};

}  // namespace

Bytes AnswerLines(const pb::Header& question, const Answered& answered, const OpenProfile& open) {
  const NameId name = question.lines_question().name();
  if (name >= open.names().size()) return Refuse(question, "There is no such name.");
  Status summed = SumOnce(answered, open, By::kLine);
  if (!summed) return Refuse(question, summed.error().message);
  std::vector<LineCost> costs = answered.lines->Of(name);
  if (!HasLines(costs)) {
    summed = SumOnce(answered, open, By::kAddress);
    if (!summed) return Refuse(question, summed.error().message);
    costs = answered.addresses->Of(name);
  }
  pb::Header header = HeaderFor(question);
  pb::LinesAnswer& answer = *header.mutable_lines_answer();
  const RowPeek peek = PeekRow(answered.upright(), open.names(), name);
  answer.set_query(answered.text());
  answer.set_name(name);
  answer.set_flat(peek.cost.flat);
  answer.set_cum(peek.cost.cum);
  answer.set_total(answered.tree.total);
  LineColumns columns;
  for (const LineCost& cost : costs) columns.Add(cost);
  MessageWriter writer(std::move(header));
  columns.AddTo(writer);
  return writer.Finish();
}

}  // namespace burnglass
