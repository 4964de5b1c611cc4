// Characters that show nothing but change what is seen around them: names in a profile are whatever
// somebody wrote there.
#pragma once

#include <cstddef>
#include <string_view>

namespace burnglass {

// How many bytes of UTF-8 at `i` are such a character; 0: none. Control characters (line ends and
// tabs, too), marks, embeddings, overrides and isolates of direction, separators of lines, spaces
// and joiners without a width, and tags. The joiners that scripts and emojis are written with
// (U+200C, U+200D) are none of these.
std::size_t UnseenLength(std::string_view text, std::size_t i);

}  // namespace burnglass
