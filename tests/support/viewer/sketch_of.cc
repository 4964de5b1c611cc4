#include "support/viewer/sketch_of.h"

#include <type_traits>
#include <vector>

#include "support/viewer/fake_engine.h"

namespace burnglass {

Bytes SketchOf(const Bytes& answer, std::int64_t least) {
  const Message message = Message::Read(answer).Take();
  pb::Header header = message.header();
  header.clear_column();
  header.mutable_flame_answer()->set_sketch(true);
  header.mutable_flame_answer()->set_boxes(0);
  const auto width = message.I64("width");
  const auto pick = [&](const auto& column) {
    std::vector<typename std::remove_cvref_t<decltype(column)>::value_type> kept;
    for (std::size_t i = 0; i < width.size(); ++i) {
      if (width[i] >= least) kept.push_back(column[i]);
    }
    return kept;
  };
  std::vector<std::uint32_t> node, parent, place;
  for (std::size_t i = 0; i < width.size(); ++i) {
    place.push_back(static_cast<std::uint32_t>(node.size()));
    if (width[i] < least) continue;
    parent.push_back(i == 0 ? kNone : place[message.U32("parent")[i]]);
    node.push_back(0x80000000 + static_cast<std::uint32_t>(node.size()));
  }
  const auto depth = pick(message.U32("depth")), name = pick(message.U32("name"));
  const auto x = pick(message.I64("x")), cum = pick(message.I64("cum"));
  const auto flat = pick(message.I64("flat")), wide = pick(width);
  const auto flags = pick(message.U8("flags"));
  MessageWriter writer(std::move(header));
  writer.Add("node", node);
  writer.Add("parent", parent);
  writer.Add("depth", depth);
  writer.Add("x", x);
  writer.Add("width", wide);
  writer.Add("cum", cum);
  writer.Add("flat", flat);
  writer.Add("name", name);
  writer.Add("flags", flags);
  return writer.Finish();
}

}  // namespace burnglass
