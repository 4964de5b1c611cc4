#include "cli/console.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "cli/terminal_text.h"

namespace burnglass {
namespace {

constexpr std::size_t kBarLength = 20;
constexpr const char* kClearLine = "\r\x1b[K";

bool IsVariable(const char* name, std::string_view value) {
  const char* set = std::getenv(name);
  return set != nullptr && set == value;
}

bool IsPlain() {
  const char* no_colour = std::getenv("NO_COLOR");
  return (no_colour != nullptr && *no_colour != '\0') || IsVariable("TERM", "dumb");
}

}  // namespace

Console ProcessConsole() {
  Console console;
  console.out_is_terminal = isatty(STDOUT_FILENO) != 0;
  console.colour = console.out_is_terminal && !IsPlain();
  console.progress = isatty(STDERR_FILENO) != 0 && !IsPlain();
  console.say = [](const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
  };
  return console;
}

Progress::~Progress() {
  if (shown_) console_.say(kClearLine);
}

void Progress::Show(std::size_t done, std::size_t all, const std::string& what) {
  if (!console_.progress || all == 0) return;
  shown_ = true;
  const std::size_t length = kBarLength * done / all;
  console_.say(kClearLine + std::string("[") + std::string(length, '#') +
               std::string(kBarLength - length, '.') + "] " + std::to_string(done) + " of " +
               std::to_string(all) + "  " + TerminalLine(what).substr(0, 40));
}

}  // namespace burnglass
