#include "engine/told_facts.h"

#include <algorithm>
#include <iterator>

namespace burnglass {

std::string_view UnitOfFact(std::string_view name) {
  constexpr std::string_view kBytes[] = {
      "Alloc",        "TotalAlloc", "Sys",      "HeapAlloc",   "HeapSys", "HeapIdle", "HeapInuse",
      "HeapReleased", "GCSys",      "OtherSys", "BuckHashSys", "NextGC",  "MaxRSS"};
  if (name == "LastGC") return "unix nanoseconds";
  return std::find(std::begin(kBytes), std::end(kBytes), name) != std::end(kBytes) ? "bytes"
                                                                                   : "count";
}

}  // namespace burnglass
