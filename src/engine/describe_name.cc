#include "engine/describe_name.h"

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

NameForms NameDescriber::Of(NameId name) {
  const NameTable& names = open_.names();
  if (names.adopted(name)) return adopted_.Describe(name).name;
  const Profile& profile = *open_.profile();
  const std::uint32_t place = names.address_location(name);
  if (place != kNone) return AddressForms(profile, place);
  const NodeInfo& node = names.nodes().infos()[name - 1];
  if (node.name == 0) return DescribeNameless(profile, names.nodes().text(node.binary));
  return DescribeName(RepairUtf8(names.shown(name)), open_.own_module());
}

}  // namespace burnglass
