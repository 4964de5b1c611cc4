// Ever shorter forms of a name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace burnglass {

// As NameForms::forms.
std::vector<std::string> ShorterForms(std::string_view full);

// Puts `form` at the end of `forms` if it takes fewer characters on screen than the one before it.
void AddForm(std::vector<std::string>& forms, std::string form);

}  // namespace burnglass
