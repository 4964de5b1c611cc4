#include "profile/names.h"

#include <catch2/catch_test_macros.hpp>

#include "support/tables.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

using Forms = std::vector<std::string>;

const ModuleGuess kPrometheus = {true, "github.com/prometheus/prometheus"};
const ModuleGuess kNotGo;

Forms FormsOf(std::string_view name) { return DescribeName(name, kPrometheus).forms; }

std::string PackageOf(std::string_view name) {
  return std::string(name.substr(0, PackageLength(name)));
}

NameClass ClassOf(std::string_view name, const ModuleGuess& own = kPrometheus) {
  return DescribeName(name, own).name_class;
}

TEST_CASE("Function names are shortened as pprof shortens them") {
  const std::string table = SharedPath("conformance/google-pprof/unit/shorten_function_name.tsv");
  for (const auto& row : ReadTable(table, 2)) {
    INFO(row[0]);
    CHECK(ShortenFunctionName(row[0]) == row[1]);
  }
}

TEST_CASE("Every form of a name is narrower than the one before, the first is the name itself") {
  const std::string table = SharedPath("conformance/google-pprof/unit/shorten_function_name.tsv");
  const auto width = [](const std::string& text) {
    std::size_t characters = 0;
    for (const char c : text) characters += (c & 0xc0) != 0x80;
    return characters;
  };
  for (const auto& row : ReadTable(table, 2)) {
    INFO(row[0]);
    const Forms forms = FormsOf(row[0]);
    REQUIRE_FALSE(forms.empty());
    CHECK(forms[0] == row[0]);
    for (std::size_t i = 1; i < forms.size(); ++i) {
      INFO(forms[i]);
      CHECK_FALSE(forms[i].empty());
      CHECK(width(forms[i]) < width(forms[i - 1]));
    }
  }
}

TEST_CASE("A Go name shortens from the left, but its last part stays") {
  CHECK(FormsOf("github.com/prometheus/prometheus/promql.(*evaluator).rangeEval") ==
        Forms{"github.com/prometheus/prometheus/promql.(*evaluator).rangeEval",
              "promql.(*evaluator).rangeEval", "(*evaluator).rangeEval", "(eval…).rangeEval",
              "rangeEval"});
  CHECK(FormsOf("net/http.HandlerFunc.ServeHTTP") == Forms{"net/http.HandlerFunc.ServeHTTP",
                                                           "http.HandlerFunc.ServeHTTP",
                                                           "HandlerFunc.ServeHTTP", "ServeHTTP"});
  CHECK(FormsOf("main.main") == Forms{"main.main", "main"});
}

TEST_CASE("A receiver is cut only where three letters stay and it is worth it") {
  CHECK(FormsOf("a.(*Bytes).M") == Forms{"a.(*Bytes).M", "(*Bytes).M", "(Byt…).M", "M"});
  CHECK(FormsOf("a.(*List).M") == Forms{"a.(*List).M", "(*List).M", "M"});
}

TEST_CASE("A closure stays with the function it is in") {
  CHECK(FormsOf("a/b.(*Server).Run.func1.2").back() == "Run.func1.2");
  CHECK(FormsOf("main.Run.gowrap2").back() == "Run.gowrap2");
  CHECK(FormsOf("main.Run.func1-range1").back() == "Run.func1-range1");
  CHECK(FormsOf("main.init.0.func1").back() == "init.0.func1");
  CHECK(FormsOf("main.glob..func1").back() == "glob..func1");
  CHECK(FormsOf("a::B::c(int)::{lambda()#1}::operator()() const") ==
        Forms{"a::B::c(int)::{lambda()#1}::operator()() const", "a::B::c::{lambda()#1}::operator()",
              "B::c::{lambda()#1}::operator()", "c::{lambda()#1}::operator()", "B::c"});
  CHECK(FormsOf("tokio::park::run::{{closure}}::h0123456789abcdef").back() == "run::{{closure}}");
}

TEST_CASE("Type arguments become a mark, then nothing") {
  CHECK(FormsOf("slices.Sort[go.shape.[]github.com/x/y.T,go.shape.struct { z/w.A int }]") ==
        Forms{"slices.Sort[go.shape.[]github.com/x/y.T,go.shape.struct { z/w.A int }]",
              "slices.Sort[…]", "Sort[…]", "Sort"});
  CHECK(FormsOf("main.(*List[...]).Push") ==
        Forms{"main.(*List[...]).Push", "main.(*List[…]).Push", "(*List[…]).Push", "Push"});
  CHECK(FormsOf("std::map<int, a::b>::at(int const&)").back() == "at");
}

TEST_CASE("Names of other languages shorten by their own rules") {
  CHECK(FormsOf("java.util.HashMap.get(Object)") ==
        Forms{"java.util.HashMap.get(Object)", "HashMap.get", "get"});
  CHECK(FormsOf("java.util.HashMap.<init>") == Forms{"java.util.HashMap.<init>", "HashMap.<init>"});
  CHECK(FormsOf("<alloc::vec::Vec<T> as core::ops::Drop>::drop") ==
        Forms{"<alloc::vec::Vec<T> as core::ops::Drop>::drop", "alloc::vec::Vec::drop", "Vec::drop",
              "drop"});
  CHECK(FormsOf("Twig\\Node\\Module::compile") ==
        Forms{"Twig\\Node\\Module::compile", "Module::compile", "compile"});
  CHECK(FormsOf("malloc") == Forms{"malloc"});
}

TEST_CASE("The package is the import path, also with escapes and with brackets behind it") {
  CHECK(PackageOf("github.com/foo/bar/v2.(*T).Method") == "github.com/foo/bar/v2");
  CHECK(PackageOf("gopkg.in/yaml%2ev3.Unmarshal") == "gopkg.in/yaml%2ev3");
  CHECK(PackageOf("github.com/a/b.F[github.com/c/d.T]") == "github.com/a/b");
  CHECK(PackageOf("main.F[go.shape.<-chan int].func1") == "main");
  CHECK(PackageOf("encoding/json.(*enc).(encoding/json.encode)-fm") == "encoding/json");
  CHECK(PackageOf("main.init.0.func1") == "main");
  CHECK(PackageOf("type:.eq.github.com/foo/bar.T") == "");
  CHECK(PackageOf("aeshashbody") == "");
  CHECK(PackageOf("go.uber.org/zap.(*Logger).Info") == "go.uber.org/zap");
  CHECK(PackageOf("go.itab.*github.com/x/y.T,io.Reader") == "");
  CHECK(PackageOf("go.shape.int") == "");
  CHECK(PackageOf("a/operator.F") == "a/operator");
  CHECK(PackageOf("a.B[c/d.E].F") == "a");
}

TEST_CASE("The package is namespaces in C++ and Rust, lower-case parts in Java") {
  CHECK(PackageOf("std::vector::push_back") == "std");
  CHECK(PackageOf("google::protobuf::internal::Arena::Alloc") == "google::protobuf::internal");
  CHECK(PackageOf("Bar::Foo") == "Bar");
  CHECK(PackageOf("(anonymous namespace)::Bar::Foo") == "");
  CHECK(PackageOf("std::operator<< <char>") == "std");
  CHECK(PackageOf("core::ops::function::FnOnce::call_once") == "core::ops::function");
  CHECK(PackageOf("<core::option::Option<T> as core::clone::Clone>::clone") == "<core::option");
  CHECK(PackageOf("com.example.Foo$Bar.lambda$baz$1") == "com.example");
  CHECK(PackageOf("Twig\\Node\\Module::compile") == "Twig\\Node");
}

TEST_CASE("Whose code it is: own, a module, the standard library, the runtime") {
  CHECK(ClassOf("main.main") == NameClass::kOwn);
  CHECK(ClassOf("github.com/prometheus/prometheus/promql.Run") == NameClass::kOwn);
  CHECK(ClassOf("github.com/prometheus/prometheus2/promql.Run") == NameClass::kDependency);
  CHECK(ClassOf("golang.org/x/net/http2.(*Framer).ReadFrame") == NameClass::kDependency);
  CHECK(ClassOf("gopkg.in/yaml%2ev3.Unmarshal") == NameClass::kDependency);
  CHECK(ClassOf("mycompany/service.Run") == NameClass::kOwn);
  CHECK(ClassOf("net/http.(*conn).serve") == NameClass::kStandard);
  CHECK(ClassOf("vendor/golang.org/x/net/http/httpguts.Valid") == NameClass::kStandard);
  CHECK(ClassOf("runtime.mallocgc") == NameClass::kRuntime);
  CHECK(ClassOf("runtime/pprof.profileWriter") == NameClass::kRuntime);
  CHECK(ClassOf("internal/runtime/maps.(*Map).Get") == NameClass::kRuntime);
  CHECK(ClassOf("internal/poll.(*FD).Read") == NameClass::kStandard);
  CHECK(ClassOf("aeshashbody") == NameClass::kRuntime);
  CHECK(ClassOf("type:.eq.main.T") == NameClass::kRuntime);
}

TEST_CASE("Outside of Go a plain name is the program's own") {
  CHECK(ClassOf("malloc", kNotGo) == NameClass::kOwn);
  CHECK(ClassOf("std::vector::push_back", kNotGo) == NameClass::kStandard);
  CHECK(ClassOf("<alloc::vec::Vec<T> as core::ops::Drop>::drop", kNotGo) == NameClass::kStandard);
  CHECK(ClassOf("stdlib::x::y", kNotGo) == NameClass::kOwn);
  CHECK(ClassOf("java.util.HashMap.get", kNotGo) == NameClass::kStandard);
  CHECK(ClassOf("com.example.App.run", kNotGo) == NameClass::kOwn);
}

TEST_CASE("A place without symbols is named by its binary and its address") {
  const NameForms library = DescribeAddress("/usr/lib/libc.so.6", 0x7f12, false);
  CHECK(library.forms == Forms{"[libc.so.6] 0x7f12", "0x7f12"});
  CHECK(library.package_length == 11);
  CHECK(library.name_class == NameClass::kDependency);
  CHECK(DescribeAddress("/srv/app", 0x400000, true).name_class == NameClass::kOwn);
  CHECK(DescribeAddress("[vdso]", 0x10, false).forms == Forms{"[vdso] 0x10", "0x10"});
  CHECK(DescribeAddress("[vdso]", 0x10, false).name_class == NameClass::kRuntime);
  CHECK(DescribeAddress("", 0xffffffffffffffff, false).forms == Forms{"0xffffffffffffffff"});
  CHECK(DescribeAddress("/srv/app", 0, true).forms == Forms{"[app]"});
  CHECK(DescribeAddress("", 0, false).forms == Forms{"<unknown>"});
}

// A profile of one sample for each list of functions, root first: "name" or "name file".
ProfilePtr ProfileOf(const std::vector<std::vector<std::string>>& stacks) {
  ProfileData data;
  data.sample_types.push_back({data.strings.Intern("samples"), data.strings.Intern("count")});
  data.values.emplace_back();
  for (const auto& stack : stacks) {
    for (auto text = stack.rbegin(); text != stack.rend(); ++text) {
      const std::size_t space = std::min(text->find(' '), text->size());
      const auto index = static_cast<std::uint32_t>(data.functions.size());
      Function function;
      function.id = index + 1;
      function.name = function.system_name = data.strings.Intern(text->substr(0, space));
      if (space < text->size()) function.filename = data.strings.Intern(text->substr(space + 1));
      data.functions.push_back(function);
      data.lines.push_back({index, 1, 0});
      Location location;
      location.id = index + 1;
      location.line_begin = index;
      location.line_end = index + 1;
      data.locations.push_back(location);
      data.stacks.push_back(index);
    }
    data.stack_ends.push_back(static_cast<std::uint32_t>(data.stacks.size()));
    data.values[0].push_back(1);
  }
  Result<ProfilePtr> profile = FinishProfile(std::move(data));
  REQUIRE(profile.ok());
  return profile.Take();
}

std::string OwnModule(const std::vector<std::vector<std::string>>& stacks) {
  const ModuleGuess guess = GuessOwnModule(*ProfileOf(stacks));
  REQUIRE(guess.go);
  return guess.module;
}

TEST_CASE("The main module is the one in whose folder main.main lies") {
  CHECK(OwnModule(
            {{"runtime.main /go/src/runtime/proc.go", "main.main /home/me/checkout/cmd/app/main.go",
              "github.com/spf13/cobra.(*Command).Execute /root/mod/cobra/command.go",
              "github.com/acme/app/store.Open /home/me/checkout/store/store.go"}}) ==
        "github.com/acme/app");
  CHECK(OwnModule({{"runtime.main runtime/proc.go", "main.main github.com/acme/app/cmd/app/main.go",
                    "github.com/other/lib.Run github.com/other/lib/run.go",
                    "github.com/acme/app/store.Open github.com/acme/app/store/store.go"}}) ==
        "github.com/acme/app");
}

TEST_CASE("Modules with a version in their path, and vendored ones, are not the main module") {
  CHECK(OwnModule({{"net/http.(*conn).serve /go/src/net/http/server.go",
                    "github.com/gin-gonic/gin.(*Engine).ServeHTTP "
                    "/go/pkg/mod/github.com/gin-gonic/gin@v1.9.0/gin.go",
                    "example.com/shop/cart.Add /build/cart/add.go"},
                   {"net/http.(*conn).serve /go/src/net/http/server.go",
                    "k8s.io/klog.Info /build/vendor/k8s.io/klog/klog.go"}}) == "example.com/shop");
}

TEST_CASE("Without files the module nearest to the roots is the main module") {
  CHECK(OwnModule({{"runtime.main", "acme.org/app/srv.Run", "acme.org/lib.F", "acme.org/lib.G"},
                   {"runtime.main", "acme.org/app/srv.Run", "acme.org/lib.H"}}) == "acme.org/app");
}

TEST_CASE("The Go compiler's main module are the Go commands") {
  CHECK(OwnModule({{"runtime.main /go/src/runtime/proc.go", "main.main /go/src/cmd/compile/main.go",
                    "cmd/compile/internal/gc.Main /go/src/cmd/compile/internal/gc/main.go"}}) ==
        "cmd");
}

TEST_CASE("Without Go functions there is no Go and no module") {
  const ModuleGuess guess = GuessOwnModule(*ProfileOf({{"main main.c", "malloc"}}));
  CHECK_FALSE(guess.go);
  CHECK(guess.module.empty());
}

}  // namespace
}  // namespace burnglass
