// Card: one function in every sample type of every open profile that has it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "session/open_profile.h"

namespace burnglass {

struct CardTile {
  ProfileId profile = 0;
  std::uint32_t sample_type = 0;  // index in the profile's facts
  std::string query = {};         // what is asked of the profile: its filters, with this type
  NameId name = 0;                // the function's number there
  std::optional<Peek> peek = {};  // once it is answered
};

struct Card {
  std::string function = {};         // its full name; empty: there is no card
  std::vector<CardTile> tiles = {};  // in the order of the tabs, types in the profile's order

  const CardTile* Find(ProfileId profile, std::uint32_t sample_type) const;
};

// The tiles that a function has, without answers. Profiles where no name is just this have none.
std::vector<CardTile> TilesFor(const std::vector<std::unique_ptr<OpenProfile>>& profiles,
                               std::string_view function);

// Something measured, and what counts it: alloc_space with alloc_objects, delay with contentions.
// What is counted alone stands for itself.
struct Measure {
  std::uint32_t type = 0;
  std::optional<std::uint32_t> count = {};
};

std::vector<Measure> MeasuresOf(const Facts& facts);

// What a measure is to a person: "CPU", "Allocated", "Made others wait".
std::string MeasureTitle(std::string_view kind, std::string_view type);

// What the tiles say together: average sizes and waits, how much of what was allocated is left.
std::vector<std::string> CardSentences(const std::vector<std::unique_ptr<OpenProfile>>& profiles,
                                       const Card& card);

// A table of all tiles that are answered, for a ticket or a chat.
std::string CardMarkdown(const std::vector<std::unique_ptr<OpenProfile>>& profiles,
                         const Card& card);

}  // namespace burnglass
