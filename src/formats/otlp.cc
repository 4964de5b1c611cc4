#include "formats/otlp.h"

#include <limits>
#include <utility>
#include <vector>

#include "formats/otlp_dictionary.h"
#include "formats/otlp_profile.h"
#include "formats/wire.h"

namespace burnglass {
namespace {

using Bytes = std::span<const std::byte>;

enum { kResourceProfiles = 1, kDictionary = 2 };            // of the whole
enum { kResource = 1, kScopeProfiles = 2, kProfiles = 2 };  // of ResourceProfiles, ScopeProfiles
enum { kResourceAttributes = 1, kProfileTimeOrLocations = 3 };  // of Resource; of Profile

// Every field `number` of a message that is a message itself.
std::vector<Bytes> Messages(Bytes message, std::uint64_t number) {
  std::vector<Bytes> found;
  WireReader reader(message);
  for (WireField field; reader.Next(field);) {
    if (field.number == number && field.type == WireField::kBytes) found.push_back(field.bytes);
  }
  return found;
}

bool IsWhole(Bytes message) {
  WireReader reader(message);
  for (WireField field; reader.Next(field);) {
  }
  return !reader.broken();
}

// Field 3 of a profile is its time today, eight bytes; before, it was its list of locations.
bool HasLocations(Bytes profile) {
  WireReader reader(profile);
  for (WireField field; reader.Next(field);) {
    if (field.number == kProfileTimeOrLocations) return field.type != WireField::kFixed64;
  }
  return false;
}

class OtlpReader {
 public:
  explicit OtlpReader(Bytes bytes)
      : resources_(Messages(bytes, kResourceProfiles)),
        dictionaries_(Messages(bytes, kDictionary)),
        dictionary_(data_.strings) {}

  bool HasDictionary() const { return !dictionaries_.empty(); }

  Result<ProfileData> Read() {
    const OtlpLayout& layout = IsOfBefore() ? kOtlpBefore : kOtlpToday;
    if (!ReadDictionary(layout)) return Error{dictionary_.complaint};
    OtlpProfiles profiles(dictionary_, layout, data_);
    if (Status status = profiles.AddTables(); !status) return status.error();
    for (const Bytes resource : resources_) {
      if (Status status = ReadResource(resource, profiles); !status) return status.error();
    }
    if (!dictionary_.complaint.empty()) return Error{dictionary_.complaint};
    if (data_.sample_types.empty()) return Error{"it holds no profile"};
    profiles.End();
    return std::move(data_);
  }

 private:
  bool IsOfBefore() const {
    for (const Bytes resource : resources_) {
      for (const Bytes scope : Messages(resource, kScopeProfiles)) {
        for (const Bytes profile : Messages(scope, kProfiles)) {
          if (HasLocations(profile)) return true;
        }
      }
    }
    return false;
  }

  bool ReadDictionary(const OtlpLayout& layout) {
    for (const Bytes dictionary : dictionaries_) {
      if (!dictionary_.ReadStrings(dictionary)) return false;
    }
    for (const Bytes dictionary : dictionaries_) {
      if (!dictionary_.ReadTables(dictionary, layout)) return false;
    }
    return dictionary_.complaint.empty();
  }

  Status ReadResource(Bytes resource, OtlpProfiles& profiles) {
    if (!IsWhole(resource)) return Error{"the profiles of a resource are broken"};
    std::vector<OtlpAttribute> attributes;
    for (const Bytes described : Messages(resource, kResource)) {
      for (const Bytes attribute : Messages(described, kResourceAttributes)) {
        if (!ReadOtlpAttribute(attribute, dictionary_, attributes.emplace_back())) {
          return Error{"an attribute of a resource is broken"};
        }
      }
    }
    resources_.size() == 1 ? profiles.SetComments(attributes) : profiles.SetResource(attributes);
    for (const Bytes scope : Messages(resource, kScopeProfiles)) {
      if (!IsWhole(scope)) return Error{"the profiles of a scope are broken"};
      for (const Bytes profile : Messages(scope, kProfiles)) {
        if (Status status = profiles.Add(profile); !status) return status;
      }
    }
    return Done{};
  }

  ProfileData data_;
  std::vector<Bytes> resources_, dictionaries_;
  OtlpDictionary dictionary_;
};

}  // namespace

bool MayBeOtlp(std::span<const std::byte> head) {
  const auto at = [&](std::size_t i) {
    return i < head.size() ? std::to_integer<int>(head[i]) : 0;
  };
  if (at(0) != (kResourceProfiles << 3 | WireField::kBytes)) return false;
  if (at(1) == 0) return false;  // an empty message, and then another field
  std::size_t last = 1;          // of the bytes of its length
  while ((at(last) & 0x80) != 0) ++last;
  const int first = at(last + 1);
  return first == (kResource << 3 | WireField::kBytes) ||
         first == (kScopeProfiles << 3 | WireField::kBytes);
}

Result<ProfileData> ReadOtlp(std::span<const std::byte> bytes) {
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    return Error{"this is OpenTelemetry data (OTLP) of more than 2 GiB, which is too large"};
  }
  if (!IsWhole(bytes)) {
    return Error{"this looks like OpenTelemetry data (OTLP), but it is truncated or damaged"};
  }
  OtlpReader reader(bytes);
  if (!reader.HasDictionary()) {
    return Error{
        "this looks like OpenTelemetry data (OTLP), but there is no dictionary of profiles in it: "
        "it is traces, metrics, logs, or an early draft of profiles"};
  }
  Result<ProfileData> read = reader.Read();
  if (!read) return Error{"the OTLP profile is damaged: " + read.error().message};
  return read;
}

}  // namespace burnglass
