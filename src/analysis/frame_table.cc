#include "analysis/frame_table.h"

#include <cinttypes>
#include <cstdio>
#include <unordered_map>

#include "analysis/trim_path.h"
#include "base/hash.h"
#include "base/path.h"

namespace burnglass {
namespace {

struct Parts {
  bool name = false, file = false, line = false, column = false, address = false;
};

Parts PartsOf(const FrameOptions& options) {
  const std::string_view granularity = options.granularity;
  if (granularity == "addresses") {
    return {true, true, true, options.all_inlines || options.columns, true};
  }
  if (granularity == "lines") return {true, true, true, options.columns, false};
  if (granularity == "files") return {false, true, false, false, false};
  if (granularity == "filefunctions") return {true, true, false, false, false};
  return {true, false, false, false, false};
}

}  // namespace

std::size_t NodeInfoHash::operator()(const NodeInfo& info) const {
  std::uint64_t hash = HashNumber(std::uint64_t{info.name} << 32 | info.file);
  hash = HashNumber(info.address ^ std::uint64_t{info.binary} << 32, hash);
  hash = HashNumber(static_cast<std::uint64_t>(info.line), hash);
  hash = HashNumber(static_cast<std::uint64_t>(info.column), hash);
  return HashNumber(static_cast<std::uint64_t>(info.start_line), hash);
}

FrameOptions FrameOptionsOf(const Query& query) {
  return {.granularity = query.granularity,
          .all_inlines = !query.noinlines,
          .columns = query.showcolumns};
}

class FrameTable::Builder {
 public:
  Builder(const Profile& profile, const LocationLines& lines, const FrameOptions& options,
          FrameTable& table)
      : profile_(profile),
        lines_(lines),
        options_(options),
        parts_(PartsOf(options)),
        table_(table) {}

  void Run() {
    const ProfileData& data = profile_.data();
    for (const Function& function : data.functions) functions_.push_back(Describe(function));
    for (const Mapping& mapping : data.mappings) {
      binaries_.push_back(table_.texts_.Intern(profile_.text(mapping.file)));
    }
    for (const Location& location : data.locations) NumberAll(location);
    for (std::uint32_t i = 0; i < data.locations.size(); ++i) {
      const Location& location = data.locations[i];
      table_.begin_.push_back(static_cast<std::uint32_t>(table_.frames_.size()));
      const auto lines = lines_.of(i);
      if (lines.empty()) table_.frames_.push_back(NodeWithoutLine(location));
      for (const std::uint32_t line : lines) table_.frames_.push_back(NodeOf(location, line));
    }
    table_.begin_.push_back(static_cast<std::uint32_t>(table_.frames_.size()));
  }

 private:
  // What the location has before any filter; nodes that only a filter makes come behind.
  void NumberAll(const Location& location) {
    if (location.line_begin == location.line_end) NodeWithoutLine(location);
    for (std::uint32_t line = location.line_begin; line < location.line_end; ++line) {
      NodeOf(location, line);
    }
  }

  NodeInfo Describe(const Function& function) {
    NodeInfo info{.start_line = function.start_line};
    if (parts_.name) info.name = table_.texts_.Intern(profile_.text(function.name));
    if (parts_.file) info.file = File(function.filename);
    return info;
  }

  // The functions of one file follow each other, mostly.
  StringId File(StringId path) {
    if (path == last_path_) return last_file_;
    const std::string_view file =
        TrimPath(profile_.text(path), options_.trim_path, options_.source_path);
    last_path_ = path;
    last_file_ = file.empty() ? 0 : table_.texts_.Intern(CleanPath(file));
    return last_file_;
  }

  StringId BinaryOf(const Location& location) const {
    return location.mapping == kNone ? 0 : binaries_[location.mapping];
  }
  std::uint64_t AddressOf(const Location& location) const {
    return parts_.address ? location.address : 0;
  }

  std::uint32_t NodeWithoutLine(const Location& location) {
    return Number({.binary = BinaryOf(location), .address = AddressOf(location)});
  }

  std::uint32_t NodeOf(const Location& location, std::uint32_t id) {
    const Line& line = profile_.data().lines[id];
    NodeInfo info = functions_[line.function];
    info.address = AddressOf(location);
    if (parts_.line) info.line = line.line;
    if (parts_.line && parts_.column) info.column = line.column;
    if (options_.binaries || info.name == 0) {
      info.binary = BinaryOf(location);
    } else {
      info.start_line = 0;
    }
    return Number(info);
  }

  std::uint32_t Number(const NodeInfo& info) {
    const auto [place, is_new] =
        numbers_.try_emplace(info, static_cast<std::uint32_t>(table_.infos_.size()));
    if (is_new) table_.infos_.push_back(info);
    return place->second;
  }

  const Profile& profile_;
  const LocationLines& lines_;
  const FrameOptions& options_;
  const Parts parts_;
  FrameTable& table_;
  StringId last_path_ = 0, last_file_ = 0;
  std::vector<NodeInfo> functions_;  // what all lines of a function share
  std::vector<StringId> binaries_;
  std::unordered_map<NodeInfo, std::uint32_t, NodeInfoHash> numbers_;
};

FrameTable::FrameTable(const Profile& profile, const LocationLines& lines,
                       const FrameOptions& options) {
  Builder(profile, lines, options, *this).Run();
}

std::string PrintableParts(const NodeInfo& info, std::string_view name, std::string_view file,
                           std::string_view binary, std::string_view between) {
  std::string text;
  const auto add = [&](std::string_view part) {
    if (!text.empty()) text += between;
    text += part;
  };
  if (info.address != 0) {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016" PRIx64, info.address);
    add(digits);
  }
  if (!name.empty()) add(name);
  if (info.line != 0) {
    add(std::string(file) + ":" + std::to_string(info.line));
    if (info.column != 0) text += ":" + std::to_string(info.column);
  } else if (!file.empty()) {
    add(file);
  } else if (name.empty()) {
    add(binary.empty() ? "<unknown>" : "[" + std::string(BaseName(binary)) + "]");
  }
  return text;
}

std::string FrameTable::PrintableName(std::uint32_t node) const {
  const NodeInfo& info = infos_[node];
  return PrintableParts(info, texts_[info.name], texts_[info.file], texts_[info.binary], " ");
}

std::string FrameTable::FullText(std::uint32_t node) const {
  const NodeInfo& info = infos_[node];
  std::string text = "{";
  text += texts_[info.name];
  text += "  " + std::to_string(info.address) + " ";
  text += texts_[info.file];
  for (const std::int64_t number : {info.start_line, info.line, info.column}) {
    text += " " + std::to_string(number);
  }
  text += " ";
  text += texts_[info.binary];
  return text + "}";
}

}  // namespace burnglass
