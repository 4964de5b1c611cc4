#include "query/tree_shape.h"

#include <limits>

#include "base/json_text.h"
#include "base/read_text.h"

namespace burnglass {
namespace {

struct FormWord {
  TreeForm form;
  std::string_view word;
};
constexpr FormWord kForms[] = {{TreeForm::kInverted, "inverted"},
                               {TreeForm::kCallers, "callers"},
                               {TreeForm::kCallees, "callees"}};

bool HasPivot(TreeForm form) { return form == TreeForm::kCallers || form == TreeForm::kCallees; }

void Join(std::string& text, std::string_view part) {
  if (!text.empty() && !part.empty()) text += '&';
  text += part;
}

Status SetForm(TreeShape& shape, std::string_view word) {
  for (const FormWord& known : kForms) {
    if (known.word == word) return shape.form = known.form, Done{};
  }
  return Error{"a tree is inverted, callers or callees, not " + JsonText(word)};
}

Status SetWidth(TreeShape& shape, std::string_view side) {
  if (side != "a" && side != "b") {
    return Error{"a width is a or b, not " + JsonText(side)};
  }
  shape.width = side == "a" ? TreeWidth::kBefore : TreeWidth::kAfter;
  return Done{};
}

Status SetPivot(TreeShape& shape, std::string_view number) {
  const auto pivot = ReadInt(number);
  if (!pivot || *pivot <= 0 || *pivot > std::numeric_limits<std::uint32_t>::max()) {
    return Error{"a pivot is the number of a name, not " + JsonText(number)};
  }
  shape.pivot = static_cast<std::uint32_t>(*pivot);
  return Done{};
}

// Whether the part is one of a shape; then it has been set, or `status` says why not.
bool TakePart(TreeShape& shape, std::string_view part, Status& status) {
  const std::size_t equals = part.find('=');
  if (equals == part.npos) return false;
  const std::string_view name = part.substr(0, equals), value = part.substr(equals + 1);
  if (name == "tree") return status = SetForm(shape, value), true;
  if (name == "pivot") return status = SetPivot(shape, value), true;
  if (name == "width") return status = SetWidth(shape, value), true;
  if (part == "order=name") return shape.by_name = true;
  if (part == "recursion=folded") return shape.folded = true;
  if (part == "packages=folded") return shape.packages = true;
  if (name != "order" && name != "recursion" && name != "packages") return false;
  status = Error{JsonText(part) + " is no shape of a tree"};
  return true;
}

}  // namespace

std::string ShapeText(const TreeShape& shape) {
  std::string text;
  for (const FormWord& known : kForms) {
    if (known.form == shape.form) text = "tree=" + std::string(known.word);
  }
  if (HasPivot(shape.form)) text += "&pivot=" + std::to_string(shape.pivot);
  if (shape.by_name) Join(text, "order=name");
  if (shape.folded) Join(text, "recursion=folded");
  if (shape.packages) Join(text, "packages=folded");
  if (shape.width != TreeWidth::kBoth) {
    Join(text, shape.width == TreeWidth::kBefore ? "width=a" : "width=b");
  }
  return text;
}

std::string ShapedText(std::string query, const TreeShape& shape) {
  Join(query, ShapeText(shape));
  return query;
}

Result<ShapedQuery> SplitShape(std::string_view text) {
  ShapedQuery split;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find('&'));
    text.remove_prefix(part.size() < text.size() ? part.size() + 1 : part.size());
    Status status = Done{};
    if (!TakePart(split.shape, part, status)) Join(split.query, part);
    if (!status) return status.error();
  }
  if (HasPivot(split.shape.form) != (split.shape.pivot != 0)) {
    return Error{"a pivot goes with callers and callees of a function, and they with it"};
  }
  return split;
}

}  // namespace burnglass
