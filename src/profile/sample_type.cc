#include "profile/sample_type.h"

#include <charconv>
#include <optional>
#include <string>

namespace burnglass {
namespace {

// A whole number as strconv.Atoi takes it: a sign and digits, nothing else.
std::optional<std::int64_t> WholeNumber(std::string_view text) {
  if (text.starts_with('+')) {
    text.remove_prefix(1);
    if (text.starts_with('-')) return std::nullopt;
  }
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string TypeList(const Profile& profile) {
  std::string list;
  for (const ValueType& type : profile.data().sample_types) {
    if (!list.empty()) list += ", ";
    list += profile.text(type.type);
  }
  return list;
}

std::optional<std::uint32_t> FindByName(const Profile& profile, std::string_view name) {
  const auto& types = profile.data().sample_types;
  for (std::uint32_t i = 0; i < types.size(); ++i) {
    if (profile.text(types[i].type) == name) return i;
  }
  return std::nullopt;
}

}  // namespace

std::uint32_t DefaultSampleType(const Profile& profile) {
  const std::string_view named = profile.text(profile.data().default_sample_type);
  const auto last = static_cast<std::uint32_t>(profile.data().sample_types.size() - 1);
  return named.empty() ? last : FindByName(profile, named).value_or(last);
}

Result<std::uint32_t> FindSampleType(const Profile& profile, std::string_view wanted) {
  const std::size_t count = profile.data().sample_types.size();
  if (count == 0) return Error{"the profile has no sample types, so it has no values to show"};
  if (wanted.empty()) return DefaultSampleType(profile);
  if (const auto index = WholeNumber(wanted)) {
    if (*index >= 0 && static_cast<std::uint64_t>(*index) < count) {
      return static_cast<std::uint32_t>(*index);
    }
    return Error{"sample_index " + std::string(wanted) + " is outside the range 0 to " +
                 std::to_string(count - 1) + " (" + TypeList(profile) + ")"};
  }
  // Older profiles say "space" where the option is called "inuse_space". The first type that
  // answers to either name is meant.
  constexpr std::string_view kInuse = "inuse_";
  const std::string_view short_name =
      wanted.starts_with(kInuse) ? wanted.substr(kInuse.size()) : wanted;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string_view name = profile.text(profile.data().sample_types[i].type);
    if (name == wanted || name == short_name) return i;
  }
  return Error{"sample_index \"" + std::string(wanted) +
               "\" is none of the profile's sample types: " + TypeList(profile)};
}

}  // namespace burnglass
