// The lines of a frame in dumps of goroutines:
//   main.(*queue).pop(0xc000010000, {0x7a9857, 0x14})
//   	/srv/app/main.go:269 +0x18
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace burnglass {

struct GoFrame {
  std::string_view function;
  std::string_view file;  // "" where it is not told
  std::int64_t line = 0;  // 0 where it is not told
  std::uint64_t pc = 0;   // told in crashes only
  bool inlined = false;   // into the next frame
};

// The frame that a line may begin, without its place; any line that is not indented may.
GoFrame ParseGoFrame(std::string_view line);

// Takes the place, from the line behind it.
void ReadGoPlace(std::string_view line, GoFrame& frame);

// Is the line alone sure to be a frame? "main.main()" is, "exit status 2" is not.
bool IsGoCall(std::string_view line);

// Who began a goroutine: "created by main.main in goroutine 1", before Go 1.21 without the number.
struct GoCreator {
  std::string_view function;
  std::int64_t goroutine = 0;  // 0: not told
};

std::optional<GoCreator> ParseGoCreator(std::string_view line);

// How many frames "...201 frames elided..." leaves out; 0 where it does not tell ("...additional
// frames elided..."), nothing for other lines.
std::optional<std::int64_t> ParseElidedFrames(std::string_view line);

}  // namespace burnglass
