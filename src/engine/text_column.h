// Texts as a message has them: one after the other, and where each begins.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "message/message.h"

namespace burnglass {

struct TextColumn {
  std::string text;
  std::vector<std::uint32_t> offset = {0};

  std::span<const std::uint8_t> bytes() const {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
  }

  void Add(std::string_view one) {
    text += one;
    offset.push_back(static_cast<std::uint32_t>(text.size()));
  }
};

// Both columns. They must live until the message is finished.
inline void AddText(MessageWriter& writer, std::string_view offset, std::string_view text,
                    const TextColumn& column) {
  writer.Add(offset, column.offset);
  writer.Add(text, column.bytes());
}

}  // namespace burnglass
