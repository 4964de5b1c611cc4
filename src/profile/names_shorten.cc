// pprof's shortening, rule by rule as its tables show it. The rules are regular expressions there;
// here they are small readers, because every name of a profile goes through them.
#include <optional>

#include "profile/names.h"
#include "profile/names_brackets.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;

std::string_view DropPrefix(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix ? text.substr(prefix.size()) : text;
}

std::size_t SkipWord(std::string_view text, std::size_t i) {
  while (i < text.size() && IsWord(text[i])) ++i;
  return i;
}

// "/v2" to "/v9" and "/v10" up, before a "." or "/"; v0 and v1 are ordinary package names.
std::size_t ModuleVersionLength(std::string_view text, std::size_t slash) {
  if (text.substr(slash, 2) != "/v") return 0;
  std::size_t end = slash + 2;
  while (end < text.size() && IsDigit(text[end])) ++end;
  const std::size_t digits = end - slash - 2;
  if (digits == 0 || text[slash + 2] == '0') return 0;
  if (digits == 1 && text[slash + 2] == '1') return 0;
  return end < text.size() && (text[end] == '.' || text[end] == '/') ? end - slash : 0;
}

// The first module version is taken out, wherever it stands.
std::string WithoutModuleVersion(std::string_view name) {
  for (std::size_t i = name.find('/'); i != kNowhere; i = name.find('/', i + 1)) {
    const std::size_t length = ModuleVersionLength(name, i);
    if (length != 0) return std::string(name.substr(0, i)).append(name.substr(i + length));
  }
  return std::string(name);
}

// "Something.more": what has to stay of a Go name when directories go.
bool IsPackageAndName(std::string_view text) {
  const std::size_t dot = text.find('.');
  return dot != kNowhere && dot > 0 && dot + 1 < text.size();
}

// "compress/flate.(*Writer).Close" to "flate.(*Writer).Close": all directories that still leave a
// package and a name.
std::optional<std::string_view> ShortenGo(std::string_view name) {
  std::optional<std::string_view> best;
  std::size_t segment = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (c == '/') {
      if (i == segment) break;
      segment = i + 1;
      if (IsPackageAndName(name.substr(segment))) best = name.substr(segment);
    } else if (!IsWord(c) && c != '-' && c != '.') {
      break;
    }
  }
  return best;
}

// The end of a Java method's name at `i`, or npos when there is none.
std::size_t JavaMethodEnd(std::string_view name, std::size_t i) {
  constexpr std::string_view kConstructor = "<init>";
  if (name.substr(i, kConstructor.size()) == kConstructor) return i + kConstructor.size();
  if (i >= name.size() || !IsLower(name[i])) return kNowhere;
  while (i < name.size() && (IsWord(name[i]) || name[i] == '$')) ++i;
  return i;
}

// "java.util.HashMap.get(Object)" to "HashMap.get".
std::optional<std::string_view> ShortenJava(std::string_view name) {
  std::size_t type = 0;
  while (type < name.size() && IsLower(name[type])) {
    const std::size_t end = SkipWord(name, type);
    if (end >= name.size() || name[end] != '.') return std::nullopt;
    type = end + 1;
  }
  if (type >= name.size() || !IsUpper(name[type])) return std::nullopt;
  std::size_t dot = type;
  while (dot < name.size() && (IsWord(name[dot]) || name[dot] == '$')) ++dot;
  if (dot >= name.size() || name[dot] != '.') return std::nullopt;
  const std::size_t end = JavaMethodEnd(name, dot + 1);
  if (end == kNowhere || (end < name.size() && name[end] != '(')) return std::nullopt;
  return name.substr(type, end - type);
}

bool BeginsIdentifier(std::string_view text, std::size_t i) {
  return i < text.size() && IsWord(text[i]) && !IsDigit(text[i]);
}

// "_Foo" and "Foo" are classes, "foo" and "_" are not.
bool IsClass(std::string_view identifier) {
  const std::size_t letter = identifier.find_first_not_of('_');
  return letter != kNowhere && IsUpper(identifier[letter]);
}

// "Class::method<args>" at `type`, where the class is known to end before "::" at `colons`.
std::optional<std::string_view> ClassAndMethod(std::string_view name, std::size_t type,
                                               std::size_t colons) {
  if (!IsClass(name.substr(type, colons - type))) return std::nullopt;
  std::size_t end = colons + 2;
  if (end < name.size() && name[end] == '~') ++end;
  if (!BeginsIdentifier(name, end)) return std::nullopt;
  end = SkipWord(name, end);
  if (end < name.size() && name[end] == '<') {
    const std::size_t close = name.rfind('>');
    if (close != kNowhere && close > end) end = close + 1;
  }
  return name.substr(type, end - type);
}

// "a::b::Class::method()::x" to "Class::method": the innermost class of the leading identifiers
// that is not the outermost of them.
std::optional<std::string_view> ShortenCpp(std::string_view name) {
  std::optional<std::string_view> best;
  std::size_t begin = 0;
  while (BeginsIdentifier(name, begin)) {
    const std::size_t end = SkipWord(name, begin);
    if (name.substr(end, 2) != "::") break;
    if (begin > 0) {
      if (const auto found = ClassAndMethod(name, begin, end)) best = found;
    }
    begin = end + 2;
  }
  return best;
}

}  // namespace

std::string ShortenFunctionName(std::string_view full) {
  const std::string name = WithoutModuleVersion(DropPrefix(full, "(anonymous namespace)::"));
  for (const auto shorten : {ShortenGo, ShortenJava, ShortenCpp}) {
    if (const auto shorter = shorten(name)) return std::string(*shorter);
  }
  return name;
}

}  // namespace burnglass
