// Link: the fragment of an address that says what is asked and how it is seen, never what was
// measured: "si=alloc_space&view=top&search=malloc&root=bottom". What has its default is left out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/query.h"
#include "session/comparison.h"
#include "session/look.h"

namespace burnglass {

struct LinkState {
  Query query;
  View view = View::kFlame;
  bool root_at_bottom = false;
  bool inverted = false, by_name = false, folded = false, packages = false;
  ColourBy colour_by = ColourBy::kPackage;
  std::string colour_label = {};       // the key of kLabel
  TreeWidth width = TreeWidth::kBoth;  // of a difference, and which changes are seen
  Lens lens = Lens::kAll;
  std::string pivot = {};  // the name of a function; numbers are of one file only
  std::string pattern = {};
};

std::string LinkText(const LinkState& state);

// Reads what LinkText prints, a leading '#' allowed, and speedscope's names of views; fails on what
// it does not know.
Result<LinkState> ParseLink(std::string_view text);

}  // namespace burnglass
