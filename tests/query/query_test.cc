#include "query/query.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include "query/tree_shape.h"

namespace burnglass {
namespace {

const Query kAlloc{.sample_index = "alloc_space"};

template <typename T>
std::string ErrorOf(const Result<T>& result) {
  return result ? "none" : result.error().message;
}

TEST_CASE("The default query is the empty text") {
  CHECK(QueryText({}) == "");
  CHECK(*ParseQuery("") == Query{});
  CHECK(*ParseQuery("si=") == Query{});
}

TEST_CASE("A query's text is pprof's URL form") {
  CHECK(QueryText(kAlloc) == "si=alloc_space");
  CHECK(*ParseQuery("si=alloc_space") == kAlloc);
  CHECK(*ParseQuery("&si=alloc_space&") == kAlloc);
}

TEST_CASE("Every text comes back from a link as it was") {
  const std::string value = GENERATE(as<std::string>(), "a b+c&d=e%f/g", "100%", "\xce\xbcs\n\t\"",
                                     std::string("\0\xff", 2), "-_.~");
  const Query query{.sample_index = value};
  const std::string text = QueryText(query);
  CHECK(text.find_first_of(" +&\"\n") == text.npos);
  CHECK(*ParseQuery(text) == query);
}

TEST_CASE("A plus in a link is a space, as pprof writes it") {
  CHECK(ParseQuery("si=wall+time")->sample_index == "wall time");
}

TEST_CASE("Links that are no query say what is wrong") {
  CHECK(ErrorOf(ParseQuery("nope=1")) == "a query has no part named \"nope\"");
  CHECK(ErrorOf(ParseQuery("8\n=1")) == "a query has no part named \"8\\u000a\"");
  const std::string broken = GENERATE("si=%", "si=%4", "si=%4x", "si=a%g0");
  CHECK(ErrorOf(ParseQuery(broken)) ==
        "the value of \"si\" has a % that is not followed by two hexadecimal digits");
}

TEST_CASE("A query's object names all of its members") {
  CHECK(QueryObject({}) == R"({"sample_index":""})");
  CHECK(QueryObject(kAlloc) == R"({"sample_index":"alloc_space"})");
  CHECK(QueryObject({.sample_index = "a\"b\\\n\xff"}) ==
        "{\"sample_index\":\"a\\\"b\\\\\\u000a\xef\xbf\xbd\"}");
}

TEST_CASE("An object changes the members that it names") {
  CHECK(*ParseQueryObject(R"({"sample_index":"alloc_space"})") == kAlloc);
  CHECK(*ParseQueryObject("{}", kAlloc) == kAlloc);
  CHECK(*ParseQueryObject(R"({"sample_index":null})", kAlloc) == Query{});
  CHECK(*ParseQueryObject(R"( { "sample_index" : 1 } )") == Query{.sample_index = "1"});
  CHECK(*ParseQueryObject(R"({"sample_index":-1})") == Query{.sample_index = "-1"});
  CHECK(ParseQueryObject(QueryObject({.sample_index = "a\"b\\\n"}))->sample_index == "a\"b\\\n");
}

TEST_CASE("Objects that are no query say what is wrong") {
  const std::string member = "the query's member \"sample_index\" ";
  CHECK(ErrorOf(ParseQueryObject(R"({"nope":1})")) == "a query has no member named \"nope\"");
  CHECK(ErrorOf(ParseQueryObject(R"({"sample_index":true})")) ==
        member + "is true or false, but should be text");
  CHECK(ErrorOf(ParseQueryObject(R"({"sample_index":1.5})")) == member + "is not a whole number");
  CHECK(ErrorOf(ParseQueryObject(R"({"sample_index":{}})")) ==
        member + "is an object, but should be text");
  CHECK(ErrorOf(ParseQueryObject(R"({"sample_index":["a"]})")) ==
        member + "is a list, but should be text");
  const std::string other = GENERATE("[]", "null", "\"si\"", "1", "true", "1.5");
  CHECK(ErrorOf(ParseQueryObject(other)) == "a query is a JSON object");
  const std::string broken =
      GENERATE("", "{", "{\"sample_index\"}", "{} {}", "{\"sample_index\":\"a}");
  CHECK(ErrorOf(ParseQueryObject(broken)).starts_with("the query is not JSON, from character "));
}

const Query kMany{.sample_index = "1",
                  .mean = true,
                  .granularity = "lines",
                  .focus = "a|b",
                  .tagfocus = "bytes=1kb:",
                  .sort = "cum",
                  .divide_by = 2.5,
                  .trim = false,
                  .nodecount = 20,
                  .nodefraction = 0.1};

TEST_CASE("Members of every kind go round as text, as flags and as an object") {
  CHECK(QueryText(kMany) ==
        "si=1&mean=true&g=lines&f=a%7Cb&tf=bytes%3D1kb%3A&sort=cum&divide_by=2.5&trim=false&n=20"
        "&nf=0.1");
  CHECK(*ParseQuery(QueryText(kMany)) == kMany);
  CHECK(*ParseQueryObject(QueryObject(kMany)) == kMany);
  CHECK(QueryObject({.trim = false, .nodecount = 3}) ==
        R"({"sample_index":"","trim":false,"nodecount":3})");
  CHECK(QueryFlags(kMany) == std::vector<std::string>{"-sample_index=1", "-mean=true", "-lines",
                                                      "-focus=a|b", "-tagfocus=bytes=1kb:", "-cum",
                                                      "-divide_by=2.5", "-trim=false",
                                                      "-nodecount=20", "-nodefraction=0.1"});
  CHECK(QueryFlags({}).empty());
}

TEST_CASE("A member says which values it takes") {
  CHECK(ErrorOf(ParseQuery("n=many")) == "the query's part \"n\" takes a whole number");
  CHECK(ErrorOf(ParseQuery("nf=nan")) == "the query's part \"nf\" takes a number");
  CHECK(ErrorOf(ParseQuery("trim=maybe")) == "the query's part \"trim\" takes true or false");
  CHECK(ErrorOf(ParseQuery("sort=name")) == "the query's part \"sort\" takes one of: flat cum");
  CHECK(ErrorOf(ParseQueryObject(R"({"granularity":"bytes"})")) ==
        "the query's member \"granularity\" takes one of: functions filefunctions files lines "
        "addresses");
  CHECK(ErrorOf(ParseQueryObject(R"({"trim":"never"})")) ==
        "the query's member \"trim\" takes true or false");
  CHECK(ParseQueryObject(R"({"trim":null,"nodecount":null})", kMany)->nodecount == -1);
}

TEST_CASE("A shape stands behind the query and comes off again") {
  const TreeShape shape{.form = TreeForm::kCallers, .pivot = 7, .by_name = true, .folded = true};
  CHECK(ShapeText({}) == "");
  CHECK(ShapeText(shape) == "tree=callers&pivot=7&order=name&recursion=folded");
  CHECK(ShapedText("si=cpu", {}) == "si=cpu");
  CHECK(ShapedText("", {.by_name = true}) == "order=name");
  const Result<ShapedQuery> split = SplitShape(ShapedText("si=cpu&f=a", shape));
  REQUIRE(split.ok());
  CHECK(split->query == "si=cpu&f=a");
  CHECK(split->shape == shape);
  CHECK(SplitShape("f=a&tree=inverted&n=2")->query == "f=a&n=2");
  CHECK(SplitShape("")->shape == TreeShape());
  CHECK(SplitShape("f=a&width=b")->shape == TreeShape{.width = TreeWidth::kAfter});
  CHECK(ShapedText("f=a", {.width = TreeWidth::kBefore}) == "f=a&width=a");
}

TEST_CASE("A text that is no shape says why") {
  CHECK(ErrorOf(SplitShape("tree=up")) == "a tree is inverted, callers or callees, not \"up\"");
  CHECK(ErrorOf(SplitShape("tree=callers&pivot=main")) ==
        "a pivot is the number of a name, not \"main\"");
  CHECK(ErrorOf(SplitShape("recursion=")) == "\"recursion=\" is no shape of a tree");
  CHECK(ErrorOf(SplitShape("recursion=\3")) == "\"recursion=\\u0003\" is no shape of a tree");
  CHECK(ErrorOf(SplitShape("width=c")) == "a width is a or b, not \"c\"");
  const std::string lonely =
      "a pivot goes with callers and callees of a function, and they with it";
  CHECK(ErrorOf(SplitShape("tree=callees")) == lonely);
  CHECK(ErrorOf(SplitShape("pivot=3")) == lonely);
}

}  // namespace
}  // namespace burnglass
