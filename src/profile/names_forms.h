// Ever shorter forms of a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "profile/names_shape.h"

namespace burnglass {

// As NameForms::forms, of a name of this shape.
std::vector<std::string> ShorterForms(std::string_view full, const NameShape& shape);

// Puts `form` at the end of `forms` if it takes fewer characters on screen than the one before it.
void AddForm(std::vector<std::string>& forms, std::string form);

}  // namespace burnglass
