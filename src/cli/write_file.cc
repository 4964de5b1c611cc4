#include "cli/write_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>

namespace burnglass {

Status WriteFile(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) return Error{path + " cannot be written: " + std::strerror(errno)};
  return Done{};
}

}  // namespace burnglass
