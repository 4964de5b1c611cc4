// Several files together, parted by lines of four dashes: as a set whose parts are merged to a
// series, compared, and joined as dumps of goroutines or as profiles of contention.
#include <algorithm>

#include "fuzz/ask_everything.h"

using namespace burnglass;

namespace {

constexpr std::string_view kBetween = "\n----\n";
constexpr std::size_t kMostFiles = 5;

std::vector<std::string_view> Parted(std::string_view text) {
  std::vector<std::string_view> files;
  for (std::size_t end = 0; end != text.npos && files.size() < kMostFiles;) {
    end = text.find(kBetween);
    files.push_back(text.substr(0, end));
    if (end != text.npos) text.remove_prefix(end + kBetween.size());
  }
  return files;
}

pb::MakeQuestion Plan(const std::vector<std::uint32_t>& open, std::size_t bases, int mode) {
  pb::MakeQuestion make;
  make.mutable_base()->Add(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(bases));
  make.mutable_source()->Add(open.begin() + static_cast<std::ptrdiff_t>(bases), open.end());
  make.set_mode(static_cast<pb::MakeQuestion::Mode>(mode));
  make.set_cancel(mode % 2 == 1);
  make.set_base_count(3);
  make.set_source_count(7);
  make.set_name("made");
  return make;
}

void MakeAndAsk(Engine& engine, std::uint32_t number, const pb::MakeQuestion& plan) {
  pb::Header header;
  header.set_profile(number);
  *header.mutable_make_question() = plan;
  engine.Post(MessageWriter(header).Finish());
  WorkToEnd(engine);
  if (engine.StateOf(number) != LoadState::kOpen) return;
  AskEverything(engine, number, {});
  for (const char* query : {"width=a", "width=b&tree=inverted"}) {
    AskEverything(engine, number, {.query = query});
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Engine engine;
  std::vector<std::uint32_t> open;
  std::uint32_t number = 0;
  for (const std::string_view file : Parted(TextOf(data, size))) {
    if (!IsPacked(BytesOf(file)) && OpenFile(engine, ++number, BytesOf(file))) {
      open.push_back(number);
    }
  }
  if (open.empty()) return 0;
  // One file is a set of twins.
  if (open.size() == 1) open.push_back(open[0]);
  const std::vector<std::uint32_t> others(open.begin(), open.end() - 1);
  AskEverything(engine, open.back(), {.others = others});
  MakeAndAsk(engine, 100, Plan(open, 0, 0));
  MakeAndAsk(engine, 101, Plan(open, open.size() / 2, static_cast<int>(size % 4)));
  return 0;
}
