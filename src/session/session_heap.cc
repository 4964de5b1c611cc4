// The heap of a profile: what is asked of it, and what is kept.
#include <algorithm>

#include "base/number_order.h"
#include "session/session.h"
#include "session/views.h"

namespace burnglass {
namespace {

bool IsBefore(const OpenProfile& a, const OpenProfile& b) {
  const bool timed = a.facts.time_nanos > 0 && b.facts.time_nanos > 0;
  if (timed && a.facts.time_nanos != b.facts.time_nanos) {
    return a.facts.time_nanos < b.facts.time_nanos;
  }
  return NumbersBefore(a.name, b.name);
}

}  // namespace

// The last open one of the same program and kind that was taken before.
std::vector<ProfileId> Session::EarlierHeap(const OpenProfile& profile) const {
  const OpenProfile* best = nullptr;
  for (const auto& one : profiles_) {
    const bool fits = one.get() != &profile && one->state == LoadState::kOpen && !one->Empty() &&
                      HasView(*one, View::kHeap) && one->facts.kind == profile.facts.kind &&
                      MayBeOfOneProgram(*one, profile) && IsBefore(*one, profile);
    if (fits && (!best || IsBefore(*best, *one))) best = one.get();
  }
  return best ? std::vector<ProfileId>{best->id} : std::vector<ProfileId>();
}

void Session::AskHeap(OpenProfile& profile) {
  if (look_.view != View::kHeap) return;
  HeapAsked asked{burnglass::QueryText(profile.query), EarlierHeap(profile), profile.heap.lines};
  if (profile.heap.table && profile.heap.table->asked() == asked) return;
  pb::Header header;
  pb::HeapQuestion& question = *header.mutable_heap_question();
  question.set_query(asked.query);
  question.set_lines(asked.lines);
  for (const ProfileId other : asked.others) question.add_other(other);
  Pending pending{.slot = Slot::kHeap, .query = asked.query};
  pending.goroutines.others = asked.others;
  pending.goroutines.by = asked.lines ? 1 : 0;
  Ask(profile, std::move(pending), std::move(header));
}

bool Session::KeepHeap(OpenProfile& profile, const Pending& asked, HeldMessage message) {
  if (!message.header().has_heap_answer()) return false;
  Result<HeapTable> table = HeapTable::Read(
      std::move(message), {asked.query, asked.goroutines.others, asked.goroutines.by == 1},
      profile.names.size());
  if (!table) return false;
  profile.heap.table.emplace(table.Take());
  profile.heap.row.reset();
  profile.refusal.clear();
  return true;
}

const HeapTable* Session::ShownHeap() const {
  const OpenProfile* profile = active();
  return profile && profile->heap.table ? &*profile->heap.table : nullptr;
}

bool Session::ApplyToHeap(OpenProfile& profile, const Command& command) {
  HeapState& heap = profile.heap;
  if (look_.view != View::kHeap || !heap.table) return false;
  switch (command.verb) {
    case Verb::kHeapLines:
      heap.lines = command.number != 0;
      return true;
    case Verb::kHeapCum:
      heap.order.cum = command.number != 0;
      return true;
    case Verb::kHeapSort: {
      const auto sort = static_cast<HeapSort>(std::min(command.number, kHeapSorts - 1));
      heap.order.ascending = heap.order.sort == sort && !heap.order.ascending;
      heap.order.sort = sort;
      return true;
    }
    case Verb::kHeapRow:
      ChooseHeapRow(profile,
                    heap.row == command.number ? std::nullopt : std::optional(command.number));
      return true;
    case Verb::kSelectUp:
    case Verb::kSelectDown:
      StepHeap(profile, command.verb == Verb::kSelectDown ? 1 : -1);
      return true;
    default:
      return false;
  }
}

void Session::StepHeap(OpenProfile& profile, int step) {
  HeapState& heap = profile.heap;
  const std::vector<std::uint32_t>& seen = heap.table->Seen(heap.order);
  if (seen.empty()) return;
  const auto last = static_cast<std::ptrdiff_t>(seen.size()) - 1;
  const auto at = heap.row ? std::find(seen.begin(), seen.end(), *heap.row) : seen.end();
  const std::ptrdiff_t from = at == seen.end() ? (step > 0 ? -1 : last + 1) : at - seen.begin();
  const auto to = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(from + step, 0, last));
  ChooseHeapRow(profile, seen[to]);
  ++heap.reveal;
}

// Keys and menus that speak of a function mean that of the row.
void Session::ChooseHeapRow(OpenProfile& profile, std::optional<std::uint32_t> row) {
  const bool there = row && *row < profile.heap.table->size();
  profile.heap.row = there ? row : std::nullopt;
  const NameId name = there ? profile.heap.table->row(*row, false).name : kNoNumber;
  if (name == kNoNumber) {
    ClearSelection(profile.view);
  } else {
    SelectName(profile, name);
  }
}

}  // namespace burnglass
