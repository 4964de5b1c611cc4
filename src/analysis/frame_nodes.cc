#include "analysis/frame_nodes.h"

#include <map>
#include <string_view>
#include <utility>

#include "base/path.h"

namespace burnglass {
namespace {

class Builder {
 public:
  explicit Builder(const Profile& profile)
      : profile_(profile), by_name_(profile.data().strings.size(), kNone) {}

  FrameNodes Build() {
    const ProfileData& data = profile_.data();
    result_.begin.reserve(data.locations.size() + 1);
    for (const Location& location : data.locations) {
      result_.begin.push_back(static_cast<std::uint32_t>(result_.frames.size()));
      AddFrames(location);
    }
    result_.begin.push_back(static_cast<std::uint32_t>(result_.frames.size()));
    return std::move(result_);
  }

 private:
  void AddFrames(const Location& location) {
    const ProfileData& data = profile_.data();
    const StringId binary = location.mapping == kNone ? 0 : data.mappings[location.mapping].file;
    const auto lines = profile_.lines(location);
    if (lines.empty()) result_.frames.push_back(NamelessNode({.binary = binary}));
    for (const Line& line : lines) {
      const Function& function = data.functions[line.function];
      result_.frames.push_back(
          function.name != 0 ? NamedNode(function.name)
                             : NamelessNode({.binary = binary, .start_line = function.start_line}));
    }
  }

  std::uint32_t NamedNode(StringId name) {
    if (by_name_[name] == kNone) by_name_[name] = Append({.name = name});
    return by_name_[name];
  }

  std::uint32_t NamelessNode(const FrameNode& node) {
    const auto [place, is_new] = nameless_.try_emplace({node.binary, node.start_line});
    if (is_new) place->second = Append(node);
    return place->second;
  }

  std::uint32_t Append(const FrameNode& node) {
    result_.nodes.push_back(node);
    return static_cast<std::uint32_t>(result_.nodes.size() - 1);
  }

  const Profile& profile_;
  std::vector<std::uint32_t> by_name_;
  std::map<std::pair<StringId, std::int64_t>, std::uint32_t> nameless_;
  FrameNodes result_;
};

}  // namespace

FrameNodes BuildFrameNodes(const Profile& profile) { return Builder(profile).Build(); }

std::string PrintableName(const Profile& profile, const FrameNode& node) {
  if (node.name != 0) return std::string(profile.text(node.name));
  if (node.binary != 0) return "[" + std::string(BaseName(profile.text(node.binary))) + "]";
  return "<unknown>";
}

}  // namespace burnglass
