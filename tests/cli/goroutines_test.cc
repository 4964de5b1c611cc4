// Dumps of goroutines through `burnglass goroutines`: joined by id, judged, and in good time.
#include <chrono>
#include <ctime>
#include <nlohmann/json.hpp>
#include <string>

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>

#include "cli/command.h"
#include "scratch_folder.h"

namespace burnglass {
namespace {

using Catch::Matchers::ContainsSubstring;
using Json = nlohmann::json;

class Dumps {
 public:
  void Write(const std::string& name, const std::string& text) const { folder_.Write(name, text); }
  std::string path() const { return folder_.path(); }
  Outcome Run(bool json = true) const {
    std::vector<std::string> arguments = {"goroutines", path()};
    if (json) arguments.emplace_back("--json");
    return RunCommand(arguments, {});
  }
  Json Answer() const {
    const Outcome outcome = Run();
    INFO(outcome.err);
    REQUIRE(outcome.status == 0);
    return Json::parse(outcome.out);
  }

 private:
  ScratchFolder folder_;
};

std::string GoroutineText(int id, const std::string& state, const std::string& frames,
                          const std::string& created_by = "main.main") {
  return "goroutine " + std::to_string(id) + " [" + state + "]:\n" + frames + "created by " +
         created_by + " in goroutine 1\n\t/srv/shop/main.go:9 +0x1\n\n";
}

std::string Frame(const std::string& call, int line) {
  return call + "\n\t/srv/shop/x.go:" + std::to_string(line) + " +0x1\n";
}

const std::string kRuntime = Frame("runtime.main()", 1);
const std::string kLock = Frame("sync.(*Mutex).Lock(0xc000010000)", 90);

TEST_CASE("Two dumps are joined by the ids of their goroutines") {
  const Dumps dumps;
  const std::string worker = Frame("shop.eu/app.work(0x1)", 20);
  dumps.Write("d.1.txt",
              GoroutineText(5, "chan send, 2 minutes", Frame("shop.eu/app.ask(0x1)", 7)) +
                  GoroutineText(6, "chan receive", worker) +
                  GoroutineText(7, "select", Frame("shop.eu/app.gone(0x1)", 30)) +
                  GoroutineText(8, "runnable", Frame("shop.eu/app.run(0x1)", 40)));
  dumps.Write("d.2.txt",
              GoroutineText(5, "chan send, 6 minutes", Frame("shop.eu/app.ask(0x2)", 7)) +
                  GoroutineText(6, "chan receive", worker) +
                  GoroutineText(8, "runnable", Frame("shop.eu/app.run(0x1)", 41)) +
                  GoroutineText(19, "chan send", Frame("shop.eu/app.ask(0x1)", 7)));
  const Json answer = dumps.Answer();
  CHECK(answer["total"] == "4");
  CHECK(answer["joined"] == Json({{"same", "2"}, {"moved", "1"}, {"came", "1"}, {"gone", "1"}}));
  const Json& first = answer["groups"][0];
  CHECK(first["function"] == "shop.eu/app.ask");
  CHECK(first["count"] == "2");
  CHECK(first["in_all_dumps"] == "1");
  CHECK(first["came"] == "1");
  CHECK(first["longest_wait_minutes"] == "6");
  CHECK(first["waited_before_minutes"] == "2");
  CHECK(first["created_by"] == "main.main");
  CHECK(first["state"] == "chan send");
  CHECK(answer["stuck"][0]["function"] == "shop.eu/app.ask");
  CHECK(answer["stuck"][0]["kind"] == "channel send");
  CHECK_THAT(dumps.Run(false).out, ContainsSubstring("2 stand where they stood, 1 moved on"));
}

TEST_CASE("Who waits at its second lock is named before its victims") {
  const Dumps dumps;
  std::string text;
  const auto move = [](int line) { return kLock + Frame("shop.eu/app.(*Bank).Move(0x1)", line); };
  for (int i = 10; i < 13; ++i) text += GoroutineText(i, "sync.Mutex.Lock, 3 minutes", move(18));
  for (int i = 20; i < 22; ++i) text += GoroutineText(i, "sync.Mutex.Lock, 3 minutes", move(12));
  for (int i = 30; i < 60; ++i) {
    text += GoroutineText(i, "sync.Mutex.Lock", kLock + Frame("shop.eu/app.(*Bank).Read(0x1)", 50));
  }
  dumps.Write("d.txt", text + GoroutineText(99, "running", kRuntime));
  const Json stuck = dumps.Answer()["stuck"];
  REQUIRE(stuck.size() == 2);
  CHECK(stuck[0]["function"] == "shop.eu/app.(*Bank).Move");
  CHECK(stuck[0]["kind"] == "lock order");
  CHECK(stuck[0]["count"] == "5");
  CHECK_THAT(stuck[0]["evidence"].get<std::string>(), ContainsSubstring("at line 12 it takes one"));
  CHECK(stuck[1]["function"] == "shop.eu/app.(*Bank).Read");
  CHECK(stuck[1]["holder_candidates"] == Json::array({"shop.eu/app.(*Bank).Move"}));
}

std::string LockAt(const std::string& address) {
  return Frame("sync.(*Mutex).Lock(" + address + ")", 90);
}

TEST_CASE("Two that wait at their second locks are named by the addresses of these") {
  const Dumps dumps;
  const auto in = [](const std::string& function, int line) {
    return Frame("shop.eu/app." + function + "(0x1)", line);
  };
  const std::string pay = in("pay", 18), refund = in("refund", 44);
  const std::string one = "0xc000010000", other = "0xc000020000",
                    state = "sync.Mutex.Lock, 3 minutes";
  const std::string rest = GoroutineText(99, "running", kRuntime);
  dumps.Write("d.txt", GoroutineText(10, state, LockAt(one) + pay) +
                           GoroutineText(11, state, LockAt(other) + refund) + rest);
  const Json stuck = dumps.Answer()["stuck"];
  REQUIRE(stuck.size() == 2);
  for (const Json& row : stuck) {
    CHECK(row["kind"] == "lock order");
    CHECK(row["holder_candidates"] == Json::array({"shop.eu/app.pay", "shop.eu/app.refund"}));
    CHECK_THAT(row["evidence"].get<std::string>(), ContainsSubstring("2 different locks"));
  }
  // Where both wait for one lock, somebody else has it.
  dumps.Write("d.txt", GoroutineText(10, state, LockAt(one) + pay) +
                           GoroutineText(11, state, LockAt(one) + refund) + rest);
  const Json waiting = dumps.Answer()["stuck"];
  for (const Json& row : waiting) CHECK(row["kind"] == "mutex");
}

TEST_CASE("One function that moves between two locks in both directions waits for both") {
  const Dumps dumps;
  const std::string move = Frame("shop.eu/app.move(0x1)", 18);
  const std::string state = "sync.Mutex.Lock, 3 minutes";
  dumps.Write("d.txt", GoroutineText(10, state, LockAt("0xc000010000") + move) +
                           GoroutineText(11, state, LockAt("0xc000020000") + move) +
                           GoroutineText(99, "running", kRuntime));
  const Json stuck = dumps.Answer()["stuck"];
  REQUIRE(stuck.size() == 1);
  CHECK(stuck[0]["function"] == "shop.eu/app.move");
  CHECK(stuck[0]["kind"] == "lock order");
  CHECK(stuck[0]["count"] == "2");
}

TEST_CASE("A dump of very many different stacks that wait is judged in good time") {
  const Dumps dumps;
  std::string text;
  for (int i = 1; i <= 30000; ++i) {
    const std::string n = std::to_string(i);
    text += GoroutineText(i, "sync.Mutex.Lock, 3 minutes",
                          LockAt("0xc0000" + std::to_string(10000 + i)) +
                              Frame("shop.eu/app.(*T" + n + ").in(0x1)", 7) +
                              Frame("shop.eu/app.(*T" + std::to_string(i / 2) + ").out(0x1)", 9));
  }
  dumps.Write("d.txt", text);
  const std::clock_t begin = std::clock();
  CHECK(dumps.Answer()["total"] == "30000");
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
  INFO(seconds << " s of CPU time");
  // Each pair of them looked at would be 450 million.
  CHECK(seconds < 30);
}

TEST_CASE("A wait group with nobody left is stuck, idle workers and passing waits are not") {
  const Dumps dumps;
  std::string text = GoroutineText(99, "running", kRuntime);
  for (int i = 10; i < 50; ++i) {
    text += GoroutineText(i, "chan receive, 90 minutes", Frame("shop.eu/app.(*Pool).work(0x1)", 8));
  }
  text += GoroutineText(60, "sync.Mutex.Lock", kLock + Frame("shop.eu/app.(*Store).Get(0x1)", 5));
  const std::string wait = Frame("sync.(*WaitGroup).Wait(0xc000010000)", 1);
  dumps.Write("d.txt", text);
  CHECK(dumps.Answer()["stuck"].empty());
  CHECK_THAT(dumps.Run(false).out, ContainsSubstring("Nothing seems stuck."));
  dumps.Write("d.txt", text + GoroutineText(70, "sync.WaitGroup.Wait, 4 minutes",
                                            wait + Frame("shop.eu/app.Batch(0x1)", 33)));
  const Json stuck = dumps.Answer()["stuck"];
  REQUIRE(stuck.size() == 1);
  CHECK(stuck[0]["function"] == "shop.eu/app.Batch");
  CHECK(stuck[0]["kind"] == "wait group");
}

TEST_CASE("What is no profile of goroutines is left out by its name, and alone refused") {
  const Dumps dumps;
  dumps.Write("a.txt", "main;serve 100\n");
  const Outcome alone = dumps.Run();
  CHECK(alone.status == 1);
  CHECK_THAT(alone.err, ContainsSubstring("a.txt: it tells nothing of goroutines"));
  dumps.Write("broken.pb.gz", "\x1f\x8b broken");
  dumps.Write("d.txt", GoroutineText(5, "chan receive", Frame("main.work(0x1)", 3)));
  const Outcome mixed = dumps.Run();
  CHECK(mixed.status == 0);
  CHECK_THAT(mixed.err, ContainsSubstring("left out: ") && ContainsSubstring("broken.pb.gz: "));
}

TEST_CASE("Two dumps of 100,000 goroutines join in good time") {
  const Dumps dumps;
  for (int dump = 0; dump < 2; ++dump) {
    std::string text;
    for (int i = 1; i <= 100000; ++i) {
      const std::string place = std::to_string(i % 40);
      text += GoroutineText(i + 1000 * dump, "chan receive",
                            Frame("runtime.gopark(0x1)", 3) +
                                Frame("shop.eu/app.(*T" + place + ").wait(0xc000123456)", i % 8) +
                                Frame("shop.eu/app.serve(0x1, 0x2)", 11));
    }
    dumps.Write("d." + std::to_string(dump) + ".txt", text);
  }
  const auto begin = std::chrono::steady_clock::now();
  const Json answer = dumps.Answer();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  CHECK(answer["joined"]["same"] == "99000");
  CHECK(answer["joined"]["came"] == "1000");
  CHECK(answer["joined"]["gone"] == "1000");
  INFO(seconds.count() << " s");
  // With the sanitizers of the test build it may take longer than the command does.
  CHECK(seconds.count() < 30);
}

}  // namespace
}  // namespace burnglass
