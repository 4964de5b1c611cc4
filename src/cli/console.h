// Where the command speaks: what of it is a terminal, and how to say something before the end.
#pragma once

#include <functional>
#include <string>

namespace burnglass {

struct Console {
  bool out_is_terminal = false;  // standard output is for eyes
  bool colour = false;           // and may be coloured
  bool progress = false;         // standard error is a terminal that may be written over
  // Says something on standard error at once.
  std::function<void(const std::string& text)> say = [](const std::string&) {};
};

// Of this process. The variable NO_COLOR, where it is set to anything, means neither colours nor
// progress, and so does the terminal "dumb".
Console ProcessConsole();

// A line that tells how far something is, written over itself, and gone when it ends. Says nothing
// where there is no terminal.
class Progress {
 public:
  explicit Progress(const Console& console) : console_(console) {}
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `done` of `all` parts are done; the next one is `what`.
  void Show(std::size_t done, std::size_t all, const std::string& what);

 private:
  const Console& console_;
  bool shown_ = false;
};

}  // namespace burnglass
