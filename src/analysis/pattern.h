// Pattern: a regular expression of a query, in RE2's syntax, which is Go's.
#pragma once

#include <memory>
#include <string_view>

#include "base/result.h"

namespace re2 {
class RE2;
}

namespace burnglass {

class Pattern {
 public:
  // The error is a sentence that names the option and what is wrong with the text.
  static Result<Pattern> Compile(std::string_view option, std::string_view text);

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  // Whether it matches somewhere in the text, which need not be UTF-8.
  bool Matches(std::string_view text) const;

 private:
  explicit Pattern(std::unique_ptr<re2::RE2> compiled);

  std::unique_ptr<re2::RE2> compiled_;
};

}  // namespace burnglass
