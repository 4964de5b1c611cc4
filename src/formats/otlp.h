// OpenTelemetry's profiles (OTLP, opentelemetry.proto.profiles.v1development): what collectors and
// agents hand on, as protobuf or as JSON. The format is still being made; read are the form of
// today, where samples name stacks of a dictionary, and the one before it, where they name a range
// of locations.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "profile/profile.h"

namespace burnglass {

// Whether content may be OTLP as protobuf, and is surely no profile.proto: its first field is a
// message that begins with a message. A few bytes are enough.
bool MayBeOtlp(std::span<const std::byte> head);

// All profiles of all resources become one. Each distinct pair of type and unit is a sample type,
// the first one the default; a sample has its value in its own profile's type and 0 in others. A
// sample with a value for each of several times has their sum, one with times only their number.
//
// Labels are the attributes of samples, "trace_id" and "span_id" of linked spans and, where there
// is more than one resource, the attributes of the resource. Those of a single resource become
// comments. Build ids come from the attributes of mappings.
Result<ProfileData> ReadOtlp(std::span<const std::byte> bytes);

// OTLP's JSON as the same message in protobuf. Nothing when it is JSON of something else.
struct OtlpJson {
  bool is_otlp = false;
  std::string error;    // what is wrong with it; empty: nothing
  std::string message;  // as ReadOtlp takes it
};
OtlpJson TranscodeOtlpJson(std::string_view json);

}  // namespace burnglass
