// Sources: files of source text that the person gave, to be shown beside the costs of their lines.
// They stay in the page.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace burnglass {

class Source {
 public:
  Source(std::string path, std::string text);

  const std::string& path() const { return path_; }
  std::uint32_t lines() const { return static_cast<std::uint32_t>(begin_.size()) - 1; }
  // From 1; "" where there is no such line.
  std::string_view Line(std::uint32_t number) const;
  std::size_t bytes() const { return text_.size(); }

 private:
  std::string path_, text_;
  std::vector<std::uint32_t> begin_;
};

class Sources {
 public:
  static constexpr std::size_t kMostBytesOfOne = 4 << 20, kMostBytes = 64 << 20;
  static constexpr std::size_t kMostFiles = 20000;

  // False: it is too large, or there are too many. A path that is known gets the new text.
  bool Add(std::string path, std::string text);

  // The file whose path agrees with this one over the most parts from the end; at least the name
  // must. Of several the one with the shortest path.
  const Source* Find(std::string_view file) const;

  std::size_t size() const { return files_.size(); }

 private:
  std::vector<Source> files_;
  std::map<std::string, std::vector<std::size_t>, std::less<>> by_name_;  // last part of the path
  std::size_t bytes_ = 0;
};

}  // namespace burnglass
