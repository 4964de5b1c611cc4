// The line that a goroutine begins with in dumps of Go 1.9 to 1.27.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace burnglass {

// goroutine 34 gp=0xc000002380 m=nil [select (no cases) (leaked), 3 minutes, locked to thread] {n:
// 0}:
struct GoroutineHeader {
  std::int64_t id = 0;
  std::string_view state;         // "select (no cases)"; also what is not known, behind a comma
  std::int64_t wait_minutes = 0;  // 0 where it is not told
  std::int64_t bubble = 0;        // of testing/synctest, 0: in none
  bool leaked = false, locked = false;
  std::string_view labels;  // "{n: 0}", or "" when there are none
};

std::optional<GoroutineHeader> ParseGoroutineHeader(std::string_view line);

}  // namespace burnglass
