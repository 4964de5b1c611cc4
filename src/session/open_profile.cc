#include "session/open_profile.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "session/others.h"

namespace burnglass {

std::string Facts::SampleIndex(std::uint32_t type) const {
  if (type == default_sample_type) return {};
  const auto named = [&](const SampleTypeFacts& one) {
    return one.type == sample_types[type].type;
  };
  const bool unique = std::count_if(sample_types.begin(), sample_types.end(), named) == 1;
  return unique ? sample_types[type].type : std::to_string(type);
}

const SampleTypeFacts& OpenProfile::Type() const {
  return facts.sample_types[shown ? shown->sample_type : SampleTypeOf(query)];
}

std::uint32_t OpenProfile::SampleTypeOf(const Query& query) const {
  const std::string& wanted = query.sample_index;
  for (std::uint32_t i = 0; i < facts.sample_types.size(); ++i) {
    if (facts.sample_types[i].type == wanted) return i;
  }
  std::uint32_t index = 0;
  const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), index);
  const bool number = error == std::errc() && end == wanted.data() + wanted.size();
  return number && index < facts.sample_types.size() ? index : facts.default_sample_type;
}

std::optional<NameId> OpenProfile::Pivot() const {
  if (pivot.name) return pivot.name;
  const Top* totals = shown ? shown->totals.get() : nullptr;
  if (!totals || totals->size() == 0) return std::nullopt;
  constexpr std::uint8_t kOwn = 0;
  for (std::size_t row = 0; row < totals->size(); ++row) {
    const TopRow one = (*totals)[row];
    if (names.Class(one.name) == kOwn && one.flat > 0) return one.name;
  }
  return (*totals)[0].name;
}

const std::string& OpenProfile::Others() const {
  if (!others_made) others_made = OthersPattern(names);
  return *others_made;
}

std::string_view OpenProfile::SoughtOthers() const {
  return query.hide.empty() ? std::string_view() : Others();
}

std::string OpenProfile::Title() const {
  if (plan) return plan->name;
  if (!facts.program.empty()) return facts.program;
  std::string_view title = name;
  for (const std::string_view ending : {".gz", ".zst", ".pb", ".pprof", ".prof", ".txt"}) {
    if (title.size() > ending.size() && title.ends_with(ending)) {
      title.remove_suffix(ending.size());
    }
  }
  return std::string(title);
}

void SettleBoxes(ViewState& view, const Flame& flame) {
  for (Box* box : {&view.target, &view.hovered, &view.selected}) *box = flame.Settled(*box);
  for (ZoomStep& step : view.back) step.target = flame.Settled(step.target);
}

bool MayBeOfOneProgram(const OpenProfile& a, const OpenProfile& b) {
  return a.facts.program.empty() || b.facts.program.empty() || a.facts.program == b.facts.program;
}

}  // namespace burnglass
