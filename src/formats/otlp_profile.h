// OtlpProfiles: the profiles of an OTLP message become columns, one behind the other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "formats/otlp_dictionary.h"
#include "profile/profile.h"

namespace burnglass {

class OtlpProfiles {
 public:
  // The dictionary has been read; its strings are those of `data`.
  OtlpProfiles(OtlpDictionary& dictionary, const OtlpLayout& layout, ProfileData& data)
      : dictionary_(dictionary), layout_(layout), data_(data) {}

  // Mappings, functions and locations, once, before any profile.
  Status AddTables();

  // Attributes of the resource that the next profiles are of: labels of their samples, or, where
  // there is no other resource, comments.
  void SetResource(const std::vector<OtlpAttribute>& attributes);
  void SetComments(const std::vector<OtlpAttribute>& attributes);

  Status Add(std::span<const std::byte> profile);

  // After the last profile: what no sample uses goes.
  void End();

 private:
  struct Sample {
    std::uint64_t stack = 0, begin = 0, length = 0, link = 0;
    std::vector<std::uint64_t> attributes;
    std::int64_t value = 0;
    std::size_t values = 0, times = 0;
    bool overflowed = false;
  };

  Status AddLocations();
  StringId BuildId(const OtlpMapping& mapping) const;
  bool ReadHeader(std::span<const std::byte> profile);
  bool ReadHeaderField(const WireField& field);
  bool ReadValueType(std::span<const std::byte> message, ValueType& type);
  Status SetColumn(const ValueType& type);
  bool ReadSample(std::span<const std::byte> message, Sample& sample);
  bool ReadTimes(const WireField& field, Sample& sample);
  Status AddSample(const Sample& sample);
  Status AddStack(const Sample& sample);
  Status AddLabels(const Sample& sample);
  void AddLabel(const OtlpAttribute& attribute);
  void AddId(const char* key, std::string_view bytes);

  OtlpDictionary& dictionary_;
  const OtlpLayout& layout_;
  ProfileData& data_;
  std::vector<OtlpAttribute> resource_;

  // Of the profile at hand.
  ValueType type_;
  std::vector<std::uint64_t> location_indices_;
  std::size_t column_ = 0;
  std::int64_t time_ = 0, duration_ = 0;
};

}  // namespace burnglass
