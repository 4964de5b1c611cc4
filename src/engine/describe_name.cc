#include "engine/describe_name.h"

#include "analysis/own_frames.h"
#include "base/utf8.h"

namespace burnglass {
namespace {

// How what has no name in a binary is called: as an address is, without the address.
NameForms DescribeNameless(const Profile& profile, std::string_view binary) {
  const auto& mappings = profile.data().mappings;
  const bool main = !binary.empty() && profile.text(mappings.front().file) == binary;
  return DescribeAddress(RepairUtf8(binary), 0, main);
}

}  // namespace

NameForms DescribeNameOf(const OpenProfile& open, NameId name, const ModuleGuess& own) {
  const NameTable& names = open.names();
  if (names.adopted(name)) return DescribeAdopted(names, name, own).name;
  const Profile& profile = *open.profile();
  const std::uint32_t place = names.address_location(name);
  if (place != kNone) return AddressForms(profile, place);
  const NodeInfo& node = names.nodes().infos()[name - 1];
  if (node.name == 0) return DescribeNameless(profile, names.nodes().text(node.binary));
  return DescribeName(RepairUtf8(names.shown(name)), own);
}

}  // namespace burnglass
