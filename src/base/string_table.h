// StringTable: every distinct string once, as a small number. Number 0 is always "".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace burnglass {

using StringId = std::uint32_t;

class StringTable {
 public:
  // More text than this cannot be held; who reads from outside looks at bytes() before adding.
  static constexpr std::size_t kMaxBytes = 0xffffffff;

  StringTable();

  // The number of `text`, which is copied in on first sight. `text` must not point into the table.
  StringId Intern(std::string_view text);

  // Appends without looking whether it is there already. For tables that arrive already numbered.
  StringId Append(std::string_view text);

  // Valid until the next Intern or Append.
  std::string_view operator[](StringId id) const {
    return {text_.data() + offsets_[id], offsets_[id + 1] - offsets_[id]};
  }

  std::size_t size() const { return offsets_.size() - 1; }
  std::size_t bytes() const { return text_.size(); }

 private:
  std::size_t FindSlot(std::string_view text) const;
  void Index(StringId id);
  void Grow();

  std::vector<char> text_;
  std::vector<std::uint32_t> offsets_;
  std::vector<StringId> slots_;  // open addressing; kEmpty where free; filled on first Intern
};

}  // namespace burnglass
