// NameTable: the names of a profile's frames, numbered once for all answers. Name 0 is the root,
// name n + 1 is node n of a FrameTable by functions, so a row of the top table and the boxes of the
// flame graph have the same number.
//
// The exception are locations without lines. pprof counts all of a binary's as one row "[libc.so]",
// which as a flame graph would be a tower of equal boxes; so each of their addresses has a name of
// its own behind the nodes', "[libc.so] 0x7f31", and row() says in which row it is counted.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/frame_table.h"
#include "base/string_table.h"
#include "profile/names.h"
#include "profile/profile.h"

namespace burnglass {

using NameId = std::uint32_t;
inline constexpr NameId kRootName = 0;

// What locations show: location i has frames[begin[i]] .. frames[begin[i + 1] - 1], outermost
// function first, inlined ones after it.
struct NameFrames {
  std::vector<NameId> frames;
  std::vector<std::uint32_t> begin;

  std::span<const NameId> of(std::uint32_t location) const {
    return std::span(frames).subspan(begin[location], begin[location + 1] - begin[location]);
  }
};

// What a name stands for that is no function of the profile: it came with the frames of a query
// (analysis/own_frames.h).
struct AdoptedName {
  NodeInfo info = {};     // its texts are the NameTable's: word()
  StringId function = 0;  // the first function seen with it: whose code it is; 0: none
  bool label = false;     // a frame made of a label
  bool main = false;      // an address in the program itself
  bool package = false;   // a package that stands for its functions
};

class NameTable {
 public:
  explicit NameTable(const Profile& profile);

  const FrameTable& nodes() const { return nodes_; }
  std::size_t size() const { return names_.size(); }

  // pprof's printable name, for the root "root". Not necessarily UTF-8, and not necessarily unique:
  // pprof tells functions without a name apart by start line and prints them alike.
  std::string_view text(NameId name) const { return texts_[names_[name].text]; }

  // The same for people: where the text is a mangled C++ or Rust symbol, what pprof shows for it.
  std::string_view shown(NameId name) const { return texts_[names_[name].shown]; }

  // The name of its row in the top table: itself, for an address its binary.
  NameId row(NameId name) const { return names_[name].row; }

  // The first of the locations that have this name, if it is an address; otherwise kNone.
  std::uint32_t address_location(NameId name) const { return names_[name].location; }

  // Where the function is: of several functions with this name, the first one.
  std::string_view file(NameId name) const { return texts_[names_[name].file]; }
  // Its start line; where that is not known, the smallest line seen; 0: not known.
  std::uint32_t line(NameId name) const { return names_[name].line; }

  // Position in the order by text; equal texts share it.
  std::uint32_t rank(NameId name) const { return names_[name].rank; }

  // Of all locations with all their lines. None is empty.
  const NameFrames& frames() const { return frames_; }

  // A number for a package as for other nodes (NameAdopter); `function` is one of its own.
  NameId AdoptPackage(std::string_view package, std::string_view function);
  void RankAnew();
  // Null where the name is of the profile itself.
  const AdoptedName* adopted(NameId name) const {
    return name < own_size_ ? nullptr : &adopted_[name - own_size_];
  }
  StringId text_id(NameId name) const { return names_[name].text; }
  std::string_view word(StringId id) const { return texts_[id]; }

  // Of what a filter has left of the lines. Locations that never had one keep their address.
  NameFrames FramesOf(const Profile& profile, const LocationLines& lines) const;

 private:
  friend class NameTableBuilder;
  friend class NameAdopter;

  struct Name {
    StringId text = 0, shown = 0, file = 0;
    NameId row = 0;
    std::uint32_t rank = 0, line = 0, location = kNone;
  };

  void NoteOwnNodes();
  NameId Add(const AdoptedName& adopted, const Name& name);

  FrameTable nodes_;
  StringTable texts_;  // names and files; equal ones share a number
  std::vector<Name> names_;
  NameFrames frames_;
  std::size_t own_size_ = 0;  // names of the profile itself
  std::vector<AdoptedName> adopted_;
  std::unordered_map<NodeInfo, NameId, NodeInfoHash> of_node_;  // empty until one is adopted
};

// Gives nodes of another frame table names in a table of names: the known one where there is one.
// Such names stand behind all others, each its own row; RankAnew is called when all of a query have
// come. What is given must outlive it.
class NameAdopter {
 public:
  NameAdopter(NameTable& names, const FrameTable& frames) : names_(names), frames_(frames) {}

  NameId Adopt(std::uint32_t node, AdoptedName name, std::string_view function);

  // The node with the numbers that the table of names has for its texts.
  NodeInfo Translated(std::uint32_t node);

 private:
  StringId TextOf(StringId text);

  NameTable& names_;
  const FrameTable& frames_;
  std::vector<StringId> texts_;  // by the frame table's number; kNone: not looked up yet
};

// What pprof shows for the name of a function: a mangled C++ or Rust symbol demangled.
std::string ShownSymbol(std::string_view text);

// How the address of a location is called.
NameForms AddressForms(const Profile& profile, std::uint32_t location);

}  // namespace burnglass
