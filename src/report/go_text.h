// Moments and durations as Go prints them.
#pragma once

#include <cstdint>
#include <string>

namespace burnglass {

// "1h2m3.5s", "3.017s", "1.5µs".
std::string GoDuration(std::int64_t nanos);

// "2026-11-22 17:35:20.441184888 +0000 UTC", in the zone that the environment names (TZ).
std::string GoTime(std::int64_t nanos);

}  // namespace burnglass
