#include "cli/profile_set.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/number_order.h"
#include "cli/terminal_text.h"
#include "profile/open.h"

namespace burnglass {
namespace {

namespace fs = std::filesystem;

bool IsHidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

Status AddFolder(const std::string& folder, std::vector<std::string>& files) {
  std::error_code error;
  std::vector<std::string> found;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (IsHidden(entry->path())) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file(error)) {
      found.push_back(entry->path().string());
    }
  }
  if (error) return Error{folder + ": the folder cannot be read: " + error.message()};
  std::sort(found.begin(), found.end(), NumbersBefore);
  files.insert(files.end(), found.begin(), found.end());
  return Done{};
}

Result<ProfilePtr> OpenOne(ProfileData data, NamesFor names) {
  if (Status good = CheckProfile(data); !good) return good.error();
  if (names == NamesFor::kEyes) MakeNamesPrintable(data);
  std::vector<ProfileData> one;
  one.push_back(std::move(data));
  return OpenProfiles(std::move(one));
}

}  // namespace

Result<std::vector<std::string>> FindFiles(std::span<const std::string> paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      files.push_back(path);
    } else if (Status added = AddFolder(path, files); !added) {
      return added.error();
    }
  }
  if (files.empty()) return Error{paths[0] + ": there is no file in this folder"};
  return files;
}

Status ReadEach(std::span<const std::string> files, const SourceOptions& web, NamesFor names,
                const Console& console, std::vector<std::string>& unread,
                const std::function<void(NamedProfile)>& take) {
  Progress progress(console);
  const std::size_t before = unread.size();
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files.size() > 1) progress.Show(i, files.size(), SourceName(files[i]));
    Result<ProfileData> data = ReadSource(files[i], web);
    Result<ProfilePtr> profile = data ? OpenOne(data.Take(), names) : data.error();
    if (profile) {
      take({SourceName(files[i]), profile.Take()});
    } else {
      unread.push_back(SourceName(files[i]) + ": " + profile.error().message);
    }
  }
  if (unread.size() - before < files.size()) return Done{};
  return Error{unread[before] +
               (files.size() > 1 ? "; nor can any of the other files be read" : "")};
}

std::string UnreadText(std::span<const std::string> unread) {
  std::string text;
  for (const std::string& sentence : unread) text += "burnglass: left out: " + sentence + "\n";
  return text;
}

}  // namespace burnglass
