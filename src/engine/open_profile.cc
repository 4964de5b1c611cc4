#include "engine/open_profile.h"

#include <algorithm>

namespace burnglass {
namespace {

// A person goes to and fro between a few queries; the viewer keeps its own answers, too.
constexpr std::size_t kKeptAnswers = 4;

// What a query may ask of a report, and a flame graph cannot show yet.
Status CanBeDrawn(const Query& query) {
  if (query.mean) return Error{"Means do not add up, so they have no flame graph."};
  if (!query.granularity.empty() && query.granularity != "functions") {
    return Error{"The flame graph has functions only; \"" + query.granularity +
                 "\" is for reports of the command."};
  }
  if (!query.tagroot.empty() || !query.tagleaf.empty()) {
    return Error{"Frames made of labels (tagroot, tagleaf) are for reports of the command."};
  }
  return Done{};
}

}  // namespace

OpenProfile::Building::Building(std::string text, Selection selected, const NameTable& names,
                                const LocationTree& stacks)
    : query(std::move(text)), selection(std::move(selected)), builder(selection, names, stacks) {}

OpenProfile::OpenProfile(std::string file_name, ProfilePtr profile,
                         std::unique_ptr<NameTable> names, LocationTree stacks)
    : file_name_(std::move(file_name)),
      profile_(std::move(profile)),
      names_(std::move(names)),
      stacks_(std::make_shared<const LocationTree>(std::move(stacks))) {}

const Answered* OpenProfile::Find(const std::string& query) {
  const auto it = std::find_if(answered_.begin(), answered_.end(),
                               [&](const Answered& one) { return one.query == query; });
  if (it == answered_.end()) return nullptr;
  answered_.splice(answered_.begin(), answered_, it);
  return &answered_.front();
}

Result<const Answered*> OpenProfile::Answer(const std::string& query, const Budget& budget) {
  if (const Answered* known = Find(query)) return known;
  if (!building_ || building_->query != query) {
    Result<Query> parsed = ParseQuery(query);
    if (!parsed) return parsed.error();
    if (Status drawn = CanBeDrawn(*parsed); !drawn) return drawn.error();
    Result<Selection> selection =
        HasFilter(*parsed) ? SelectStacks(profile_, *parsed, stacks_) : Select(profile_, *parsed);
    if (!selection) return selection.error();
    building_ = std::make_unique<Building>(query, selection.Take(), *names_, *stacks_);
  }
  if (!building_->builder.Work(budget)) return static_cast<const Answered*>(nullptr);
  return Finish();
}

Result<const Answered*> OpenProfile::Finish() {
  const std::unique_ptr<Building> done = std::move(building_);
  Result<CallTree> tree = done->builder.Take();
  if (!tree) return tree.error();
  if (tree->size() == 1 && done->selection.stacks) {
    std::string sentence = "The filters leave no stack";
    for (const std::string& warning : done->selection.warnings) sentence += ": " + warning;
    return Error{sentence + "."};
  }
  answered_.push_front({done->query, done->selection, tree.Take()});
  if (answered_.size() > kKeptAnswers) answered_.pop_back();
  return static_cast<const Answered*>(&answered_.front());
}

Result<Selection> OpenProfile::WithStacks(const Answered& answered) const {
  if (answered.selection.stacks) return answered.selection;
  const Result<Query> query = ParseQuery(answered.query);
  if (!query) return query.error();
  return SelectStacks(profile_, *query, stacks_);
}

const Matched& OpenProfile::Match(const std::string& pattern) {
  if (!matched_ || matched_->pattern != pattern) {
    matched_ = Matched{pattern, MatchNames(*names_, pattern)};
  }
  return *matched_;
}

}  // namespace burnglass
