// A speedscope file as it is, before it is looked at as a whole.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_table.h"
#include "formats/named_frames.h"

namespace burnglass {

// A number without loss: large whole ones are exact, and so are small ones with a fraction.
struct JsonNumber {
  std::int64_t whole = 0;
  double fraction = 0;  // from 0 to less than 1, added to `whole`
};

struct SpeedscopeEvent {
  bool opens = false;
  std::uint32_t frame = 0;
  JsonNumber at;
};

struct SpeedscopeProfile {
  std::string type, name, unit;
  JsonNumber start, end;
  // Of a sampled one: stack i has the frames stacks[stack_ends[i-1] .. stack_ends[i]), the root
  // first.
  std::vector<std::uint32_t> stacks, stack_ends;
  std::vector<JsonNumber> weights;
  std::vector<SpeedscopeEvent> events;  // of an evented one
};

struct SpeedscopeFile {
  bool says_so = false;     // its $schema is speedscope's
  bool has_frames = false;  // there is a list of shared frames, be it empty
  bool has_profiles = false;
  std::string name;
  std::uint32_t active = 0;
  StringTable strings;
  std::vector<NamedFrame> frames;
  std::vector<SpeedscopeProfile> profiles;
  std::string error;  // what is wrong with the JSON, or with a value in it; empty: nothing

  bool IsSpeedscope() const { return says_so || (has_frames && has_profiles); }
};

// Reads as far as it goes; frames that are named are not looked up yet. What is not of this format
// is passed over.
SpeedscopeFile ParseSpeedscope(std::string_view json);

}  // namespace burnglass
