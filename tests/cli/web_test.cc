// Sources on a server: a small one of our own, on this machine.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "cli/command.h"
#include "cli/fetch.h"
#include "cli/url.h"
#include "support/test_files.h"

namespace burnglass {
namespace {

using Catch::Matchers::ContainsSubstring;
using Catch::Matchers::EndsWith;

// Answers every request by what `answer` makes of its target ("/debug/pprof/heap?seconds=1"): a
// whole HTTP answer. An empty one keeps the client waiting until the server ends.
class Server {
 public:
  using Answerer = std::function<std::string(const std::string& target)>;

  explicit Server(Answerer answer) : answer_(std::move(answer)) {
    listener_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(bind(listener_, reinterpret_cast<sockaddr*>(&address), size) == 0);
    REQUIRE(listen(listener_, 8) == 0);
    getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { Serve(); });
  }
  ~Server() {
    shutdown(listener_, SHUT_RDWR);
    thread_.join();
    for (const int kept : kept_) close(kept);
    close(listener_);
  }

  std::string host() const { return "127.0.0.1:" + std::to_string(port_); }
  std::vector<std::string> targets() {
    const std::lock_guard lock(mutex_);
    return targets_;
  }

 private:
  void Serve() {
    for (int client; (client = accept(listener_, nullptr, nullptr)) >= 0;) {
      const std::string target = ReadTarget(client);
      {
        const std::lock_guard lock(mutex_);
        targets_.push_back(target);
      }
      const std::string answer = answer_(target);
      if (answer.empty()) {
        kept_.push_back(client);
        continue;
      }
      std::size_t sent = 0;
      while (sent < answer.size()) {
        const ssize_t n = send(client, answer.data() + sent, answer.size() - sent, MSG_NOSIGNAL);
        if (n <= 0) break;
        sent += static_cast<std::size_t>(n);
      }
      close(client);
    }
  }

  static std::string ReadTarget(int client) {
    std::string head;
    char buffer[1024];
    while (head.find("\r\n\r\n") == head.npos) {
      const ssize_t n = recv(client, buffer, sizeof buffer, 0);
      if (n <= 0) break;
      head.append(buffer, static_cast<std::size_t>(n));
    }
    const std::size_t begin = head.find(' ') + 1;
    return head.substr(begin, head.find(' ', begin) - begin);
  }

  Answerer answer_;
  int listener_ = -1;
  int port_ = 0;
  std::vector<int> kept_;
  std::vector<std::string> targets_;
  std::mutex mutex_;
  std::thread thread_;
};

std::string Answer(const std::string& status, const std::string& body,
                   const std::string& more = "") {
  return "HTTP/1.1 " + status + "\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\nConnection: close\r\n" + more + "\r\n" + body;
}

std::string Cpu() { return TestDataPath("go-real/cpu.pb.gz"); }

Outcome Run(const std::vector<std::string>& arguments, const Console& console = {}) {
  setenv("TZ", "UTC", 1);
  return RunCommand(arguments, console);
}

class ScratchFolder {
 public:
  ScratchFolder()
      : path_(std::filesystem::temp_directory_path() /
              ("burnglass-take-" + std::to_string(std::rand()))) {}
  ~ScratchFolder() { std::filesystem::remove_all(path_); }

  std::string path() const { return path_.string(); }
  std::vector<std::filesystem::path> Files() const {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(path_)) files.push_back(entry);
    return files;
  }

 private:
  std::filesystem::path path_;
};

TEST_CASE("What a URL means") {
  const auto url = [](const std::string& source, std::int64_t seconds = 0) {
    const auto web = ParseWebSource(source, seconds, 0);
    return web ? web->url + " " + std::to_string(web->timeout) : "a file";
  };
  CHECK(url("host:6060") == "http://host:6060/debug/pprof/profile 60");
  CHECK(url("http://host") == "http://host/debug/pprof/profile 60");
  CHECK(url("https://host/", 90) == "https://host/debug/pprof/profile?seconds=90 135");
  CHECK(url("host:1/debug/pprof/heap?gc=1", 5) ==
        "http://host:1/debug/pprof/heap?gc=1&seconds=5 60");
  CHECK(url("http://h/x?seconds=100&a=b#c") == "http://h/x?seconds=100&a=b 150");
  CHECK(url("http://h/x?seconds=100&a=b", 7) == "http://h/x?a=b&seconds=7 60");
  CHECK(url("http://h/x?seconds=9223372036854775807") ==
        "http://h/x?seconds=9223372036854775807 1000000000");
  CHECK(url("[::1]:80") == "http://[::1]:80/debug/pprof/profile 60");
  CHECK(url("cpu.pb.gz") == "a file");
  CHECK(url("folder/cpu:1") == "a file");
  CHECK(url("ftp://host/x") == "a file");
  CHECK(WithoutCredentials("http://me:secret@host/x@y") == "http://host/x@y");
  CHECK(WithoutCredentials("me:secret@host:1/x") == "host:1/x");
  CHECK(WithoutCredentials("a@b") == "a@b");
  CHECK(ProfileNameOf("http://h/debug/pprof/heap?seconds=1") == "heap");
  CHECK(ProfileNameOf("http://h/..") == "profile");
  CHECK(ProfileNameOf("http://h/a%2fb") == "a_2fb");
}

TEST_CASE("Profiles come from servers, too") {
  Server server([](const std::string&) { return Answer("200 OK", ReadFile(Cpu())); });
  const std::string expected = Run({"pprof", "-top", Cpu()}).out;
  const Outcome pprof = Run({"pprof", "-top", "-seconds=3", server.host()});
  CHECK(pprof.err == "");
  CHECK(pprof.out == expected);
  CHECK(Run({"top", "http://" + server.host() + "/debug/pprof/heap"}).out == expected);
  CHECK(Run({"diff", "--json", server.host(), Cpu()}).status == 0);
  CHECK(server.targets() == std::vector<std::string>{"/debug/pprof/profile?seconds=3",
                                                     "/debug/pprof/heap", "/debug/pprof/profile"});
}

TEST_CASE("A redirection is followed") {
  Server server([](const std::string& target) {
    if (target == "/new") return Answer("200 OK", ReadFile(Cpu()));
    return Answer("302 Found", "moved", "Location: /new\r\n");
  });
  CHECK(Run({"info", server.host() + "/old"}).status == 0);
}

TEST_CASE("What a server refuses is told, without names and passwords") {
  Server server([](const std::string& target) {
    if (target == "/page") return Answer("200 OK", "<html>log in</html>");
    return Answer("404 Not Found", "Unknown profile\nmore");
  });
  const std::string url = "http://me:secret@" + server.host() + "/debug/pprof/nope";
  const std::string sentence = "burnglass: http://" + server.host() +
                               "/debug/pprof/nope: the server answered 404 Not Found: Unknown "
                               "profile\n";
  const Outcome top = Run({"top", url});
  CHECK(top.status == 1);
  CHECK(top.err == sentence);
  const Outcome pprof = Run({"pprof", "-top", url});
  CHECK(pprof.status == 2);
  CHECK(pprof.err == sentence);
  CHECK(Run({"info", server.host() + "/page"}).status == 1);
}

TEST_CASE("A server that is silent, or not there, is not waited for without end") {
  Server server([](const std::string&) { return std::string(); });
  const Outcome slow = Run({"info", "--timeout=1", server.host()});
  CHECK(slow.status == 1);
  CHECK(slow.err == "burnglass: " + server.host() + ": the server did not answer within 1 s\n");
  const Outcome none = Run({"info", "127.0.0.1:1"});
  CHECK(none.status == 1);
  CHECK_THAT(none.err, ContainsSubstring("127.0.0.1:1: it cannot be fetched: "));
}

TEST_CASE("take keeps what it can get, and goes on after what it cannot") {
  std::atomic<int> asked = 0;
  Server server([&](const std::string&) {
    const int number = ++asked;
    if (number == 2) return Answer("503 Service Unavailable", "busy");
    if (number == 3) return Answer("200 OK", "no profile at all");
    return Answer("200 OK", ReadFile(Cpu()));
  });
  const ScratchFolder folder;
  std::string said;
  Console console;
  console.say = [&](const std::string& text) { said += text; };
  const Outcome outcome = Run({"take", server.host() + "/debug/pprof/heap", "--every=20ms",
                               "--keep", folder.path(), "--count", "4"},
                              console);
  CHECK(outcome.status == 0);
  CHECK(outcome.out == "");
  CHECK_THAT(said, ContainsSubstring("/debug/pprof/heap: the server answered 503 Service "
                                     "Unavailable: busy\n") &&
                       EndsWith("burnglass: 2 kept in " + folder.path() + ", 2 failed\n"));
  const auto files = folder.Files();
  REQUIRE(files.size() == 2);
  for (const auto& file : files) {
    CHECK(file.filename().string().starts_with("heap-20"));
    CHECK(file.filename().string().ends_with(".pb.gz"));
    CHECK(ReadFile(file.string()) == ReadFile(Cpu()));
  }
}

TEST_CASE("take ends by an interrupt, between profiles and within one") {
  std::atomic<int> asked = 0;
  const bool within = GENERATE(false, true);
  Server server([&](const std::string&) {
    if (++asked < 2) return Answer("200 OK", ReadFile(Cpu()));
    kill(getpid(), SIGINT);
    return within ? std::string() : Answer("200 OK", ReadFile(Cpu()));
  });
  const ScratchFolder folder;
  const Outcome outcome =
      Run({"take", server.host(), "--every=1ms", "--keep=" + folder.path(), "--timeout=20"});
  CHECK(outcome.status == 0);
  CHECK(asked == 2);
  CHECK(folder.Files().size() >= 1);
}

}  // namespace
}  // namespace burnglass
