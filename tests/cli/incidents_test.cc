// Recorded incidents, each with one planted defect: the answer for its question shows the guilty
// function first, from the recorded files alone.
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "cli/command.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

Json Answer(const std::vector<std::string>& arguments) {
  const Outcome outcome = RunCommand(arguments, {});
  INFO(outcome.err);
  REQUIRE(outcome.status == 0);
  return Json::parse(outcome.out);
}

// The incident's files without its sources and its truth.
class Recorded {
 public:
  explicit Recorded(const fs::path& incident)
      : folder_(fs::temp_directory_path() / ("burnglass-incident-" + incident.filename().string() +
                                             std::to_string(std::rand()))) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    for (const auto& entry : fs::recursive_directory_iterator(incident)) {
      const fs::path inside = fs::relative(entry.path(), incident);
      if (!entry.is_regular_file() || *inside.begin() == "src" || inside == "truth.json") continue;
      fs::create_directories((folder_ / inside).parent_path());
      fs::copy_file(entry.path(), folder_ / inside);
    }
  }
  ~Recorded() { fs::remove_all(folder_); }

  std::string path() const { return folder_.string(); }

 private:
  fs::path folder_;
};

struct Truth {
  std::string kind;
  std::set<std::string> functions;
  Json label;

  explicit Truth(const fs::path& incident) {
    const Json json = Json::parse(ReadFile((incident / "truth.json").string()));
    kind = json["class"];
    if (json["expect"]["culprit_function"].is_null()) return;
    functions.insert(json["expect"]["culprit_function"].get<std::string>());
    for (const Json& name : json["expect"]["acceptable"]) functions.insert(name.get<std::string>());
    label = json["expect"]["label"];
  }
};

void CheckFirst(const Json& rows, const Truth& truth) {
  REQUIRE(!rows.empty());
  INFO("first: " << rows[0].dump().substr(0, 400));
  CHECK(truth.functions.contains(rows[0]["function"].get<std::string>()));
}

void CheckSeries(const std::string& folder, const Truth& truth) {
  const Json series = Answer({"series", folder, "--json"});
  CheckFirst(series["rows"], truth);
  if (!truth.label.is_object() || !truth.label.contains("scrape")) return;
  const auto& scrape = truth.label["scrape"];
  const int wanted = scrape.is_string() ? std::stoi(scrape.get<std::string>()) : scrape.get<int>();
  CHECK(series["rows"][0]["verdict"] == "step");
  CHECK(std::abs(series["rows"][0]["at"].get<int>() - wanted) <= 1);
}

void CheckHealthy(const std::string& folder) {
  CHECK(Answer({"goroutines", folder, "--json"})["stuck"].empty());
  const Json contention = Answer({"contention", folder, "--json"});
  for (const Json& row : contention["rows"]) {
    // Less than a millisecond in all.
    if (row["class"] == "lock") CHECK(std::stoll(row["delay_ns"].get<std::string>()) < 1000000);
  }
}

void CheckIncident(const fs::path& incident) {
  const Truth truth(incident);
  const Recorded recorded(incident);
  const std::string folder = recorded.path();
  INFO(incident.string());
  if (truth.kind == "heap-leak" || truth.kind == "series") CheckSeries(folder, truth);
  if (truth.kind == "goroutine-leak") {
    CheckSeries(folder, truth);
    CheckFirst(Answer({"goroutines", folder, "--json"})["groups"], truth);
  }
  if (truth.kind == "deadlock") {
    const Json goroutines = Answer({"goroutines", folder, "--json"});
    CheckFirst(goroutines["stuck"], truth);
    CheckFirst(goroutines["groups"], truth);
  }
  if (truth.kind == "contention") {
    const Json rows = Answer({"contention", folder, "--json"})["rows"];
    CheckFirst(rows, truth);
    CHECK(rows[0]["role"] == "makes wait");
    CHECK(rows.back()["class"] == "idle");
  }
  if (truth.kind == "regression") {
    CheckFirst(Answer({"diff", folder + "/before", folder + "/after", "--json"})["rows"], truth);
  }
  if (truth.kind == "healthy") CheckHealthy(folder);
}

// How many incidents of these classes there are.
int CheckAll(const fs::path& folder) {
  const std::set<std::string> classes = {"heap-leak",  "goroutine-leak", "deadlock", "contention",
                                         "regression", "series",         "healthy"};
  int checked = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!fs::exists(entry.path() / "truth.json")) continue;
    if (!classes.contains(Truth(entry.path()).kind)) continue;
    CheckIncident(entry.path());
    ++checked;
  }
  return checked;
}

TEST_CASE("The guilty function of each shared incident comes first") {
  CHECK(CheckAll(SharedPath("incidents")) >= 9);
}

TEST_CASE("The guilty function of each incident recorded here comes first") {
  CHECK(CheckAll(TestDataPath("incidents")) == 12);
}

}  // namespace
}  // namespace burnglass
