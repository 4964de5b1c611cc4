// The answer about one function's lines as it is kept; proto/engine.proto tells its meaning.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "session/names.h"
#include "session/text_view.h"

namespace burnglass {

struct LineRow {
  std::string_view file;
  std::uint32_t line = 0;     // 0: not known
  std::uint64_t address = 0;  // where it is not
  std::int64_t flat = 0, cum = 0;
  std::uint32_t call_begin = 0, call_end = 0;
};

struct LineCallRow {
  NameId name = 0;
  std::uint32_t line = 0;
  std::int64_t cum = 0;
};

class Lines {
 public:
  static Result<Lines> Read(HeldMessage answer, std::size_t names);

  NameId name() const { return facts().name(); }
  std::int64_t flat() const { return facts().flat(); }
  std::int64_t cum() const { return facts().cum(); }
  std::int64_t total() const { return facts().total(); }

  std::size_t size() const { return line_.size(); }
  LineRow operator[](std::size_t row) const;
  LineCallRow call(std::size_t index) const {
    return {call_name_[index], call_line_[index], call_cum_[index]};
  }
  std::span<const std::int64_t> flats() const { return flat_; }
  std::span<const std::int64_t> cums() const { return cum_; }

 private:
  explicit Lines(HeldMessage answer);
  bool Sound(std::size_t names) const;
  const pb::LinesAnswer& facts() const { return answer_.header().lines_answer(); }

  HeldMessage answer_;
  std::span<const std::uint32_t> file_, line_, call_begin_, call_name_, call_line_;
  std::span<const std::int64_t> address_, flat_, cum_, call_cum_;
  TextView files_;
};

}  // namespace burnglass
