#include "engine/warm_up.h"

#include "engine/answers.h"
#include "engine/opened_message.h"
#include "formats/pack_gzip.h"

namespace burnglass {
namespace {

// Of a profile of some hundred stacks: after so many, Chromium has compiled well what most of the
// time of reading goes to.
constexpr int kRounds = 40;

// What a profile of 10 MB, unpacked, needs in all.
constexpr std::size_t kMemory = 24 << 20;

}  // namespace

WarmUp::WarmUp(std::span<const std::byte> file) : memory_(kMemory) {
  Result<std::string> packed = PackGzip({reinterpret_cast<const char*>(file.data()), file.size()});
  if (packed) packed_ = packed.Take();
}

bool WarmUp::Step() {
  if (rounds_ == kRounds) return memory_.Step();
  if (open_) return Ask();
  return load_ ? Read() : Begin();
}

bool WarmUp::Begin() {
  load_ = std::make_unique<Load>("", packed_.size());
  if (!load_->Feed(std::as_bytes(std::span(packed_)))) return false;
  load_->End();
  return true;
}

bool WarmUp::Read() {
  const Result<bool> ready = load_->Work();
  if (!ready) return false;
  if (!*ready) return true;
  open_ = load_->Take();
  load_.reset();
  OpenedMessage(0, *open_);
  return true;
}

bool WarmUp::Ask() {
  const pb::Header question;
  if (const auto answered = open_->Answer("", Budget::Unlimited())) {
    AnswerFlame(question, **answered);
    AnswerTop(question, **answered, *open_);
  }
  open_.reset();
  ++rounds_;
  return true;
}

}  // namespace burnglass
