#include "profile/demangle_cpp.h"

#include <cxxabi.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "profile/names_brackets.h"

namespace burnglass {
namespace {

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// The signature behind a name that begins with "_Z".
std::optional<std::string> Signature(std::string_view mangled) {
  int status = 0;
  const std::unique_ptr<char, void (*)(void*)> text(
      abi::__cxa_demangle(std::string(mangled).c_str(), nullptr, nullptr, &status), std::free);
  if (status != 0 || text == nullptr) return std::nullopt;
  return std::string(text.get());
}

// Without its parameters a name is still a name: pprof does not read them, so a name that is broken
// there ("_ZN3foo3bazIdEEiT") has a simple form, too. The longest beginning that can be read is it.
std::optional<std::string> SignatureOfBeginning(std::string_view mangled) {
  constexpr std::size_t kMostTries = 64;
  if (DemanglingWork(mangled) > kMostDemanglingWork / kMostTries) return std::nullopt;
  const std::size_t shortest = mangled.size() - std::min(mangled.size() - 3, kMostTries);
  for (std::size_t length = mangled.size() - 1; length >= shortest; --length) {
    if (auto signature = Signature(mangled.substr(0, length))) return signature;
  }
  return std::nullopt;
}

std::optional<std::string> DemangleEncoding(std::string_view mangled, Demangling style) {
  // Names end where a clone's suffix or a symbol's version begins; neither can be inside of one.
  mangled = mangled.substr(0, mangled.find_first_of(".@"));
  if (mangled.size() < 3) return std::nullopt;
  std::optional<std::string> signature = Signature(mangled);
  if (style == Demangling::kFull) return signature;
  if (!signature) signature = SignatureOfBeginning(mangled);
  if (!signature) return std::nullopt;
  return CppNameOfSignature(*signature, style == Demangling::kTemplates);
}

// clang's blocks: "___Z3foov_block_invoke_2" is in foo.
std::optional<std::string> DemangleBlock(std::string_view name, Demangling style) {
  const std::size_t block = name.rfind("_block_invoke");
  if (block == std::string_view::npos) return std::nullopt;
  const auto around = DemangleEncoding(name.substr(2, block - 2), style);
  if (!around) return std::nullopt;
  return "invocation function for block in " + *around;
}

// "_GLOBAL__I__Z3fooi": what runs before main for the sake of foo. Its parameters stay.
std::optional<std::string> DemangleGlobal(std::string_view name, Demangling style) {
  constexpr std::size_t kKind = 9, kEncoding = 11;
  const bool known = name.size() > kEncoding && name[kKind + 1] == '_' &&
                     (name[kKind] == 'I' || name[kKind] == 'D') &&
                     StartsWith(name.substr(kEncoding), "_Z");
  if (!known) return std::nullopt;
  const auto key = DemangleEncoding(name.substr(kEncoding), Demangling::kFull);
  if (!key) return std::nullopt;
  const bool plain = style == Demangling::kSimplified;
  const std::string words =
      name[kKind] == 'I' ? "global constructors keyed to " : "global destructors keyed to ";
  return words + (plain ? WithoutTemplateArguments(*key) : *key);
}

}  // namespace

std::uint64_t DemanglingWork(std::string_view name) {
  // "S_", "S1Z_", "T_", "T0_"; what only looks like one in the middle of an identifier counts, too.
  int references = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] != 'S' && name[i] != 'T') continue;
    std::size_t end = i + 1;
    while (end < name.size() && (IsDigit(name[end]) || IsUpper(name[end]))) ++end;
    if (end < name.size() && name[end] == '_') ++references;
  }
  constexpr int kMostDoublings = 40;
  return std::uint64_t{name.size() / 16 + 1} << std::min(references / 2, kMostDoublings);
}

std::optional<std::string> DemangleCpp(std::string_view name, Demangling style) {
  // The demangler calls itself for every pointer to a pointer.
  constexpr std::size_t kLongestName = 8192;
  if (name.size() > kLongestName || DemanglingWork(name) > kMostDemanglingWork) return std::nullopt;
  if (StartsWith(name, "_Z")) return DemangleEncoding(name, style);
  if (StartsWith(name, "__Z")) return DemangleEncoding(name.substr(1), style);
  if (StartsWith(name, "___Z")) return DemangleBlock(name, style);
  if (StartsWith(name, "_GLOBAL_")) return DemangleGlobal(name, style);
  return std::nullopt;
}

}  // namespace burnglass
