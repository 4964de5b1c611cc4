// Load: one file, or what is made of open profiles, on its way to an OpenProfile. Bytes are fed as
// they come, and all that is large is done on the way.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "analysis/name_table.h"
#include "base/result.h"
#include "engine/combine.h"
#include "engine/open_profile.h"
#include "formats/load.h"

namespace burnglass {

class Load {
 public:
  // `size` of the file in bytes, 0 when it is not known.
  Load(std::string file_name, std::uint64_t size) : file_name_(std::move(file_name)), size_(size) {}

  // Of open profiles: there are no bytes to come.
  Load(std::string name, Parts parts)
      : file_name_(std::move(name)), size_(0), ended_(true), parts_(std::move(parts)) {}

  // A part of a set: it is ready as soon as it is decoded.
  void DecodeOnly() { decode_only_ = true; }

  const std::string& file_name() const { return file_name_; }

  // Errors begin with the file's name and are sentences.
  Status Feed(std::span<const std::byte> piece);
  void End() { ended_ = true; }

  // Instead of these, for a file that is unpacked elsewhere: see ProfileLoader.
  Status FeedUnpacked(std::span<const std::byte> content, const Origin& origin);
  void EndUnpacked(const Status& status);

  // Whether all bytes are here, so that Work has something to do.
  bool ended() const { return ended_; }

  // Does a part of what is left; true when the profile is ready to be taken.
  Result<bool> Work();
  std::unique_ptr<OpenProfile> Take();
  ProfilePtr TakeDecoded() { return std::move(profile_); }

  // How far it is: bytes of the file until they are complete, then samples.
  std::uint64_t done() const;
  std::uint64_t total() const;

  Error Explain(const Error& error) const;

 private:
  Status Explained(const Status& status) const;
  Result<ProfilePtr> Decode();
  Result<ProfilePtr> PutTogether();

  std::string file_name_;
  std::uint64_t size_;
  bool ended_ = false, decode_only_ = false;
  ProfileLoader loader_;
  std::optional<Parts> parts_;
  std::shared_ptr<const Combined> combined_;
  ProfilePtr profile_;
  std::unique_ptr<NameTable> names_;
};

}  // namespace burnglass
