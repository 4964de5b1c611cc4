// Moments as pprof writes them.
#pragma once

#include <cstdint>
#include <string>

namespace burnglass {

// "2026-11-22 17:35:16 UTC", in the zone that the environment names (TZ). Nanoseconds since 1970.
std::string LocalTime(std::int64_t nanos);

}  // namespace burnglass
