// Large pieces of memory in large pages, for the whole command. A large profile is some tens of
// columns of tens of megabytes that are gone through in no order: in small pages a third of the
// time goes to the kernel, which hands them out one by one, and to the processor, which looks each
// of them up.
#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t kLargePage = std::size_t{2} << 20;
constexpr std::size_t kWorthIt = 4 * kLargePage;

void* Allocate(std::size_t size) {
  if (size < kWorthIt) return std::malloc(size == 0 ? 1 : size);
  void* memory = nullptr;
  if (posix_memalign(&memory, kLargePage, size) != 0) return nullptr;
#ifdef MADV_HUGEPAGE
  // The last pages stay small: they would be mostly empty. It is advice, and may be refused.
  madvise(memory, size / kLargePage * kLargePage, MADV_HUGEPAGE);
#endif
  return memory;
}

}  // namespace

void* operator new(std::size_t size) {
  if (void* memory = Allocate(size)) return memory;
  throw std::bad_alloc();
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
