// profile.proto written by hand, for files that no recorder makes: names that are no text, values
// at the end of their range.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace burnglass {

struct PlainSample {
  std::string function;
  std::int64_t value = 0;
};

// One sample type (`type`/count), one frame a sample.
inline std::string PlainProfile(const std::vector<PlainSample>& samples,
                                std::string_view type = "cpu") {
  std::string file;
  const auto varint = [](std::string& out, std::uint64_t value) {
    for (; value >= 128; value >>= 7) out += static_cast<char>(value | 128);
    out += static_cast<char>(value);
  };
  const auto number = [&](std::string& out, int field, std::uint64_t value) {
    varint(out, static_cast<std::uint64_t>(field) << 3);
    varint(out, value);
  };
  const auto bytes = [&](std::string& out, int field, std::string_view content) {
    varint(out, static_cast<std::uint64_t>(field) << 3 | 2);
    varint(out, content.size());
    out += content;
  };
  std::string value_type;
  number(value_type, 1, 1);
  number(value_type, 2, 2);
  bytes(file, 1, value_type);
  for (std::uint64_t i = 0; i < samples.size(); ++i) {
    std::string sample, location, line, function;
    number(sample, 1, i + 1);
    number(sample, 2, static_cast<std::uint64_t>(samples[i].value));
    number(line, 1, i + 1);
    number(location, 1, i + 1);
    bytes(location, 4, line);
    number(function, 1, i + 1);
    number(function, 2, i + 3);
    bytes(file, 2, sample);
    bytes(file, 4, location);
    bytes(file, 5, function);
  }
  for (const std::string_view text : {std::string_view(), type, std::string_view("count")}) {
    bytes(file, 6, text);
  }
  for (const PlainSample& sample : samples) bytes(file, 6, sample.function);
  return file;
}

}  // namespace burnglass
