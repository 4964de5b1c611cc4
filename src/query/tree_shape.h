// TreeShape: how the stacks that a query leaves are drawn as a tree. It changes no number of any
// table and is no part of the Query, which is pprof's; its text follows that of the query.
//
//   {.form = TreeForm::kInverted, .by_name = true}  <->  tree=inverted&order=name
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace burnglass {

enum class TreeForm : std::uint8_t {
  kTopDown,   // from where stacks begin to where they end
  kInverted,  // from where they end
  kCallers,   // from one function up to where its stacks begin
  kCallees,   // from one function down
};

// Of a comparison, whose boxes are as wide as both sides together: what of it is shown.
enum class TreeWidth : std::uint8_t { kBoth, kBefore, kAfter };

struct TreeShape {
  TreeForm form = TreeForm::kTopDown;
  std::uint32_t pivot = 0;  // of callers and callees: the number of the function's name
  bool by_name = false;     // siblings stand in the order of their names, not by weight
  bool folded = false;      // a function within itself is one with its outermost occurrence

  bool packages = false;  // functions of one package that call each other are one box

  TreeWidth width = TreeWidth::kBoth;

  bool Folds() const { return folded || packages; }

  bool operator==(const TreeShape&) const = default;
};

// `name=value` joined by '&'; what has its default is left out, so the default is the empty text.
std::string ShapeText(const TreeShape& shape);

// A query's text with that of the shape behind it.
std::string ShapedText(std::string query, const TreeShape& shape);

struct ShapedQuery {
  std::string query;  // text of a Query, not parsed
  TreeShape shape;
};

// Takes a text apart that ShapedText has put together. Fails on a value that its part does not
// take, and on callers or callees of nothing.
Result<ShapedQuery> SplitShape(std::string_view text);

}  // namespace burnglass
