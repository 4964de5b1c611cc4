#include "profile/redact.h"

#include <map>
#include <set>
#include <string>

#include <catch2/catch_test_macros.hpp>

#include "base/ascii.h"
#include "profile/drawn_profile.h"
#include "profile/go_library.h"
#include "profile/merge.h"

namespace burnglass {
namespace {

constexpr HashKey kKey = {1, 2};

NameRedactor Names(std::vector<std::string> keep = {}, HashKey key = kKey) {
  return NameRedactor({.keep = std::move(keep), .key = key}, {true, "acme.example/shop"});
}

bool IsToken(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool letter = IsLower(text[i]) || (text[i] >= '2' && text[i] <= '7');
    const bool fits = text[i] == shape[i] || (shape[i] == '*' && letter);
    if (!fits) return false;
  }
  return true;
}

TEST_CASE("Names of Go's library and runtime stay as they are") {
  NameRedactor names = Names();
  for (const char* name :
       {"runtime.mallocgc", "net/http.(*conn).serve", "encoding/json.(*Decoder).Decode",
        "internal/poll.(*FD).Read", "crypto/internal/fips140/sha256.block", "sort.Slice.func1",
        "vendor/golang.org/x/net/http2/hpack.(*Decoder).Write", "main.main", "runtime/debug.Stack",
        "std::sort", "core::ptr::drop_in_place", "java.util.HashMap.get", "slices.SortFunc[...]"}) {
    CAPTURE(name);
    CHECK(names.Name(name) == name);
  }
}

TEST_CASE("Other names are tokens that tell whose code it is and which package, no more") {
  NameRedactor names = Names();
  CHECK(IsToken(names.Name("acme.example/shop/cart.(*Cart).Add.func1"),
                "own/p********.f************"));
  CHECK(IsToken(names.Name("github.com/acme/x.Run[go.shape.int]"),
                "dep.hidden/m******/p********.f************"));
  CHECK(IsToken(names.Name("main.(*Secret).Run"), "main.f************"));
  CHECK(IsToken(names.Name("acme_encrypt"), "f************"));
  CHECK(IsToken(names.Name("acme::Cart::Add"), "own/p********.f************"));
  CHECK(names.Name("") == "");
}

TEST_CASE("A package of one's own is none of Go's, however it begins") {
  for (const char* name : {"log/acme.Write", "net/acme.Dial", "text/orders.Run", "cmd/acme.Run",
                           "container/acme.New", "type:.eq.acme.example/shop.Order"}) {
    CAPTURE(name);
    CHECK_FALSE(IsEverybodysName(name));
  }
  CHECK(IsGoLibraryPackage("net/http/internal/ascii"));
  CHECK_FALSE(IsGoLibraryPackage("acme/internal/x"));
  CHECK_FALSE(IsGoLibraryPackage("net/http net"));
  CHECK_FALSE(IsGoLibraryPackage(""));
}

TEST_CASE("Type arguments of a kept name are hidden, each in its own way") {
  NameRedactor names = Names();
  const std::string order = names.Name("sync/atomic.(*Pointer[acme.example/shop.Order]).Load");
  const std::string cart = names.Name("sync/atomic.(*Pointer[acme.example/shop.Cart]).Load");
  CHECK(IsToken(order, "sync/atomic.(*Pointer[t********]).Load"));
  CHECK(order != cart);
  CHECK(IsToken(names.Name("slices.Sort[go.shape.[]acme.Order,int]"), "slices.Sort[t********]"));
}

TEST_CASE("A C++ name of the library that holds another one is hidden") {
  NameRedactor names = Names();
  for (const char* name :
       {"std::vector<acme::Order>::push_back", "<acme::X as core::fmt::Display>::fmt",
        "core::ptr::drop_in_place<acme::Order>", "core::acme::Run", "alloc::acme", "core::acme"}) {
    CAPTURE(name);
    CHECK(names.Name(name).find("acme") == std::string::npos);
  }
}

TEST_CASE("Chosen packages stay, with all below them") {
  NameRedactor names = Names({"acme.example/shop/cart", "main"});
  CHECK(names.Name("acme.example/shop/cart.Add") == "acme.example/shop/cart.Add");
  CHECK(names.Name("acme.example/shop/cart/tax.Of") == "acme.example/shop/cart/tax.Of");
  CHECK(names.Name("main.run") == "main.run");
  CHECK(names.Name("acme.example/shop/cartel.Add").find("cartel") == std::string::npos);
  CHECK(IsToken(names.Name("acme.example/shop/cart.Map[acme.example/shop.Order]"),
                "acme.example/shop/cart.Map[t********]"));
}

TEST_CASE("Tokens are the same for the same key, and others for another") {
  CHECK(Names().Name("acme.Run") == Names().Name("acme.Run"));
  CHECK(Names().Name("acme.Run") != Names({}, {1, 3}).Name("acme.Run"));
}

TEST_CASE("Two texts never have one token, however short it is") {
  Tokens tokens(kKey);
  std::set<std::string> given;
  for (int i = 0; i < 32; ++i) given.insert(tokens.Of('x', std::to_string(i), 1));
  CHECK(given.size() == 32);
  CHECK(tokens.Of('x', "7", 1) == tokens.Of('x', "7", 1));
}

TEST_CASE("Files are told by a kept package, wherever it was built, or not at all") {
  const NameRedactor names = Names({"acme.example/shop"});
  const auto file = [&](std::string_view name, std::string_view path) {
    return names.FileInPackage(name, path);
  };
  CHECK(file("net/http.Serve", "/home/alice/go1.22/src/net/http/server.go") ==
        "net/http/server.go");
  CHECK(file("net/http.Serve", "/home/alice/acme/server.go") == "");
  CHECK(file("acme.example/shop.Run", "/home/alice/work/shop/run.go") ==
        "acme.example/shop/run.go");
  CHECK(file("acme.example/shop.Run", "/home/alice/work/my run.go") == "");
  CHECK(file("main.main", "/src/main/acme.go") == "");
  CHECK(file("net/http.Serve", "<autogenerated>") == "<autogenerated>");
}

// A profile with something to hide in every corner.
ProfileSketch Telling() {
  ProfileSketch sketch = SketchProfile({
      "main.main       main.main        main.main        main.main         ",
      "CANARY/own.Run  CANARY/own.Run   0x10@/CANARY/bin 0x20@/CANARY/lib  ",
      "net/http.Serve  CANARY.io/x.F>CANARY/own.Run -    0x20@/CANARY/lib  ",
      "3               4                5                6                 ",
  });
  ProfileData& data = sketch.data();
  const auto intern = [&](const char* text) { return data.strings.Intern(text); };
  for (Function& function : data.functions) function.filename = intern("/home/CANARY/x.go");
  for (Mapping& mapping : data.mappings) mapping.build_id = intern("CANARYbuild");
  data.comments = {intern("CANARY comment")};
  data.doc_url = intern("https://CANARY.example");
  data.keep_frames = intern("CANARYkeep");
  data.labels = {{.key = intern("CANARYkey"), .str = intern("CANARYvalue")},
                 {.key = intern("bytes"), .num = 16, .unit = intern("CANARYunit"), .numeric = true},
                 {.key = intern("pprof::base"), .str = intern("true")}};
  data.label_ends = {1, 2, 3, 3};
  data.facts = {{intern("CANARYfact"), intern("CANARYvalue")}};
  data.sample_types.push_back({intern("CANARY_orders"), intern("CANARYunit")});
  data.values.push_back({1, 2, 3, 4});
  data.default_sample_type = intern("CANARY_orders");
  data.period_type = {intern("cpu"), intern("CANARYunit")};
  data.repaired = {"CANARY was mended"};
  data.goroutine_text = "CANARY text";
  return sketch;
}

TEST_CASE("Nothing that could tell is left in any text, and the numbers are what they were") {
  const ProfilePtr before = Telling().Finish();
  const Redacted redacted = RedactProfile(*before, {.keep = {}, .key = kKey});
  const ProfileData& data = redacted.data;
  REQUIRE(CheckProfile(data).ok());
  for (StringId id = 0; id < data.strings.size(); ++id) {
    CAPTURE(data.strings[id]);
    CHECK(data.strings[id].find("CANARY") == std::string_view::npos);
  }
  CHECK(data.repaired.empty());
  CHECK(data.goroutine_text.empty());
  CHECK(data.facts.empty());
  CHECK(data.comments.empty());
  CHECK(data.values == before->data().values);
  CHECK(data.stacks == before->data().stacks);
  CHECK(data.stack_ends == before->data().stack_ends);
  CHECK(data.sample_types[0].type == data.period_type.type);
  CHECK(data.sample_types[1].type == data.default_sample_type);
  CHECK(redacted.names_kept == 2);
  CHECK(redacted.names_hidden == 2);
  CHECK(redacted.labels == 2);
  CHECK(redacted.comments == 1);
}

TEST_CASE("Of labels only the side of a comparison stays") {
  const ProfilePtr before = Telling().Finish();
  const Redacted redacted = RedactProfile(*before, {.keep = {}, .key = kKey});
  const ProfileData& data = redacted.data;
  REQUIRE(data.labels.size() == 1);
  CHECK(data.strings[data.labels[0].key] == "pprof::base");
  CHECK(data.label_ends == std::vector<std::uint32_t>{0, 0, 1, 1});
}

TEST_CASE("Mappings stay as tokens where nothing else names a frame, without build ids") {
  const ProfilePtr before = Telling().Finish();
  const Redacted redacted = RedactProfile(*before, {.keep = {}, .key = kKey});
  const ProfileData& data = redacted.data;
  REQUIRE(data.mappings.size() == 2);
  CHECK(data.mappings[0].file != data.mappings[1].file);
  for (const Mapping& mapping : data.mappings) CHECK(mapping.build_id == 0);
  const ProfilePtr named = DrawProfile({"main.main", "5"});
  CHECK(RedactProfile(*named, {.keep = {}, .key = kKey}).data.mappings.empty());
}

TEST_CASE("Addresses only say what is the same") {
  ProfileSketch sketch = SketchProfile({"0x7f31@/lib/c.so 0x7f32@/lib/c.so", "1 2"});
  const Redacted redacted = RedactProfile(*sketch.Finish(), {.keep = {}, .key = kKey});
  CHECK(redacted.data.locations[0].address == 1);
  CHECK(redacted.data.locations[1].address == 2);
}

TEST_CASE("Frames that the profile wants dropped are dropped before the pattern goes") {
  ProfileSketch sketch = SketchProfile({"main.main main.main", "acme.tick acme.Run", "1 2"});
  sketch.data().drop_frames = sketch.data().strings.Intern("acme.tick");
  const Redacted redacted = RedactProfile(*sketch.Finish(), {.keep = {"acme"}, .key = kKey});
  CHECK(ListSamples(redacted.data) == "\nmain.main 1\nmain.main acme.Run 2\n");
  CHECK(redacted.data.drop_frames == 0);
}

TEST_CASE(
    "A file that also has hidden functions is hidden, and so is one that would be told twice") {
  ProfileSketch sketch = SketchProfile({"net/http.A net/http.B net/http.C acme.D", "1 2 3 4"});
  ProfileData& data = sketch.data();
  const char* files[] = {"/a/net/http/a.go", "/a/net/http/b.go", "/b/net/http/b.go",
                         "/a/net/http/a.go"};
  for (std::size_t i = 0; i < 4; ++i) data.functions[i].filename = data.strings.Intern(files[i]);
  const Redacted redacted = RedactProfile(*sketch.Finish(), {.keep = {}, .key = kKey});
  std::set<std::string_view> told;
  for (const Function& function : redacted.data.functions) {
    const std::string_view file = redacted.data.strings[function.filename];
    CHECK(IsToken(file, "s**********.go"));
    told.insert(file);
  }
  CHECK(told.size() == 3);
}

}  // namespace
}  // namespace burnglass
