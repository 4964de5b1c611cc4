// In place of RE2's util/logging.h in the browser's programs. RE2's own builds its messages with
// std::ostringstream, which brings the whole of the standard library's locales: 25 KB of the page's
// weight for sentences that nobody reads there. A failed check ends the program, as there.
#ifndef UTIL_LOGGING_H_
#define UTIL_LOGGING_H_

#include <cassert>
#include <cstdlib>
#include <ostream>

#include "util/util.h"

#define DCHECK(condition) assert(condition)
#define DCHECK_EQ(a, b) assert((a) == (b))
#define DCHECK_NE(a, b) assert((a) != (b))
#define DCHECK_LE(a, b) assert((a) <= (b))
#define DCHECK_LT(a, b) assert((a) < (b))
#define DCHECK_GE(a, b) assert((a) >= (b))
#define DCHECK_GT(a, b) assert((a) > (b))

#define CHECK(condition) \
  if (condition) {       \
  } else                 \
    (std::abort(), UnsaidMessage())
#define CHECK_EQ(a, b) CHECK((a) == (b))
#define CHECK_NE(a, b) CHECK((a) != (b))
#define CHECK_LE(a, b) CHECK((a) <= (b))
#define CHECK_LT(a, b) CHECK((a) < (b))
#define CHECK_GE(a, b) CHECK((a) >= (b))
#define CHECK_GT(a, b) CHECK((a) > (b))

#define LOG(severity) LOG_##severity
#define LOG_INFO UnsaidMessage()
#define LOG_WARNING UnsaidMessage()
#define LOG_ERROR UnsaidMessage()
#define LOG_FATAL (std::abort(), UnsaidMessage())
#define LOG_QFATAL LOG_FATAL
#ifdef NDEBUG
#define LOG_DFATAL LOG_ERROR
#else
#define LOG_DFATAL LOG_FATAL
#endif
#define VLOG(level) UnsaidMessage()

struct UnsaidMessage {
  template <typename T>
  const UnsaidMessage& operator<<(const T&) const {
    return *this;
  }
};

#endif  // UTIL_LOGGING_H_
