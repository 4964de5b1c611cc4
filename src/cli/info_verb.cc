#include "cli/info_verb.h"

#include <vector>

#include "cli/read_profile.h"
#include "profile/open.h"
#include "report/info_text.h"
#include "report/json_answers.h"

namespace burnglass {
namespace {

Result<ProfilePtr> Open(const std::string& path) {
  Result<ProfileData> data = ReadProfile(path);
  if (!data) return data.error();
  std::vector<ProfileData> one;
  one.push_back(data.Take());
  return OpenProfiles(std::move(one));
}

}  // namespace

Outcome RunInfo(const InfoOptions& options) {
  const std::string name = options.path == "-" ? "standard input" : options.path;
  const Result<ProfilePtr> profile = Open(options.path);
  if (!profile) {
    return {.status = 1, .err = "burnglass: " + name + ": " + profile.error().message + "\n"};
  }
  if (options.json) return {.out = InfoJson(*profile, name) + "\n"};
  return {.out = InfoText(*profile, name)};
}

}  // namespace burnglass
