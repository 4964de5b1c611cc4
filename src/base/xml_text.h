// Text for XML, where it is content or the value of an attribute.
#pragma once

#include <string>
#include <string_view>

namespace burnglass {

// Escaped, and of valid characters only: what is not UTF-8, characters that XML does not have, and
// those that change the direction of the text after them become U+FFFD. Line ends stay.
std::string XmlText(std::string_view text);

}  // namespace burnglass
