#include "session/sources.h"

#include <algorithm>

#include "session/names.h"

namespace burnglass {
namespace {

// How many parts of two paths agree, from the end.
std::size_t SameParts(std::string_view a, std::string_view b) {
  std::size_t parts = 0;
  while (!a.empty() && !b.empty()) {
    const std::string_view a_name = PathEnd(a), b_name = PathEnd(b);
    if (a_name != b_name) break;
    ++parts;
    a.remove_suffix(std::min(a.size(), a_name.size() + 1));
    b.remove_suffix(std::min(b.size(), b_name.size() + 1));
  }
  return parts;
}

}  // namespace

Source::Source(std::string path, std::string text)
    : path_(std::move(path)), text_(std::move(text)) {
  begin_.push_back(0);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (text_[i] == '\n') begin_.push_back(static_cast<std::uint32_t>(i + 1));
  }
  if (begin_.back() != text_.size()) begin_.push_back(static_cast<std::uint32_t>(text_.size()));
}

std::string_view Source::Line(std::uint32_t number) const {
  if (number == 0 || number > lines()) return {};
  std::string_view line =
      std::string_view(text_).substr(begin_[number - 1], begin_[number] - begin_[number - 1]);
  while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool Sources::Add(std::string path, std::string text) {
  std::vector<std::size_t>& same_name = by_name_[std::string(PathEnd(path))];
  const auto known = std::find_if(same_name.begin(), same_name.end(),
                                  [&](std::size_t i) { return files_[i].path() == path; });
  const bool is_new = known == same_name.end();
  const std::size_t before = is_new ? 0 : files_[*known].bytes();
  const bool full = bytes_ - before + text.size() > kMostBytes;
  if (text.size() > kMostBytesOfOne || full || (is_new && files_.size() >= kMostFiles)) {
    return false;
  }
  bytes_ = bytes_ - before + text.size();
  if (is_new) {
    same_name.push_back(files_.size());
    files_.emplace_back(std::move(path), std::move(text));
  } else {
    files_[*known] = Source(std::move(path), std::move(text));
  }
  return true;
}

const Source* Sources::Find(std::string_view file) const {
  const auto named = by_name_.find(PathEnd(file));
  if (named == by_name_.end()) return nullptr;
  const Source* best = nullptr;
  std::size_t best_parts = 0;
  for (const std::size_t i : named->second) {
    const Source& source = files_[i];
    const std::size_t parts = SameParts(file, source.path());
    const bool shorter = best && source.path().size() < best->path().size();
    if (parts > best_parts || (parts == best_parts && shorter)) {
      best = &source;
      best_parts = parts;
    }
  }
  return best;
}

}  // namespace burnglass
