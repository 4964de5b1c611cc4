// Comparing the samples with one value of a label to those with another, in one file.
#include <algorithm>

#include "session/session.h"

namespace burnglass {
namespace {

// What the person had filtered stays, but for what would leave a side empty.
Query WithoutKey(Query query, const std::string& key) {
  if (query.tagfocus.starts_with(key + '=')) query.tagfocus.clear();
  if (query.tagignore.starts_with(key + '=')) query.tagignore.clear();
  return query;
}

}  // namespace

std::vector<SideLabels> Session::SideChoices(const OpenProfile& made) const {
  std::vector<SideLabels> choices;
  if (!made.plan || made.plan->source.empty() || made.plan->source_labels.key.empty()) return {};
  const OpenProfile* file = Find(made.plan->source[0]);
  if (!file) return {};
  for (auto it = file->answers.rbegin(); it != file->answers.rend() && choices.empty(); ++it) {
    const Labels* labels = (*it)->labels.get();
    const auto key = labels ? labels->Find(made.plan->source_labels.key) : std::nullopt;
    if (key) choices = LabelSides(*labels, *key);
  }
  for (const SideLabels* side : {&made.plan->base_labels, &made.plan->source_labels}) {
    const SideLabels rest = RestOf(*side);
    if (std::find(choices.begin(), choices.end(), rest) == choices.end()) choices.push_back(rest);
  }
  return choices;
}

bool Session::ApplyToLabelSides(OpenProfile& profile, const Command& command) {
  switch (command.verb) {
    case Verb::kCompareLabels:
      look_.overlay = Overlay::kNone;
      look_.view = View::kLabels;
      profile.labels = {};
      profile.labels.key = command.text;
      Notice("Choose two values to compare.");
      return true;
    case Verb::kDropLabelSide:
      profile.labels.side.reset();
      return true;
    case Verb::kLabelSide:
    case Verb::kLabelRest: {
      const std::optional<LabelKey> key = ShownLabelKey();
      if (!key) return true;
      const std::vector<SideLabels> sides = LabelSides(*ShownLabels(), *key);
      if (command.number >= sides.size()) return true;
      const SideLabels& side = sides[command.number];
      if (command.verb == Verb::kLabelSide) return ChooseLabelSide(profile, side), true;
      return CompareLabels(profile, RestOf(side), side), true;
    }
    default:
      return false;
  }
}

void Session::ChooseLabelSide(OpenProfile& profile, const SideLabels& side) {
  std::optional<SideLabels>& chosen = profile.labels.side;
  if (!chosen || chosen->key != side.key) {
    chosen = side;
  } else if (*chosen == side) {
    chosen.reset();
  } else {
    const SideLabels before = *chosen;
    CompareLabels(profile, before, side);
  }
}

void Session::CompareLabels(OpenProfile& profile, SideLabels before, SideLabels after) {
  profile.labels.side.reset();
  if (profile.IsDiff()) {
    return Notice("This is a comparison already: choose values in the file that it is made of.");
  }
  const ProfileId file = profile.id;
  const Query query = WithoutKey(profile.query, after.key);
  const std::size_t open = profiles_.size();
  const ProfileId made = Make({.base = {file},
                               .source = {file},
                               .base_labels = std::move(before),
                               .source_labels = std::move(after)});
  look_.view = View::kFlame;
  if (profiles_.size() > open) Find(made)->query = query;
}

}  // namespace burnglass
