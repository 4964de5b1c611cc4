// Where the package of a name ends, told from the name's own shape.
#include "profile/names_shape.h"

#include <algorithm>
#include <optional>

#include "profile/names.h"
#include "profile/names_brackets.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;
constexpr std::string_view kPathMarks = "/.-~%@+";

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::string_view PieceAt(std::string_view name, const std::vector<std::size_t>& begins,
                         std::size_t i, std::size_t separator) {
  const std::size_t end = i + 1 < begins.size() ? begins[i + 1] - separator : name.size();
  return name.substr(begins[i], end - begins[i]);
}

// "chrono", "__detail"; not "Arena", "_Vector_base", "(anonymous namespace)", "{closure#0}".
bool LooksLikeNamespace(std::string_view piece) {
  const std::size_t letter = piece.find_first_not_of('_');
  return letter != kNowhere && IsLower(piece[letter]);
}

NameShape Shape(NameFamily family, std::size_t package_length, std::size_t separator) {
  if (package_length == 0) return {family, 0, 0};
  return {family, package_length, separator};
}

// "<alloc::vec::Vec<T> as core::ops::Drop>::drop" belongs where its type does: to alloc::vec.
NameShape ShapeOfImplementation(std::string_view name) {
  const std::string_view type = name.substr(1, name.find_first_of("<>& ", 1) - 1);
  const std::size_t last = type.rfind("::");
  return Shape(NameFamily::kNamespaces, last == kNowhere ? 0 : last + 1, 2);
}

// The outermost piece and the namespaces after it, but never the last two pieces of three or more:
// they are a class and its method, even where classes are written in lower case.
NameShape ShapeOfNamespaces(std::string_view name, const std::vector<std::size_t>& begins) {
  if (name[0] == '<') return ShapeOfImplementation(name);
  const std::string_view first = PieceAt(name, begins, 0, 2);
  if (first.empty() || !IsWord(first[0]) || first.find(' ') != kNowhere) {
    return Shape(NameFamily::kNamespaces, 0, 0);
  }
  const std::size_t backslash = first.rfind('\\');  // of PHP: Twig\Node\Node::compile
  if (backslash != kNowhere) return Shape(NameFamily::kNamespaces, backslash, 1);
  std::size_t taken = 1;
  while (taken + 2 < begins.size() && LooksLikeNamespace(PieceAt(name, begins, taken, 2))) ++taken;
  return Shape(NameFamily::kNamespaces, begins[taken] - 2, 2);
}

// "java.util.HashMap.get": two or more pieces in lower case, then a class, then a method. In Go one
// piece at most stands before a type. 0 when it does not look so.
std::size_t JavaPackage(std::string_view name, const std::vector<std::size_t>& begins) {
  std::size_t lower = 0;
  while (lower < begins.size() && LooksLikeNamespace(PieceAt(name, begins, lower, 1))) ++lower;
  if (lower < 2 || lower + 1 >= begins.size() || !IsUpper(name[begins[lower]])) return 0;
  return begins[lower] - 1;
}

// "github.com/x/y.(*T).M": up to the first dot after the last slash, outside of all brackets.
NameShape ShapeOfPath(std::string_view name) {
  const std::size_t begin = TopLevelPieces(name, "/").back();
  const std::string_view last = name.substr(begin);
  const std::vector<std::size_t> pieces = TopLevelPieces(last, ".");
  if (pieces.size() < 2) return {};
  const std::size_t package = begin + pieces[1] - 1;
  // Words before the package are no part of a path: "Alloc: Base.GenericMemory".
  if (name.substr(0, package).find(' ') != kNowhere) return {};
  return Shape(NameFamily::kPath, package, 1);
}

// "go.uber.org/zap.New", not "go.itab.*github.com/x.T,io.Reader".
bool BeginsWithHost(std::string_view name) {
  const std::string_view first = name.substr(0, name.find('/'));
  return first.size() < name.size() && std::all_of(first.begin(), first.end(), [](char c) {
           return IsWord(c) || c == '.' || c == '-';
         });
}

// What Go's linker makes itself: "type:.eq.main.Point", "go:buildid".
bool IsMadeByLinker(std::string_view name) {
  return StartsWith(name, "type:") || StartsWith(name, "type..") || StartsWith(name, "go:") ||
         (StartsWith(name, "go.") && !BeginsWithHost(name));
}

// ShapeOfPath of what most names are: no bracket and no operator stands before the dot after the
// last slash, so that need not be looked for piece by piece. Nothing where it is not so.
std::optional<NameShape> ShapeOfSimplePath(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  if (slash == kNowhere) return std::nullopt;
  const std::size_t dot = name.find('.', slash);
  if (dot == kNowhere || name.find("::", dot) != kNowhere) return std::nullopt;
  for (std::size_t i = 0; i < dot; ++i) {
    const bool plain = IsWord(name[i]) || kPathMarks.find(name[i]) != kNowhere;
    if (!plain || (name[i] == 'o' && OperatorLength(name, i) != 0)) return std::nullopt;
  }
  return Shape(NameFamily::kPath, dot, 1);
}

}  // namespace

NameShape ShapeOf(std::string_view name) {
  if (name.empty() || IsMadeByLinker(name)) return {};
  if (const auto shape = ShapeOfSimplePath(name)) return *shape;
  if (name.find("::") != kNowhere) {
    const std::vector<std::size_t> begins = TopLevelPieces(name, "::");
    if (begins.size() > 1) return ShapeOfNamespaces(name, begins);
  }
  if (name.find('/') == kNowhere) {
    const std::size_t java = JavaPackage(name, TopLevelPieces(name, "."));
    if (java != 0) return Shape(NameFamily::kJava, java, 1);
  }
  return ShapeOfPath(name);
}

std::uint32_t PackageLength(std::string_view name) {
  return static_cast<std::uint32_t>(ShapeOf(name).package_length);
}

}  // namespace burnglass
