// `burnglass take`: profiles of a running program, again and again, into a folder.
#include <unistd.h>
#include <csignal>

#include <CLI/CLI.hpp>
#include <array>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <memory>
#include <thread>

#include "base/read_text.h"
#include "cli/fetch.h"
#include "cli/sources.h"
#include "cli/terminal_text.h"
#include "cli/verbs.h"
#include "cli/write_file.h"
#include "formats/load.h"

namespace burnglass {
namespace {

using Clock = std::chrono::steady_clock;

struct Asked {
  std::vector<std::string> urls;
  std::string folder;
  std::chrono::milliseconds every{60'000};
  std::uint64_t count = 0;  // 0: until it is interrupted
  SourceOptions web;
};

volatile std::sig_atomic_t interrupted = 0;

// While it lives, an interrupt or a request to end is noted and does not end the process.
class Interrupts {
 public:
  Interrupts() {
    interrupted = 0;
    struct sigaction action = {};
    action.sa_handler = [](int) { interrupted = 1; };
    sigaction(SIGINT, &action, &interrupt_);
    sigaction(SIGTERM, &action, &end_);
  }
  ~Interrupts() {
    sigaction(SIGINT, &interrupt_, nullptr);
    sigaction(SIGTERM, &end_, nullptr);
  }
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

 private:
  struct sigaction interrupt_ = {}, end_ = {};
};

// "60s", "5m", "1h", "500ms"; a number alone is seconds.
std::optional<std::chrono::milliseconds> ReadSpan(std::string_view text) {
  constexpr std::pair<std::string_view, double> kUnits[] = {
      {"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}, {"", 1000}};
  for (const auto& [unit, milliseconds] : kUnits) {
    if (!text.ends_with(unit)) continue;
    const auto number = ReadDouble(text.substr(0, text.size() - unit.size()));
    if (!number) continue;
    const double span = *number * milliseconds;
    if (span < 1 || span > 1e12) return std::nullopt;
    return std::chrono::milliseconds(static_cast<std::int64_t>(span));
  }
  return std::nullopt;
}

std::string UtcNow() {
  const std::time_t now = std::time(nullptr);
  std::tm parts = {};
  gmtime_r(&now, &parts);
  std::array<char, 40> text = {};
  std::strftime(text.data(), text.size(), "%Y%m%dT%H%M%SZ", &parts);
  return text.data();
}

// "heap-20261122T230516Z.pb.gz", with a number where there is one of this second already.
std::string PathFor(const std::string& folder, const std::string& name) {
  const std::string stem = (std::filesystem::path(folder) / (name + "-" + UtcNow())).string();
  std::string path = stem + ".pb.gz";
  for (int i = 2; access(path.c_str(), F_OK) == 0; ++i) {
    path = stem + "-" + std::to_string(i) + ".pb.gz";
  }
  return path;
}

// The bytes as the server sent them, if they are a profile. They are decoded as they come, so that
// a bomb is seen before it is kept.
Result<std::string> FetchProfile(const WebSource& source) {
  std::string bytes;
  ProfileLoader loader;
  const auto take = [&](std::span<const std::byte> piece) {
    bytes.append(reinterpret_cast<const char*>(piece.data()), piece.size());
    return loader.Feed(piece);
  };
  if (Status got = Fetch(source, take, [] { return interrupted != 0; }); !got) return got.error();
  const Result<ProfileData> profile = loader.Finish();
  if (!profile) return profile.error();
  return bytes;
}

class Taker {
 public:
  Taker(const Asked& asked, const Console& console) : asked_(asked), console_(console) {}

  Outcome Run() {
    const Interrupts interrupts;
    std::error_code error;
    std::filesystem::create_directories(asked_.folder, error);
    if (error) return Failed(Error{asked_.folder + " cannot be made: " + error.message()});
    for (std::uint64_t round = 0; asked_.count == 0 || round < asked_.count; ++round) {
      const Clock::time_point begin = Clock::now();
      for (const std::string& url : asked_.urls) {
        if (interrupted == 0) TakeOne(url);
      }
      const bool last = asked_.count != 0 && round + 1 == asked_.count;
      if (!last) WaitUntil(begin + asked_.every);
      if (interrupted != 0) break;
    }
    Say(std::to_string(kept_) + " kept in " + asked_.folder +
        (failed_ == 0 ? "" : ", " + std::to_string(failed_) + " failed"));
    return {.status = kept_ == 0 && failed_ > 0 ? 1 : 0};
  }

 private:
  void TakeOne(const std::string& url) {
    const auto source = ParseWebSource(url, asked_.web.seconds, asked_.web.timeout);
    const Result<std::string> bytes = FetchProfile(*source);
    if (interrupted != 0 && !bytes) return;
    Status status = bytes ? Keep(ProfileNameOf(source->url), *bytes) : Status(bytes.error());
    if (status) {
      ++kept_;
    } else {
      ++failed_;
      Say(WithoutCredentials(source->url) + ": " + status.error().message);
    }
  }

  Status Keep(const std::string& name, const std::string& bytes) {
    return WriteFileAtOnce(PathFor(asked_.folder, name), bytes);
  }

  // In short sleeps, so that an interrupt is seen soon even where the sleep goes on after it.
  static void WaitUntil(Clock::time_point end) {
    constexpr std::chrono::milliseconds kNap(50);
    while (interrupted == 0 && Clock::now() < end) {
      std::this_thread::sleep_for(std::min<Clock::duration>(kNap, end - Clock::now()));
    }
  }

  void Say(const std::string& text) const {
    console_.say("burnglass: " + TerminalLine(text) + "\n");
  }

  const Asked& asked_;
  const Console& console_;
  std::uint64_t kept_ = 0, failed_ = 0;
};

void CheckUrl(const std::string& url) {
  if (!ParseWebSource(url, 0, 0)) {
    throw CLI::ValidationError("URL", "\"" + url + "\" is none; it is like host:6060 or http://…");
  }
}

}  // namespace

VerbRun AddTake(CLI::App& command) {
  const auto asked = std::make_shared<Asked>();
  CLI::App* verb = command.add_subcommand("take", "Fetch profiles again and again into a folder");
  const auto set_urls = [asked](const std::vector<std::string>& urls) {
    for (const std::string& url : urls) CheckUrl(url);
    asked->urls = urls;
  };
  verb->add_option_function<std::vector<std::string>>("URL", set_urls,
                                                      "Where the profiles are, as host:6060")
      ->type_name("URL")
      ->required();
  const auto set_every = [asked](const std::string& text) {
    const auto every = ReadSpan(text);
    if (!every) throw CLI::ValidationError("--every", "it takes a time such as 60s, 5m or 1h");
    asked->every = *every;
  };
  verb->add_option_function<std::string>("--every", set_every, "How often; 60s if not given")
      ->type_name("TIME");
  verb->add_option("--keep", asked->folder, "The folder; it is made where it is not there yet")
      ->type_name("DIR")
      ->required();
  verb->add_option("--count", asked->count, "How many times; otherwise until it is interrupted")
      ->type_name("N");
  AddReadingOptions(*verb, asked->web);
  return [asked](const Console& console) { return Taker(*asked, console).Run(); };
}

}  // namespace burnglass
