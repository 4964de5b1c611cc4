#include "analysis/own_frames.h"

#include <array>
#include <cinttypes>
#include <cstdio>

#include "base/path.h"
#include "base/utf8.h"

namespace burnglass {
namespace {

bool ByFunctions(const Query& query) {
  return query.granularity.empty() || query.granularity == "functions";
}

class Adopter {
 public:
  Adopter(const Selection& selection, const Query& query, const Profile& profile, NameTable& names)
      : selection_(selection),
        addresses_(query.granularity == "addresses"),
        own_locations_(profile.data().locations.size()),
        names_(names),
        table_(*selection.profile, *selection.lines, FrameOptionsOf(query)),
        adopter_(names, table_),
        number_(table_.infos().size(), kNone) {
    if (ByFunctions(query)) {
      frames_ = names.FramesOf(profile, *selection.lines);
    } else {
      frames_.begin = {0};
    }
  }

  NameFrames Run() {
    const std::size_t locations = selection_.profile->data().locations.size();
    for (std::size_t i = frames_.begin.size() - 1; i < locations; ++i) {
      AddLocation(static_cast<std::uint32_t>(i));
      frames_.begin.push_back(static_cast<std::uint32_t>(frames_.frames.size()));
    }
    names_.RankAnew();
    return std::move(frames_);
  }

 private:
  void AddLocation(std::uint32_t index) {
    const Location& location = selection_.profile->data().locations[index];
    const auto lines = selection_.lines->of(index);
    const auto nodes = table_.of(index);
    if (location.line_begin != location.line_end) {
      for (std::size_t k = lines.size(); k-- > 0;) AddLine(index, nodes[k], lines[k]);
    } else if (addresses_) {
      AddNode(nodes.front(), {.main = location.mapping == 0}, "");
    } else {
      // As by functions: a box for each address, all counted in one row.
      frames_.frames.push_back(names_.frames().of(index).front());
    }
  }

  void AddLine(std::uint32_t location, std::uint32_t node, std::uint32_t line) {
    const ProfileData& data = selection_.profile->data();
    const StringId function = data.functions[data.lines[line].function].name;
    AddNode(node, {.label = location >= own_locations_}, selection_.profile->text(function));
  }

  void AddNode(std::uint32_t node, const AdoptedName& name, std::string_view function) {
    if (number_[node] == kNone) number_[node] = adopter_.Adopt(node, name, function);
    frames_.frames.push_back(number_[node]);
  }

  const Selection& selection_;
  const bool addresses_;
  const std::size_t own_locations_;
  NameTable& names_;
  const FrameTable table_;
  NameAdopter adopter_;
  NameFrames frames_;
  std::vector<NameId> number_;  // by node
};

std::string PlaceText(const NodeInfo& info, std::string_view file) {
  std::string place(file);
  if (info.line != 0) place += ':' + std::to_string(info.line);
  if (info.line != 0 && info.column != 0) place += ':' + std::to_string(info.column);
  return place;
}

AdoptedForms DescribeFile(const std::string& file, NameClass name_class) {
  AdoptedForms described;
  NameForms& name = described.name;
  name.forms = {file};
  name.name_class = name_class;
  const std::size_t slash = file.rfind('/');
  described.filter_length = static_cast<std::uint32_t>(file.size());
  if (slash == file.npos || slash == 0) return described;
  name.package_length = static_cast<std::uint32_t>(slash);
  const std::size_t before = file.rfind('/', slash - 1);
  if (before != file.npos && before > 0) name.forms.push_back(file.substr(before + 1));
  name.forms.push_back(file.substr(slash + 1));
  return described;
}

AdoptedForms DescribePlace(const NodeInfo& info, const NameForms& function,
                           const std::string& file) {
  AdoptedForms described;
  const std::vector<std::string>& functions = function.forms;
  described.filter_length = static_cast<std::uint32_t>(functions[0].size());
  NameForms name{{functions[0]}, function.package_length, function.name_class};
  if (const std::string place = PlaceText(info, file); !place.empty()) {
    name.forms[0] += " " + place;
    const std::string near = PlaceText(info, BaseName(file));
    for (std::size_t i = functions.size() > 1 ? 1 : 0; i < functions.size(); ++i) {
      name.forms.push_back(functions[i] + " " + near);
    }
    name.forms.push_back(functions.back());
  }
  if (info.address != 0) {
    std::array<char, 24> digits;
    std::snprintf(digits.data(), digits.size(), " %016" PRIx64, info.address);
    name.forms[0] += digits.data();
  }
  described.name = std::move(name);
  return described;
}

}  // namespace

bool HasOwnFrames(const Query& query) {
  return !ByFunctions(query) || !query.tagroot.empty() || !query.tagleaf.empty();
}

NameFrames OwnFrames(const Selection& selection, const Query& query, const Profile& profile,
                     NameTable& names) {
  return Adopter(selection, query, profile, names).Run();
}

const NameForms& AdoptedNames::Function(StringId function) {
  const auto [at, is_new] = functions_.try_emplace(function);
  if (is_new) {
    at->second = DescribeName(RepairUtf8(ShownSymbol(names_.word(function))), own_);
  }
  return at->second;
}

AdoptedForms AdoptedNames::Describe(NameId name) {
  const AdoptedName& adopted = *names_.adopted(name);
  const NodeInfo& info = adopted.info;
  const std::string file = RepairUtf8(names_.word(info.file));
  if (adopted.label) {
    const std::string text = RepairUtf8(names_.text(name));
    return {{{text}, 0, NameClass::kRoot}, static_cast<std::uint32_t>(text.size())};
  }
  if (adopted.package) {
    const std::string text = RepairUtf8(names_.text(name));
    const auto length = static_cast<std::uint32_t>(text.size());
    NameForms forms{{text}, length, Function(adopted.function).name_class};
    if (const std::size_t slash = text.rfind('/'); slash != text.npos) {
      forms.forms.push_back(text.substr(slash + 1));
    }
    return {std::move(forms), length};
  }
  if (info.name != 0) return DescribePlace(info, Function(info.name), file);
  if (info.file != 0) {
    const NameClass name_class = Function(adopted.function).name_class;
    return info.line == 0 && info.address == 0
               ? DescribeFile(file, name_class)
               : DescribePlace({.address = info.address}, {{PlaceText(info, file)}, 0, name_class},
                               "");
  }
  AdoptedForms address{
      DescribeAddress(RepairUtf8(names_.word(info.binary)), info.address, adopted.main)};
  address.filter_length = static_cast<std::uint32_t>(address.name.forms[0].size());
  return address;
}

}  // namespace burnglass
