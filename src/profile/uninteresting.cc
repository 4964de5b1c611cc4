#include "profile/uninteresting.h"

#include <re2/re2.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "profile/without_arguments.h"

namespace burnglass {
namespace {

std::unique_ptr<re2::RE2> WholeName(std::string_view pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_encoding(re2::RE2::Options::EncodingUTF8);
  return std::make_unique<re2::RE2>("^(" + std::string(pattern) + ")$", options);
}

// Which functions, by index, are to be cut.
std::vector<bool> DroppedFunctions(const ProfileData& profile, const re2::RE2& drop,
                                   const re2::RE2* keep) {
  std::vector<bool> dropped(profile.functions.size());
  for (std::size_t i = 0; i < dropped.size(); ++i) {
    const std::string_view name = profile.strings[profile.functions[i].name];
    if (name.empty()) continue;
    const std::string_view plain = WithoutArguments(name);
    const re2::StringPiece piece(plain.data(), plain.size());
    dropped[i] =
        re2::RE2::PartialMatch(piece, drop) && !(keep && re2::RE2::PartialMatch(piece, *keep));
  }
  return dropped;
}

enum class Cut : std::uint8_t {
  kNothing,
  kBelow,  // its inner lines are gone, its outer ones end the stack
  kWhole,  // its outermost line is dropped: the location goes, too
};

// Shortens the lines of each location to those outside the outermost dropped one.
std::vector<Cut> CutLocations(ProfileData& profile, const std::vector<bool>& dropped) {
  std::vector<Cut> cuts(profile.locations.size(), Cut::kNothing);
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    Location& location = profile.locations[i];
    std::uint32_t kept_from = location.line_end;
    while (kept_from > location.line_begin && !dropped[profile.lines[kept_from - 1].function]) {
      --kept_from;
    }
    if (kept_from == location.line_begin) continue;
    if (kept_from == location.line_end) {
      cuts[i] = Cut::kWhole;  // the lines stay: the location may still stand at the root
    } else {
      cuts[i] = Cut::kBelow;
      location.line_begin = kept_from;
    }
  }
  return cuts;
}

// How many locations at the leaf end of the stack go away.
std::size_t LocationsToCut(std::span<const std::uint32_t> stack, const std::vector<Cut>& cuts) {
  bool seen_kept = false;
  for (std::size_t i = stack.size(); i-- > 0;) {
    const Cut cut = cuts[stack[i]];
    if (cut == Cut::kNothing) {
      seen_kept = true;
    } else if (seen_kept) {
      return cut == Cut::kWhole ? i + 1 : i;
    }
  }
  return 0;
}

void CutStacks(ProfileData& profile, const std::vector<Cut>& cuts) {
  std::uint32_t begin = 0;
  std::uint32_t written = 0;
  for (std::uint32_t& stack_end : profile.stack_ends) {
    const auto stack = std::span(profile.stacks).subspan(begin, stack_end - begin);
    for (const std::uint32_t location : stack.subspan(LocationsToCut(stack, cuts))) {
      profile.stacks[written++] = location;
    }
    begin = stack_end;
    stack_end = written;
  }
  profile.stacks.resize(written);
}

}  // namespace

void RemoveUninteresting(ProfileData& profile) {
  const std::string_view drop_pattern = profile.strings[profile.drop_frames];
  const std::string_view keep_pattern = profile.strings[profile.keep_frames];
  if (drop_pattern.empty()) return;
  const auto drop = WholeName(drop_pattern);
  const auto keep = keep_pattern.empty() ? nullptr : WholeName(keep_pattern);
  if (!drop->ok() || (keep && !keep->ok())) return;
  const std::vector<Cut> cuts = CutLocations(profile, DroppedFunctions(profile, *drop, keep.get()));
  SpreadStacks(profile);
  CutStacks(profile, cuts);
}

}  // namespace burnglass
