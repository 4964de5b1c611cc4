// Whose code the frames of profiles of one program are, and which function of a stack is to answer
// for what the stack costs: not the runtime's or the standard library's that happens to be on top,
// but the program's own nearest to it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/string_table.h"
#include "profile/names.h"
#include "profile/profile.h"

namespace burnglass {

// A frame of any of the profiles; its name is a number of OwnCode, the same in all of them.
struct StackFrame {
  StringId name = 0;
  std::int64_t line = 0;

  bool operator==(const StackFrame&) const = default;
};

class OwnCode {
 public:
  // Profiles of one program may tell different things of it: what most of them say holds. All that
  // are to count must be learnt before the first question.
  void Learn(const Profile& profile);

  // The number of a name that is none of a frame read here.
  StringId Number(std::string_view name) { return names_.Intern(name); }
  std::string_view text(StringId name) const { return names_[name]; }
  NameClass ClassOf(StringId name);
  bool IsOwn(StringId name) { return ClassOf(name) == NameClass::kOwn; }
  // Of Go's runtime or one of its ways to wait: sync, internal/sync, internal/poll, time.Sleep.
  bool IsWaiting(StringId name) { return ClassOf(name) == NameClass::kRuntime; }

  // A closure that is run by the function it is written in, and a function that does no more than
  // lock or unlock, stand for who called them, where this is an own one.
  bool StandsForCaller(StringId own, StringId caller);

  // Does no more than take a lock or give it back, as far as its name tells: "(*Account).acquire".
  bool OnlyLocks(StringId name) const;

  // Where in the stack the function is that answers for it: the own one nearest to the leaf, else
  // one of a dependency, else of the standard library, else the leaf. Who stands for their caller
  // does not answer. The stack must not be empty.
  std::size_t Responsible(std::span<const StackFrame> stack);

  // The next own frame towards the root; the stack's size when there is none.
  std::size_t NextOwn(std::span<const StackFrame> stack, std::size_t from);

 private:
  friend class StackReader;

  NameClass Classify(std::string_view name) const;

  StringTable names_;
  std::vector<std::int8_t> classes_;  // by name; -1: not known yet
  std::vector<std::int8_t> locks_;    // likewise: 1: named as who does no more than lock
  std::unordered_map<std::string, std::uint32_t> votes_;
  bool go_ = false;
  bool guessed_ = false;
  ModuleGuess guess_;
};

// Reads the stacks of one profile, which must outlive it, as the code must.
class StackReader {
 public:
  StackReader(OwnCode& code, const Profile& profile);

  // The frames of a sample, leaf first, inlined ones, too. Valid until the next call.
  std::span<const StackFrame> Read(std::size_t sample);

 private:
  StringId NameOfAddress(const Location& location);

  OwnCode& code_;
  const Profile& profile_;
  std::vector<StringId> numbers_;  // by function
  std::vector<StackFrame> frames_;
};

// Closures and the wrappers that Go makes for its go statements: "main.run.func1",
// "main.run.gowrap2" and "main.(*T).run-fm" are of "main.run" and "main.(*T).run". Others are of
// themselves.
std::string_view WithoutClosure(std::string_view name);

}  // namespace burnglass
