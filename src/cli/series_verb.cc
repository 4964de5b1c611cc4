// `burnglass series`: what grows over many profiles.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>

#include "cli/profile_set.h"
#include "cli/verbs.h"
#include "profile/kind.h"
#include "report/series_report.h"

namespace burnglass {
namespace {

struct Asked {
  std::vector<std::string> paths;
  SourceOptions web;
  std::string kind;
  bool stacks = false;
  SeriesOptions series;
  SeriesReportOptions report;
  bool json = false;
};

class Groups {
 public:
  Groups(const Asked& asked, std::vector<std::string>& unread) : asked_(asked), unread_(unread) {}

  void Take(const NamedProfile& one) {
    const std::string kind = ProfileKind(*one.profile, one.name);
    const std::string key = SeriesKey(*one.profile, kind);
    if (!asked_.kind.empty() && asked_.kind != kind && asked_.kind != key) return;
    auto& builder = builders_[key];
    if (!builder) builder = std::make_unique<SeriesBuilder>(kind, asked_.series);
    if (Status added = builder->Add(one.name, *one.profile); !added) {
      unread_.push_back(added.error().message);
    }
  }

  // The most evident growth first, of series that are long enough to show any.
  std::vector<Series> Finish() {
    std::vector<Series> all;
    for (auto& [key, builder] : builders_) {
      if (builder->size() > 0) all.push_back(builder->Finish());
    }
    const auto weight = [](const Series& one) {
      return std::pair(one.names.size() >= 3 ? one.growth : 0, one.names.size());
    };
    std::stable_sort(all.begin(), all.end(),
                     [&](const Series& a, const Series& b) { return weight(a) > weight(b); });
    return all;
  }

 private:
  const Asked& asked_;
  std::vector<std::string>& unread_;
  std::map<std::string, std::unique_ptr<SeriesBuilder>> builders_;
};

Outcome Run(const Asked& asked, const Console& console) {
  const Result<std::vector<std::string>> files = FindFiles(asked.paths);
  if (!files) return Failed(files.error());
  std::vector<std::string> unread;
  Groups groups(asked, unread);
  const Status read =
      ReadEach(*files, asked.web, asked.json ? NamesFor::kMachines : NamesFor::kEyes, console,
               unread, [&](const NamedProfile& one) { groups.Take(one); });
  if (!read) return Failed(read.error());
  const std::vector<Series> all = groups.Finish();
  if (all.empty()) {
    if (!unread.empty()) return Failed({unread.front()});
    return Failed({"there is no profile of kind " + asked.kind + " among the files"});
  }
  return {.out = asked.json ? SeriesJson(all, asked.report) + "\n" : SeriesText(all, asked.report),
          .err = UnreadText(unread)};
}

}  // namespace

VerbRun AddSeries(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* verb =
      command.add_subcommand("series", "Print what grows over many profiles of one program");
  verb->add_option("FILE", asked->paths, "Profiles from one time after the other, or folders")
      ->type_name("FILE")
      ->required();
  verb->add_option("--kind", asked->kind,
                   "Only profiles of this kind, such as cpu, heap, goroutine")
      ->type_name("KIND");
  verb->add_option("--sample-index", asked->series.sample_type,
                   "Which of the sample types, such as alloc_space")
      ->type_name("TYPE");
  verb->add_flag("--stacks", asked->stacks, "A row for each stack, not for each function");
  verb->add_option("--limit", asked->report.limit, "At most N rows")->type_name("N");
  verb->add_flag("--json", asked->json, "Print the rows as JSON");
  AddReadingOptions(*verb, asked->web);
  return [asked](const Console& console) {
    asked->series.by = asked->stacks ? SeriesBy::kStack : SeriesBy::kFunction;
    asked->report.stacks_only = asked->stacks;
    if (!asked->json && asked->report.limit == 0) asked->report.limit = 20;
    return Run(*asked, console);
  };
}

}  // namespace burnglass
