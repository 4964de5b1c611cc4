#include "analysis/wait_kind.h"

#include <array>

namespace burnglass {
namespace {

struct Known {
  std::string_view beginning;
  WaitKind kind;
};

// Frames in which goroutines wait. Several stand above each other, and the first that is known
// tells; those that serve for several things are not here.
constexpr std::array kFrames = {
    Known{"sync.(*Mutex).", WaitKind::kMutex},
    Known{"sync.(*RWMutex).", WaitKind::kMutex},
    Known{"internal/sync.(*Mutex).", WaitKind::kMutex},
    Known{"sync.runtime_SemacquireMutex", WaitKind::kMutex},
    Known{"sync.runtime_SemacquireRWMutex", WaitKind::kMutex},
    Known{"internal/sync.runtime_SemacquireMutex", WaitKind::kMutex},
    Known{"runtime.lock", WaitKind::kMutex},
    Known{"runtime.unlock", WaitKind::kMutex},
    Known{"sync.(*Once)", WaitKind::kMutex},
    Known{"sync.(*Cond).Wait", WaitKind::kCondition},
    Known{"sync.runtime_notifyListWait", WaitKind::kCondition},
    Known{"sync.(*WaitGroup).Wait", WaitKind::kWaitGroup},
    Known{"sync.runtime_SemacquireWaitGroup", WaitKind::kWaitGroup},
    Known{"runtime.chansend", WaitKind::kSend},
    Known{"runtime.chanrecv", WaitKind::kReceive},
    Known{"runtime.selectgo", WaitKind::kSelect},
    Known{"runtime.selectnbsend", WaitKind::kSend},
    Known{"runtime.selectnbrecv", WaitKind::kReceive},
    Known{"runtime.block", WaitKind::kForever},
    Known{"time.Sleep", WaitKind::kSleep},
    Known{"runtime.timeSleep", WaitKind::kSleep},
    Known{"internal/poll.", WaitKind::kNetwork},
    Known{"runtime.netpollblock", WaitKind::kNetwork},
};

constexpr std::array kStates = {
    Known{"sync.Mutex.Lock", WaitKind::kMutex},
    Known{"sync.RWMutex.", WaitKind::kMutex},
    Known{"chan send", WaitKind::kSend},
    Known{"chan receive", WaitKind::kReceive},
    Known{"select (no cases", WaitKind::kForever},
    Known{"select", WaitKind::kSelect},
    Known{"sync.Cond.Wait", WaitKind::kCondition},
    Known{"sync.WaitGroup.Wait", WaitKind::kWaitGroup},
    Known{"sleep", WaitKind::kSleep},
    Known{"IO wait", WaitKind::kNetwork},
};

}  // namespace

WaitKind WaitKindOf(OwnCode& code, std::span<const StackFrame> stack) {
  for (const StackFrame& frame : stack) {
    if (!code.IsWaiting(frame.name)) break;
    for (const Known& known : kFrames) {
      if (code.text(frame.name).starts_with(known.beginning)) return known.kind;
    }
  }
  return WaitKind::kNone;
}

WaitKind WaitKindOfState(std::string_view state) {
  const bool nil = state.find("nil chan") != state.npos;
  for (const Known& known : kStates) {
    if (state.starts_with(known.beginning)) return nil ? WaitKind::kForever : known.kind;
  }
  return WaitKind::kNone;
}

std::string_view WaitKindName(WaitKind kind) {
  constexpr std::array<std::string_view, 10> kNames = {
      "other",     "mutex",      "channel send", "channel receive", "select",
      "condition", "wait group", "sleep",        "network",         "nothing"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view StateOfWait(WaitKind kind) {
  constexpr std::array<std::string_view, 10> kNames = {
      "",        "sync.Mutex.Lock",  "chan send",           "chan receive",
      "select",  "sync.Cond.Wait",   "sync.WaitGroup.Wait", "sleep",
      "IO wait", "select (no cases)"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace burnglass
