#include "report/local_time.h"

#include <array>
#include <ctime>

namespace burnglass {

std::string LocalTime(std::int64_t nanos, const char* format) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  // Before 1970, too, a second has begun when its nanoseconds count.
  const std::int64_t seconds = nanos / kSecond - (nanos % kSecond < 0 ? 1 : 0);
  const auto moment = static_cast<std::time_t>(seconds);
  tzset();  // localtime_r need not look at TZ again by itself
  std::tm local = {};
  localtime_r(&moment, &local);
  std::array<char, 64> text;
  return {text.data(), std::strftime(text.data(), text.size(), format, &local)};
}

}  // namespace burnglass
