// Questions to the engine that are on their way.
#pragma once

#include <cstdint>
#include <string>

#include "session/answers.h"
#include "session/goroutine_answers.h"
#include "session/open_profile.h"

namespace burnglass {

// What a question is for: a newer one of the same profile and slot supersedes it.
enum class Slot : std::uint8_t {
  kFlame,
  kDetail,
  kTop,
  kTotals,
  kSearch,
  kPeek,
  kStep,
  kCard,
  kGroups,
  kLines,
  kLabels,
  kMatrix,
  kFacts,
  kCallers,
  kCallees,
  kCallersDetail,
  kCalleesDetail,
  kPivotPeek,
  kDraft,
  kGraph,
  kLayout,
  kExport,
  kMake,
  kChanges,
  kBefore,
  kAfter,
  kGoroutines,
  kGoroutine,
  kGoroutineText,
  kContention,
  kSeries,
  kColours,
  kCallersColours,
  kCalleesColours,
  kHeap,
  kSlopes,
  kCallersSlopes,
  kCalleesSlopes,
  kPrivacy
};

constexpr bool IsOfColours(Slot slot) {
  return slot == Slot::kColours || slot == Slot::kCallersColours || slot == Slot::kCalleesColours;
}

constexpr bool IsOfGoroutines(Slot slot) {
  return slot == Slot::kGoroutines || slot == Slot::kGoroutine || slot == Slot::kGoroutineText;
}

// An unanswered question: what it was, to know its answer by.
struct Pending {
  std::uint32_t question = 0;
  ProfileId profile = 0;
  Slot slot = Slot::kFlame;
  std::string query = {};
  TopAsked top = {};
  std::string pattern = {};
  NameId name = 0;
  GroupsAsked groups = {};
  GoroutinesAsked goroutines = {};
  std::string refusal = {};  // the engine's sentence, once it could not answer
};

// For the whole graph, perhaps with a sketch of it before.
inline pb::Header WholeFlame(const std::string& query, bool sketch) {
  pb::Header header;
  header.mutable_flame_question()->set_query(query);
  header.mutable_flame_question()->set_sketch(sketch);
  return header;
}

}  // namespace burnglass
