#include "session/views.h"

namespace burnglass {
namespace {

constexpr ViewWords kTable[] = {{View::kFlame, Verb::kViewFlame, "flame", "Flame"},
                                {View::kTop, Verb::kViewTop, "top", "Top"},
                                {View::kCallers, Verb::kViewCallers, "callers", "Callers"},
                                {View::kGraph, Verb::kViewGraph, "graph", "Graph"},
                                {View::kLines, Verb::kViewLines, "lines", "Lines"},
                                {View::kLabels, Verb::kViewLabels, "labels", "Labels"},
                                {View::kFacts, Verb::kViewFacts, "facts", "Facts"}};

}  // namespace

std::span<const ViewWords> ViewTable() { return kTable; }

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
