#include "cli/unpack_ahead.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace burnglass {
namespace {

using Piece = std::vector<std::byte>;

constexpr std::size_t kPackedWaiting = 1;    // pieces as they are pushed
constexpr std::size_t kUnpackedWaiting = 4;  // of 128 KiB
constexpr std::size_t kPieceBytes = 128 << 10;

class UnpackerAhead : public Unpacker {
 public:
  explicit UnpackerAhead(Packing packing)
      : inner_(MakeUnpacker(packing)), thread_([this] { Work(); }) {}

  ~UnpackerAhead() override {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
    thread_.join();
  }

  Status Push(std::span<const std::byte> packed, const ByteSink& sink) override {
    std::unique_lock lock(mutex_);
    packed_.emplace_back(packed.begin(), packed.end());
    changed_.notify_all();
    // No more is taken than what makes room for the next piece.
    return Drain(lock, sink, [this] { return packed_.size() < kPackedWaiting; });
  }

  Status End(const ByteSink& sink) override {
    std::unique_lock lock(mutex_);
    ends_ = true;
    changed_.notify_all();
    return Drain(lock, sink, [] { return false; });
  }

 private:
  // Gives to the sink what is unpacked, until that is enough or all there is.
  template <typename Enough>
  Status Drain(std::unique_lock<std::mutex>& lock, const ByteSink& sink, const Enough& enough) {
    while (true) {
      changed_.wait(lock, [&] { return !unpacked_.empty() || outcome_ || enough(); });
      if (unpacked_.empty()) return outcome_ ? *outcome_ : Status(Done{});
      const Piece piece = std::move(unpacked_.front());
      unpacked_.pop_front();
      lock.unlock();
      changed_.notify_all();
      const Status status = sink(piece);
      lock.lock();
      if (!status) return status;
    }
  }

  // In the thread.

  void Work() {
    const ByteSink give = [this](std::span<const std::byte> bytes) { return Give(bytes); };
    Status status = Done{};
    std::optional<Piece> packed;
    while (status && (packed = NextPacked())) status = inner_->Push(*packed, give);
    if (status) status = inner_->End(give);
    const std::lock_guard lock(mutex_);
    outcome_ = status;
    changed_.notify_all();
  }

  // Nothing: there is no more.
  std::optional<Piece> NextPacked() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !packed_.empty() || ends_ || stopped_; });
    if (packed_.empty() || stopped_) return std::nullopt;
    Piece piece = std::move(packed_.front());
    packed_.pop_front();
    changed_.notify_all();
    return piece;
  }

  Status Give(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
      const auto part = bytes.first(std::min(bytes.size(), kPieceBytes));
      bytes = bytes.subspan(part.size());
      Piece piece(part.begin(), part.end());
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return unpacked_.size() < kUnpackedWaiting || stopped_; });
      if (stopped_) return Error{"nobody reads on"};
      unpacked_.push_back(std::move(piece));
      changed_.notify_all();
    }
    return Done{};
  }

  const std::unique_ptr<Unpacker> inner_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Piece> packed_, unpacked_;
  bool ends_ = false;
  bool stopped_ = false;
  std::optional<Status> outcome_;  // how the unpacking went, when it is over
  std::thread thread_;             // last, for it uses all the others
};

}  // namespace

std::unique_ptr<Unpacker> MakeUnpackerAhead(Packing packing) {
  // Nothing is gained by a copy of what is there as it is.
  if (packing == Packing::kPlain) return MakeUnpacker(packing);
  return std::make_unique<UnpackerAhead>(packing);
}

}  // namespace burnglass
