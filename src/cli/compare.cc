#include "cli/compare.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "analysis/compare_sets.h"
#include "cli/profile_set.h"
#include "profile/kind.h"
#include "profile/open.h"
#include "profile/sample_type.h"

namespace burnglass {
namespace {

bool IsFolder(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error);
}

// What was read of one side: by kind, where it is a folder, and otherwise of no kind.
using Kinds = std::map<std::string, std::vector<ProfilePtr>>;

struct Reader {
  const SourceOptions& web;
  NamesFor names;
  const Console& console;
  std::vector<std::string> unread = {};

  Result<Kinds> Read(const std::string& path) {
    Kinds kinds;
    const Result<std::vector<std::string>> files = FindFiles(std::span(&path, 1));
    if (!files) return files.error();
    const Status read = ReadEach(*files, web, names, console, unread, [&](NamedProfile one) {
      kinds[ProfileKind(*one.profile, one.name)].push_back(std::move(one.profile));
    });
    if (!read) return read.error();
    return kinds;
  }
};

bool HasType(const ProfilePtr& profile, const Query& query) {
  return query.sample_index.empty() || FindSampleType(*profile, query.sample_index).ok();
}

// The kind to compare; "" when there is none.
std::string ChooseKind(const Kinds& a, const Kinds& b, const std::string& wanted,
                       const Query& query) {
  std::string chosen;
  for (const auto& [kind, profiles] : a) {
    if (!wanted.empty() && kind != wanted) continue;
    if (b.find(kind) == b.end() || !HasType(profiles[0], query)) continue;
    if (chosen.empty() || kind == "cpu") chosen = kind;
  }
  return chosen;
}

Result<ProfileSet> SetOf(const std::vector<ProfilePtr>& profiles) {
  if (profiles.size() == 1) return ProfileSet{profiles[0], profiles};
  std::vector<ProfileData> all;
  for (const ProfilePtr& profile : profiles) all.push_back(profile->data());
  Result<ProfilePtr> merged = OpenProfiles(std::move(all));
  if (!merged) return merged.error();
  return ProfileSet{merged.Take(), profiles};
}

Result<Changes> CompareKinds(const std::vector<ProfilePtr>& a, const std::vector<ProfilePtr>& b,
                             const Query& query) {
  const Result<ProfileSet> before = SetOf(a);
  if (!before) return before.error();
  const Result<ProfileSet> after = SetOf(b);
  if (!after) return after.error();
  return CompareSets(*before, *after, query);
}

Result<Compared> CompareFolders(const std::string& a, const std::string& b, const std::string& kind,
                                const Query& query, Reader reader) {
  const Result<Kinds> before = reader.Read(a);
  if (!before) return before.error();
  const Result<Kinds> after = reader.Read(b);
  if (!after) return after.error();
  const std::string chosen = ChooseKind(*before, *after, kind, query);
  if (chosen.empty()) {
    return Error{a + " and " + b + " have no profiles of one kind" +
                 (kind.empty() ? "" : ", " + kind + ", as is asked for")};
  }
  const Result<Changes> changes = CompareKinds(before->at(chosen), after->at(chosen), query);
  if (!changes) return changes.error();
  return Compared{*changes, UnreadText(reader.unread)};
}

Result<std::vector<ProfilePtr>> OpenOne(const std::string& source, const SourceOptions& web,
                                        NamesFor names, const Console& console) {
  Result<ProfilePtr> profile = OpenSources({.files = {source}, .web = web}, false, names, console);
  if (!profile) return profile.error();
  return std::vector<ProfilePtr>{profile.Take()};
}

}  // namespace

Result<Compared> CompareSources(const std::string& a, const std::string& b, const std::string& kind,
                                const Query& query, const SourceOptions& web, NamesFor names,
                                const Console& console) {
  if (IsFolder(a) || IsFolder(b)) {
    return CompareFolders(a, b, kind, query, Reader{web, names, console});
  }
  const auto before = OpenOne(a, web, names, console);
  if (!before) return before.error();
  const auto after = OpenOne(b, web, names, console);
  if (!after) return after.error();
  const Result<Changes> changes = CompareKinds(*before, *after, query);
  if (!changes) return changes.error();
  return Compared{*changes};
}

}  // namespace burnglass
