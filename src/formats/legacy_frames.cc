#include "formats/legacy_frames.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace burnglass {
namespace {

using Patterns = std::span<const std::string_view>;

// Allocators: POSIX, tcmalloc, macOS, Go's runtime, C++ libraries.
constexpr std::string_view kAllocators[] = {"calloc",
                                            "cfree",
                                            "malloc",
                                            "free",
                                            "memalign",
                                            "do_memalign",
                                            "(__)?posix_memalign",
                                            "pvalloc",
                                            "valloc",
                                            "realloc",
                                            "tcmalloc::.*",
                                            "tc_calloc",
                                            "tc_cfree",
                                            "tc_malloc",
                                            "tc_free",
                                            "tc_memalign",
                                            "tc_posix_memalign",
                                            "tc_pvalloc",
                                            "tc_valloc",
                                            "tc_realloc",
                                            "tc_new",
                                            "tc_delete",
                                            "tc_newarray",
                                            "tc_deletearray",
                                            "tc_new_nothrow",
                                            "tc_newarray_nothrow",
                                            "malloc_zone_malloc",
                                            "malloc_zone_calloc",
                                            "malloc_zone_valloc",
                                            "malloc_zone_realloc",
                                            "malloc_zone_memalign",
                                            "malloc_zone_free",
                                            R"(runtime\..*)",
                                            "BaseArena::.*",
                                            "(::)?do_malloc_no_errno",
                                            "(::)?do_malloc_pages",
                                            "(::)?do_malloc",
                                            "DoSampledAllocation",
                                            "MallocedMemBlock::MallocedMemBlock",
                                            "_M_allocate",
                                            "__builtin_(vec_)?delete",
                                            "__builtin_(vec_)?new",
                                            "__gnu_cxx::new_allocator::allocate",
                                            "__libc_malloc",
                                            "__malloc_alloc_template::allocate",
                                            "allocate",
                                            "cpp_alloc",
                                            R"(operator new(\[\])?)",
                                            "simple_alloc::allocate"};

// Frames of Go's runtime that stand in the middle of a stack.
constexpr std::string_view kKeptRuntime[] = {R"(runtime\.panic)", R"(runtime\.reflectcall)",
                                             R"(runtime\.call[0-9]*)"};

constexpr std::string_view kLocks[] = {"RecordLockProfileData",
                                       "(base::)?RecordLockProfileData.*",
                                       "(base::)?SubmitMutexProfileData.*",
                                       "(base::)?SubmitSpinLockProfileData.*",
                                       "(base::Mutex::)?AwaitCommon.*",
                                       "(base::Mutex::)?Unlock.*",
                                       "(base::Mutex::)?UnlockSlow.*",
                                       "(base::Mutex::)?ReaderUnlock.*",
                                       "(base::MutexLock::)?~MutexLock.*",
                                       "(Mutex::)?AwaitCommon.*",
                                       "(Mutex::)?Unlock.*",
                                       "(Mutex::)?UnlockSlow.*",
                                       "(Mutex::)?ReaderUnlock.*",
                                       "(MutexLock::)?~MutexLock.*",
                                       "(SpinLock::)?Unlock.*",
                                       "(SpinLock::)?SlowUnlock.*",
                                       "(SpinLockHolder::)?~SpinLockHolder.*"};

constexpr std::string_view kSignalHandlers[] = {"ProfileData::Add", "ProfileData::prof_handler",
                                                "CpuProfiler::prof_handler", "__pthread_sighandler",
                                                "__restore"};

StringId AnyOf(Patterns patterns, StringTable& strings) {
  std::string joined;
  for (const std::string_view pattern : patterns) {
    if (!joined.empty()) joined += '|';
    joined += pattern;
  }
  return strings.Intern(joined);
}

bool HasTypes(const ProfileData& data, std::initializer_list<std::string_view> types) {
  if (data.sample_types.size() != types.size()) return false;
  std::size_t i = 0;
  for (const std::string_view type : types) {
    if (data.strings[data.sample_types[i++].type] != type) return false;
  }
  return true;
}

bool IsHeap(const ProfileData& data) {
  return HasTypes(data, {"objects", "space"}) || HasTypes(data, {"inuse_objects", "inuse_space"}) ||
         HasTypes(data, {"alloc_objects", "alloc_space", "inuse_objects", "inuse_space"});
}

}  // namespace

void AddLegacyFrames(ProfileData& data) {
  if (IsHeap(data)) {
    data.drop_frames = AnyOf(kAllocators, data.strings);
    data.keep_frames = AnyOf(kKeptRuntime, data.strings);
  } else {
    const bool locks = HasTypes(data, {"contentions", "delay"});
    data.drop_frames = AnyOf(locks ? Patterns(kLocks) : Patterns(kSignalHandlers), data.strings);
    data.keep_frames = 0;
  }
}

}  // namespace burnglass
