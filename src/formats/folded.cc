#include "formats/folded.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "formats/legacy_text.h"
#include "formats/named_frames.h"

namespace burnglass {
namespace {

struct FoldedLine {
  std::string_view stack;
  std::int64_t value = 0;
};

// Splits "main;serve 12"; nothing when it is not of this form. A stack may begin and end with
// spaces, the line may end with them.
std::optional<FoldedLine> SplitLine(std::string_view line) {
  line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
  const std::size_t space = line.rfind(' ');
  if (space == std::string_view::npos || space == 0) return std::nullopt;
  const std::optional<std::int64_t> value = ParseDecimal(line.substr(space + 1));
  if (!value) return std::nullopt;
  return FoldedLine{line.substr(0, space), *value};
}

bool IsFolded(std::string_view text) {
  LegacyLines lines(text);
  bool any = false;
  while (lines.Next()) {
    if (IsBlankOrComment(lines.line())) continue;
    if (!SplitLine(lines.line())) return false;
    any = true;
  }
  return any;
}

// Every line has two numbers, "main;serve 12 15": two files of stacks side by side, which must not
// be taken for a frame called "serve 12".
bool IsDifference(std::string_view text) {
  LegacyLines lines(text);
  int count = 0;
  while (lines.Next()) {
    if (IsBlankOrComment(lines.line())) continue;
    if (!SplitLine(SplitLine(lines.line())->stack)) return false;
    ++count;
  }
  return count > 1;
}

class FoldedReader {
 public:
  FoldedReader() : frames_(data_) {
    data_.sample_types = {{data_.strings.Intern("samples"), data_.strings.Intern("count")}};
    data_.values.resize(1);
  }

  Result<ProfileData> Read(std::string_view text) {
    if (!HasRoom(data_.strings, text.size())) return Error{"its names take more than 4 GiB"};
    LegacyLines lines(text);
    while (lines.Next()) {
      if (!IsBlankOrComment(lines.line())) AddLine(*SplitLine(lines.line()));
    }
    return std::move(data_);
  }

 private:
  void AddLine(const FoldedLine& line) {
    stack_.clear();
    std::string_view rest = line.stack;
    while (true) {
      const std::size_t end = std::min(rest.find(';'), rest.size());
      stack_.push_back(LocationOf(rest.substr(0, end)));
      if (end == rest.size()) break;
      rest.remove_prefix(end + 1);
    }
    frames_.AddSample(stack_, line.value);
  }

  std::uint32_t LocationOf(std::string_view name) {
    const StringId id = data_.strings.Intern(name);
    if (id >= location_of_.size()) location_of_.resize(data_.strings.size(), kNone);
    if (location_of_[id] == kNone) location_of_[id] = frames_.Location({.name = id});
    return location_of_[id];
  }

  ProfileData data_;
  NamedFrames frames_;
  std::vector<std::uint32_t> location_of_;  // by name; kNone: not seen as a frame yet
  std::vector<std::uint32_t> stack_;
};

}  // namespace

LegacyAttempt ReadFolded(std::string_view text) {
  if (!IsFolded(text)) return NotThisFormat{};
  if (IsDifference(text)) {
    return Error{
        "this is a difference of folded stacks, two numbers a line; open the two files that it was "
        "made of instead"};
  }
  Result<ProfileData> read = FoldedReader().Read(text);
  if (!read) return read.error();
  return read.Take();
}

}  // namespace burnglass
