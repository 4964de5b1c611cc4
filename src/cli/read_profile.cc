#include "cli/read_profile.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <vector>

#include "cli/fetch.h"
#include "cli/unpack_ahead.h"
#include "cli/url.h"

namespace burnglass {
namespace {

constexpr std::size_t kPieceBytes = 1 << 20;

class File {
 public:
  explicit File(const std::string& path)
      : descriptor_(path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC)) {}
  ~File() {
    if (descriptor_ > STDIN_FILENO) close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  bool is_open() const { return descriptor_ >= 0; }

  // How many bytes came; 0 at the end, -1 with errno set when it cannot be read.
  ssize_t Read(std::span<std::byte> buffer) const {
    ssize_t got = 0;
    do {
      got = read(descriptor_, buffer.data(), buffer.size());
    } while (got < 0 && errno == EINTR);
    return got;
  }

 private:
  int descriptor_;
};

Error CannotRead() { return Error{std::string("it cannot be read: ") + std::strerror(errno)}; }

}  // namespace

Result<ProfileData> ReadProfile(const std::string& path, const LoadOptions& options) {
  const File file(path);
  if (!file.is_open()) return CannotRead();
  LoadOptions ahead = options;
  ahead.make_unpacker = MakeUnpackerAhead;
  ProfileLoader loader(ahead);
  std::vector<std::byte> buffer(kPieceBytes);
  while (true) {
    const ssize_t got = file.Read(buffer);
    if (got < 0) return CannotRead();
    if (got == 0) return loader.Finish();
    const auto piece = std::span(buffer).first(static_cast<std::size_t>(got));
    if (Status status = loader.Feed(piece); !status) return status.error();
  }
}

Result<ProfileData> ReadSource(const std::string& source, const SourceOptions& options) {
  if (source == "-" || access(source.c_str(), F_OK) == 0) return ReadProfile(source, options.load);
  const auto web = ParseWebSource(source, options.seconds, options.timeout);
  if (!web) return ReadProfile(source, options.load);
  ProfileLoader loader(options.load);
  const Status fetched =
      Fetch(*web, [&](std::span<const std::byte> piece) { return loader.Feed(piece); });
  if (!fetched) return fetched.error();
  return loader.Finish();
}

bool IsProgram(const std::string& path) {
  using namespace std::string_view_literals;
  constexpr std::array kMagics = {
      "\x7f"
      "ELF"sv,
      "\xfe\xed\xfa\xce"sv,
      "\xfe\xed\xfa\xcf"sv,
      "\xce\xfa\xed\xfe"sv,
      "\xcf\xfa\xed\xfe"sv,
      "\xca\xfe\xba\xbe"sv,
      "MZ"sv};
  if (path == "-") return false;
  std::array<std::byte, 4> head = {};
  const File file(path);
  if (!file.is_open() || file.Read(head) != static_cast<ssize_t>(head.size())) return false;
  const std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
  return std::any_of(kMagics.begin(), kMagics.end(),
                     [&](std::string_view magic) { return text.starts_with(magic); });
}

}  // namespace burnglass
