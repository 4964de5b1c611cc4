#include "cli/compare.h"

namespace burnglass {
namespace {

Result<Selection> Open(const std::string& source, const Query& query, const SourceOptions& web,
                       NamesFor names, const Console& console) {
  Result<ProfilePtr> profile = OpenSources({.files = {source}, .web = web}, false, names, console);
  if (!profile) return profile.error();
  return SelectStacks(profile.Take(), query);
}

}  // namespace

Result<Changes> CompareSources(const std::string& a, const std::string& b, const Query& query,
                               const SourceOptions& web, NamesFor names, const Console& console) {
  const Result<Selection> before = Open(a, query, web, names, console);
  if (!before) return before.error();
  Query second = query;
  second.sample_index = before->type();  // its place in the other file may be another one
  const Result<Selection> after = Open(b, second, web, names, console);
  if (!after) return after.error();
  return CompareCosts(*before, *after, query);
}

}  // namespace burnglass
