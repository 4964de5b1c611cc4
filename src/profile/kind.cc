#include "profile/kind.h"

#include <algorithm>
#include <array>
#include <optional>

#include "profile/sample_type.h"

namespace burnglass {
namespace {

bool HasType(const Profile& profile, std::string_view name) {
  const auto& types = profile.data().sample_types;
  return std::any_of(types.begin(), types.end(),
                     [&](const ValueType& type) { return profile.text(type.type) == name; });
}

bool IsCpu(const Profile& profile, std::string_view default_type) {
  const auto is_cpu = [](std::string_view name) { return name == "cpu" || name == "cpu-time"; };
  return is_cpu(default_type) || is_cpu(profile.text(profile.data().period_type.type));
}

bool IsHeap(const Profile& profile) {
  constexpr std::array kTypes = {"inuse_space", "inuse_objects", "alloc_space", "alloc_objects"};
  return std::any_of(kTypes.begin(), kTypes.end(),
                     [&](std::string_view name) { return HasType(profile, name); }) ||
         (HasType(profile, "objects") && HasType(profile, "space"));
}

// The function that the sample was taken in, "" where it is not known.
std::string_view LeafName(const Profile& profile, std::size_t sample) {
  const LocationTree& stacks = *profile.stacks();
  if (stacks.leaf[sample] == 0) return {};
  const std::uint32_t leaf = stacks.location[stacks.leaf[sample]];
  const auto lines = profile.lines(profile.data().locations[leaf]);
  if (lines.empty()) return {};
  return profile.text(profile.data().functions[lines[0].function].name);
}

// sync.(*Mutex).Unlock, sync.(*RWMutex).RUnlock, runtime.unlock2, runtime.unlockWithRank; and what
// Go counts when it could not see who it was.
bool Releases(std::string_view leaf) {
  const std::size_t dot = leaf.rfind('.');
  const std::string_view function = dot == leaf.npos ? leaf : leaf.substr(dot + 1);
  return function.starts_with("Unlock") || function.starts_with("unlock") ||
         function.starts_with("RUnlock") || function == "_LostContendedRuntimeLock";
}

// Both count contentions and their delay, but Go's mutex profile blames the function that gives
// the lock back, and its block profile the one that waits.
std::optional<std::string> KindByLeaves(const Profile& profile) {
  bool any = false;
  for (std::size_t i = 0; i < profile.sample_count(); ++i) {
    const std::string_view leaf = LeafName(profile, i);
    if (leaf.empty()) continue;
    if (!Releases(leaf)) return "block";
    any = true;
  }
  return any ? std::optional<std::string>("mutex") : std::nullopt;
}

std::string ContentionKind(const Profile& profile, std::string_view file_name) {
  if (auto kind = KindByLeaves(profile)) return *kind;
  const std::string_view base = file_name.substr(file_name.rfind('/') + 1);
  for (const char* kind : {"mutex", "block"}) {
    if (base.find(kind) != base.npos) return kind;
  }
  return "contention";
}

}  // namespace

std::string ProfileKind(const Profile& profile, std::string_view file_name) {
  if (profile.data().sample_types.empty()) return "profile";
  const ValueType& type = profile.data().sample_types[DefaultSampleType(profile)];
  const std::string_view name = profile.text(type.type);
  if (HasType(profile, "contentions") && HasType(profile, "delay")) {
    return ContentionKind(profile, file_name);
  }
  if (IsHeap(profile)) return "heap";
  if (IsCpu(profile, name)) return "cpu";
  return name.empty() ? "profile" : std::string(name);
}

}  // namespace burnglass
