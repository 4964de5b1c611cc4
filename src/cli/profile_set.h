// Many profiles from files and folders, one after the other, so that they need not be in memory
// together.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/sources.h"

namespace burnglass {

struct NamedProfile {
  std::string name;  // its path as given, or with its folder's
  ProfilePtr profile;
};

// All files of these paths, those of folders and their folders, too, without hidden ones: in the
// order given, those of a folder by name, where numbers go by their value (heap.9 before heap.10).
// Fails when a folder cannot be read.
Result<std::vector<std::string>> FindFiles(std::span<const std::string> paths);

// Reads the files and gives each to `take`. One that cannot be read is no failure while there are
// others: a sentence about it, with its name, is appended to `unread`. Fails when none can be read.
Status ReadEach(std::span<const std::string> files, const SourceOptions& web, NamesFor names,
                const Console& console, std::vector<std::string>& unread,
                const std::function<void(NamedProfile)>& take);

// The sentences as lines for standard error.
std::string UnreadText(std::span<const std::string> unread);

}  // namespace burnglass
