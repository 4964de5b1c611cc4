#include "analysis/own_code.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace burnglass {
namespace {

// Packages by which Go's programs wait: who calls them is of interest, not they.
bool IsWayToWait(std::string_view name) {
  constexpr std::array<std::string_view, 5> kPackages = {
      "sync.", "internal/sync.", "internal/poll.", "sync/atomic.", "internal/synctest."};
  return name == "time.Sleep" ||
         std::any_of(kPackages.begin(), kPackages.end(),
                     [&](std::string_view package) { return name.starts_with(package); });
}

// "func12", "gowrap3", "1": the last part of a closure's name.
bool IsClosurePart(std::string_view part) {
  for (const std::string_view word : {"func", "gowrap", "deferwrap", "range"}) {
    if (part.starts_with(word)) part.remove_prefix(word.size());
  }
  return !part.empty() && std::all_of(part.begin(), part.end(), IsDigit);
}

// Functions that are called after what they do to a lock do nothing else.
bool IsNamedAsLock(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  std::string last(dot == name.npos ? name : name.substr(dot + 1));
  std::transform(last.begin(), last.end(), last.begin(), Lower);
  constexpr std::array<std::string_view, 10> kNames = {"lock",     "unlock",  "rlock",   "runlock",
                                                       "wlock",    "wunlock", "acquire", "release",
                                                       "withlock", "locked"};
  return std::find(kNames.begin(), kNames.end(), last) != kNames.end();
}

}  // namespace

std::string_view WithoutClosure(std::string_view name) {
  if (name.ends_with("-fm")) return name.substr(0, name.size() - 3);
  while (true) {
    const std::size_t dot = name.rfind('.');
    if (dot == name.npos || !IsClosurePart(name.substr(dot + 1))) return name;
    name = name.substr(0, dot);
  }
}

void OwnCode::Learn(const Profile& profile) {
  const ModuleGuess guess = GuessOwnModule(profile);
  go_ = go_ || guess.go;
  if (!guess.module.empty()) ++votes_[guess.module];
}

NameClass OwnCode::Classify(std::string_view name) const {
  if (guess_.go && IsWayToWait(name)) return NameClass::kRuntime;
  return DescribeName(name, guess_).name_class;
}

NameClass OwnCode::ClassOf(StringId name) {
  if (!guessed_) {
    guessed_ = true;
    guess_.go = go_;
    std::uint32_t most = 0;
    for (const auto& [module, votes] : votes_) {
      if (votes < most || (votes == most && module > guess_.module)) continue;
      most = votes;
      guess_.module = module;
    }
  }
  if (name >= classes_.size()) classes_.resize(names_.size(), -1);
  if (classes_[name] < 0) {
    classes_[name] = static_cast<std::int8_t>(Classify(std::string(names_[name])));
  }
  return static_cast<NameClass>(classes_[name]);
}

StackReader::StackReader(OwnCode& code, const Profile& profile) : code_(code), profile_(profile) {
  for (const Function& one : profile.data().functions) {
    const StringId name = one.name != 0 ? one.name : one.system_name;
    numbers_.push_back(code.names_.Intern(profile.text(name)));
  }
}

StringId StackReader::NameOfAddress(const Location& location) {
  const auto& mappings = profile_.data().mappings;
  std::string_view file;
  if (location.mapping != kNone) file = profile_.text(mappings[location.mapping].file);
  const NameForms forms = DescribeAddress(file, location.address, location.mapping == 0);
  const StringId name = code_.names_.Intern(forms.forms[0]);
  if (name >= code_.classes_.size()) code_.classes_.resize(code_.names_.size(), -1);
  code_.classes_[name] = static_cast<std::int8_t>(forms.name_class);
  return name;
}

std::span<const StackFrame> StackReader::Read(std::size_t sample) {
  frames_.clear();
  for (const std::uint32_t place : profile_.stack(sample)) {
    const Location& location = profile_.data().locations[place];
    const std::span<const Line> lines = profile_.lines(location);
    if (lines.empty()) frames_.push_back({NameOfAddress(location), 0});
    for (const Line& line : lines) frames_.push_back({numbers_[line.function], line.line});
  }
  return frames_;
}

bool OwnCode::OnlyLocks(StringId name) const { return IsNamedAsLock(text(name)); }

bool OwnCode::StandsForCaller(StringId own, StringId caller) {
  if (own >= locks_.size()) locks_.resize(names_.size(), -1);
  if (locks_[own] < 0) locks_[own] = OnlyLocks(own) ? 1 : 0;
  if (locks_[own] == 1) return true;
  const std::string_view name = text(own), outer = text(caller);
  return name.size() > outer.size() && name.starts_with(outer) &&
         WithoutClosure(name) == WithoutClosure(outer);
}

std::size_t OwnCode::NextOwn(std::span<const StackFrame> stack, std::size_t from) {
  while (from < stack.size() && !IsOwn(stack[from].name)) ++from;
  return from;
}

std::size_t OwnCode::Responsible(std::span<const StackFrame> stack) {
  std::size_t at = NextOwn(stack, 0);
  if (at == stack.size()) {
    for (const NameClass one : {NameClass::kDependency, NameClass::kStandard}) {
      for (std::size_t i = 0; i < stack.size(); ++i) {
        if (ClassOf(stack[i].name) == one) return i;
      }
    }
    return 0;
  }
  while (true) {
    const std::size_t outer = NextOwn(stack, at + 1);
    if (outer == stack.size()) return at;
    if (!StandsForCaller(stack[at].name, stack[outer].name)) return at;
    at = outer;
  }
}

}  // namespace burnglass
