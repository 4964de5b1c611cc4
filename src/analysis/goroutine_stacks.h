// Goroutines of several moments of one program with their stacks numbered alike: what the analyses
// of goroutines start from.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/own_code.h"
#include "analysis/stack_numbers.h"
#include "analysis/wait_kind.h"
#include "profile/profile.h"

namespace burnglass {

struct GoroutineSource {
  ProfilePtr profile;
  std::string name;
};

// Where a goroutine stood in the earlier of several dumps.
enum class Stayed : std::uint8_t {
  kUnknown,  // there is no earlier one, or nothing tells its goroutines apart
  kSame,     // in all of them where it stands now
  kMoved,    // in the first, elsewhere
  kCame,     // it is not in the first
};

// Goroutines that stand in one stack, in one state, begun by one function. In a dump each of them
// is one.
struct StandingGoroutine {
  std::uint32_t stack = 0;  // of GoroutineStacks
  std::int64_t count = 1;
  std::int64_t id = 0;  // 0: not told, as in profiles that only count
  std::int64_t wait_minutes = 0;
  std::int64_t created_in = 0;
  StringId state = 0;  // texts of GoroutineStacks
  StringId created_by = 0;
  std::uint64_t lock = 0;  // the address of the lock it waits for, where the dump shows it
  bool leaked = false;
  std::uint32_t sample = 0;
  std::uint32_t group = 0;           // set by GroupStanding
  Stayed stayed = Stayed::kUnknown;  // set by JoinDumps, as is the next
  std::int64_t waited_before = 0;
};

struct GoroutineMoment {
  std::string name;
  std::int64_t time = 0;
  bool has_ids = false;
  bool leaks_only = false;  // a goroutineleak profile
  std::vector<StandingGoroutine> goroutines = {};
};

class GoroutineStacks {
 public:
  // All sources must be learnt before the first moment is read.
  void Learn(const Profile& profile) { code_.Learn(profile); }
  GoroutineMoment ReadMoment(const GoroutineSource& source);
  // Of a block profile: stacks that waited once, for what they tell of where locks are taken.
  void ReadWaits(const Profile& block, std::vector<std::uint32_t>& stacks);

  std::span<const StackFrame> stack(std::uint32_t number) const { return stacks_[number]; }
  std::size_t size() const { return stacks_.size(); }
  // The same for stacks that differ in frames of the runtime only, which dumps leave out.
  std::uint64_t KeyWithoutRuntime(std::uint32_t stack);
  WaitKind KindOf(const StandingGoroutine& goroutine);

  OwnCode& code() { return code_; }
  std::string_view text(StringId id) const { return texts_[id]; }

 private:
  void ReadDump(const Profile& profile, GoroutineMoment& moment);
  void ReadCounts(const Profile& profile, GoroutineMoment& moment);

  OwnCode code_;
  StringTable texts_;
  StackNumbers<StackFrame> stacks_;
};

// The address of the lock that a goroutine waits for, from its text in a dump: the first argument
// of the first call of a method of sync's types that tells it; 0: it does not.
std::uint64_t FindLockAddress(std::string_view goroutine_text);

}  // namespace burnglass
