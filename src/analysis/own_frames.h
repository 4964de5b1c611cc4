// Frames of a query's own: lines, files, functions with files or addresses, and frames made of
// labels. They have names that are not the profile's; a NameTable takes them in behind its own, so
// that one number is one name in all answers.
#pragma once

#include <unordered_map>

#include "analysis/name_table.h"
#include "analysis/select.h"

namespace burnglass {

// Whether the query shows anything but the functions of the profile's own locations.
bool HasOwnFrames(const Query& query);

// What the locations of the selection show. It has been made by SelectStacks of `profile` and this
// query; `names` are the profile's and grow by those they do not have.
NameFrames OwnFrames(const Selection& selection, const Query& query, const Profile& profile,
                     NameTable& names);

// How an adopted name is called. pprof begins with an address; here it stands last, so that every
// form begins with the function.
struct AdoptedForms {
  NameForms name;
  std::uint32_t filter_length = 0;  // bytes of the full form that filters look at
};

// Tells it of one name after the other: a function has many lines, and is looked at once.
class AdoptedNames {
 public:
  // Both must outlive it.
  AdoptedNames(const NameTable& names, const ModuleGuess& own) : names_(names), own_(own) {}

  // Of an adopted name.
  AdoptedForms Describe(NameId name);

 private:
  const NameForms& Function(StringId function);

  const NameTable& names_;
  const ModuleGuess& own_;
  std::unordered_map<StringId, NameForms> functions_;
};

}  // namespace burnglass
