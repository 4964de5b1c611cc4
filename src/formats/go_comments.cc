#include "formats/go_comments.h"

#include <cstdio>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "formats/go_labels.h"
#include "formats/go_symbols.h"
#include "formats/legacy_mappings.h"
#include "formats/legacy_text.h"
#include "formats/named_locations.h"

namespace burnglass {
namespace {

constexpr std::string_view kLabels = "# labels: ", kFacts = "# runtime.MemStats";

// The comments as they stand in the text, by sample.
struct Comments {
  std::vector<GoSymbol> symbols;
  std::vector<std::uint32_t> symbol_ends;
  std::vector<std::string_view> labels;  // "" where there are none
  std::vector<std::pair<std::string_view, std::string_view>> facts;
};

class CommentReader {
 public:
  explicit CommentReader(std::string_view text) : lines_(text) {}

  Comments Read() {
    while (lines_.Next() && IsBlankOrComment(lines_.line())) {
    }
    while (lines_.Next()) {
      const std::string_view line = lines_.line();
      if (StartsWith(line, "---") || IsMappingsMark(line)) break;
      if (IsBlankOrComment(line)) {
        ReadComment(line);
      } else if (Contains(line, "@")) {
        EndSample();
        comments_.labels.emplace_back();
      }
    }
    EndSample();
    return std::move(comments_);
  }

 private:
  void EndSample() {
    if (comments_.symbol_ends.size() < comments_.labels.size()) {
      comments_.symbol_ends.push_back(static_cast<std::uint32_t>(comments_.symbols.size()));
    }
  }

  void ReadComment(std::string_view line) {
    if (in_facts_) return ReadFact(line);
    in_facts_ = StartsWith(line, kFacts);
    if (comments_.labels.empty()) return;
    if (StartsWith(line, kLabels)) {
      comments_.labels.back() = TrimSpace(line.substr(kLabels.size()));
    } else if (const std::optional<GoSymbol> symbol = ParseGoSymbol(line)) {
      comments_.symbols.push_back(*symbol);
    }
  }

  // "# HeapAlloc = 17786080"
  void ReadFact(std::string_view line) {
    const std::size_t equals = line.find(" = ");
    if (!StartsWith(line, "# ") || equals == line.npos || equals < 2) return;
    comments_.facts.emplace_back(line.substr(2, equals - 2), TrimSpace(line.substr(equals + 3)));
  }

  LegacyLines lines_;
  Comments comments_;
  bool in_facts_ = false;
};

// What becomes of the frames at the leaf that have no comments.
enum class Hidden { kAreRuntime, kGo };

// Gives the stacks of a profile names, sample by sample.
class StackNamer {
 public:
  StackNamer(ProfileData& data, const Comments& comments, Hidden hidden)
      : data_(data),
        comments_(comments),
        hidden_(hidden),
        addresses_(std::exchange(data.locations, {})),
        stacks_(std::exchange(data.stacks, {})),
        ends_(data.stack_ends),
        locations_(data) {
    for (std::size_t i = 0; i < ends_.size(); ++i) symbols_.Learn(OfSample(i));
    for (std::size_t i = 0; i < ends_.size(); ++i) LearnExit(StackOf(i), OfSample(i));
  }

  void Run() {
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      NameStack(StackOf(i), OfSample(i));
      data_.stack_ends[i] = static_cast<std::uint32_t>(data_.stacks.size());
    }
  }

 private:
  std::span<const GoSymbol> OfSample(std::size_t sample) const {
    const std::uint32_t begin = sample == 0 ? 0 : comments_.symbol_ends[sample - 1];
    return std::span(comments_.symbols).subspan(begin, comments_.symbol_ends[sample] - begin);
  }

  std::span<const GoSymbol> SymbolsAt(std::uint32_t location) const {
    return symbols_.At(addresses_[location].address);
  }

  // Go fills some stacks up with zeros, which have become the last address there is.
  std::span<const std::uint32_t> StackOf(std::size_t sample) const {
    const std::uint32_t begin = sample == 0 ? 0 : ends_[sample - 1];
    auto stack = std::span(stacks_).subspan(begin, ends_[sample] - begin);
    while (!stack.empty() && addresses_[stack.back()].address == ~std::uint64_t{0}) {
      stack = stack.first(stack.size() - 1);
    }
    return stack;
  }

  // Of a stack with comments, one frame alone at the root has none.
  void LearnExit(std::span<const std::uint32_t> stack, std::span<const GoSymbol> own) {
    if (own.empty() || stack.size() < 2) return;
    if (!SymbolsAt(stack.back()).empty() || SymbolsAt(stack[stack.size() - 2]).empty()) return;
    exits_.insert(stack.back());
  }

  void NameStack(std::span<const std::uint32_t> stack, std::span<const GoSymbol> own) {
    if (!stack.empty() && exits_.count(stack.back()) > 0) stack = stack.first(stack.size() - 1);
    const std::size_t hidden = HiddenFrames(stack, own);
    if (hidden_ == Hidden::kAreRuntime) {
      for (const std::uint32_t location : stack.first(hidden)) AddHidden(location);
    }
    for (const std::uint32_t location : stack.subspan(hidden)) AddFrames(location);
    EndLocation();
  }

  // How many frames at the leaf come before the first that has a comment below this very stack.
  std::size_t HiddenFrames(std::span<const std::uint32_t> stack,
                           std::span<const GoSymbol> own) const {
    if (own.empty()) return 0;
    for (std::size_t i = 0; i < stack.size(); ++i) {
      const std::span<const GoSymbol> known = SymbolsAt(stack[i]);
      if (!known.empty() && known[0].address == own[0].address) return i;
    }
    return 0;
  }

  // The function may have its name from a stack where it is not at the leaf.
  void AddHidden(std::uint32_t location) {
    if (!SymbolsAt(location).empty()) return AddFrames(location);
    EndLocation();
    char name[32];
    const int size = std::snprintf(name, sizeof(name), "runtime.0x%llx",
                                   static_cast<unsigned long long>(addresses_[location].address));
    Line line;
    line.function =
        locations_.PlaceFunction(std::string_view(name, static_cast<std::size_t>(size)), "");
    Push(addresses_[location], std::span(&line, 1));
  }

  void AddFrames(std::uint32_t location) {
    const std::span<const GoSymbol> known = SymbolsAt(location);
    if (known.empty()) {
      EndLocation();
      Push(addresses_[location], {});
    }
    if (!known.empty() && (last_ == nullptr || !symbols_.IsInlined(*last_, known[0]))) {
      EndLocation();
      open_ = addresses_[location];
      open_.address = known[0].address;
    }
    for (const GoSymbol& symbol : known) {
      Line line;
      line.function = locations_.PlaceFunction(symbol.function, symbol.file);
      line.line = symbol.line;
      lines_.push_back(line);
      last_ = &symbol;
    }
  }

  void EndLocation() {
    if (last_ != nullptr) Push(open_, lines_);
    lines_.clear();
    last_ = nullptr;
  }

  void Push(const Location& where, std::span<const Line> lines) {
    data_.stacks.push_back(locations_.PlaceLocation(where.address, where.mapping, lines));
  }

  ProfileData& data_;
  const Comments& comments_;
  const Hidden hidden_;
  const std::vector<Location> addresses_;           // the locations before they had names
  const std::vector<std::uint32_t> stacks_, ends_;  // as they were
  std::unordered_set<std::uint32_t> exits_;         // addresses of runtime.goexit
  NamedLocations locations_;
  GoSymbols symbols_;

  // The location at hand: its lines so far, and the last of them.
  Location open_;
  std::vector<Line> lines_;
  const GoSymbol* last_ = nullptr;
};

void AddLabels(ProfileData& data, const std::vector<std::string_view>& texts) {
  const std::vector<Label> labels = std::exchange(data.labels, {});
  const std::vector<std::uint32_t> ends = std::exchange(data.label_ends, {});
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const std::uint32_t end = ends.empty() ? 0 : ends[i]; at < end; ++at) {
      data.labels.push_back(labels[at]);
    }
    if (!texts[i].empty()) AppendGoLabels(texts[i], data);
    data.label_ends.push_back(static_cast<std::uint32_t>(data.labels.size()));
  }
  if (data.labels.empty()) data.label_ends.clear();
}

bool IsHeap(std::string_view text) {
  return Contains(text.substr(0, text.find('\n')), "heap profile:");
}

}  // namespace

bool TakeGoComments(std::string_view text, ProfileData& data) {
  const Comments comments = CommentReader(text).Read();
  if (comments.symbols.empty() && comments.facts.empty()) return false;
  if (comments.labels.size() != data.stack_ends.size()) return false;
  StackNamer(data, comments, IsHeap(text) ? Hidden::kGo : Hidden::kAreRuntime).Run();
  AddLabels(data, comments.labels);
  for (const auto& [name, value] : comments.facts) {
    data.facts.push_back({data.strings.Intern(name), data.strings.Intern(value)});
  }
  return true;
}

}  // namespace burnglass
