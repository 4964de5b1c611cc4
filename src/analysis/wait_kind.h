// What a goroutine waits for, told from the functions of Go's runtime and libraries it waits in.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "analysis/own_code.h"

namespace burnglass {

enum class WaitKind : std::uint8_t {
  kNone,  // it does not wait, or for what is not known
  kMutex,
  kSend,     // on a channel
  kReceive,  // from a channel
  kSelect,
  kCondition,
  kWaitGroup,
  kSleep,
  kNetwork,
  kForever,  // an empty select, a nil channel
};

// From the frames nearest to the leaf that are neither own code nor a dependency's.
WaitKind WaitKindOf(OwnCode& code, std::span<const StackFrame> stack);

// From the state that a dump of goroutines prints: "chan receive (nil chan)". A state that may mean
// several things ("semacquire") gives kNone.
WaitKind WaitKindOfState(std::string_view state);

// "mutex", "channel send", "select", …; "other" for kNone.
std::string_view WaitKindName(WaitKind kind);

// The state that a dump would print: "sync.Mutex.Lock", "chan send"; "" for kNone.
std::string_view StateOfWait(WaitKind kind);

}  // namespace burnglass
