#include "analysis/name_table.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

#include "base/utf8.h"
#include "profile/demangle.h"

namespace burnglass {
namespace {

// A line number as the table holds it; what no source file can have is not known.
std::uint32_t ToLine(std::int64_t line) {
  return line > 0 && line <= std::numeric_limits<std::uint32_t>::max()
             ? static_cast<std::uint32_t>(line)
             : 0;
}

// DemangleName is not asked about other names: it takes Go's brackets for C++'s.
bool IsMangled(std::string_view text) {
  return text.starts_with("_Z") || text.starts_with("__Z") || text.starts_with("_R");
}

}  // namespace

std::string ShownSymbol(std::string_view text) {
  return IsMangled(text) ? DemangleName(text) : std::string(text);
}

NameForms AddressForms(const Profile& profile, std::uint32_t location) {
  const ProfileData& data = profile.data();
  const Location& place = data.locations[location];
  if (place.mapping == kNone) return DescribeAddress("", place.address, false);
  const std::string file = RepairUtf8(profile.text(data.mappings[place.mapping].file));
  return DescribeAddress(file, place.address, place.mapping == 0);
}

class NameTableBuilder {
 public:
  NameTableBuilder(const Profile& profile, NameTable& table) : profile_(profile), table_(table) {}

  void Build() {
    Add("root");
    const auto nodes = static_cast<std::uint32_t>(table_.nodes_.infos().size());
    for (std::uint32_t i = 0; i < nodes; ++i) AddNode(i);
    table_.frames_.begin = table_.nodes_.begin();
    table_.frames_.frames.reserve(table_.nodes_.frames().size());
    const std::size_t locations = profile_.data().locations.size();
    for (std::uint32_t i = 0; i < locations; ++i) AddFrames(i);
    table_.own_size_ = table_.size();
    table_.RankAnew();
  }

 private:
  // Nodes by functions have nothing beside their name, if they have one.
  void AddNode(std::uint32_t node) {
    const std::string_view name = table_.nodes_.text(table_.nodes_.infos()[node].name);
    if (!name.empty()) {
      Add(name);
    } else {
      Add(table_.nodes_.PrintableName(node));
    }
  }

  void AddFrames(std::uint32_t index) {
    const Location& location = profile_.data().locations[index];
    const std::span<const Line> lines = profile_.lines(location);
    const std::span<const std::uint32_t> nodes = table_.nodes_.of(index);
    if (lines.empty()) {
      table_.frames_.frames.push_back(OfAddress(nodes.front() + 1, index));
      return;
    }
    for (std::size_t i = lines.size(); i-- > 0;) {
      const NameId name = nodes[i] + 1;
      NotePlace(name, lines[i]);
      table_.frames_.frames.push_back(name);
    }
  }

  NameId OfAddress(NameId row, std::uint32_t index) {
    const std::uint64_t address = profile_.data().locations[index].address;
    if (address == 0) return row;
    const auto [known, is_new] = of_address_.try_emplace({row, address}, kNone);
    if (is_new) {
      known->second = Add(AddressForms(profile_, index).forms.front());
      table_.names_.back().row = row;
      table_.names_.back().location = index;
    }
    return known->second;
  }

  NameId Add(std::string_view text) {
    const auto name = static_cast<NameId>(table_.names_.size());
    const StringId number = table_.texts_.Intern(text);
    const StringId shown = IsMangled(text) ? table_.texts_.Intern(DemangleName(text)) : number;
    table_.names_.push_back({.text = number, .shown = shown, .row = name});
    owner_.push_back(kNone);
    return name;
  }

  // The first function with this name says where it is; lines of others would be of other files.
  void NotePlace(NameId name, const Line& line) {
    const Function& function = profile_.data().functions[line.function];
    NameTable::Name& noted = table_.names_[name];
    if (owner_[name] == kNone) {
      owner_[name] = line.function;
      noted.file = table_.texts_.Intern(profile_.text(function.filename));
      noted.line = ToLine(function.start_line);
    }
    if (owner_[name] != line.function || ToLine(function.start_line) != 0) return;
    const std::uint32_t seen = ToLine(line.line);
    if (seen != 0 && (noted.line == 0 || seen < noted.line)) noted.line = seen;
  }

  const Profile& profile_;
  NameTable& table_;
  std::vector<std::uint32_t> owner_;  // by name: the function that says where it is
  std::map<std::pair<NameId, std::uint64_t>, NameId> of_address_;
};

NameTable::NameTable(const Profile& profile) : nodes_(profile, AllLines(profile)) {
  NameTableBuilder(profile, *this).Build();
}

void NameTable::RankAnew() {
  std::vector<NameId> order(size());
  std::iota(order.begin(), order.end(), NameId{0});
  std::sort(order.begin(), order.end(), [&](NameId a, NameId b) { return text(a) < text(b); });
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    const bool same = i > 0 && names_[order[i]].text == names_[order[i - 1]].text;
    names_[order[i]].rank = same ? rank(order[i - 1]) : i;
  }
}

void NameTable::NoteOwnNodes() {
  NameAdopter own(*this, nodes_);
  of_node_.reserve(nodes_.infos().size());
  for (std::uint32_t i = 0; i < nodes_.infos().size(); ++i) {
    of_node_.emplace(own.Translated(i), NameId{i + 1});
  }
}

StringId NameAdopter::TextOf(StringId text) {
  if (text >= texts_.size()) texts_.resize(std::size_t{text} + 1, kNone);
  if (texts_[text] == kNone) texts_[text] = names_.texts_.Intern(frames_.text(text));
  return texts_[text];
}

NodeInfo NameAdopter::Translated(std::uint32_t node) {
  NodeInfo info = frames_.infos()[node];
  info.name = TextOf(info.name);
  info.file = TextOf(info.file);
  info.binary = TextOf(info.binary);
  return info;
}

NameId NameAdopter::Adopt(std::uint32_t node, AdoptedName name, std::string_view function) {
  if (names_.of_node_.empty()) names_.NoteOwnNodes();
  name.info = Translated(node);
  const auto number = static_cast<NameId>(names_.size());
  const auto [known, is_new] = names_.of_node_.try_emplace(name.info, number);
  if (!is_new) return known->second;
  const NodeInfo& info = frames_.infos()[node];
  const std::string_view symbol = frames_.text(info.name);
  StringTable& texts = names_.texts_;
  name.function = function == symbol ? name.info.name : texts.Intern(function);
  NameTable::Name added{.text = texts.Intern(frames_.PrintableName(node)), .row = number};
  added.shown = added.text;
  if (IsMangled(symbol)) {
    added.shown = texts.Intern(PrintableParts(info, DemangleName(symbol), frames_.text(info.file),
                                              frames_.text(info.binary), " "));
  }
  added.file = name.info.file;
  added.line = ToLine(name.info.line);
  return names_.Add(name, added);
}

// No function is like a package: it begins in no line.
NameId NameTable::AdoptPackage(std::string_view package, std::string_view function) {
  if (of_node_.empty()) NoteOwnNodes();
  AdoptedName name{.package = true};
  name.info = {.name = texts_.Intern(package), .start_line = -1};
  const auto [known, is_new] = of_node_.try_emplace(name.info, static_cast<NameId>(size()));
  if (!is_new) return known->second;
  name.function = texts_.Intern(function);
  return Add(name, {.text = name.info.name, .shown = name.info.name, .row = known->second});
}

NameId NameTable::Add(const AdoptedName& adopted, const Name& name) {
  names_.push_back(name);
  adopted_.push_back(adopted);
  return name.row;
}

NameFrames NameTable::FramesOf(const Profile& profile, const LocationLines& lines) const {
  NameFrames left;
  const auto& locations = profile.data().locations;
  left.begin.reserve(locations.size() + 1);
  for (std::uint32_t i = 0; i < locations.size(); ++i) {
    left.begin.push_back(static_cast<std::uint32_t>(left.frames.size()));
    const std::uint32_t begin = frames_.begin[i];
    const std::uint32_t outermost = locations[i].line_end - 1;
    if (locations[i].line_begin == locations[i].line_end)
      left.frames.push_back(frames_.frames[begin]);
    const auto kept = lines.of(i);
    for (std::size_t line = kept.size(); line-- > 0;) {
      left.frames.push_back(frames_.frames[begin + outermost - kept[line]]);
    }
  }
  left.begin.push_back(static_cast<std::uint32_t>(left.frames.size()));
  return left;
}

}  // namespace burnglass
