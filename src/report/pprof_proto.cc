// pprof's proto and topproto: what the filters left, as a profile again.
#include <map>
#include <tuple>

#include "base/checked_sum.h"
#include "base/units.h"
#include "report/pprof_parts.h"

namespace burnglass {
namespace {

// What a profile says of itself as a whole.
ProfileData HeadOf(const ProfileData& from) {
  ProfileData head;
  head.time_nanos = from.time_nanos;
  head.duration_nanos = from.duration_nanos;
  head.period = from.period;
  return head;
}

std::int64_t Divided(std::int64_t value, double by) {
  return by == 1 || by < 0 ? value : WholePart(static_cast<double>(value) * (1 / by));
}

void CopySample(const ReportInput& input, std::size_t sample, ProfileData& to) {
  const ProfileData& from = input.profile().data();
  const LocationTree& stacks = *input.selection.stacks;
  for (std::uint32_t at = stacks.leaf[sample]; at != 0; at = stacks.parent[at]) {
    to.stacks.push_back(stacks.location[at]);
  }
  to.stack_ends.push_back(static_cast<std::uint32_t>(to.stacks.size()));
  for (const Label& label : input.profile().labels(sample)) {
    if (input.selection.Sees(label)) to.labels.push_back(label);
  }
  to.label_ends.push_back(static_cast<std::uint32_t>(to.labels.size()));
  for (std::size_t type = 0; type < from.values.size(); ++type) {
    to.values[type].push_back(Divided(from.values[type][sample], input.query.divide_by));
  }
}

}  // namespace

ProfileData FilteredProfile(const ReportInput& input) {
  const ProfileData& from = input.profile().data();
  ProfileData to = from;
  to.tree.reset();
  to.labels.clear();
  to.label_ends.clear();
  for (auto& column : to.values) column.clear();
  for (std::size_t i = 0; i < from.sample_count(); ++i) {
    if (input.selection.stacks->leaf[i] != kNone) CopySample(input, i, to);
  }
  to.lines.clear();
  for (std::uint32_t i = 0; i < to.locations.size(); ++i) {
    to.locations[i].line_begin = static_cast<std::uint32_t>(to.lines.size());
    for (const std::uint32_t line : input.selection.lines->of(i)) {
      to.lines.push_back(from.lines[line]);
      if (input.query.noinlines && !input.query.showcolumns) to.lines.back().column = 0;
    }
    to.locations[i].line_end = static_cast<std::uint32_t>(to.lines.size());
  }
  if (input.query.noinlines) {
    for (Mapping& mapping : to.mappings) mapping.has_inline_frames = false;
  }
  return to;
}

ProfileData TopProfile(const ReportInput& input) {
  const GraphInput graph = MakeGraph(input);
  ProfileData to = HeadOf(input.profile().data());
  const auto copy = [&](StringId id) { return to.strings.Intern(input.text(id)); };
  to.period_type = {copy(input.profile().data().period_type.type),
                    copy(input.profile().data().period_type.unit)};
  const StringId unit = to.strings.Intern(graph.values.unit());
  to.sample_types = {{to.strings.Intern("cum"), unit}, {to.strings.Intern("flat"), unit}};
  to.values.resize(2);
  std::map<std::tuple<StringId, StringId, std::int64_t>, std::uint32_t> functions;
  for (const std::uint32_t number : graph.graph().shown) {
    const GraphNode& node = graph.graph().nodes[number];
    const NodeInfo& info = graph.info(node);
    const auto next = static_cast<std::uint32_t>(to.functions.size());
    const auto [place, is_new] =
        functions.try_emplace({info.name, info.file, info.start_line}, next);
    if (is_new) {
      to.functions.push_back({.id = std::uint64_t{next} + 1,
                              .name = to.strings.Intern(graph.frames.text(info.name)),
                              .filename = to.strings.Intern(graph.frames.text(info.file)),
                              .start_line = info.start_line});
    }
    const auto location = static_cast<std::uint32_t>(to.locations.size());
    to.lines.push_back({place->second, info.line, info.column});
    to.locations.push_back({.id = std::uint64_t{location} + 1,
                            .address = info.address,
                            .line_begin = location,
                            .line_end = location + 1});
    to.stacks.push_back(location);
    to.stack_ends.push_back(static_cast<std::uint32_t>(to.stacks.size()));
    to.values[0].push_back(graph.values.Whole(node.cum.value()));
    to.values[1].push_back(graph.values.Whole(node.flat.value()));
  }
  return to;
}

}  // namespace burnglass
