// EncodeSpeedscope.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "base/checked_sum.h"
#include "base/json_writer.h"
#include "formats/frame_names.h"
#include "formats/speedscope.h"

namespace burnglass {
namespace {

std::string_view UnitOf(std::string_view unit) {
  constexpr std::string_view kUnits[] = {"nanoseconds", "microseconds", "milliseconds", "seconds",
                                         "bytes"};
  const auto known = std::find(std::begin(kUnits), std::end(kUnits), unit);
  return known == std::end(kUnits) ? "none" : *known;
}

class SpeedscopeWriter {
 public:
  SpeedscopeWriter(const Profile& profile, std::uint32_t sample_type)
      : profile_(profile),
        unit_(UnitOf(profile.text(profile.data().sample_types[sample_type].unit))),
        values_(profile.data().values[sample_type]) {}

  Result<std::string> Write(std::string_view name) {
    CheckedSum total;
    for (const std::int64_t value : values_) total.Add(value);
    if (total.overflowed()) return Error{"the values add up to more than 64 bits hold"};
    json_.BeginObject();
    json_.Key("$schema").Text("https://www.speedscope.app/file-format-schema.json");
    json_.Key("exporter").Text("burnglass").Key("name").Text(name);
    json_.Key("activeProfileIndex").Count(0);
    WriteFrames();
    json_.Key("profiles").BeginArray().BeginObject();
    json_.Key("type").Text("sampled").Key("name").Text(name).Key("unit").Text(unit_);
    json_.Key("startValue").Count(0).Key("endValue").Plain(std::to_string(total.value()));
    WriteSamples();
    WriteWeights();
    return json_.EndObject().EndArray().EndObject().Take();
  }

 private:
  // A frame is written where it is new, and numbered.
  std::uint32_t WriteFrame(const FrameName& frame) {
    const auto next = static_cast<std::uint32_t>(frames_.size());
    const auto key =
        std::tuple(texts_.Intern(frame.name), texts_.Intern(frame.file), frame.line, frame.column);
    const auto [place, fresh] = frames_.try_emplace(key, next);
    if (!fresh) return place->second;
    json_.BeginObject().Key("name").Text(frame.name);
    if (!frame.file.empty()) json_.Key("file").Text(frame.file);
    if (frame.line != 0) json_.Key("line").Plain(std::to_string(frame.line));
    if (frame.column != 0) json_.Key("col").Plain(std::to_string(frame.column));
    json_.EndObject();
    return next;
  }

  bool HasEmptyStack() const {
    const std::vector<std::uint32_t>& leaf = profile_.stacks()->leaf;
    return std::find(leaf.begin(), leaf.end(), 0) != leaf.end();
  }

  void WriteFrames() {
    json_.Key("shared").BeginObject().Key("frames").BeginArray();
    for (std::uint32_t i = 0; i < profile_.data().locations.size(); ++i) {
      for (const FrameName& frame : FramesOf(profile_, i)) numbers_.push_back(WriteFrame(frame));
      number_ends_.push_back(static_cast<std::uint32_t>(numbers_.size()));
    }
    if (HasEmptyStack()) no_stack_ = WriteFrame({std::string(kNoStack), {}, 0, 0});
    json_.EndArray().EndObject();
  }

  void WriteSamples() {
    json_.Key("samples").BeginArray();
    for (std::size_t i = 0; i < values_.size(); ++i) {
      if (values_[i] != 0) WriteStack(profile_.stack(i));
    }
    json_.EndArray();
  }

  void WriteStack(const std::vector<std::uint32_t>& stack) {
    json_.BeginArray();
    for (auto location = stack.rbegin(); location != stack.rend(); ++location) {
      const std::uint32_t begin = *location == 0 ? 0 : number_ends_[*location - 1];
      for (std::uint32_t i = begin; i < number_ends_[*location]; ++i) json_.Count(numbers_[i]);
    }
    if (stack.empty()) json_.Count(no_stack_);
    json_.EndArray();
  }

  void WriteWeights() {
    json_.Key("weights").BeginArray();
    for (const std::int64_t value : values_) {
      if (value != 0) json_.Plain(std::to_string(value));
    }
    json_.EndArray();
  }

  const Profile& profile_;
  const std::string_view unit_;
  const std::vector<std::int64_t>& values_;
  JsonWriter json_;
  StringTable texts_;
  std::map<std::tuple<StringId, StringId, std::int64_t, std::int64_t>, std::uint32_t> frames_;
  std::vector<std::uint32_t> numbers_;      // frames of all locations, the outermost first
  std::vector<std::uint32_t> number_ends_;  // by location
  std::uint32_t no_stack_ = 0;
};

}  // namespace

Result<std::string> EncodeSpeedscope(const Profile& profile, std::uint32_t sample_type,
                                     std::string_view name) {
  return SpeedscopeWriter(profile, sample_type).Write(name);
}

}  // namespace burnglass
