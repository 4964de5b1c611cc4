#include "profile/demangle.h"

#include <catch2/catch_test_macros.hpp>

#include "profile/demangle_cpp.h"
#include "profile/demangle_punycode.h"
#include "support/tables.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

TEST_CASE("Names are demangled as pprof demangles them, in every style") {
  const std::string table = SharedPath("conformance/google-pprof/unit/demangle.tsv");
  for (const auto& row : ReadTable(table, 5)) {
    INFO(row[0]);
    CHECK(DemangleName(row[0]) == row[1]);
    CHECK(DemangleName(row[0], Demangling::kTemplates) == row[2]);
    CHECK(DemangleName(row[0], Demangling::kFull) == row[3]);
    CHECK(DemangleName(row[0], Demangling::kNone) == row[4]);
  }
}

TEST_CASE("A C++ name loses its parameters, template arguments and return type") {
  CHECK(DemangleName("_ZNSt3mapIiiSt4lessIiESaISt4pairIKiiEEE2atERS3_") == "std::map::at");
  CHECK(DemangleName("_ZN12_GLOBAL__N_13RunEv") == "(anonymous namespace)::Run");
  CHECK(DemangleName("_Z3fooIiEPFidEc") == "foo");
  CHECK(DemangleName("_ZN1AcvPKcEv") == "A::operator char const*");
  CHECK(DemangleName("_ZltI1AEbRKT_S3_") == "operator<");
  CHECK(DemangleName("_ZlsIiERSoS0_RKT_") == "operator<<");
  CHECK(DemangleName("_Znam") == "operator new[]");
  CHECK(DemangleName("_ZThn8_NK1C1DEv") == "non-virtual thunk to C::D() const");
  CHECK(DemangleName("_ZN3foo3barEv.isra.0") == "foo::bar");
  CHECK(DemangleName("___ZN3foo3barEv_block_invoke_2") ==
        "invocation function for block in foo::bar");
}

TEST_CASE("A lambda keeps its number and has the same name from both toolchains") {
  CHECK(CppNameOfSignature("void a::f<int>(int)::{lambda(b<c>)#1}::operator()() const", false) ==
        "a::f::{lambda(b)#1}::operator()");
  CHECK(CppNameOfSignature("void a::f<int>(int)::'lambda'(b<c>)::operator()() const", false) ==
        "a::f::{lambda(b)#1}::operator()");
  CHECK(CppNameOfSignature("a::f()::'lambda0'()::operator()() const", false) ==
        "a::f::{lambda()#2}::operator()");
  CHECK(CppNameOfSignature("a::'unnamed'::f()", false) == "a::{unnamed type#1}::f");
}

TEST_CASE("A name that is no mangled name stays") {
  for (const std::string name :
       {"", "_", "_Z", "_R", "_ZZZZ", "_RNvC", "_Zap", "malloc", "main.main", "___Z", "_GLOBAL_",
        "_GLOBAL__I_", "net/http.(*conn).serve"}) {
    INFO(name);
    CHECK(DemangleName(name) == name);
  }
}

TEST_CASE("Rust names are demangled from both manglings") {
  CHECK(DemangleName("_ZN58_$LT$alloc..string..String$u20$as$u20$core..fmt..Write$GT$9write_str"
                     "17h0123456789abcdefE.llvm.77") ==
        "<alloc::string::String as core::fmt::Write>::write_str");
  CHECK(DemangleName("_RNCNCNgCs6DXkGYLi8lr_2cc5spawn00B5_") ==
        "cc::spawn::{closure#0}::{closure#0}");
  CHECK(DemangleName("_RNvXs_C3fooNtB4_1XNtNtC4core3fmt7Display3fmt") ==
        "<foo::X as core::fmt::Display>::fmt");
  CHECK(DemangleName("_RINvNtC3std3mem8align_ofdE") == "std::mem::align_of");
  CHECK(DemangleName("_RINvNtC3std3mem8align_ofdE", Demangling::kFull) ==
        "std::mem::align_of::<f64>");
  CHECK(DemangleName("_RINvC1a1fReAhj4_TlbEFKCcEuDNtB2_1TEL_E", Demangling::kFull) ==
        "a::f::<&str, [u8; 4], (i32, bool), extern \"C\" fn(char), dyn a::T>");
}

TEST_CASE("Letters beyond ASCII in Rust names come out as UTF-8") {
  CHECK(DecodePunycode("gdel_5qa") == "gödel");
  CHECK(DecodePunycode("___7hkackfecea1cbdathfdh9hlq6y") == "საჭმელად_გემრიელი_სადილი");
  CHECK_FALSE(DecodePunycode("a_99999999"));
  CHECK_FALSE(DecodePunycode("a_$"));
}

TEST_CASE("A Rust name that refers to itself over and over is given up, not expanded") {
  // Each tuple holds the one before it twice.
  std::string name = "_RINvC1a1f";
  std::string last = "l";
  std::size_t at = 8;
  for (int i = 0; i < 40; ++i) {
    const std::string tuple = i == 0 ? "TllE" : "TB" + last + "B" + last + "E";
    // References are written in base 62, one less than the place they mean.
    const std::size_t place = at - 1;
    last.clear();
    for (std::size_t rest = place;; rest /= 62) {
      last.insert(last.begin(),
                  "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest % 62]);
      if (rest < 62) break;
    }
    last += "_";
    name += tuple;
    at += tuple.size();
  }
  name += "E";
  CHECK(DemangleName(name, Demangling::kFull) == name);
}

TEST_CASE("A C++ name that would fill memory, or the call stack, stays as it is") {
  // Each pair is of the pair before it, twice.
  std::string doubling = "_Z1fSt4pairIiiE";
  const std::string digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (int i = 0; i < 30; ++i) {
    const std::string pair = {'S', digits[static_cast<std::size_t>(i)], '_'};
    doubling += "S_I" + pair + pair + "E";
  }
  CHECK(DemangleName(doubling) == doubling);
  CHECK(DemangleName(doubling, Demangling::kFull) == doubling);
  const std::string deep = "_Z1f" + std::string(100000, 'P') + "i";
  CHECK(DemangleName(deep) == deep);
  // What is bounded is as deep as it may be.
  CHECK_FALSE(DemangleName("_Z1f" + std::string(8000, 'P') + "i").empty());
}

ProfileData WithFunction(std::string_view name, std::string_view system_name) {
  ProfileData data;
  Function function;
  function.name = data.strings.Intern(name);
  function.system_name = data.strings.Intern(system_name);
  data.functions.push_back(function);
  return data;
}

std::string NameAfter(ProfileData data, const DemangleOptions& options) {
  DemangleNames(data, options);
  return std::string(data.strings[data.functions[0].name]);
}

TEST_CASE("Only a function without a name of its own gets one from its system name") {
  CHECK(NameAfter(WithFunction("_Z3foov", "_Z3foov"), {}) == "foo");
  CHECK(NameAfter(WithFunction("", "_Z3foov"), {}) == "foo");
  CHECK(NameAfter(WithFunction("", ""), {}) == "");
  CHECK(NameAfter(WithFunction("mine", "_Z3foov"), {}) == "mine");
  CHECK(NameAfter(WithFunction("mine", "_Z3foov"), {.force = true}) == "foo");
  CHECK(NameAfter(WithFunction("mine", ""), {.force = true}) == "mine");
  CHECK(NameAfter(WithFunction("_Z3fooi", "_Z3fooi"), {.style = Demangling::kFull}) == "foo(int)");
}

}  // namespace
}  // namespace burnglass
