// A column of texts of a message: all of them one after the other, and where each begins.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace burnglass {

class TextView {
 public:
  TextView() = default;
  TextView(std::span<const std::uint32_t> offset, std::span<const std::uint8_t> text)
      : offset_(offset), text_(text) {}

  std::size_t size() const { return offset_.empty() ? 0 : offset_.size() - 1; }
  std::string_view operator[](std::size_t i) const {
    return {reinterpret_cast<const char*>(text_.data()) + offset_[i], offset_[i + 1] - offset_[i]};
  }

  // Whether there are `count` texts that lie in order inside of the text.
  bool Sound(std::size_t count) const {
    if (offset_.size() != count + 1) return false;
    for (std::size_t i = 0; i < count; ++i) {
      if (offset_[i] > offset_[i + 1]) return false;
    }
    return offset_.back() <= text_.size();
  }

 private:
  std::span<const std::uint32_t> offset_;
  std::span<const std::uint8_t> text_;
};

}  // namespace burnglass
