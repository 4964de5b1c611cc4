// The engine's door for messages: whatever bytes are posted, it works on, its answers can be read,
// and what was open answers as before. Messages lie behind each other, each begun by a byte that
// says how it comes (a header to be framed, or a whole message) and two of its length.
#include <algorithm>

#include "fuzz/ask_everything.h"

using namespace burnglass;

namespace {

constexpr std::string_view kFile =
    "main.main;main.work;runtime.mallocgc 30\n"
    "main.main;main.work;main.work 20\n"
    "main.main;main.rest 5\n"
    "runtime.gcBgMarkWorker 10\n";

// 8-aligned, as messages are.
class Block {
 public:
  explicit Block(std::string_view bytes) : words_(bytes.size() / 8 + 1), size_(bytes.size()) {
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(words_.data()));
  }
  std::span<const std::byte> bytes() const { return std::as_bytes(std::span(words_)).first(size_); }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_;
};

void PostHeader(Engine& engine, std::string_view bytes) {
  pb::Header header;
  if (!header.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) return;
  header.clear_column();
  engine.Post(MessageWriter(header).Finish());
}

std::string_view TakeFront(std::string_view& bytes, std::size_t size) {
  const std::string_view front = bytes.substr(0, size);
  bytes.remove_prefix(front.size());
  return front;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Engine engine;
  Require(OpenFile(engine, 1, BytesOf(kFile)) && OpenFile(engine, 2, BytesOf(kFile)),
          "the file opens");
  const std::string before = engine.Json(1, "top", "", "");
  for (std::string_view rest = TextOf(data, size); rest.size() > 3;) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(rest[i]); };
    const bool whole = byte(0) % 2 == 1;
    const std::size_t length = byte(1) + 256u * byte(2);
    rest.remove_prefix(3);
    const std::string_view bytes = TakeFront(rest, length);
    if (whole) {
      engine.Post(Block(bytes).bytes());
    } else {
      PostHeader(engine, bytes);
    }
  }
  WorkToEnd(engine);
  // A message may have made profile 1 anew.
  if (engine.StateOf(2) != LoadState::kOpen) return 0;
  const std::string after = engine.Json(2, "top", "", "");
  if (after.find("\"error\"") == after.npos && engine.StateOf(1) == LoadState::kOpen) {
    Require(!engine.Json(1, "top", "", "").empty(), "what was open answers");
  }
  Require(!before.empty(), "there was an answer");
  return 0;
}
