#include "ui/guide_text.h"

namespace burnglass::ui {
namespace {

constexpr GuideEntry kEntries[] = {
    {"cpu", "It burns CPU, or is slow while a core is busy",
     "CPU: where the processor's time goes, a hundred looks a second at each busy core.",
     "curl -fo cpu.pb.gz 'http://localhost:6060/debug/pprof/profile?seconds=60'",
     "It cannot tell of waiting: sleep, network, disk and locks are not in it, nor is work that "
     "was "
     "done before or after the seconds it took."},
    {"heap", "Memory grows, or the program is killed for it",
     "Heap: what is in use (inuse_space) after the last collection, by where it was allocated.",
     "curl -fo heap.pb.gz 'http://localhost:6060/debug/pprof/heap?gc=1'",
     "It cannot tell who still holds the memory, only who allocated it; stacks, memory of C and "
     "what the runtime keeps for itself are not in it. One allocation in 512 kB is sampled."},
    {"allocs", "Much time goes into the garbage collector",
     "Allocs: everything allocated since the start (alloc_space, alloc_objects), freed or not.",
     "curl -fo allocs.pb.gz 'http://localhost:6060/debug/pprof/allocs?seconds=30'",
     "It cannot tell what is still in use, and without ?seconds= not when it was allocated."},
    {"goroutine", "Requests hang, or there are ever more goroutines",
     "Goroutine: where every goroutine is at this moment.",
     "curl -fo goroutine.txt 'http://localhost:6060/debug/pprof/goroutine?debug=2'",
     "It cannot tell how long in seconds: debug=2 gives whole minutes, other forms nothing. All "
     "goroutines stop for the moment that it takes."},
    {"block", "It is slow, and no core is busy",
     "Block: how long goroutines waited for channels, selects and locks, by who waited. Turned on "
     "by runtime.SetBlockProfileRate(10_000).",
     "curl -fo block.pb.gz 'http://localhost:6060/debug/pprof/block?seconds=30'",
     "It cannot tell of network, disk and sleep, nor of a wait that is not over yet."},
    {"mutex", "More cores do not make it faster",
     "Mutex: how long others had to wait, by who let the lock go. Turned on by "
     "runtime.SetMutexProfileFraction(100).",
     "curl -fo mutex.pb.gz 'http://localhost:6060/debug/pprof/mutex?seconds=30'",
     "It cannot tell how long a lock was held, nor who waited for it."},
    {"threadcreate", "The program has far more threads than cores",
     "Threadcreate: which stacks made new threads of the system.",
     "curl -fo threadcreate.pb.gz http://localhost:6060/debug/pprof/threadcreate",
     "It cannot tell much: since Go 1.6 most of its stacks are empty. Look at goroutines in system "
     "calls instead."},
};

constexpr GuideStep kSteps[] = {
    {"Give the profiles a listener of their own, on the loopback address or an internal one. The "
     "import puts them on http.DefaultServeMux: never serve that one to the world, for a profile "
     "tells names, arguments and paths, and taking one costs time.",
     "go http.ListenAndServe(\"127.0.0.1:6060\", nil) // import _ \"net/http/pprof\""},
    {"Where other code uses http.DefaultServeMux, put them on a mux of their own.",
     "mux.HandleFunc(\"/debug/pprof/\", pprof.Index); mux.HandleFunc(\"/debug/pprof/profile\", "
     "pprof.Profile)"},
    {"Reach it in a cluster: the port stays closed to everybody else.",
     "kubectl port-forward deploy/my-service 6060:6060"},
    {"Reach it on a host.", "ssh -NL 6060:127.0.0.1:6060 my-host"},
};

}  // namespace

std::span<const GuideEntry> GuideEntries() { return kEntries; }

const GuideEntry& GuideEntryOf(std::string_view kind) {
  for (const GuideEntry& entry : kEntries) {
    if (entry.kind == kind) return entry;
  }
  return kEntries[0];
}

std::span<const GuideStep> GuideSteps() { return kSteps; }

}  // namespace burnglass::ui
