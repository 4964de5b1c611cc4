// Files that are broken on purpose: each opens, or gets one sentence.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "formats/loading.h"
#include "support/tables.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

std::vector<std::string> FilesOf(const std::string& folder) {
  std::vector<std::string> files;
  if (!std::filesystem::exists(folder)) SKIP("no folder " << folder);
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool IsSentence(const std::string& text) {
  return !text.empty() && text.size() < 300 &&
         std::none_of(text.begin(), text.end(), [](char c) { return c >= '\0' && c < ' '; });
}

std::string Reason(const Result<ProfileData>& loaded) {
  if (!loaded) return loaded.error().message;
  const Status checked = CheckProfile(*loaded);
  return checked ? "" : checked.error().message;
}

TEST_CASE("Every broken file opens or gets one sentence, however it arrives") {
  const std::vector<std::string> files = FilesOf(SharedPath("conformance/go-real/malformed"));
  CHECK(files.size() >= 30);
  for (const std::string& file : files) {
    INFO(file);
    const std::string bytes = ReadFile(file);
    const std::string reason = Reason(Load(bytes));
    INFO(reason);
    CHECK((reason.empty() || IsSentence(reason)));
    CHECK(Reason(LoadInPieces(bytes, 1, 7)) == reason);
    CHECK(Reason(LoadUnpacked(bytes, 11)) == reason);
  }
}

TEST_CASE("What pprof opens of the broken files opens, and what it refuses is refused") {
  std::size_t compared = 0;
  for (const auto& row : ReadTable(SharedPath("conformance/go-real/cases.tsv"), 8)) {
    const std::string &file = row[1], &arguments = row[2], &status = row[4];
    if (!file.starts_with("malformed/") || arguments != "-symbolize=none -raw " + file) continue;
    INFO(file);
    const std::string bytes = ReadFile(SharedPath("conformance/go-real/" + file));
    const std::string reason = Reason(LoadProfile(BytesOf(bytes), {.as_pprof = true}));
    INFO(reason);
    CHECK(reason.empty() == (status == "0"));
    ++compared;
  }
  CHECK(compared >= 30);
}

}  // namespace
}  // namespace burnglass
