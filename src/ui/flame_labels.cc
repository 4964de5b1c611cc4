#include "ui/flame_labels.h"

#include "ui/pen.h"

namespace burnglass::ui {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr std::size_t kLeastReceiver = 3;  // letters of a receiver that must stay

// "(eval…).rangeEval" of "(*evaluator).rangeEval", with as much of the receiver as fits; "" when
// that is less than three letters, or the form has no receiver in front.
std::string WithShortReceiver(std::string_view form, std::size_t characters) {
  if (!form.starts_with('(')) return {};
  const std::size_t close = form.find(')');
  if (close == std::string_view::npos) return {};
  std::string_view receiver = form.substr(1, close - 1);
  if (receiver.starts_with('*')) receiver.remove_prefix(1);
  if (receiver.ends_with(kEllipsis)) receiver.remove_suffix(kEllipsis.size());
  const std::string_view rest = form.substr(close);
  const std::size_t fixed = 2 + CountCharacters(rest);  // the bracket and the ellipsis
  if (characters < fixed + kLeastReceiver) return {};
  const std::size_t kept = characters - fixed;
  if (kept >= CountCharacters(receiver)) return {};
  std::string label = "(";
  return label.append(FirstCharacters(receiver, kept)).append(kEllipsis).append(rest);
}

}  // namespace

std::string ChooseLabel(const Names& names, NameId name, std::size_t characters) {
  if (characters < kLeastLabel) return {};
  // The full path is said by the card and the status line; boxes begin with the short name.
  const std::string_view first = names.Short(name);
  const std::uint32_t forms = names.Forms(name);
  std::uint32_t form = first == names.Full(name) ? 0 : 1;
  std::string_view text = first;
  for (; form < forms; ++form) {
    text = names.Form(name, form);
    if (CountCharacters(text) <= characters) return std::string(text);
    std::string shorter = WithShortReceiver(text, characters);
    if (!shorter.empty()) return shorter;
  }
  return std::string(FirstCharacters(text, characters - 1)).append(kEllipsis);
}

}  // namespace burnglass::ui
