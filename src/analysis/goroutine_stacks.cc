#include "analysis/goroutine_stacks.h"

#include <algorithm>
#include <array>

#include "profile/kind.h"
#include "profile/sample_type.h"

namespace burnglass {
namespace {

// Reads "0x27f886e986f0" up to what is not hexadecimal. "0x8?" is a guess of Go's, and is none.
std::uint64_t ReadAddress(std::string_view text) {
  if (!text.starts_with("0x")) return 0;
  std::uint64_t address = 0;
  for (std::size_t i = 2; i < text.size(); ++i) {
    const char c = text[i];
    const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (digit < 0) return c == ',' || c == ')' ? address : 0;
    address = address * 16 + static_cast<std::uint64_t>(digit);
  }
  return 0;
}

constexpr std::array<std::string_view, 3> kLocks = {"sync.(*Mutex).", "sync.(*RWMutex).",
                                                    "sync.(*WaitGroup)."};

bool IsOfLock(std::string_view line) {
  if (line.starts_with("internal/")) line.remove_prefix(9);
  return std::any_of(kLocks.begin(), kLocks.end(),
                     [&](std::string_view lock) { return line.starts_with(lock); });
}

}  // namespace

std::uint64_t FindLockAddress(std::string_view text) {
  constexpr int kLines = 16;  // the wait is near the leaf
  for (int i = 0; i < kLines && !text.empty(); ++i) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    if (!IsOfLock(line)) continue;
    // The arguments stand in the last brackets, as the receiver's type is in the first.
    const std::uint64_t address = ReadAddress(line.substr(std::min(line.rfind('('), end - 1) + 1));
    if (address != 0) return address;
  }
  return 0;
}

GoroutineMoment GoroutineStacks::ReadMoment(const GoroutineSource& source) {
  const Profile& profile = *source.profile;
  GoroutineMoment moment{source.name, profile.data().time_nanos};
  moment.has_ids = !profile.data().goroutines.empty();
  moment.leaks_only = ProfileKind(profile, source.name) == "goroutineleak";
  moment.has_ids ? ReadDump(profile, moment) : ReadCounts(profile, moment);
  return moment;
}

void GoroutineStacks::ReadDump(const Profile& profile, GoroutineMoment& moment) {
  StackReader reader(code_, profile);
  moment.goroutines.reserve(profile.data().goroutines.size());
  for (const Goroutine& one : profile.data().goroutines) {
    StandingGoroutine standing;
    standing.stack = stacks_.FindOrAdd(reader.Read(one.sample));
    standing.sample = one.sample;
    standing.id = one.id;
    standing.wait_minutes = one.wait_minutes;
    standing.created_in = one.created_in;
    standing.state = texts_.Intern(profile.text(one.state));
    standing.created_by = texts_.Intern(profile.text(one.created_by));
    standing.leaked = one.leaked;
    const std::string_view state = profile.text(one.state);
    if (state.starts_with("sync.") || state.starts_with("semacquire")) {
      standing.lock = FindLockAddress(profile.text(one));
    }
    moment.goroutines.push_back(standing);
  }
}

void GoroutineStacks::ReadCounts(const Profile& profile, GoroutineMoment& moment) {
  StackReader reader(code_, profile);
  const auto& values = profile.data().values[DefaultSampleType(profile)];
  for (std::size_t i = 0; i < profile.sample_count(); ++i) {
    const auto frames = reader.Read(i);
    if (values[i] <= 0) continue;
    StandingGoroutine standing;
    standing.stack = stacks_.FindOrAdd(frames);
    standing.sample = static_cast<std::uint32_t>(i);
    standing.count = values[i];
    standing.state = texts_.Intern(StateOfWait(WaitKindOf(code_, frames)));
    standing.leaked = moment.leaks_only;
    moment.goroutines.push_back(standing);
  }
}

void GoroutineStacks::ReadWaits(const Profile& block, std::vector<std::uint32_t>& stacks) {
  StackReader reader(code_, block);
  for (std::size_t i = 0; i < block.sample_count(); ++i) {
    stacks.push_back(stacks_.FindOrAdd(reader.Read(i)));
  }
}

std::uint64_t GoroutineStacks::KeyWithoutRuntime(std::uint32_t stack) {
  std::uint64_t hash = kHashSeed;
  for (const StackFrame& frame : stacks_[stack]) {
    if (code_.IsWaiting(frame.name)) continue;
    hash = HashFrame(frame, hash);
  }
  return hash;
}

WaitKind GoroutineStacks::KindOf(const StandingGoroutine& goroutine) {
  const WaitKind told = WaitKindOfState(texts_[goroutine.state]);
  return told != WaitKind::kNone ? told : WaitKindOf(code_, stacks_[goroutine.stack]);
}

}  // namespace burnglass
