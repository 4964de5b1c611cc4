#include "formats/load.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "formats/content.h"
#include "formats/file_unpacker.h"

namespace burnglass {
namespace {

constexpr std::size_t kPieceBytes = 1 << 20;

bool IsGzip(std::span<const std::byte> content) { return DetectPacking(content) == Packing::kGzip; }

}  // namespace

class ProfileLoader::State {
 public:
  explicit State(const LoadOptions& options)
      : limits_(options.limits),
        unpacker_(options.make_unpacker),
        content_(options.as_pprof ? GoText::kAsPprof : GoText::kRead) {}

  Status Feed(std::span<const std::byte> piece) {
    if (error_) return *error_;
    origin_.read += piece.size();
    return Remember(unpacker_.Push(piece, sink_));
  }

  Status FeedUnpacked(std::span<const std::byte> content, const Origin& origin) {
    if (error_) return *error_;
    origin_ = origin;
    return Remember(Take(content));
  }

  void EndUnpacked(Status status) {
    unpacked_elsewhere_ = true;
    if (!status && !error_) error_ = status.error();
  }

  Result<ProfileData> Finish() {
    if (error_) return *error_;
    if (!unpacked_elsewhere_) {
      if (Status status = unpacker_.End(sink_); !status) return status.error();
    }
    if (content_.size() == 0)
      return Error{"there is no profile in it: what it unpacks to is empty"};
    Result<ProfileData> profile = content_.Finish();
    if (!profile) return Explained(profile.error());
    return profile;
  }

  std::uint64_t read() const { return origin_.read; }
  std::uint64_t unpacked() const { return content_.size(); }

 private:
  Status Remember(Status status) {
    if (!status) error_ = status.error();
    return status;
  }

  Status TakeOwn(std::span<const std::byte> content) {
    origin_.packing = unpacker_.packing();
    return Take(content);
  }

  Status Take(std::span<const std::byte> content) {
    if (Status status = CheckSize(content_.size() + content.size()); !status) return status;
    if (Status status = content_.Take(content); !status) return Explained(status.error());
    return Done{};
  }

  Status CheckSize(std::uint64_t unpacked) const {
    const bool huge = unpacked > limits_.unpacked_bytes;
    const bool bomb = origin_.packing != Packing::kPlain && unpacked > limits_.ratio_from_bytes &&
                      unpacked / limits_.ratio > origin_.read;
    if (!huge && !bomb) return Done{};
    const std::string gave = std::to_string(origin_.read) + " bytes of the file gave more than " +
                             std::to_string(content_.size());
    const std::string raise =
        limits_.raised_by.empty() ? "" : ", or allow more by " + limits_.raised_by;
    if (huge) {
      return Error{"it is too large: " + gave + ", and " + std::to_string(limits_.unpacked_bytes) +
                   " are the most that can be opened; measure for a shorter time" + raise};
    }
    return Error{"it unpacks to far more than a profile does: " + gave +
                 "; if it is to be trusted, unpack it first and open what comes out" + raise};
  }

  // A byte that an error names is one of the content; whether that is the file itself is known
  // here.
  Error Explained(const Error& error) const {
    if (origin_.packing == Packing::kPlain) return error;
    if (IsGzip(content_.head())) {
      return Error{"it is packed twice: unpack it once (gunzip) and open what comes out"};
    }
    return Error{"unpacked, " + error.message};
  }

  const LoadLimits limits_;
  const ByteSink sink_ = [this](std::span<const std::byte> content) { return TakeOwn(content); };
  std::optional<Error> error_;
  FileUnpacker unpacker_;
  bool unpacked_elsewhere_ = false;
  Origin origin_;
  ContentReader content_;
};

ProfileLoader::ProfileLoader(const LoadOptions& options)
    : state_(std::make_unique<State>(options)) {}
ProfileLoader::~ProfileLoader() = default;
ProfileLoader::ProfileLoader(ProfileLoader&&) noexcept = default;
ProfileLoader& ProfileLoader::operator=(ProfileLoader&&) noexcept = default;

Status ProfileLoader::Feed(std::span<const std::byte> piece) { return state_->Feed(piece); }
Status ProfileLoader::FeedUnpacked(std::span<const std::byte> content, const Origin& origin) {
  return state_->FeedUnpacked(content, origin);
}
void ProfileLoader::EndUnpacked(const Status& status) { state_->EndUnpacked(status); }
Result<ProfileData> ProfileLoader::Finish() { return state_->Finish(); }
std::uint64_t ProfileLoader::bytes_read() const { return state_->read(); }
std::uint64_t ProfileLoader::bytes_unpacked() const { return state_->unpacked(); }

Result<ProfileData> LoadProfile(std::span<const std::byte> file, const LoadOptions& options) {
  ProfileLoader loader(options);
  while (!file.empty()) {
    const auto piece = file.first(std::min(file.size(), kPieceBytes));
    if (Status status = loader.Feed(piece); !status) return status.error();
    file = file.subspan(piece.size());
  }
  return loader.Finish();
}

}  // namespace burnglass
