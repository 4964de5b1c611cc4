#include "formats/go_symbols.h"

#include "formats/legacy_text.h"

namespace burnglass {
namespace {

constexpr auto kNowhere = std::string_view::npos;

// At one address, far more than Go has ever inlined: a file that repeats it must not grow without
// bounds.
constexpr std::size_t kMostLines = 16;

bool IsTab(char c) { return c == '\t'; }
bool IsNoTab(char c) { return c != '\t'; }

std::optional<std::uint64_t> ParseAddress(std::string_view text) {
  if (!StartsWith(text, "0x")) return std::nullopt;
  return ParseHex(text.substr(2));
}

// "main.f+0x1"
bool ReadFunction(std::string_view text, GoSymbol& symbol) {
  const std::size_t plus = text.rfind('+');
  if (plus == kNowhere || plus == 0) return false;
  const std::optional<std::uint64_t> offset = ParseAddress(text.substr(plus + 1));
  if (!offset) return false;
  symbol.function = text.substr(0, plus);
  symbol.entry = symbol.address - *offset;
  return true;
}

// "main.go:20"
bool ReadPlace(std::string_view text, GoSymbol& symbol) {
  const std::size_t colon = text.rfind(':');
  if (colon == kNowhere) return false;
  const std::optional<std::int64_t> line = ParseDecimal(text.substr(colon + 1));
  if (!line) return false;
  symbol.file = text.substr(0, colon);
  symbol.line = *line;
  return true;
}

bool SamePlace(const GoSymbol& a, const GoSymbol& b) {
  return a.function == b.function && a.file == b.file && a.line == b.line;
}

}  // namespace

std::optional<GoSymbol> ParseGoSymbol(std::string_view line) {
  LineCursor cursor(line);
  if (!cursor.Take("#\t")) return std::nullopt;
  const std::optional<std::uint64_t> address = ParseAddress(cursor.TakeWhile(IsNoTab));
  if (!address) return std::nullopt;
  GoSymbol symbol;
  symbol.address = *address;
  // The columns are lined up by as many tabs as it takes.
  cursor.TakeWhile(IsTab);
  if (!ReadFunction(cursor.TakeWhile(IsNoTab), symbol)) return std::nullopt;
  cursor.TakeWhile(IsTab);
  if (!ReadPlace(cursor.rest(), symbol)) return std::nullopt;
  return symbol;
}

void GoSymbols::Learn(std::span<const GoSymbol> stack) {
  for (std::size_t i = 0; i < stack.size(); ++i) {
    if (i + 1 == stack.size()) {
      // A guess: the stack may have been cut off at an inlined frame.
      holder_of_.try_emplace(stack[i].entry, stack[i].function);
    } else if (stack[i + 1].entry != stack[i].entry) {
      holder_of_[stack[i].entry] = stack[i].function;
    }
  }
  for (std::size_t i = 0, next = 0; i < stack.size(); i = next) {
    while (next < stack.size() && stack[next].address == stack[i].address) ++next;
    const auto [place, fresh] = at_.try_emplace(stack[i].address);
    if (!fresh) continue;
    // Where the first line comes again, it is the same address again: a function called itself.
    std::size_t end = i + 1;
    while (end < next && end - i < kMostLines && !SamePlace(stack[end], stack[i])) ++end;
    place->second.begin = static_cast<std::uint32_t>(symbols_.size());
    for (std::size_t j = i; j < end; ++j) symbols_.push_back(stack[j]);
    place->second.end = static_cast<std::uint32_t>(symbols_.size());
  }
}

std::span<const GoSymbol> GoSymbols::At(std::uint64_t address) const {
  const auto range = [&](std::uint64_t key) {
    const auto found = at_.find(key);
    const Range place = found == at_.end() ? Range() : found->second;
    return std::span(symbols_).subspan(place.begin, place.end - place.begin);
  };
  const std::span<const GoSymbol> exact = range(address);
  if (!exact.empty()) return exact;
  const std::span<const GoSymbol> behind = range(address + 1);
  const bool is_entry = !behind.empty() && behind[0].entry == behind[0].address;
  return is_entry ? behind : exact;
}

bool GoSymbols::IsInlined(const GoSymbol& inner, const GoSymbol& outer) const {
  if (inner.entry != outer.entry || inner.function == outer.function) return false;
  const auto holder = holder_of_.find(inner.entry);
  return holder == holder_of_.end() || holder->second != inner.function;
}

}  // namespace burnglass
