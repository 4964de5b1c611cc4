#include "analysis/label_filter_text.h"

#include <catch2/catch_test_macros.hpp>

namespace burnglass {
namespace {

LabelIndex::Value Text(std::string text) { return {.text = std::move(text), .textual = true}; }

LabelIndex::Value Number(std::int64_t least, std::int64_t most) {
  return {.text = "n", .numeric = true, .least = least, .most = most};
}

TEST_CASE("A value is a pattern that matches just it") {
  const LabelIndex::Key tenant{.text = "tenant", .unit = {}, .values = {}};
  CHECK(LabelFilterText(tenant, Text("acme")) == "tenant=^acme$");
  CHECK(LabelFilterText(tenant, Text("a.b|c")) == "tenant=^a\\.b\\|c$");
  // A comma parts patterns, so it is written by its code; "=" behind the first one is no matter.
  CHECK(LabelFilterText(tenant, Text("a,b=c")) == "tenant=^a\\x2cb=c$");
  // pprof would take a plain 1 as a number.
  CHECK(LabelFilterText(tenant, Text("1")) == "tenant=^1$");
}

TEST_CASE("A key with '=' or without a name goes into the pattern") {
  CHECK(LabelFilterText({.text = "a=b", .unit = {}, .values = {}}, Text("c")) == "^a\\x3db:c$");
  CHECK(LabelFilterText({.text = "", .unit = {}, .values = {}}, Text("c")) == "^:c$");
  CHECK(LabelFilterText({.text = "a=b", .unit = {}, .values = {Text("c")}}) == "^a\\x3db:");
}

TEST_CASE("Numbers are ranges in the key's unit") {
  const LabelIndex::Key bytes{.text = "bytes", .unit = "bytes", .values = {}};
  CHECK(LabelFilterText(bytes, Number(16384, 16384)) == "bytes=16384bytes");
  CHECK(LabelFilterText(bytes, Number(16384, 16390)) == "bytes=16384bytes:16390bytes");
  const LabelIndex::Key odd{.text = "shard_id", .unit = "shard_id", .values = {}};
  CHECK(LabelFilterText(odd, Number(-3, -3)) == "shard_id=-3");
}

TEST_CASE("What pprof's filters cannot say has no text") {
  LabelIndex::Value both = Number(5, 5);
  both.textual = true;
  CHECK(LabelFilterText({.text = "k", .unit = "k", .values = {}}, both).empty());
  CHECK(LabelFilterText({.text = "k", .unit = {}, .values = {}}, Text("\xff")).empty());
  CHECK(LabelFilterText({.text = "k", .unit = "k", .values = {Text("a"), Number(1, 2)}}).empty());
  CHECK(LabelFilterText({.text = "a=b", .unit = "bytes", .values = {}}, Number(1, 1)).empty());
}

TEST_CASE("A key is anything that its values have") {
  CHECK(LabelFilterText({.text = "k", .unit = {}, .values = {Text("a")}}) == "k=.*");
  CHECK(LabelFilterText({.text = "k", .unit = "bytes", .values = {Number(1, 2), Number(7, 9)}}) ==
        "k=1bytes:9bytes");
}

}  // namespace
}  // namespace burnglass
