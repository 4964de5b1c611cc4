// Ends every test program by the line that scripts/test adds up: `N passed, N failed, N skipped`.
#include <cstdio>

#include <catch2/catch_test_case_info.hpp>
#include <catch2/reporters/catch_reporter_event_listener.hpp>
#include <catch2/reporters/catch_reporter_registrars.hpp>

namespace {

class CountListener : public Catch::EventListenerBase {
 public:
  using EventListenerBase::EventListenerBase;

  void testRunEnded(const Catch::TestRunStats& run) override {
    const Catch::Counts& cases = run.totals.testCases;
    std::printf("%llu passed, %llu failed, %llu skipped\n",
                static_cast<unsigned long long>(cases.passed + cases.failedButOk),
                static_cast<unsigned long long>(cases.failed),
                static_cast<unsigned long long>(cases.skipped));
    std::fflush(stdout);
  }
};

CATCH_REGISTER_LISTENER(CountListener)

}  // namespace
