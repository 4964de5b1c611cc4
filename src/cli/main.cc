#include <cstdio>
#include <string>
#include <vector>

#include "cli/command.h"

int main(int count, char** arguments) {
  const burnglass::Outcome outcome = burnglass::RunCommand(
      std::vector<std::string>(arguments + 1, arguments + count), burnglass::ProcessConsole());
  std::fwrite(outcome.err.data(), 1, outcome.err.size(), stderr);
  const bool written =
      std::fwrite(outcome.out.data(), 1, outcome.out.size(), stdout) == outcome.out.size() &&
      std::fflush(stdout) == 0;
  if (!written) std::perror("burnglass: standard output");
  return written ? outcome.status : 1;
}
