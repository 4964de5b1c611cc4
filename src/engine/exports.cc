// The functions that the worker's script calls: see "engine.wasm" in src/README.md.
#include <malloc.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/release.h"
#include "engine/engine.h"
#include "engine/warm_up.h"

namespace burnglass {
namespace {

// Lives as long as the worker, so it is never destroyed.
struct Exports {
  Engine engine;
  std::unique_ptr<WarmUp> warm_up;
  std::vector<std::uint64_t> buffer;  // words, because messages are 8-aligned; only grows
  Bytes message;
  std::string text;
};

Exports& exports() {
  static Exports& one = *new Exports;
  return one;
}

Engine& engine() { return exports().engine; }

// The first bytes of the buffer, as many as there are.
std::span<const std::byte> BufferBytes(std::uint32_t size) {
  const auto all = std::as_bytes(std::span(exports().buffer));
  return all.first(std::min<std::size_t>(size, all.size()));
}

// 0 for what is no size: NaN, what does not fit.
std::uint64_t KnownSize(double size) {
  return size >= 1 && size <= 0x1p53 ? static_cast<std::uint64_t>(size) : 0;
}

}  // namespace

extern "C" {

void engine_open(std::uint32_t profile, const char* name, std::uint32_t n, double size) {
  exports().warm_up.reset();
  engine().Open(profile, {name, n}, KnownSize(size));
}

void engine_open_part(std::uint32_t profile, const char* name, std::uint32_t n, double size) {
  exports().warm_up.reset();
  engine().OpenPart(profile, {name, n}, KnownSize(size));
}

void* engine_buffer(std::uint32_t n) {
  std::vector<std::uint64_t>& buffer = exports().buffer;
  if (buffer.size() <= n / 8) buffer.resize(n / 8 + 1);
  return buffer.data();
}

int engine_feed(std::uint32_t profile, std::uint32_t n) {
  return engine().Feed(profile, BufferBytes(n));
}

void engine_end(std::uint32_t profile) { engine().End(profile); }

int engine_feed_unpacked(std::uint32_t profile, std::uint32_t n, int packing, double read) {
  return engine().FeedUnpacked(profile, BufferBytes(n),
                               {static_cast<Packing>(packing), KnownSize(read)});
}

void engine_end_unpacked(std::uint32_t profile, const char* error, std::uint32_t n) {
  engine().EndUnpacked(profile, n == 0 ? Status(Done{}) : Status(Error{{error, n}}));
}

void engine_cancel(std::uint32_t profile) { engine().Cancel(profile); }
void engine_close(std::uint32_t profile) { engine().Close(profile); }
int engine_state(std::uint32_t profile) { return static_cast<int>(engine().StateOf(profile)); }
const char* engine_error(std::uint32_t profile) { return engine().ErrorOf(profile).c_str(); }

int engine_warm(std::uint32_t n) {
  std::unique_ptr<WarmUp>& warm_up = exports().warm_up;
  if (n > 0) warm_up = std::make_unique<WarmUp>(BufferBytes(n));
  if (warm_up && warm_up->Step()) return 1;
  warm_up.reset();
  return 0;
}

void engine_post(std::uint32_t n) { engine().Post(BufferBytes(n)); }
int engine_step(double ms) {
  Release(exports().text);  // of an answer that was read long ago
  return engine().Step(ms);
}

int engine_ahead(double ms) { return engine().WorkAhead(ms); }

int engine_take() {
  std::optional<Bytes> next = engine().Take();
  exports().message = next ? *std::move(next) : Bytes();
  return next.has_value();
}

const void* engine_message() { return exports().message.data(); }
std::uint32_t engine_message_size() { return static_cast<std::uint32_t>(exports().message.size()); }

const char* engine_json(std::uint32_t profile, const char* kind, std::uint32_t kind_size,
                        const char* query, std::uint32_t query_size, const char* options,
                        std::uint32_t options_size) {
  exports().text =
      engine().Json(profile, {kind, kind_size}, {query, query_size}, {options, options_size});
  return exports().text.c_str();
}

// mallinfo counts in int; a heap may have more than 2 GB.
double engine_heap() { return static_cast<double>(static_cast<unsigned>(mallinfo().uordblks)); }

}  // extern "C"

}  // namespace burnglass
