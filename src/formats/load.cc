#include "formats/load.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "formats/content.h"
#include "formats/unpack.h"

namespace burnglass {
namespace {

// As many bytes tell what a file is packed by.
constexpr std::size_t kHeadBytes = 4;
constexpr std::size_t kPieceBytes = 1 << 20;

bool IsGzip(std::span<const std::byte> content) { return DetectPacking(content) == Packing::kGzip; }

}  // namespace

class ProfileLoader::State {
 public:
  explicit State(const LoadOptions& options)
      : limits_(options.limits),
        make_unpacker_(options.make_unpacker),
        content_(options.as_pprof ? GoText::kAsPprof : GoText::kRead) {}

  Status Feed(std::span<const std::byte> piece) {
    if (error_) return *error_;
    read_ += piece.size();
    return Remember(unpacker_ ? Unpack(piece) : FeedHead(piece));
  }

  Result<ProfileData> Finish() {
    if (error_) return *error_;
    if (Status status = End(); !status) return status.error();
    if (content_.size() == 0)
      return Error{"there is no profile in it: what it unpacks to is empty"};
    Result<ProfileData> profile = content_.Finish();
    if (!profile) return Explained(profile.error());
    return profile;
  }

  std::uint64_t read() const { return read_; }
  std::uint64_t unpacked() const { return content_.size(); }

 private:
  Status Remember(Status status) {
    if (!status) error_ = status.error();
    return status;
  }

  // Until it is clear what the file is packed by.
  Status FeedHead(std::span<const std::byte> piece) {
    head_.insert(head_.end(), piece.begin(), piece.end());
    return head_.size() < kHeadBytes ? Status(Done{}) : BeginContent();
  }

  Status BeginContent() {
    packing_ = DetectPacking(head_).value_or(Packing::kPlain);
    unpacker_ = make_unpacker_(packing_);
    const std::vector<std::byte> head = std::move(head_);
    return Unpack(head);
  }

  Status Unpack(std::span<const std::byte> piece) { return unpacker_->Push(piece, sink_); }

  Status Take(std::span<const std::byte> content) {
    if (Status status = CheckSize(content_.size() + content.size()); !status) return status;
    if (Status status = content_.Take(content); !status) return Explained(status.error());
    return Done{};
  }

  Status End() {
    if (!unpacker_) {
      if (head_.empty()) return Error{"it is empty: nothing was written, or it was truncated"};
      if (!DetectPacking(head_)) {
        return Error{"it is truncated: it ends at byte " + std::to_string(head_.size()) +
                     ", in the middle of the mark that a packed file begins with"};
      }
      if (Status status = BeginContent(); !status) return status;
    }
    return unpacker_->End(sink_);
  }

  Status CheckSize(std::uint64_t unpacked) const {
    const bool huge = unpacked > limits_.unpacked_bytes;
    const bool bomb = packing_ != Packing::kPlain && unpacked > limits_.ratio_from_bytes &&
                      unpacked / limits_.ratio > read_;
    if (!huge && !bomb) return Done{};
    const std::string gave = std::to_string(read_) + " bytes of the file gave more than " +
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
    if (packing_ == Packing::kPlain) return error;
    if (IsGzip(content_.head())) {
      return Error{"it is packed twice: unpack it once (gunzip) and open what comes out"};
    }
    return Error{"unpacked, " + error.message};
  }

  const LoadLimits limits_;
  const UnpackerMaker make_unpacker_;
  const ByteSink sink_ = [this](std::span<const std::byte> content) { return Take(content); };
  std::optional<Error> error_;
  std::vector<std::byte> head_;
  Packing packing_ = Packing::kPlain;
  std::unique_ptr<Unpacker> unpacker_;
  ContentReader content_;
  std::uint64_t read_ = 0;
};

ProfileLoader::ProfileLoader(const LoadOptions& options)
    : state_(std::make_unique<State>(options)) {}
ProfileLoader::~ProfileLoader() = default;
ProfileLoader::ProfileLoader(ProfileLoader&&) noexcept = default;
ProfileLoader& ProfileLoader::operator=(ProfileLoader&&) noexcept = default;

Status ProfileLoader::Feed(std::span<const std::byte> piece) { return state_->Feed(piece); }
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
