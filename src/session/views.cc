#include "session/views.h"

#include <algorithm>
#include <iterator>

namespace burnglass {
namespace {

bool HasSides(const OpenProfile& profile) { return profile.HasSides(); }

bool TellsOfGoroutines(const OpenProfile& profile) {
  return profile.facts.kind == "goroutine" || profile.facts.kind == "goroutineleak";
}

bool TellsOfContention(const OpenProfile& profile) {
  const std::string& kind = profile.facts.kind;
  return kind == "block" || kind == "mutex" || kind == "contention";
}

// Of a moment: what several profiles have in use together was never in use.
bool TellsOfHeap(const OpenProfile& profile) {
  const auto& types = profile.facts.sample_types;
  const auto has = [&](std::string_view name) {
    return std::any_of(types.begin(), types.end(),
                       [&](const SampleTypeFacts& one) { return one.type == name; });
  };
  return !profile.plan && !profile.IsDiff() && has("inuse_objects") && has("inuse_space") &&
         has("alloc_objects") && has("alloc_space");
}

bool IsSeries(const OpenProfile& profile) { return profile.IsSeries(); }

constexpr ViewWords kTable[] = {
    {View::kGrowth, Verb::kViewGrowth, "growth", "Growth", IsSeries},
    {View::kFlame, Verb::kViewFlame, "flame", "Flame"},
    {View::kSides, Verb::kViewSides, "sides", "Side by side", HasSides},
    {View::kTop, Verb::kViewTop, "top", "Top"},
    {View::kCallers, Verb::kViewCallers, "callers", "Callers"},
    {View::kGraph, Verb::kViewGraph, "graph", "Graph"},
    {View::kLines, Verb::kViewLines, "lines", "Lines"},
    {View::kLabels, Verb::kViewLabels, "labels", "Labels"},
    {View::kFacts, Verb::kViewFacts, "facts", "Facts"},
    {View::kGoroutines, Verb::kViewGoroutines, "goroutines", "Goroutines", TellsOfGoroutines},
    {View::kContention, Verb::kViewContention, "contention", "Contention", TellsOfContention},
    {View::kHeap, Verb::kViewHeap, "heap", "Heap", TellsOfHeap}};

}  // namespace

std::span<const ViewWords> ViewTable() { return kTable; }

std::vector<ViewWords> ViewsOf(const OpenProfile& profile) {
  std::vector<ViewWords> views;
  for (const ViewWords& one : kTable) {
    if (!one.offered || one.offered(profile)) views.push_back(one);
  }
  return views;
}

bool HasView(const OpenProfile& profile, View view) {
  for (const ViewWords& one : kTable) {
    if (one.view == view) return !one.offered || one.offered(profile);
  }
  return false;
}

bool IsOwnView(View view) {
  return std::any_of(std::begin(kTable), std::end(kTable), [&](const ViewWords& one) {
    return one.view == view && one.offered != nullptr;
  });
}

std::optional<Verb> OwnViewOf(const OpenProfile& profile, View now) {
  std::optional<Verb> first;
  bool passed = false;
  for (const ViewWords& one : kTable) {
    if (one.offered && one.offered(profile)) {
      if (passed) return one.verb;
      if (!first) first = one.verb;
    }
    passed |= one.view == now && one.offered;
  }
  return first;
}

std::string_view ViewName(View view) {
  for (const ViewWords& one : kTable) {
    if (one.view == view) return one.name;
  }
  return {};
}

std::optional<View> FindView(std::string_view name) {
  for (const ViewWords& one : kTable) {
    if (one.name == name) return one.view;
  }
  return std::nullopt;
}

std::optional<View> ViewOf(Verb verb) {
  for (const ViewWords& one : kTable) {
    if (one.verb == verb) return one.view;
  }
  return std::nullopt;
}

}  // namespace burnglass
