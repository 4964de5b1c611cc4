#include "base/json_writer.h"

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

TEST_CASE("JSON is written with its commas, escapes and exact integers") {
  JsonWriter json;
  json.BeginObject().Key("a").Text("x\"\\\n\xff").Key("b").Int64(INT64_MIN);
  json.Key("c").BeginArray().Count(1).Number(0.25).Number(3).Number(-0.0).Bool(true).Null();
  json.BeginObject().EndObject().EndArray().EndObject();
  CHECK(json.Take() ==
        "{\"a\":\"x\\\"\\\\\\u000a\xEF\xBF\xBD\",\"b\":\"-9223372036854775808\","
        "\"c\":[1,0.25,3,0,true,null,{}]}");
}

}  // namespace
}  // namespace burnglass
