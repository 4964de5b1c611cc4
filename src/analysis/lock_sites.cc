#include "analysis/lock_sites.h"

#include <algorithm>

namespace burnglass {
namespace {

constexpr std::size_t kMostSites = 64;  // of one function; more are in no program's source

constexpr double kSameFunction = 3;     // it takes a lock itself, at an earlier line
constexpr double kSameCallee = 2.5;     // it takes two locks by the same function
constexpr double kThroughCallee = 1.2;  // it called what takes a lock, and may give it back, too
constexpr double kSameOwner = 2;        // others of its type wait while it stands elsewhere

}  // namespace

std::string_view LockSites::OwnerOf(std::string_view function) {
  function = WithoutClosure(function);
  const std::size_t slash = function.rfind('/');
  const std::size_t begin = slash == function.npos ? 0 : slash + 1;
  const std::size_t method = function.find(").", begin);
  if (method != function.npos) return function.substr(0, method + 1);
  const std::size_t dot = function.find('.', begin);
  return function.substr(0, std::min(dot, function.size()));
}

// The innermost frame that is neither the runtime's nor of sync.
std::size_t LockSites::Inner(std::span<const StackFrame> stack) {
  std::size_t at = 0;
  while (at < stack.size() && stacks_.code().IsWaiting(stack[at].name)) ++at;
  return at;
}

std::string_view LockSites::WaitsIn(std::uint32_t number) {
  const auto stack = stacks_.stack(number);
  const std::size_t at = Inner(stack);
  return at < stack.size() ? OwnerOf(stacks_.code().text(stack[at].name)) : std::string_view();
}

void LockSites::Add(std::uint32_t number) {
  if (!known_.insert(number).second) return;
  const auto stack = stacks_.stack(number);
  std::size_t at = Inner(stack);
  if (at == 0 || at >= stack.size() || !stacks_.code().IsOwn(stack[at].name)) return;
  owners_.emplace(WaitsIn(number));
  bool direct = true;
  for (; at < stack.size(); ++at) {
    if (!stacks_.code().IsOwn(stack[at].name)) break;
    auto& sites = sites_[stack[at].name];
    const Site site{stack[at].line, stack[at - 1].name, direct};
    const bool known = std::any_of(sites.begin(), sites.end(), [&](const Site& one) {
      return one.line == site.line && one.callee == site.callee;
    });
    if (!known && sites.size() < kMostSites) sites.push_back(site);
    direct = direct && stacks_.code().OnlyLocks(stack[at].name);
  }
}

// Of one frame: was it at an earlier line where it takes a lock?
bool LockSites::MayHoldFor(std::span<const StackFrame> stack, std::size_t at, HoldReason& reason) {
  const StackFrame& frame = stack[at];
  const auto found = sites_.find(frame.name);
  if (found == sites_.end()) return false;
  bool any = false;
  for (const Site& site : found->second) {
    if (site.line >= frame.line || site.line == 0) continue;
    const bool same_callee = at > 0 && stack[at - 1].name == site.callee;
    const double strength = site.direct   ? kSameFunction
                            : same_callee ? kSameCallee
                                          : kThroughCallee;
    if (strength <= reason.strength) continue;
    reason = {strength, frame.name, site.line, frame.line};
    any = true;
  }
  return any;
}

HoldReason LockSites::WhyHolds(std::uint32_t number, bool waits_for_lock) {
  const auto stack = stacks_.stack(number);
  HoldReason reason;
  for (std::size_t at = 0; at < stack.size(); ++at) {
    if (stacks_.code().IsOwn(stack[at].name)) MayHoldFor(stack, at, reason);
  }
  if (reason.strength >= kSameOwner || waits_for_lock) return reason;
  for (const StackFrame& frame : stack) {
    if (!stacks_.code().IsOwn(frame.name)) continue;
    const std::string_view name = stacks_.code().text(frame.name);
    // A type's name tells more than a package's.
    if (owners_.find(OwnerOf(name)) == owners_.end()) continue;
    const bool method = OwnerOf(name).ends_with(')');
    return {method ? kSameOwner : 0.5 * kSameOwner, frame.name, 0, frame.line};
  }
  return reason;
}

}  // namespace burnglass
