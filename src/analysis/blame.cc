#include "analysis/blame.h"

#include <cmath>

namespace burnglass {
namespace {

constexpr double kNearlyAll = 0.85;     // of what a function costs more comes from one caller
constexpr double kServesOthers = 0.25;  // of what it cost before came from others

// The caller that takes more of a function that serves others, too; 0: there is none.
StringId FindTaker(std::span<const std::pair<Charged, BeforeAfter>> callers) {
  double change = 0, before = 0;
  const std::pair<Charged, BeforeAfter>* most = nullptr;
  for (const auto& one : callers) {
    change += std::abs(one.second.change());
    before += one.second.before;
    if (most == nullptr || one.second.change() > most->second.change()) most = &one;
  }
  if (most == nullptr || most->first.caller == 0) return 0;
  const bool takes = most->second.change() > kNearlyAll * change;
  const bool others = before - most->second.before >= kServesOthers * before && before > 0;
  return takes && others ? most->first.caller : 0;
}

}  // namespace

Charged Charge(OwnCode& code, std::span<const StackFrame> stack) {
  const std::size_t at = code.Responsible(stack);
  Charged charged{.function = stack[at].name};
  if (!code.IsOwn(charged.function)) return charged;
  std::size_t next = code.NextOwn(stack, at + 1);
  // Recursion is no caller.
  while (next < stack.size() && stack[next].name == charged.function) {
    next = code.NextOwn(stack, next + 1);
  }
  if (next < stack.size()) charged.caller = stack[next].name;
  return charged;
}

ChargedPath ChargedPath::Below(OwnCode& code, StringId frame) const {
  ChargedPath path = *this;
  const NameClass frame_class = code.ClassOf(frame);
  if (frame_class == NameClass::kOwn) {
    if (own_ != frame) path.other_own_ = own_;
    path.own_ = frame;
    if (own_ == 0 || !code.StandsForCaller(frame, own_)) {
      path.charged_ = {.function = frame, .caller = path.other_own_};
    }
    return path;
  }
  if (frame_class == NameClass::kDependency) path.dependency_ = frame;
  if (frame_class == NameClass::kStandard) path.standard_ = frame;
  if (own_ == 0) {
    path.charged_ = {.function = path.dependency_ != 0 ? path.dependency_
                                 : path.standard_ != 0 ? path.standard_
                                                       : frame};
  }
  return path;
}

std::map<Charged, StringId> BlameCallers(const std::map<Charged, BeforeAfter>& costs) {
  std::map<Charged, StringId> blamed;
  std::vector<std::pair<Charged, BeforeAfter>> callers;
  for (auto begin = costs.begin(); begin != costs.end();) {
    callers.clear();
    const StringId function = begin->first.function;
    while (begin != costs.end() && begin->first.function == function) callers.push_back(*begin++);
    const StringId taker = FindTaker(callers);
    for (const auto& [charged, cost] : callers) {
      blamed[charged] = taker != 0 && charged.caller == taker ? taker : function;
    }
  }
  return blamed;
}

}  // namespace burnglass
