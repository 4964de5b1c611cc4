// Call graphs, their layouts and exports of the fake engine.
#include <algorithm>
#include <map>
#include <sstream>

#include "support/viewer/fake_engine.h"

namespace burnglass {
namespace {

pb::Header AnswerTo(const pb::Header& asked) {
  pb::Header header;
  header.set_question(asked.question());
  header.set_slot(asked.slot());
  header.set_profile(asked.profile());
  return header;
}

struct Edge {
  std::uint32_t from, to;
  std::int64_t weight;
};

}  // namespace

// A node for each name, as they are numbered; what is inlined is so in each call.
Bytes FakeEngine::AnswerGraph(const pb::Header& asked) const {
  std::vector<std::int64_t> flat(names_.size()), cum(names_.size());
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> calls;
  for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
    const Call& n = nodes_[i];
    flat[n.name] += n.flat;
    if (!Covered(i)) cum[n.name] += n.cum;
    if (n.parent != 0) calls[{nodes_[n.parent].name - 1, n.name - 1}] += n.cum;
  }
  std::vector<Edge> edges;
  for (const auto& [ends, weight] : calls) edges.push_back({ends.first, ends.second, weight});
  std::stable_sort(edges.begin(), edges.end(),
                   [](auto& a, auto& b) { return a.weight > b.weight; });

  std::vector<std::uint32_t> name, colour, from, to, edge_colour;
  std::vector<std::int64_t> weight;
  std::vector<std::uint8_t> width, flags;
  for (std::uint32_t i = 1; i < names_.size(); ++i) name.push_back(i), colour.push_back(0xb21100);
  for (const Edge& edge : edges) {
    from.push_back(edge.from), to.push_back(edge.to), weight.push_back(edge.weight);
    edge_colour.push_back(0xb2b2b2);
    width.push_back(static_cast<std::uint8_t>(1 + 5 * edge.weight / nodes_[0].cum));
    flags.push_back(residual_edges ? 1 : 0);
  }
  flat.erase(flat.begin()), cum.erase(cum.begin());
  pb::Header header = AnswerTo(asked);
  pb::GraphAnswer& answer = *header.mutable_graph_answer();
  answer.set_query(asked.graph_question().query());
  answer.set_total(nodes_[0].cum);
  answer.set_shown(nodes_[0].cum);
  answer.set_nodes_before(static_cast<std::uint32_t>(name.size()));
  MessageWriter writer(std::move(header));
  writer.Add("name", name);
  writer.Add("flat", flat);
  writer.Add("cum", cum);
  writer.Add("colour", colour);
  writer.Add("fill", colour);
  writer.Add("from", from);
  writer.Add("to", to);
  writer.Add("weight", weight);
  writer.Add("edge_colour", edge_colour);
  writer.Add("edge_width", width);
  writer.Add("edge_flags", flags);
  return writer.Finish();
}

Bytes FakeEngine::AnswerExport(const pb::Header& asked) const {
  const pb::ExportQuestion& question = asked.export_question();
  pb::Header header = AnswerTo(asked);
  header.mutable_export_answer()->set_what(question.what());
  header.mutable_export_answer()->set_file("test." + question.what());
  std::string text = "the " + question.what() + " of " + question.query();
  if (!question.pattern().empty()) text += " matching " + question.pattern();
  for (const std::string& package : question.keep()) text += " keeping " + package;
  const std::vector<std::uint8_t> bytes(text.begin(), text.end());
  MessageWriter writer(std::move(header));
  writer.Add("bytes", bytes);
  return writer.Finish();
}

std::string FakeEngine::LayOut(std::string_view question) {
  std::istringstream in{std::string(question)};
  int nodes = 0, width = 0, height = 0;
  in >> nodes >> width >> height;
  const auto x = [](int node) { return 1000 + 2200 * (node % 2); };
  const auto y = [](int node) { return 230 + 1200 * (node / 2); };
  std::ostringstream out;
  out << 4200 << ' ' << 460 + 1200 * ((nodes - 1) / 2);
  for (int i = 0; i < nodes; ++i) out << ' ' << x(i) << ' ' << y(i);
  int from = 0, to = 0, weight = 0, label = 0;
  while (in >> from >> to >> weight >> label) {
    out << ' ' << (x(from) + x(to)) / 2 << ' ' << (y(from) + y(to)) / 2 << " 2 " << x(from) << ' '
        << y(from) + 230 << ' ' << x(to) << ' ' << y(to) - 230;
  }
  return out.str();
}

}  // namespace burnglass
