#include "engine/load.h"

#include <algorithm>

#include "profile/open.h"

namespace burnglass {

Error Load::Explain(const Error& error) const { return {file_name_ + ": " + error.message + "."}; }

Status Load::Explained(const Status& status) const {
  if (!status) return Explain(status.error());
  return status;
}

Status Load::Feed(std::span<const std::byte> piece) { return Explained(loader_.Feed(piece)); }

Status Load::FeedUnpacked(std::span<const std::byte> content, const Origin& origin) {
  return Explained(loader_.FeedUnpacked(content, origin));
}

void Load::EndUnpacked(const Status& status) {
  loader_.EndUnpacked(status);
  ended_ = true;
}

Result<ProfilePtr> Load::Decode() {
  Result<ProfileData> data = loader_.Finish();
  if (!data) return data.error();
  std::vector<ProfileData> one;
  one.push_back(data.Take());
  loader_ = ProfileLoader();  // its buffers are not needed any more
  // Names stay as they are in the file; mangled ones are only shown otherwise (NameTable).
  return OpenProfiles(std::move(one), {.demangle = {.style = Demangling::kNone}});
}

Result<ProfilePtr> Load::PutTogether() {
  Result<Combined> combined = Combine(*parts_);
  if (!combined) return combined.error();
  combined_ = std::make_shared<const Combined>(combined.Take());
  parts_.reset();
  return combined_->profile;
}

Result<bool> Load::Work() {
  if (!profile_) {
    Result<ProfilePtr> profile = parts_ ? PutTogether() : Decode();
    if (!profile) return Explain(profile.error());
    profile_ = profile.Take();
    return decode_only_;
  }
  names_ = std::make_unique<NameTable>(*profile_);
  return true;
}

std::unique_ptr<OpenProfile> Load::Take() {
  auto open = std::make_unique<OpenProfile>(file_name_, std::move(profile_), std::move(names_));
  open->MadeAs(std::move(combined_));
  return open;
}

std::uint64_t Load::done() const {
  if (!ended_) return loader_.bytes_read();
  return total();
}

std::uint64_t Load::total() const {
  if (ended_) return profile_ ? profile_->sample_count() : 0;
  return std::max(size_, loader_.bytes_read());
}

}  // namespace burnglass
