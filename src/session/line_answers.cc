#include "session/line_answers.h"

#include <algorithm>

namespace burnglass {

Lines::Lines(HeldMessage answer)
    : answer_(std::move(answer)),
      file_(answer_->U32("file")),
      line_(answer_->U32("line")),
      call_begin_(answer_->U32("call_begin")),
      call_name_(answer_->U32("call_name")),
      call_line_(answer_->U32("call_line")),
      address_(answer_->I64("address")),
      flat_(answer_->I64("flat")),
      cum_(answer_->I64("cum")),
      call_cum_(answer_->I64("call_cum")),
      files_(answer_->U32("file_offset"), answer_->U8("file_text")) {}

bool Lines::Sound(std::size_t names) const {
  const std::size_t lines = line_.size(), calls = call_name_.size();
  const auto below = [](std::span<const std::uint32_t> column, std::size_t limit) {
    return std::all_of(column.begin(), column.end(), [&](std::uint32_t v) { return v < limit; });
  };
  for (const std::size_t size : {file_.size(), address_.size(), flat_.size(), cum_.size()}) {
    if (size != lines) return false;
  }
  if (call_begin_.size() != lines + 1 || call_begin_[lines] != calls) return false;
  return std::is_sorted(call_begin_.begin(), call_begin_.end()) && call_line_.size() == calls &&
         call_cum_.size() == calls && files_.Sound(files_.size()) && below(file_, files_.size()) &&
         below(call_name_, names) && name() < names;
}

Result<Lines> Lines::Read(HeldMessage answer, std::size_t names) {
  Lines lines(std::move(answer));
  if (!lines.Sound(names)) return Error{"the engine's lines are damaged"};
  return lines;
}

LineRow Lines::operator[](std::size_t i) const {
  return {files_[file_[i]],  line_[i], static_cast<std::uint64_t>(address_[i]),
          flat_[i],          cum_[i],  call_begin_[i],
          call_begin_[i + 1]};
}

}  // namespace burnglass
