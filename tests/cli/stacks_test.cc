// The stacks that queries leave, held against the data that pprof's own web page draws its flame
// graph of: recorded for each query as a list of values and frames.
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "analysis/select.h"
#include "cli/pprof_flags.h"
#include "cli/read_profile.h"
#include "profile/open.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

using Frame = std::tuple<std::string, std::string, bool>;  // name, file, inlined
using Stack = std::vector<Frame>;                          // from the root
using Stacks = std::map<std::pair<Stack, std::int64_t>, int>;

Stacks Recorded(const nlohmann::json& set) {
  Stacks stacks;
  for (const auto& recorded : set["Stacks"]) {
    Stack stack;
    for (std::size_t i = 1; i < recorded["Sources"].size(); ++i) {
      const auto& source = set["Sources"][recorded["Sources"][i].get<std::size_t>()];
      stack.emplace_back(source["FullName"], source["FileName"], source["Inlined"]);
    }
    ++stacks[{stack, recorded["Value"]}];
  }
  return stacks;
}

// As pprof's page names a line at the query's granularity.
Frame NameOf(const Selection& selection, const Query& query, std::uint32_t id, bool inlined) {
  const Line& line = selection.profile->data().lines[id];
  const Function& function = selection.profile->data().functions[line.function];
  const std::string file(selection.profile->text(function.filename));
  std::string name(selection.profile->text(function.name));
  if (query.granularity == "files") name.clear();
  if (name.empty()) name = file;
  if (query.granularity == "lines") name += ":" + std::to_string(line.line);
  return {name, query.granularity == "functions" ? "" : file, inlined};
}

Stacks Ours(const Selection& selection, const Query& query) {
  Stacks stacks;
  const LocationTree& tree = *selection.stacks;
  for (std::size_t i = 0; i < tree.leaf.size(); ++i) {
    if (tree.leaf[i] == kNone) continue;
    Stack stack;
    for (std::uint32_t at = tree.leaf[i]; at != 0; at = tree.parent[at]) {
      const auto lines = selection.lines->of(tree.location[at]);
      for (std::size_t line = 0; line < lines.size(); ++line) {
        stack.insert(stack.begin(), NameOf(selection, query, lines[line], line + 1 < lines.size()));
      }
    }
    ++stacks[{stack, selection.values()[i]}];
  }
  return stacks;
}

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
    CHECK(selection->total == recorded["Total"].get<std::int64_t>());
    CHECK((Ours(*selection, asked.query) == Recorded(recorded)));
    ++compared;
  }
  CHECK(compared > 0);
}

}  // namespace
}  // namespace burnglass
