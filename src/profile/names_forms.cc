#include "profile/names_forms.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

#include "profile/names.h"
#include "profile/names_brackets.h"
#include "profile/names_shape.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;
constexpr std::string_view kEllipsis = "…";

using Forms = std::vector<std::string>;

// Characters, not bytes: every byte but those that continue a UTF-8 sequence. Eight at a time, for
// each form of each name is measured twice.
std::size_t Width(std::string_view text) {
  constexpr std::uint64_t kOnes = 0x0101010101010101;
  std::size_t continued = 0;
  const auto count = [&](std::size_t bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), bytes);
    continued += static_cast<std::size_t>(std::popcount((word >> 7) & ~(word >> 6) & kOnes));
    text.remove_prefix(bytes);
  };
  const std::size_t size = text.size();
  while (text.size() >= sizeof kOnes) count(sizeof kOnes);
  if (!text.empty()) count(text.size());
  return size - continued;
}

bool AllDigits(std::string_view text) { return std::all_of(text.begin(), text.end(), IsDigit); }

// Closures carry no name of their own and stay with the function they are in: "func1", "gowrap2",
// the "1" of "func3.1", the nothing of "glob..func1".
bool IsGoClosure(std::string_view piece) {
  piece = piece.substr(0, piece.find('-'));  // "func1-range1"
  for (const std::string_view made : {"func", "gowrap", "deferwrap"}) {
    if (piece.substr(0, made.size()) == made && piece.size() > made.size()) {
      return AllDigits(piece.substr(made.size()));
    }
  }
  return AllDigits(piece);
}

// "{lambda(int)#1}", "{{closure}}", "operator()" and clang's "$_0" say nothing by themselves.
bool IsAnonymous(std::string_view piece) {
  return piece.empty() || piece[0] == '{' || piece[0] == '$' || piece[0] == '(' ||
         piece == "operator()";
}

// The last piece that names something, with all after it.
std::string_view NamedTail(std::string_view name, std::string_view separator,
                           bool (*is_nameless)(std::string_view)) {
  const std::vector<std::size_t> begins = TopLevelPieces(name, separator);
  std::size_t i = begins.size() - 1;
  std::size_t end = name.size();
  while (i > 0 && is_nameless(name.substr(begins[i], end - begins[i]))) {
    end = begins[i] - separator.size();
    --i;
  }
  return name.substr(begins[i]);
}

// Type arguments as a mark, or as nothing: "Map[go.shape.int]" to "Map[…]" or "Map".
std::string WithoutTypeArguments(std::string_view name, std::string_view mark) {
  std::string result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const std::size_t close = name[i] == '[' ? MatchingBracket(name, i) : kNowhere;
    if (close == kNowhere) {
      result += name[i];
    } else {
      result += mark;
      i = close;
    }
  }
  return result;
}

// "(*evaluator).rangeEval" to "(eval…).rangeEval"; three letters at least must stay, and it must
// be worth it. Nothing when there is no such receiver.
std::string WithShortReceiver(std::string_view name) {
  if (name.empty() || name[0] != '(') return {};
  const std::size_t close = MatchingBracket(name, 0);
  if (close == kNowhere) return {};
  const std::size_t begin = name[1] == '*' ? 2 : 1;
  std::size_t letters = 0;
  while (begin + letters < close && IsWord(name[begin + letters])) ++letters;
  const std::size_t kept = std::min<std::size_t>(4, letters - std::min<std::size_t>(letters, 2));
  if (kept < 3) return {};
  return "(" + std::string(name.substr(begin, kept)).append(kEllipsis) +
         std::string(name.substr(close));
}

// `rest`: the name behind its package, its type arguments a mark.
void AddGoTail(Forms& forms, std::string_view rest) {
  AddForm(forms, std::string(rest));
  AddForm(forms, WithShortReceiver(rest));
  const std::string_view tail = NamedTail(rest, ".", IsGoClosure);
  AddForm(forms, std::string(tail));
  if (tail.find('[') != kNowhere) AddForm(forms, WithoutTypeArguments(tail, ""));
}

void AddGoForms(Forms& forms, std::string_view rest) {
  if (forms.front().find('[') == kNowhere) return AddGoTail(forms, rest);
  AddForm(forms, WithoutTypeArguments(forms.back(), "[…]"));
  AddGoTail(forms, WithoutTypeArguments(rest, "[…]"));
}

// A Rust implementation by its type: "<alloc::vec::Vec<T> as Drop>::drop" to
// "alloc::vec::Vec<T>::drop".
std::string WithoutTrait(std::string_view name) {
  const std::size_t close = name.empty() || name[0] != '<' ? kNowhere : MatchingBracket(name, 0);
  if (close == kNowhere) return std::string(name);
  const std::string_view type = name.substr(1, close - 1);
  return std::string(type.substr(0, type.find(" as "))).append(name.substr(close + 1));
}

// The hash that old Rust compilers put after a name, "::h0123456789abcdef".
std::string_view WithoutRustHash(std::string_view name) {
  constexpr std::size_t kLength = 19;
  if (name.size() <= kLength || name.substr(name.size() - kLength, 3) != "::h") return name;
  const std::string_view digits = name.substr(name.size() - 16);
  return digits.find_first_not_of("0123456789abcdef") == kNowhere
             ? name.substr(0, name.size() - kLength)
             : name;
}

void AddNamespaceForms(Forms& forms, std::string_view full) {
  const std::string plain = NameWithoutArguments(WithoutTrait(WithoutRustHash(full)));
  AddForm(forms, plain);
  const NameShape shape = ShapeOf(plain);
  const std::string_view rest =
      std::string_view(plain).substr(shape.package_length + shape.separator);
  const std::string_view tail = NamedTail(rest, "::", IsAnonymous);
  for (const std::size_t begin : TopLevelPieces(rest, "::")) {
    if (rest.size() - begin < tail.size()) break;
    AddForm(forms, std::string(rest.substr(begin)));
  }
}

void AddJavaForms(Forms& forms, std::string_view rest) {
  const std::string plain(rest.substr(0, rest.find('(')));
  AddForm(forms, plain);
  const std::size_t dot = plain.rfind('.');
  if (dot != std::string::npos && plain[dot + 1] != '<') AddForm(forms, plain.substr(dot + 1));
}

}  // namespace

void AddForm(Forms& forms, std::string form) {
  if (!form.empty() && Width(form) < Width(forms.back())) forms.push_back(std::move(form));
}

Forms ShorterForms(std::string_view full, const NameShape& shape) {
  Forms forms = {std::string(full)};
  // pprof's short form of a C++ name may leave out a lambda, so there it comes last.
  if (shape.family == NameFamily::kNamespaces) AddNamespaceForms(forms, full);
  AddForm(forms, ShortenFunctionName(full));
  const std::string_view rest = full.substr(shape.package_length + shape.separator);
  if (shape.family == NameFamily::kPath) AddGoForms(forms, rest);
  if (shape.family == NameFamily::kJava) AddJavaForms(forms, rest);
  if (shape.family == NameFamily::kPlain) AddForm(forms, NameWithoutArguments(full));
  return forms;
}

}  // namespace burnglass
