// FrameNodes: which function each frame stands for, at pprof's granularity "functions". Frames of
// the same name are one node, wherever they are; lines, files and addresses do not count.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "profile/profile.h"

namespace burnglass {

// A node is known by its function's name. Where there is no name, by the binary and, if there is a
// function after all, by the line where it starts.
struct FrameNode {
  StringId name = 0;
  StringId binary = 0;
  std::int64_t start_line = 0;

  bool operator==(const FrameNode&) const = default;
};

struct FrameNodes {
  std::vector<FrameNode> nodes;  // in order of first appearance among the locations

  // Location i stands for frames[begin[i] .. begin[i+1]), innermost first, at least one.
  std::vector<std::uint32_t> frames;
  std::vector<std::uint32_t> begin;

  std::span<const std::uint32_t> of(std::uint32_t location) const {
    return std::span(frames).subspan(begin[location], begin[location + 1] - begin[location]);
  }
};

FrameNodes BuildFrameNodes(const Profile& profile);

// As pprof prints it: the name, else "[binary]", else "<unknown>".
std::string PrintableName(const Profile& profile, const FrameNode& node);

}  // namespace burnglass
