// Loads of the Engine: from the first byte of a file to what is said of it.
#include "base/utf8.h"
#include "engine/engine.h"

namespace burnglass {
namespace {

// News of progress come no closer than this.
constexpr double kProgressMs = 400;

}  // namespace

void Engine::Open(std::uint32_t profile, std::string_view file_name, std::uint64_t size) {
  colouring_.reset();
  Entry& entry = entries_[profile];
  entry = Entry();
  entry.load = std::make_unique<Load>(RepairUtf8(file_name), size);
  TellProgress(profile, *entry.load);
}

void Engine::OpenPart(std::uint32_t profile, std::string_view file_name, std::uint64_t size) {
  colouring_.reset();
  Entry& entry = entries_[profile];
  entry = Entry();
  entry.load = std::make_unique<Load>(RepairUtf8(file_name), size);
  entry.load->DecodeOnly();
  entry.is_part = true;
}

Load* Engine::LoadOf(std::uint32_t profile) {
  const auto it = entries_.find(profile);
  return it == entries_.end() ? nullptr : it->second.load.get();
}

bool Engine::Fed(std::uint32_t profile, const Status& fed) {
  if (!fed) {
    Fail(profile, fed.error().message);
    return false;
  }
  const Entry& entry = entries_[profile];
  if (entry.is_part) return true;  // its set is told how many are there
  if (!quiet_ || quiet_->Spent()) TellProgress(profile, *entry.load);
  return true;
}

bool Engine::Feed(std::uint32_t profile, std::span<const std::byte> piece) {
  Load* const load = LoadOf(profile);
  return load && !load->ended() && Fed(profile, load->Feed(piece));
}

bool Engine::FeedUnpacked(std::uint32_t profile, std::span<const std::byte> content,
                          const Origin& origin) {
  Load* const load = LoadOf(profile);
  return load && !load->ended() && Fed(profile, load->FeedUnpacked(content, origin));
}

void Engine::End(std::uint32_t profile) {
  if (Load* const load = LoadOf(profile)) load->End();
}

void Engine::EndUnpacked(std::uint32_t profile, const Status& status) {
  if (Load* const load = LoadOf(profile)) load->EndUnpacked(status);
}

void Engine::Cancel(std::uint32_t profile) {
  const Load* const load = LoadOf(profile);
  if (!load) return;
  Fail(profile, load->file_name() + ": opening it was cancelled.", true);
}

void Engine::TellProgress(std::uint32_t profile, const Load& load) {
  quiet_.emplace(kProgressMs);
  pb::Header header;
  header.set_profile(profile);
  pb::Progress& progress = *header.mutable_progress();
  progress.set_phase(load.ended() ? pb::Progress::BUILD : pb::Progress::READ);
  progress.set_done(load.done());
  progress.set_total(load.total());
  progress.set_name(load.file_name());
  Send(MessageWriter(std::move(header)).Finish());
}

void Engine::Fail(std::uint32_t profile, const std::string& sentence, bool cancelled) {
  Entry& entry = entries_[profile];
  pb::Header header;
  header.set_profile(profile);
  pb::Failed& failed = *header.mutable_failed();
  failed.set_name(entry.load->file_name());
  failed.set_message(OneLine(sentence));
  failed.set_cancelled(cancelled);
  entry.load.reset();
  entry.error = failed.message();
  Send(MessageWriter(std::move(header)).Finish());
}

}  // namespace burnglass
