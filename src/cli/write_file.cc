#include "cli/write_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "cli/verbs.h"

namespace burnglass {

Status WriteFile(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) return Error{path + " cannot be written: " + std::strerror(errno)};
  return Done{};
}

Status WriteFileAtOnce(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".part";
  if (Status written = WriteFile(beside, bytes); !written) {
    std::remove(beside.c_str());
    return written;
  }
  if (std::rename(beside.c_str(), path.c_str()) == 0) return Done{};
  const Error error{path + " cannot be written: " + std::strerror(errno)};
  std::remove(beside.c_str());
  return error;
}

Outcome WriteAnswer(const std::string& path, std::string bytes, bool text, const Console& console) {
  if (path == "-") {
    if (text || !console.out_is_terminal) return {.out = std::move(bytes)};
    return Failed(Error{"this is no text for a terminal; name a file by -o"}, 2);
  }
  const Status written = WriteFile(path, bytes);
  return written ? Outcome{} : Failed(written.error());
}

}  // namespace burnglass
