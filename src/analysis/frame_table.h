// FrameTable: which node of a report each frame stands for, at the granularity of a query.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/location_lines.h"
#include "base/string_table.h"
#include "profile/profile.h"
#include "query/query.h"

namespace burnglass {

// What tells two nodes apart. Parts that the granularity does not ask for are 0 or empty.
struct NodeInfo {
  StringId name = 0, file = 0;  // texts of the FrameTable; the file is a clean path
  StringId binary = 0;          // the mapping's file, where binaries count or nothing else is known
  std::uint64_t address = 0;
  std::int64_t start_line = 0, line = 0, column = 0;

  bool operator==(const NodeInfo&) const = default;
};

struct NodeInfoHash {
  std::size_t operator()(const NodeInfo& info) const;
};

struct FrameOptions {
  std::string_view granularity = {};  // a query's
  bool all_inlines = true;            // inlined lines were not taken out
  bool columns = false;
  bool binaries = false;  // functions of different binaries are different ones
  // Prefixes that are cut from files, and folders of sources: without prefixes, files lose all up
  // to the name of such a folder. Several are joined by colons.
  std::string_view trim_path = {}, source_path = {};
};
FrameOptions FrameOptionsOf(const Query& query);

// The parts of a node's name that there are: address, name, file with line and column; else the
// binary, else "<unknown>".
std::string PrintableParts(const NodeInfo& info, std::string_view name, std::string_view file,
                           std::string_view binary, std::string_view between);

class FrameTable {
 public:
  // Nodes are numbered in order of first appearance among all lines of the profile's locations, so
  // that they keep their numbers whatever lines a filter has left.
  FrameTable(const Profile& profile, const LocationLines& lines, const FrameOptions& options = {});

  const std::vector<NodeInfo>& infos() const { return infos_; }
  std::string_view text(StringId id) const { return texts_[id]; }

  // Location i has frames()[begin()[i]] .. frames()[begin()[i + 1] - 1].
  const std::vector<std::uint32_t>& frames() const { return frames_; }
  const std::vector<std::uint32_t>& begin() const { return begin_; }

  // The nodes of a location's lines, innermost first. Never empty: a location without lines stands
  // for its address.
  std::span<const std::uint32_t> of(std::uint32_t location) const {
    return std::span(frames_).subspan(begin_[location], begin_[location + 1] - begin_[location]);
  }

  // Whether any location has several nodes, so that something is inlined.
  bool HasInlining() const { return frames_.size() + 1 > begin_.size(); }

  // As pprof prints it: "00000000004a2f10 main.run /src/main.go:12:3", of which only the parts that
  // there are; "[binary]" where there is neither name nor file; "<unknown>" where there is nothing.
  std::string PrintableName(std::uint32_t node) const;

  // All parts in one text: pprof's last word where two nodes are equal otherwise.
  std::string FullText(std::uint32_t node) const;

 private:
  class Builder;

  StringTable texts_;
  std::vector<NodeInfo> infos_;
  std::vector<std::uint32_t> frames_;
  std::vector<std::uint32_t> begin_;
};

}  // namespace burnglass
