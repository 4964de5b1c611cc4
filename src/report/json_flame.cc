// answer('flame'): the boxes of the flame graph, parents before children.
#include "base/json_writer.h"
#include "report/json_answers.h"

namespace burnglass {
namespace {

void WriteBox(const CallTree& tree, const NameTable& names, std::uint32_t box, JsonWriter& json) {
  json.BeginObject().Key("id").Count(box).Key("parent");
  if (box == 0) {
    json.Null();
  } else {
    json.Count(tree.parent[box]);
  }
  json.Key("depth").Count(tree.depth[box]).Key("name").Text(names.text(tree.name[box]));
  json.Key("flat").Int64(tree.flat[box]).Key("cum").Int64(tree.cum[box]);
  json.Key("inlined").Bool(tree.inlined[box] != 0).EndObject();
}

}  // namespace

std::string FlameJson(const CallTree& tree, const NameTable& names, std::string_view unit,
                      const FlameJsonOptions& options) {
  const double narrowest = options.min_fraction * static_cast<double>(tree.width(0));
  JsonWriter json;
  json.BeginObject().Key("unit").Text(unit).Key("total").Int64(tree.total);
  json.Key("depth").Count(tree.deepest).Key("boxes").BeginArray();
  std::uint32_t left_out = 0;
  for (std::uint32_t box = 0; box < tree.size(); ++box) {
    const bool shown =
        tree.depth[box] <= options.depth && static_cast<double>(tree.width(box)) >= narrowest;
    if (shown) {
      WriteBox(tree, names, box, json);
    } else {
      ++left_out;
    }
  }
  return json.EndArray().Key("leftOut").Count(left_out).EndObject().Take();
}

}  // namespace burnglass
