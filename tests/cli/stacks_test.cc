// The stacks that queries leave, held against the data that pprof's own web page draws its flame
// graph of: recorded for each query, names, colours and places and all.
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "analysis/select.h"
#include "cli/package_colour.h"
#include "cli/pprof_flags.h"
#include "cli/read_profile.h"
#include "profile/open.h"
#include "profile/pprof_names.h"
#include "report/stack_set.h"
#include "support/tables.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

ProfileData Read(const std::string& file) {
  const std::string path = SharedPath("conformance/go-real/" + file);
  Result<ProfileData> data = ReadProfile(path, {.as_pprof = true});
  REQUIRE(data.ok());
  return data.Take();
}

struct Asked {
  Query query;
  std::string base, file;
  bool keep_apart = false;
};

// "?f=sortLoop cpu.pb.gz", "-diff_base=a.pb.gz b.pb.gz": a query as a link has it, or flags.
Asked Parse(const std::string& text) {
  Asked asked;
  std::istringstream words(text);
  std::vector<std::string> flags = {"-top"};
  for (std::string word; words >> word;) {
    if (word.starts_with('?')) {
      asked.query = *ParseQuery(word.substr(1));
    } else {
      flags.push_back(word);
    }
  }
  const PprofFlags parsed = *ParsePprofFlags(flags);
  if (!text.starts_with('?')) asked.query = parsed.request.query;
  asked.base = parsed.base.empty() ? parsed.diff_base : parsed.base;
  asked.keep_apart = parsed.base.empty();
  asked.file = parsed.sources[0];
  return asked;
}

TEST_CASE("Stacks after a query are those of pprof's flame graph") {
  const std::string folder = "conformance/go-real/oracle-stacks/";
  int compared = 0;
  std::istringstream rows(ReadFile(SharedPath(folder + "stacks.tsv")));
  for (std::string name, asking; std::getline(rows, name, '\t') && std::getline(rows, asking);) {
    const std::string path = SharedPath(folder) + name;
    if (!std::filesystem::exists(path)) continue;  // a part of what was recorded
    INFO(name << ": " << asking);
    const Asked asked = Parse(asking);
    OpenOptions options{.demangle = {.style = Demangling::kNone}};
    options.compare.keep_apart = asked.keep_apart;
    if (!asked.base.empty()) options.base.push_back(Read(asked.base));
    std::vector<ProfileData> data;
    data.push_back(Read(asked.file));
    const ProfilePtr profile = *OpenProfiles(std::move(data), std::move(options));
    const Result<Selection> selection = SelectStacks(profile, asked.query);
    REQUIRE(selection.ok());
    const auto recorded = nlohmann::json::parse(ReadFile(path));
    const auto ours = nlohmann::json::parse(StackSetJson(*selection, asked.query, PackageColour));
    CHECK(ours["Stacks"] == recorded["Stacks"]);
    CHECK(ours["Sources"] == recorded["Sources"]);
    CHECK(ours == recorded);
    ++compared;
  }
  CHECK(compared > 0);
}

TEST_CASE("Packages, colours and short names are those of pprof's page") {
  const std::string table = "conformance/google-pprof/unit/package_and_short_names.tsv";
  for (const auto& row : ReadTable(SharedPath(table), 4)) {
    INFO(row[0]);
    CHECK(PprofPackage(row[0]) == row[1]);
    CHECK(std::to_string(PackageColour(PprofPackage(row[0]))) == row[2]);
    std::string names;
    for (const std::string& name : DisplayNames(row[0])) {
      if (!names.empty()) names += '|';
      names += name;
    }
    CHECK(names == row[3]);
  }
}

}  // namespace
}  // namespace burnglass
