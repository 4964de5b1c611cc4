// GoSymbols: which functions the addresses in Go's text profiles are of, learned from the comments
// that Go writes below each stack.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace burnglass {

// "#\t0x497806\tsync.(*Mutex).Unlock+0x86\tsync/mutex.go:65"
struct GoSymbol {
  std::uint64_t address = 0;
  std::uint64_t entry = 0;  // of the function that holds the code, be it inlined into that or not
  std::string_view function, file;  // parts of the line
  std::int64_t line = 0;
};

std::optional<GoSymbol> ParseGoSymbol(std::string_view line);

class GoSymbols {
 public:
  // Takes the comments below one stack, the leaf first. What is known already stays.
  void Learn(std::span<const GoSymbol> stack);

  // The lines at an address, the innermost first; none where nothing is known. The address is of
  // a call, as Go notes it, or a function's entry, which is noted one before.
  std::span<const GoSymbol> At(std::uint64_t address) const;

  // Is the code of `inner` inlined into `outer`, which comes next in a stack? Go gives inlined
  // frames addresses of their own, but all have the entry of the function that holds them. Where a
  // function calls itself nothing can be told, and the frames stay two.
  bool IsInlined(const GoSymbol& inner, const GoSymbol& outer) const;

 private:
  struct Range {
    std::uint32_t begin = 0, end = 0;
  };

  std::vector<GoSymbol> symbols_;
  std::unordered_map<std::uint64_t, Range> at_;
  std::unordered_map<std::uint64_t, std::string_view> holder_of_;  // by its entry
};

}  // namespace burnglass
