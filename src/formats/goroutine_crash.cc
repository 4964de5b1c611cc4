#include "formats/goroutine_crash.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <vector>

#include "base/stable_sort.h"
#include "formats/legacy_text.h"

namespace burnglass {
namespace {

constexpr std::size_t kMostMessageBytes = 4096;
constexpr std::size_t kMostFacts = 64;

bool BeginsMessage(std::string_view line) {
  constexpr std::array<std::string_view, 3> kBeginnings = {"panic: ", "fatal error: ", "SIG"};
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return StartsWith(line, beginning); });
}

bool IsRegisterByte(char c) { return IsDecimalDigit(c) || (c >= 'a' && c <= 'z'); }

// Which goroutines, by index, are told better elsewhere.
class Twins {
 public:
  explicit Twins(const ProfileData& data) : all_(data.goroutines), superfluous_(all_.size()) {
    std::vector<std::uint32_t> order(all_.size());
    std::iota(order.begin(), order.end(), 0);
    const auto id = [this](std::uint32_t i) { return all_[i].id; };
    StableSort(order, [&](std::uint32_t a, std::uint32_t b) { return id(a) < id(b); });
    for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
      while (end < order.size() && id(order[end]) == id(order[begin])) ++end;
      if (id(order[begin]) != 0) Judge({&order[begin], end - begin});
    }
  }

  const std::vector<bool>& superfluous() const { return superfluous_; }
  std::size_t told_again() const { return told_again_; }

 private:
  // Of one goroutine's tellings one stays, and all others that have a stack.
  void Judge(std::span<const std::uint32_t> tellings) {
    const auto has_stack = [this](std::uint32_t i) { return !all_[i].unavailable; };
    const auto stacks =
        static_cast<std::size_t>(std::count_if(tellings.begin(), tellings.end(), has_stack));
    for (std::size_t i = 0; i < tellings.size(); ++i) {
      const bool is_first_of_none = stacks == 0 && i == 0;
      if (!has_stack(tellings[i]) && !is_first_of_none) superfluous_[tellings[i]] = true;
    }
    if (stacks > 1) told_again_ += stacks - 1;
  }

  const std::vector<Goroutine>& all_;
  std::vector<bool> superfluous_;
  std::size_t told_again_ = 0;
};

// Takes out goroutines with their samples, which have no stacks.
void Remove(const std::vector<bool>& removed, ProfileData& data) {
  const std::vector<Label> labels = std::move(data.labels);
  data.labels.clear();
  std::uint32_t kept = 0, label = 0;
  for (std::uint32_t i = 0; i < removed.size(); ++i) {
    const std::uint32_t label_end = data.label_ends[i];
    if (!removed[i]) {
      data.labels.insert(data.labels.end(), labels.begin() + label, labels.begin() + label_end);
      data.label_ends[kept] = static_cast<std::uint32_t>(data.labels.size());
      data.stack_ends[kept] = data.stack_ends[i];
      data.goroutines[kept] = data.goroutines[i];
      data.goroutines[kept].sample = kept;
      ++kept;
    }
    label = label_end;
  }
  data.label_ends.resize(kept);
  data.stack_ends.resize(kept);
  data.goroutines.resize(kept);
  data.values[0].resize(kept);
}

}  // namespace

void AddMessage(std::string_view before, ProfileData& data) {
  LegacyLines lines(before);
  std::string message;
  while (lines.Next()) {
    const std::string_view line = lines.line();
    if (BeginsMessage(line)) {
      message = line;
    } else if (!message.empty() && message.size() + line.size() < kMostMessageBytes) {
      message += '\n';
      message += line;
    }
  }
  const std::string_view trimmed = TrimSpace(message).substr(0, kMostMessageBytes);
  if (trimmed.empty()) return;
  data.facts.push_back({data.strings.Intern("message"), data.strings.Intern(trimmed)});
}

void AddRegister(std::string_view line, ProfileData& data) {
  LineCursor cursor(line);
  const std::string_view name = cursor.TakeWhile(IsRegisterByte);
  const bool named = !name.empty() && name.size() <= 8 && cursor.SkipSpace();
  const std::string_view value = cursor.rest();
  if (!named || !cursor.Take("0x") || cursor.TakeHexDigits().empty()) return;
  if (!cursor.rest().empty() || data.facts.size() >= kMostFacts) return;
  const StringId id = data.strings.Intern(name);
  const bool known = std::any_of(data.facts.begin(), data.facts.end(),
                                 [&](const Fact& fact) { return fact.name == id; });
  if (!known) data.facts.push_back({id, data.strings.Intern(value)});
}

void SettleTwins(ProfileData& data) {
  const Twins twins(data);
  if (const std::size_t again = twins.told_again(); again > 0) {
    data.repaired.push_back(
        "goroutines come more than once, as if there were several dumps in one "
        "file: " +
        std::to_string(again) + " are counted again");
  }
  const std::vector<bool>& superfluous = twins.superfluous();
  if (std::find(superfluous.begin(), superfluous.end(), true) == superfluous.end()) return;
  Remove(superfluous, data);
}

}  // namespace burnglass
