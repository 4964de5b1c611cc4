// EncodeFolded.
#include <string>
#include <vector>

#include "base/checked_sum.h"
#include "formats/folded.h"
#include "formats/frame_names.h"

namespace burnglass {
namespace {

// What ends a frame or a line, or is no text, becomes something else of the same length.
std::string FoldedName(std::string name) {
  for (char& c : name) {
    if (c == ';') c = ':';
    if ((c >= '\0' && c < ' ') || c == '\x7f') c = ' ';
  }
  return name;
}

// A stack as it stands on its line: not blank, no comment, and without a number of its own at the
// end, which would make two, though spaces follow it.
std::string FoldedStack(std::string stack) {
  if (stack.empty()) return "[no name]";
  const std::size_t first = stack.find_first_not_of(' ');
  if (first != std::string::npos && stack[first] == '#') stack[first] = '_';
  const std::size_t end = stack.find_last_not_of(' ');
  const std::size_t last = stack.find_last_not_of("-0123456789", end);
  const bool number = end != std::string::npos && last != std::string::npos && last != end;
  if (number && stack[last] == ' ') stack[last] = '_';
  return stack;
}

class FoldedWriter {
 public:
  FoldedWriter(const Profile& profile, std::uint32_t sample_type)
      : profile_(profile), values_(profile.data().values[sample_type]) {
    for (std::uint32_t i = 0; i < profile.data().locations.size(); ++i) {
      for (FrameName& frame : FramesOf(profile, i)) {
        frames_.push_back(names_.Intern(FoldedName(std::move(frame.name))));
      }
      frame_ends_.push_back(static_cast<std::uint32_t>(frames_.size()));
    }
    no_stack_ = names_.Intern(kNoStack);
  }

  Result<std::string> Write() {
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (Status status = Add(i); !status) return status.error();
    }
    std::string text;
    for (StringId stack = 1; stack < stacks_.size(); ++stack) {
      if (sums_[stack].overflowed()) {
        return Error{"the values of one stack add up to more than 64 bits hold"};
      }
      if (sums_[stack].value() != 0) AppendLine(text, stack);
    }
    return text;
  }

 private:
  // A stack as text: four bytes for each name, so that the table tells equal stacks.
  void ReadStack(std::size_t sample) {
    key_.clear();
    const auto stack = profile_.stack(sample);
    for (auto location = stack.rbegin(); location != stack.rend(); ++location) {
      const std::uint32_t begin = *location == 0 ? 0 : frame_ends_[*location - 1];
      for (std::uint32_t i = begin; i < frame_ends_[*location]; ++i) AppendName(frames_[i]);
    }
    if (stack.empty()) AppendName(no_stack_);
  }

  void AppendName(StringId name) {
    key_.append(reinterpret_cast<const char*>(&name), sizeof(name));
  }

  Status Add(std::size_t sample) {
    ReadStack(sample);
    if (key_.size() > StringTable::kMaxBytes - stacks_.bytes()) {
      return Error{"the stacks are too long to be written as text"};
    }
    const StringId stack = stacks_.Intern(key_);
    sums_.resize(stacks_.size());
    sums_[stack].Add(values_[sample]);
    return Done{};
  }

  void AppendLine(std::string& text, StringId stack) const {
    std::string line;
    const std::string_view key = stacks_[stack];
    for (std::size_t at = 0; at < key.size(); at += sizeof(StringId)) {
      StringId name = 0;
      key.copy(reinterpret_cast<char*>(&name), sizeof(name), at);
      if (at > 0) line += ';';
      line += names_[name];
    }
    text += FoldedStack(std::move(line)) + " " + std::to_string(sums_[stack].value()) + "\n";
  }

  const Profile& profile_;
  const std::vector<std::int64_t>& values_;
  StringTable names_, stacks_;
  std::vector<StringId> frames_;           // of all locations, the outermost first
  std::vector<std::uint32_t> frame_ends_;  // by location
  StringId no_stack_ = 0;
  std::vector<CheckedSum> sums_;  // by stack
  std::string key_;
};

}  // namespace

Result<std::string> EncodeFolded(const Profile& profile, std::uint32_t sample_type) {
  return FoldedWriter(profile, sample_type).Write();
}

}  // namespace burnglass
