#include "session/card.h"

#include <algorithm>

#include "base/table_cell.h"
#include "base/units.h"
#include "session/numbers.h"

namespace burnglass {
namespace {

using Profiles = std::vector<std::unique_ptr<OpenProfile>>;

const OpenProfile* FindProfile(const Profiles& profiles, ProfileId id) {
  for (const auto& profile : profiles) {
    if (profile->id == id) return profile.get();
  }
  return nullptr;
}

bool IsCount(std::string_view unit) {
  return !SameUnitFamily(unit, "nanoseconds") && !SameUnitFamily(unit, "bytes");
}

const Peek* PeekOf(const Card& card, ProfileId profile, std::uint32_t type) {
  const CardTile* tile = card.Find(profile, type);
  return tile && tile->peek ? &*tile->peek : nullptr;
}

// "35 waits, 3.6 ms each".
std::string Each(std::int64_t value, std::int64_t count, std::string_view unit,
                 std::string_view one, std::string_view many) {
  return CountText(count) + ' ' + std::string(count == 1 ? one : many) + ", " +
         ValueText(value / count, unit) + " each";
}

std::string Capital(std::string_view word) {
  std::string text(word);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

// Of one profile, after the words of its kind.
void SayAverages(const OpenProfile& profile, const Card& card, std::vector<std::string>& said) {
  const auto& types = profile.facts.sample_types;
  for (const Measure& measure : MeasuresOf(profile.facts)) {
    if (!measure.count) continue;
    const Peek* value = PeekOf(card, profile.id, measure.type);
    const Peek* count = PeekOf(card, profile.id, *measure.count);
    if (!value || !count || count->cum <= 0 || value->cum == 0) continue;
    const SampleTypeFacts& type = types[measure.type];
    if (SameUnitFamily(type.unit, "bytes")) {
      said.push_back(MeasureTitle(profile.facts.kind, type.type) + ": " +
                     Each(value->cum, count->cum, type.unit, "object", "objects") + ".");
    } else if (profile.facts.kind == "block" || profile.facts.kind == "mutex") {
      said.push_back(MeasureTitle(profile.facts.kind, type.type) + ": " +
                     Each(value->cum, count->cum, type.unit, "time", "times") + ".");
    }
  }
}

void SayWhatIsLeft(const OpenProfile& profile, const Card& card, std::vector<std::string>& said) {
  const Peek *allocated = nullptr, *in_use = nullptr;
  const auto& types = profile.facts.sample_types;
  std::string unit;
  for (std::uint32_t i = 0; i < types.size(); ++i) {
    if (types[i].type == "alloc_space") allocated = PeekOf(card, profile.id, i);
    if (types[i].type == "inuse_space") in_use = PeekOf(card, profile.id, i), unit = types[i].unit;
  }
  if (!allocated || !in_use || allocated->cum <= 0) return;
  said.push_back("Of " + ValueText(allocated->cum, unit) + " that it allocated " +
                 ValueText(in_use->cum, unit) +
                 " are still in use: " + PercentText(in_use->cum, allocated->cum) + ".");
}

}  // namespace

const CardTile* Card::Find(ProfileId profile, std::uint32_t sample_type) const {
  for (const CardTile& tile : tiles) {
    if (tile.profile == profile && tile.sample_type == sample_type) return &tile;
  }
  return nullptr;
}

std::vector<CardTile> TilesFor(const Profiles& profiles, std::string_view function) {
  std::vector<CardTile> tiles;
  for (const auto& profile : profiles) {
    if (profile->state != LoadState::kOpen || profile->Empty()) continue;
    const NameId name = profile->names.Find(function).value_or(0);
    if (name == 0) continue;
    for (std::uint32_t type = 0; type < profile->facts.sample_types.size(); ++type) {
      Query query = profile->query;
      query.sample_index = profile->facts.SampleIndex(type);
      tiles.push_back({profile->id, type, QueryText(query), name});
    }
  }
  return tiles;
}

std::vector<Measure> MeasuresOf(const Facts& facts) {
  const auto& types = facts.sample_types;
  std::vector<Measure> measures;
  for (std::uint32_t i = 0; i < types.size(); ++i) {
    const bool counts_next =
        IsCount(types[i].unit) && i + 1 < types.size() && !IsCount(types[i + 1].unit);
    if (counts_next) continue;
    const bool counted = !IsCount(types[i].unit) && i > 0 && IsCount(types[i - 1].unit);
    measures.push_back({i, counted ? std::optional(i - 1) : std::nullopt});
  }
  return measures;
}

std::string MeasureTitle(std::string_view kind, std::string_view type) {
  if (type == "cpu") return "CPU";
  if (type.starts_with("alloc_")) return "Allocated";
  if (type.starts_with("inuse_")) return "In use";
  if (kind == "mutex") return "Made others wait";
  if (kind == "block") return "Waited";
  if (type == "goroutine") return "Goroutines";
  if (type == "threadcreate") return "Threads created";
  return Capital(type);
}

std::vector<std::string> CardSentences(const Profiles& profiles, const Card& card) {
  std::vector<std::string> said;
  for (const auto& profile : profiles) {
    if (profile->state != LoadState::kOpen) continue;
    SayAverages(*profile, card, said);
    SayWhatIsLeft(*profile, card, said);
  }
  return said;
}

std::string CardMarkdown(const Profiles& profiles, const Card& card) {
  std::string text = "**" + MarkdownCell(card.function) +
                     "**\n\n| profile | type | flat | cum | of total |\n" +
                     "| --- | --- | ---: | ---: | ---: |\n";
  for (const CardTile& tile : card.tiles) {
    const OpenProfile* profile = FindProfile(profiles, tile.profile);
    if (!profile || !tile.peek) continue;
    const SampleTypeFacts& type = profile->facts.sample_types[tile.sample_type];
    for (const std::string& cell :
         {profile->name, type.type, ValueText(tile.peek->flat, type.unit),
          ValueText(tile.peek->cum, type.unit), PercentText(tile.peek->cum, tile.peek->total)}) {
      text += "| " + MarkdownCell(cell) + ' ';
    }
    text += "|\n";
  }
  return text;
}

}  // namespace burnglass
