#include "profile/redact.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

#include "base/path.h"
#include "profile/demangle.h"
#include "profile/uninteresting.h"

namespace burnglass {
namespace {

constexpr std::size_t kFileLetters = 10, kMappingLetters = 8;

// Sample types and units of Go's and other common profilers. Others may name what a company counts.
constexpr std::string_view kEverybodysTypes[] = {
    "alloc_objects", "alloc_samples", "alloc_size", "alloc_space", "allocations",   "block",
    "bytes",         "contentions",   "count",      "cpu",         "cpu-time",      "cycles",
    "delay",         "events",        "exceptions", "goroutine",   "goroutineleak", "goroutines",
    "heap",          "inuse_objects", "inuse_size", "inuse_space", "itimer",        "lock",
    "microseconds",  "milliseconds",  "mutex",      "nanoseconds", "objects",       "samples",
    "seconds",       "size",          "space",      "thread",      "threadcreate",  "threads",
    "time",          "wall",          "wall-time",  "weight"};

class Redaction {
 public:
  Redaction(ProfileData data, const NameRules& rules, ModuleGuess own)
      : from_(std::move(data)), names_(rules, std::move(own)) {}

  Redacted Run() {
    TakeTypes();
    TakeFunctions();
    TakeLocations();
    TakeSamples();
    result_.comments = from_.comments.size();
    return std::move(result_);
  }

 private:
  std::string_view text(StringId id) const { return from_.strings[id]; }
  StringId Intern(std::string_view words) { return to_.strings.Intern(words); }

  StringId Type(StringId id) {
    const bool known =
        std::binary_search(std::begin(kEverybodysTypes), std::end(kEverybodysTypes), text(id));
    if (id == 0 || known) return Intern(text(id));
    return Intern(names_.tokens().Of('v', text(id), kMappingLetters));
  }
  ValueType Type(const ValueType& type) { return {Type(type.type), Type(type.unit)}; }

  void TakeTypes() {
    for (const ValueType& type : from_.sample_types) to_.sample_types.push_back(Type(type));
    to_.default_sample_type = Type(from_.default_sample_type);
    to_.period_type = Type(from_.period_type);
    to_.period = from_.period;
    to_.time_nanos = from_.time_nanos;
    to_.duration_nanos = from_.duration_nanos;
    to_.values = from_.values;
  }

  void TakeFunctions() {
    FindFiles();
    std::unordered_set<StringId> kept, hidden;
    for (const Function& function : from_.functions) {
      const std::string_view name = text(function.name);
      if (!name.empty()) (names_.Keeps(name) ? kept : hidden).insert(function.name);
      const StringId given = Intern(names_.Name(name));
      const StringId file = function.filename == 0 ? 0 : Intern(files_[Path(function)]);
      to_.functions.push_back({to_.functions.size() + 1, given, given, file, function.start_line});
    }
    result_.names_kept = kept.size();
    result_.names_hidden = hidden.size();
    to_.lines = from_.lines;
  }

  std::string Path(const Function& function) const { return CleanPath(text(function.filename)); }

  // A file is told by its package where all of its functions keep their names and no other file
  // would be told alike.
  void FindFiles() {
    std::unordered_map<std::string, std::string> told;
    for (const Function& function : from_.functions) {
      if (function.filename == 0) continue;
      const std::string_view name = text(function.name);
      const std::string path = Path(function);
      const std::string place =
          names_.Keeps(name) ? names_.FileInPackage(name, path) : std::string();
      const auto [known, is_new] = told.try_emplace(path, place);
      if (known->second != place) known->second.clear();
    }
    std::unordered_map<std::string, int> times;
    for (const auto& [path, place] : told) ++times[place];
    for (const auto& [path, place] : told) {
      files_[path] = place.empty() || times[place] > 1 ? HiddenFile(path) : place;
    }
  }

  // Whether it is a file of Go and lies among other modules is what names of modules are guessed
  // by.
  std::string HiddenFile(const std::string& path) {
    const bool other =
        path.find('@') != std::string::npos || path.find("/vendor/") != std::string::npos;
    return (other ? "vendor/" : "") + names_.tokens().Of('s', path, kFileLetters) +
           (path.ends_with(".go") ? ".go" : "");
  }

  // Where a line lacks a function's name, or its file, reports name it by its binary.
  bool NeedsMapping(const Location& location) const {
    if (location.mapping == kNone) return false;
    for (std::uint32_t i = location.line_begin; i < location.line_end; ++i) {
      const Function& function = from_.functions[from_.lines[i].function];
      if (function.name == 0 || function.filename == 0) return true;
    }
    return location.line_begin == location.line_end;
  }

  void TakeLocations() {
    std::unordered_map<std::uint64_t, std::uint64_t> addresses = {{0, 0}};
    for (Location location : from_.locations) {
      const std::uint32_t mapping = NeedsMapping(location) ? TakeMapping(location.mapping) : kNone;
      location.id = to_.locations.size() + 1;
      location.mapping = mapping;
      location.address = addresses.try_emplace(location.address, addresses.size()).first->second;
      to_.locations.push_back(location);
    }
  }

  // The first mapping is the program itself, whether it is needed or not.
  std::uint32_t TakeMapping(std::uint32_t index) {
    if (to_.mappings.empty()) AddMapping(0);
    const auto [known, is_new] = mappings_.try_emplace(index, to_.mappings.size());
    if (is_new) AddMapping(index);
    return known->second;
  }

  void AddMapping(std::uint32_t index) {
    const std::string_view file = text(from_.mappings[index].file);
    mappings_.try_emplace(index, to_.mappings.size());
    Mapping& mapping = to_.mappings.emplace_back();
    mapping.id = to_.mappings.size();
    if (!file.empty()) mapping.file = Intern(names_.tokens().Of('b', file, kMappingLetters));
  }

  void TakeSamples() {
    to_.stacks = from_.stacks;
    to_.stack_ends = from_.stack_ends;
    to_.tree = from_.tree;
    result_.labels = from_.labels.size();
    std::uint32_t label = 0;
    for (const std::uint32_t end : from_.label_ends) {
      for (; label < end; ++label) TakeLabel(from_.labels[label]);
      to_.label_ends.push_back(static_cast<std::uint32_t>(to_.labels.size()));
    }
    result_.labels -= to_.labels.size();
    if (to_.labels.empty()) to_.label_ends.clear();
    result_.data = std::move(to_);
  }

  void TakeLabel(const Label& label) {
    const std::string_view value = text(label.str);
    if (label.numeric || text(label.key) != "pprof::base") return;
    if (value != "true" && value != "false") return;
    to_.labels.push_back({.key = Intern("pprof::base"), .str = Intern(value)});
  }

  ProfileData from_, to_;
  NameRedactor names_;
  std::unordered_map<std::string, std::string> files_;  // by clean path
  std::unordered_map<std::uint32_t, std::uint32_t> mappings_;
  Redacted result_;
};

}  // namespace

Redacted RedactProfile(const Profile& profile, const NameRules& rules) {
  ProfileData data = profile.data();
  DemangleNames(data);
  RemoveUninteresting(data);
  return Redaction(std::move(data), rules, GuessOwnModule(profile)).Run();
}

}  // namespace burnglass
