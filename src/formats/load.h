// ProfileLoader: the bytes of one file, in pieces as they arrive, become a profile. What the bytes
// are is seen from the bytes alone: profile.proto or one of the other formats, as they are or
// packed by gzip, zlib or zstd.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "base/result.h"
#include "formats/unpack.h"
#include "profile/profile.h"

namespace burnglass {

// A small file may unpack to something that fills any memory. It is refused when it grows past
// these bounds.
struct LoadLimits {
  std::uint64_t unpacked_bytes = std::uint64_t{4} << 30;
  // How many times bigger than the file the content may be, looked at only past the size below.
  std::uint64_t ratio = 250;
  std::uint64_t ratio_from_bytes = std::uint64_t{256} << 20;
  // By what a person raises them, for the sentence that refuses: "--max-size". Empty: by nothing.
  std::string raised_by = {};
};

struct LoadOptions {
  LoadLimits limits = {};
  // Only the formats that pprof reads are read, and Go's text profiles as it reads them: it ignores
  // the comments that name functions, and refuses dumps of goroutines.
  bool as_pprof = false;
  UnpackerMaker make_unpacker = MakeUnpacker;
};

// Where content comes from that was unpacked elsewhere.
struct Origin {
  Packing packing = Packing::kPlain;
  std::uint64_t read = 0;  // bytes of the file, until now
};

class ProfileLoader {
 public:
  explicit ProfileLoader(const LoadOptions& options = {});
  ~ProfileLoader();
  ProfileLoader(ProfileLoader&&) noexcept;
  ProfileLoader& operator=(ProfileLoader&&) noexcept;

  // Takes the next piece, of any size. After an error nothing more need be fed; Feed and Finish
  // then repeat it.
  Status Feed(std::span<const std::byte> piece);

  // Instead of Feed, for a file that is unpacked elsewhere (formats/file_unpacker.h): a piece of
  // its content.
  Status FeedUnpacked(std::span<const std::byte> content, const Origin& origin);
  // Then, before Finish: how the unpacking ended.
  void EndUnpacked(const Status& status);

  // All bytes were fed. Once, as the last call. The data has not been through FinishProfile yet:
  // it may be merged with others first, and its frames are still all there (profile/open.h).
  Result<ProfileData> Finish();

  std::uint64_t bytes_read() const;      // of the file
  std::uint64_t bytes_unpacked() const;  // of its content

 private:
  class State;
  std::unique_ptr<State> state_;
};

// The same for a file that is in memory as a whole.
Result<ProfileData> LoadProfile(std::span<const std::byte> file, const LoadOptions& options = {});

}  // namespace burnglass
