#include "formats/frame_names.h"

#include "profile/names.h"

namespace burnglass {

std::vector<FrameName> FramesOf(const Profile& profile, std::uint32_t index) {
  const ProfileData& data = profile.data();
  const Location& location = data.locations[index];
  std::vector<FrameName> frames;
  for (std::uint32_t i = location.line_end; i > location.line_begin; --i) {
    const Line& line = data.lines[i - 1];
    const Function& function = data.functions[line.function];
    frames.push_back({std::string(profile.text(function.name)), profile.text(function.filename),
                      line.line, line.column});
  }
  if (!frames.empty()) return frames;
  const bool mapped = location.mapping != kNone;
  const auto binary = mapped ? profile.text(data.mappings[location.mapping].file) : "";
  frames.push_back({DescribeAddress(binary, location.address, false).forms[0], {}, 0, 0});
  return frames;
}

}  // namespace burnglass
