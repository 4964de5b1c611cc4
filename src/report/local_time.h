// Moments as pprof writes them.
#pragma once

#include <cstdint>
#include <string>

namespace burnglass {

// "2026-11-22 17:35:16 UTC", in the zone that the environment names (TZ). Nanoseconds since 1970.
// `format` is that of strftime.
std::string LocalTime(std::int64_t nanos, const char* format = "%Y-%m-%d %H:%M:%S %Z");

}  // namespace burnglass
