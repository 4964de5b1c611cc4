// Go's text profiles (?debug=1) with the comments that name functions.
#include "formats/go_comments.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "formats/drawn_stacks.h"
#include "formats/go_labels.h"
#include "formats/loading.h"
#include "formats/profile_listing.h"
#include "profile/kind.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

using Texts = std::vector<std::string>;

ProfileData Loaded(std::string_view text) {
  Result<ProfileData> loaded = Load(text);
  INFO(ErrorOf(loaded));
  REQUIRE(loaded.ok());
  const Status status = CheckProfile(*loaded);
  INFO((status.ok() ? "" : status.error().message));
  REQUIRE(status.ok());
  return loaded.Take();
}

TEST_CASE("Comments name the functions, and labels are the samples'") {
  const ProfileData data = Loaded(
      "goroutine profile: total 6\n"
      "3 @ 0x7356d9 0x735749 0x491681\n"
      "#\t0x7356d8\tmain.receive+0x18\t\tmain.go:269\n"
      "#\t0x735748\tmain.(*app).serve+0x48\tsrv/my app/main.go:12\n"
      "\n"
      "2 @ 0x7356d9 0x491681\n"
      "# labels: {\"handler\":\"/orders\", \"quo\\\"te\":\"a b, c:d\"}\n"
      "#\t0x7356d8\tmain.receive+0x18\tmain.go:269\n"
      "\n"
      "1 @ 0x735749 0x491681\r\n"
      "# labels: {}\r\n"
      "#\t0x735748\tmain.(*app).serve+0x48\tsrv/my app/main.go:12\r\n");
  CHECK(DrawSamples(data) ==
        Texts{"3: main.receive main.go:269 < main.(*app).serve srv/my app/main.go:12",
              "2: main.receive main.go:269 {handler=/orders, quo\"te=a b, c:d}",
              "1: main.(*app).serve srv/my app/main.go:12"});
  CHECK(data.locations.size() == 2);
  CHECK(data.functions.size() == 2);
  CHECK(data.locations[0].address == 0x7356d8);
  CHECK(data.drop_frames == 0);
  CHECK(ProfileKind(Profile(data)) == "goroutine");
}

TEST_CASE("As pprof reads them, comments are nothing") {
  const std::string text =
      "goroutine profile: total 3\n"
      "3 @ 0x7356d9 0x491681\n"
      "# labels: {\"handler\":\"/orders\"}\n"
      "#\t0x7356d8\tmain.receive+0x18\tmain.go:269\n";
  const Result<ProfileData> data = LoadProfile(BytesOf(text), {.as_pprof = true});
  REQUIRE(data.ok());
  CHECK(DrawSamples(*data) == Texts{"3: 0x7356d8 < 0x491680"});
  CHECK(data->functions.empty());
  CHECK(data->drop_frames != 0);
}

TEST_CASE("Inlined frames share the location of the function that holds them") {
  // Since Go 1.12 they have addresses of their own; the entry, 0x100, tells where they belong.
  CHECK(DrawSamples(Loaded("threadcreate profile: total 1\n"
                           "1 @ 0x187 0x186 0x205 0x300\n"
                           "#\t0x186\tsync.(*Mutex).Unlock+0x86\tmutex.go:65\n"
                           "#\t0x185\tmain.unlock+0x85\tmain.go:219\n"
                           "#\t0x204\tmain.work+0x4\tmain.go:224\n")) ==
        Texts{"1: sync.(*Mutex).Unlock mutex.go:65 in main.unlock main.go:219 < "
              "main.work main.go:224"});
  // Before, they have the address of their holder.
  CHECK(DrawSamples(Loaded("threadcreate profile: total 1\n"
                           "1 @ 0x187 0x205 0x300\n"
                           "#\t0x186\tsync.(*Mutex).Unlock+0x86\tmutex.go:65\n"
                           "#\t0x186\tmain.unlock+0x86\tmain.go:219\n"
                           "#\t0x204\tmain.work+0x4\tmain.go:224\n")) ==
        Texts{"1: sync.(*Mutex).Unlock mutex.go:65 in main.unlock main.go:219 < "
              "main.work main.go:224"});
}

TEST_CASE("A function that calls itself is as many frames") {
  CHECK(DrawSamples(Loaded("threadcreate profile: total 1\n"
                           "1 @ 0x105 0x109 0x109 0x109 0x205 0x300\n"
                           "#\t0x104\tmain.leaf+0x4\tmain.go:1\n"
                           "#\t0x108\tmain.deep+0x8\tmain.go:2\n"
                           "#\t0x108\tmain.deep+0x8\tmain.go:2\n"
                           "#\t0x108\tmain.deep+0x8\tmain.go:2\n"
                           "#\t0x204\tmain.main+0x4\tmain.go:3\n")) ==
        Texts{"1: main.leaf main.go:1 in main.deep main.go:2 < main.deep main.go:2 < "
              "main.deep main.go:2 < main.main main.go:3"});
}

TEST_CASE("What Go hides at the leaf is the runtime's") {
  // 0x417 is named below the second stack.
  const ProfileData data = Loaded(
      "goroutine profile: total 2\n"
      "1 @ 0x48b 0x418 0x736 0x492\n"
      "#\t0x735\tmain.receive+0x5\tmain.go:269\n"
      "\n"
      "1 @ 0x418 0x492\n"
      "#\t0x417\truntime.chanrecv+0x7\truntime/chan.go:667\n");
  CHECK(DrawSamples(data) == Texts{"1: runtime.0x48a < runtime.chanrecv runtime/chan.go:667 < "
                                   "main.receive main.go:269",
                                   "1: runtime.chanrecv runtime/chan.go:667"});
  CHECK(data.locations[0].address == 0x48a);
}

TEST_CASE("A heap profile: no allocator at the leaf, sizes as labels, MemStats as facts") {
  const ProfileData data = Loaded(
      "heap profile: 1: 1024 [3: 4096] @ heap/2\n"
      "1: 1024 [3: 4096] @ 0x48b 0x418 0x736 0x492\n"
      "#\t0x735\tmain.leak+0x5\tmain.go:3\n"
      "\n"
      "0: 0 [1: 64] @ 0x418 0x492\n"
      "#\t0x417\truntime.malg+0x7\truntime/proc.go:4076\n"
      "\n\n"
      "# runtime.MemStats\n"
      "# HeapAlloc = 17786080\n"
      "# Stack = 1277952 / 1277952\n"
      "# PauseNs = [2550202 0]\n"
      "# DebugGC = false\n");
  CHECK(DrawSamples(data) == Texts{"3 4096 1 1024: main.leak main.go:3 {bytes=1024}",
                                   "1 64 0 0: runtime.malg runtime/proc.go:4076 {bytes=64}"});
  CHECK(DrawFacts(data) == Texts{"HeapAlloc=17786080", "Stack=1277952 / 1277952",
                                 "PauseNs=[2550202 0]", "DebugGC=false"});
  CHECK(ProfileKind(Profile(data)) == "heap");
}

TEST_CASE("Threads that have no stack are counted without one") {
  CHECK(DrawSamples(Loaded("threadcreate profile: total 11\n"
                           "8 @ 0x0 0x0 0x0\n#\t0x0\n\n"
                           "1 @\n#\t0x0\n\n"
                           "1 @ 0x736 0x492 0x0 0x0\n"
                           "#\t0x735\tmain.lock+0x5\tmain.go:3\n\n"
                           "1 @ 0x492\n")) == Texts{"8: ", "1: ", "1: main.lock main.go:3", "1: "});
}

TEST_CASE("A location without a comment stays, by its address") {
  CHECK(DrawSamples(Loaded("goroutine profile: total 2\n"
                           "1 @ 0x106 0x7f10 0x7f20 0x206 0x300\n"
                           "#\t0x105\tmain.callback+0x5\tmain.go:1\n"
                           "#\t0x205\tmain.main+0x5\tmain.go:2\n"
                           "\n"
                           "1 @ 0x7f10 0x7f20\n")) ==
        Texts{"1: main.callback main.go:1 < 0x7f0f < 0x7f1f < main.main main.go:2",
              "1: 0x7f0f < 0x7f1f"});
}

TEST_CASE("Since Go 1.20 counts of mutex profiles are multiplied already") {
  const auto samples = [](const std::string& counts) {
    return DrawSamples(Loaded("--- mutex:\ncycles/second=2000000000\nsampling period=5\n" + counts +
                              " @ 0x106 0x300\n#\t0x105\tsync.(*Mutex).Unlock+0x5\tmutex.go:65\n"));
  };
  CHECK(samples("1000 3") == Texts{"15 2500: sync.(*Mutex).Unlock mutex.go:65"});
  CHECK(samples("1000 10") == Texts{"10 500: sync.(*Mutex).Unlock mutex.go:65"});
}

TEST_CASE("Comments that say something else are left alone") {
  const ProfileData data = Loaded(
      "goroutine profile: total 1\n"
      "1 @ 0x106 0x206 0x300\n"
      "# a note\n"
      "#\t0x105\tmain.f\tmain.go:1\n"
      "#\t0x105\tmain.f+0x5\tmain.go\n"
      "#\t105\tmain.f+0x5\tmain.go:1\n"
      "#\t0x11112222333344445\tmain.f+0x5\tmain.go:1\n"
      "# labels: {\"handler\":\"/ord\n"
      "#\t0x205\tmain.main+0x5\tmain.go:2\n");
  CHECK(DrawSamples(data) == Texts{"1: runtime.0x105 < main.main main.go:2"});
}

TEST_CASE("Labels as Go prints them, and nothing else") {
  const auto labels = [](std::string_view text) {
    ProfileData data;
    if (!AppendGoLabels(text, data)) return std::string("none of ") + std::string(text);
    data.label_ends = {static_cast<std::uint32_t>(data.labels.size())};
    return DrawLabels(data, 0);
  };
  CHECK(labels(R"({"a":"1", "b":"2"})") == "a=1, b=2");
  CHECK(labels("{a: 1, b/c.d: /x}") == "a=1, b/c.d=/x");
  CHECK(labels(R"({"":""})") == "=");
  CHECK(labels("{}") == "");
  CHECK(labels(R"({"\a\\\"'\x80\u20ac\U0001f525":"x"})") == "\a\\\"'\x80\u20ac\U0001f525=x");
  for (const std::string text :
       {"", "{", "}", "{a", "{a:", "{a: 1", "{a: 1,", "{a: 1}}", "{a 1}", R"({"a:1})",
        R"({"a\":1})", R"({"\q":1})", R"({"\x1":1})", R"({"\Uffffffff":1})"}) {
    CHECK(labels(text) == "none of " + text);
  }
}

bool IsRuntime(const ProfileData& data, const Location& location) {
  if (location.line_begin == location.line_end) return false;
  const Function& function = data.functions[data.lines[location.line_begin].function];
  return data.strings[function.name].starts_with("runtime.");
}

// Go 1.19 writes them to profile.proto in the order of a map.
void SortLabels(ProfileData& data) {
  for (std::size_t i = 0; i < data.label_ends.size(); ++i) {
    const std::uint32_t begin = i == 0 ? 0 : data.label_ends[i - 1];
    std::sort(
        data.labels.begin() + begin, data.labels.begin() + data.label_ends[i],
        [&](const Label& a, const Label& b) { return data.strings[a.key] < data.strings[b.key]; });
  }
}

// "main.f main.go:3 in …" of each location with its address, from the leaf on, without the runtime
// at the leaf; behind it the labels.
std::string StackAndLabels(const ProfileData& data, std::size_t sample) {
  std::vector<std::uint32_t> stack;
  AppendStack(data, sample, stack);
  ProfileData one;
  one.strings = data.strings, one.functions = data.functions;
  one.lines = data.lines, one.locations = data.locations;
  bool at_leaf = true;
  std::string addresses;
  for (const std::uint32_t number : stack) {
    const Location& location = data.locations[number];
    if (location.address == ~std::uint64_t{0}) continue;  // profile.proto has Go's padding
    at_leaf = at_leaf && IsRuntime(data, location);
    if (at_leaf) continue;
    one.stacks.push_back(number);
    addresses += " " + ListHex(location.address);
  }
  one.stack_ends.push_back(static_cast<std::uint32_t>(one.stacks.size()));
  return DrawStack(one, 0) + addresses + "\n{" + DrawLabels(data, sample) + "}";
}

// Without the types that generic functions are made for, which profile.proto names and text does
// not.
std::string WithoutTypes(const std::string& text) {
  std::string result;
  int depth = 0;
  for (const char c : text) {
    depth -= c == ']';
    if (depth == 0) result += c;
    depth += c == '[';
  }
  return result;
}

using Counts = std::map<std::string, std::int64_t>;

Counts LastValues(ProfileData data) {
  SortLabels(data);
  Counts counts;
  for (std::size_t i = 0; i < data.sample_count(); ++i) {
    counts[WithoutTypes(StackAndLabels(data, i))] += data.values.back()[i];
  }
  return counts;
}

// How many of the stacks of `a` are in `b`, too; in percent.
int PercentIn(const Counts& a, const Counts& b) {
  const auto common = std::count_if(a.begin(), a.end(),
                                    [&](const auto& stack) { return b.count(stack.first) > 0; });
  return a.empty() ? 100 : static_cast<int>(100 * common / static_cast<std::ptrdiff_t>(a.size()));
}

TEST_CASE("Text and profile.proto of one program have the same stacks, addresses and labels") {
  const std::string folder = SharedPath("conformance/go-real/");
  for (const std::string version : {"", "go1.19/", "go1.26/"}) {
    for (const std::string kind :
         {"goroutine", "goroutineleak", "threadcreate", "heap", "allocs", "block", "mutex"}) {
      if (version == "go1.19/" && kind == "goroutineleak") continue;
      const std::string name = version + kind;
      const ProfileData text = Loaded(ReadFile(folder + name + ".debug1.txt"));
      const ProfileData proto = Loaded(ReadFile(folder + name + ".pb.gz"));
      const Counts of_text = LastValues(text), of_proto = LastValues(proto);
      INFO(name << ": " << of_text.size() << " and " << of_proto.size() << " stacks, "
                << PercentIn(of_text, of_proto) << " % and " << PercentIn(of_proto, of_text)
                << " % of them in the other");
      for (const auto& [stack, count] : of_text) {
        if (of_proto.count(stack) == 0) UNSCOPED_INFO("only in text: " << stack.substr(0, 400));
      }
      // Goroutines that run are elsewhere a moment later; and text leaves out frames that are
      // inlined by the runtime into what it hides, or come first in a stack that is cut off.
      CHECK(PercentIn(of_text, of_proto) >= 85);
    }
  }
}

std::int64_t SumOf(const Counts& counts) {
  return std::accumulate(counts.begin(), counts.end(), std::int64_t{0},
                         [](std::int64_t sum, const auto& stack) { return sum + stack.second; });
}

TEST_CASE("Of what does not change in between, text and profile.proto have the same numbers") {
  const std::string folder = SharedPath("conformance/go-real/");
  for (const auto& [text, proto] : std::map<std::string, std::string>{
           {"goroutineleak.debug1.txt", "goroutineleak.pb.gz"},
           {"threadcreate.debug1.txt", "threadcreate.pb.gz"},
           {"go1.19/threadcreate.debug1.txt", "go1.19/threadcreate.pb.gz"},
           {"go1.26/goroutineleak.debug1.txt", "go1.26/goroutineleak.pb.gz"},
           {"go1.26/threadcreate.debug1.txt", "go1.26/threadcreate.pb.gz"},
           {"labels/default/goroutine.debug1.txt", "labels/default/goroutine.debug0.pb.gz"},
           {"labels/godebug0/goroutine.debug1.txt", "labels/godebug0/goroutine.debug0.pb.gz"}}) {
    INFO(text);
    const Counts of_text = LastValues(Loaded(ReadFile(folder + text)));
    const Counts of_proto = LastValues(Loaded(ReadFile(folder + proto)));
    CHECK(SumOf(of_text) == SumOf(of_proto));
    for (const auto& [stack, count] : of_text) {
      if (const auto known = of_proto.find(stack); known != of_proto.end()) {
        INFO(stack.substr(0, 400));
        CHECK(known->second == count);
      }
    }
  }
}

TEST_CASE("Heap and mutex profiles have the numbers of profile.proto") {
  const std::string folder = SharedPath("conformance/go-real/");
  for (const std::string version : {"", "go1.19/", "go1.26/"}) {
    for (const std::string kind : {"heap", "mutex"}) {
      const Counts of_text = LastValues(Loaded(ReadFile(folder + version + kind + ".debug1.txt")));
      const Counts of_proto = LastValues(Loaded(ReadFile(folder + version + kind + ".pb.gz")));
      std::size_t same = 0, common = 0;
      for (const auto& [stack, value] : of_text) {
        const auto known = of_proto.find(stack);
        if (known == of_proto.end()) continue;
        ++common;
        same += known->second == value;
      }
      INFO(version << kind << ": " << same << " of " << common);
      // The program went on between the two.
      CHECK(same * 2 >= common);
    }
  }
}

}  // namespace
}  // namespace burnglass
