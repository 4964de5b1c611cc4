#include "report/row_place.h"

namespace burnglass {

RowPlace PlaceOfRow(const FrameTable& frames, std::uint32_t node, const Query& query,
                    const NameTable& names) {
  const bool functions = query.granularity.empty() || query.granularity == "functions";
  if (functions && node < names.nodes().infos().size()) {
    const NameId name = node + 1;  // as NameTable numbers the nodes
    return {std::string(names.text(name)), std::string(names.file(name)), names.line(name)};
  }
  const NodeInfo& info = frames.infos()[node];
  return {frames.PrintableName(node), std::string(frames.text(info.file)), info.line};
}

}  // namespace burnglass
