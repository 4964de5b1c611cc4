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

ChargedStack Charge(OwnCode& code, std::span<const StackFrame> stack) {
  ChargedStack result;
  result.at = code.Responsible(stack);
  result.charged.function = stack[result.at].name;
  if (!code.IsOwn(result.charged.function)) return result;
  std::size_t next = code.NextOwn(stack, result.at + 1);
  // Recursion is no caller.
  while (next < stack.size() && stack[next].name == result.charged.function) {
    next = code.NextOwn(stack, next + 1);
  }
  if (next < stack.size()) result.charged.caller = stack[next].name;
  return result;
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
