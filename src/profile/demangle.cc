#include "profile/demangle.h"

#include <optional>
#include <unordered_map>

#include "profile/demangle_cpp.h"
#include "profile/demangle_rust.h"

namespace burnglass {
namespace {

// Somebody demangled this before us, but left the arguments in. Brackets of Java's constructors
// ("T.<init>") and of methods of Go's generic types ("p.(*T[int]).M") are others.
bool LooksLikeDemangledCpp(std::string_view name) {
  if (name.find(".<") != std::string_view::npos) return false;
  if (name.find("]).") != std::string_view::npos) return false;
  return name.find_first_of("<>[]") != std::string_view::npos ||
         name.find("::") != std::string_view::npos;
}

// Takes out what stands between a pair of brackets, pair by pair. A closing bracket too many ends
// it: from there on the name stays as it is.
std::string WithoutPairs(std::string_view name, char open, char close) {
  std::string result;
  std::size_t depth = 0, outermost = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == close && depth == 0) return result.append(name.substr(i));
    if (name[i] == open && depth++ == 0) outermost = result.size();
    result += name[i];
    if (name[i] == close && --depth == 0) result.resize(outermost);
  }
  return result;
}

std::optional<std::string> DemangleMangled(std::string_view name, Demangling style) {
  if (name.size() < 3 || name[0] != '_') return std::nullopt;
  if (name[1] == 'R') return DemangleRust(name, style != Demangling::kSimplified);
  if (auto rust = DemangleOldRust(name)) return rust;
  return DemangleCpp(name, style);
}

}  // namespace

std::string DemangleName(std::string_view system_name, Demangling style) {
  if (style == Demangling::kNone) return std::string(system_name);
  if (auto name = DemangleMangled(system_name, style)) return *std::move(name);
  std::string name(system_name);
  if (style == Demangling::kFull || !LooksLikeDemangledCpp(name)) return name;
  name = WithoutPairs(name, '(', ')');
  return style == Demangling::kTemplates ? name : WithoutPairs(name, '<', '>');
}

void DemangleNames(ProfileData& data, const DemangleOptions& options) {
  // Many functions may share a name, and most names stay what they are.
  std::unordered_map<StringId, StringId> demangled;
  for (Function& function : data.functions) {
    if (options.force && function.name != 0 && function.system_name != 0) {
      function.name = function.system_name;
    }
    if (function.name != 0 && function.name != function.system_name) continue;
    const auto [known, fresh] = demangled.try_emplace(function.system_name, function.system_name);
    if (fresh) {
      const std::string_view name = data.strings[function.system_name];
      std::string readable = DemangleName(name, options.style);
      if (readable != name) known->second = data.strings.Intern(readable);
    }
    function.name = known->second;
  }
}

}  // namespace burnglass
