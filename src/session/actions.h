// Actions: all that can be done, by name: the lines of the palette.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "session/command.h"
#include "session/session.h"

namespace burnglass {

enum class ActionKind : std::uint8_t { kVerb, kView, kFilter, kSampleType, kProfile, kFunction };

struct Action {
  ActionKind kind = ActionKind::kVerb;
  Command command;
  std::string label;
  std::string detail = {};              // quieter, behind the label
  std::string caps = {};                // its key
  std::vector<std::uint32_t> hit = {};  // bytes of the label that the text met
};

// What the text finds, the best first: actions of the key table, filters, sample types, open
// profiles and, from two letters on, functions of the active profile. An empty text finds all but
// the functions. Letters are found together first, then scattered; capitals do not matter.
std::vector<Action> FindActions(const Session& session, std::string_view text);

}  // namespace burnglass
