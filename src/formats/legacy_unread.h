// What a file is that no reader takes.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace burnglass {

// One sentence about the content, from its looks: "this is a zip archive, which this version does
// not read yet", "this is a web page, not a profile". Printable whatever the content
// is.
std::string DescribeUnread(std::span<const std::byte> bytes);

}  // namespace burnglass
