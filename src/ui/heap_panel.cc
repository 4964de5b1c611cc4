#include "ui/heap_panel.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "session/heap_answers.h"
#include "session/numbers.h"
#include "ui/difference.h"
#include "ui/heap_table.h"

namespace burnglass::ui {
namespace {

constexpr float kLine = 22, kText = 17;

HeapValues ValuesOf(const pb::HeapSums& sums) {
  return {sums.inuse_objects(), sums.inuse(), sums.alloc_objects(), sums.alloc()};
}

void DrawFact(Frame& frame, Rect& rest, const std::string& word, const std::string& value) {
  const Rect line = CutTop(rest, kLine);
  const float width = frame.pen.Width(kTable, value);
  frame.pen.TextFit({line.x, line.y, line.w - width - 10, line.h}, kTable, frame.theme.text2, word);
  frame.pen.Text(line, kTable, frame.theme.text, value, Align::kRight);
  frame.snapshot.Add(Role::kLabel, word, value, line);
}

void DrawTitle(Frame& frame, Rect& rest, std::string_view title) {
  frame.pen.Text(CutTop(rest, 28), kPanelHead, frame.theme.text, title);
}

// What MemStats' names are in words; the others stand as they are.
std::string WordOf(const std::string& name) {
  constexpr std::pair<std::string_view, std::string_view> kWords[] = {
      {"HeapAlloc", "Live heap, with garbage"},
      {"HeapInuse", "Spans in use"},
      {"HeapIdle", "Spans idle"},
      {"HeapReleased", "Given back to the system"},
      {"HeapObjects", "Objects"},
      {"Sys", "Got from the system"},
      {"MaxRSS", "Largest resident set"},
      {"TotalAlloc", "Allocated since the start"},
      {"NextGC", "Next collection at"},
      {"LastGC", "Last collection"},
      {"NumGC", "Collections"},
      {"GCCPUFraction", "CPU time of the collector"}};
  for (const auto& [known, word] : kWords) {
    if (known == name) return std::string(word);
  }
  return name;
}

std::string FactText(const pb::FactsRow& fact) {
  if (fact.name() == "GCCPUFraction") {
    std::array<char, 32> text;
    std::snprintf(text.data(), text.size(), "%.2f %%",
                  100 * std::strtod(fact.text().c_str(), nullptr));
    return text.data();
  }
  if (!fact.text().empty()) return fact.text();
  if (fact.unit() == "unix nanoseconds") return DateText(fact.number());
  return fact.unit() == "count" ? CountText(fact.number()) : ValueText(fact.number(), fact.unit());
}

void DrawTotals(Frame& frame, Rect& rest, const HeapTable& table) {
  const pb::HeapAnswer& facts = table.facts();
  const HeapValues total = ValuesOf(facts.total()), before = ValuesOf(facts.total_before());
  DrawTitle(frame, rest, "The whole heap");
  DrawFact(frame, rest, "In use", ValueText(total.inuse, "bytes"));
  DrawFact(frame, rest, "Objects in use", CountText(total.inuse_objects));
  DrawFact(frame, rest, "Allocated", ValueText(total.alloc, "bytes"));
  DrawFact(frame, rest, "Kept", KeptText(total));
  if (total.object_size() > 0)
    DrawFact(frame, rest, "An object on average", ValueText(total.object_size(), "bytes"));
  if (const auto rate = table.Rate(total, before))
    DrawFact(frame, rest, "Allocated per second", ValueText(*rate, "bytes"));
  if (!facts.earlier().empty())
    DrawFact(frame, rest, "Gained in use", SignedText(total.inuse - before.inuse, "bytes"));
}

std::vector<std::string> Meaning(const HeapTable& table) {
  const pb::HeapAnswer& facts = table.facts();
  std::vector<std::string> sentences = {
      "In use is what was allocated and not freed up to the last garbage collection; allocated is "
      "everything since the program began, or in the time that the profile covers. Both are "
      "estimated from samples.",
      "Kept is what is in use of what was allocated. What is kept whole is retained: caches, "
      "tables, leaks. What is hardly kept is churn: it costs CPU time and collections, not memory. "
      "A heap profile shows who allocated what is in use, never who still refers to it."};
  if (!facts.earlier().empty()) {
    sentences.push_back("Gained is what is in use more than in " + facts.earlier() +
                        ", an earlier profile that is open, too.");
  } else {
    sentences.emplace_back(
        "Growth takes two profiles: open an earlier one of the program beside this one, or drop "
        "three or more together for a series.");
  }
  if (facts.seconds() <= 0) {
    sentences.emplace_back(
        "No rate is told: the profile does not say in which time it was allocated. One taken with "
        "?seconds=30 does, and so does an earlier one beside it.");
  } else if (facts.since_before()) {
    sentences.push_back("Rates are of the " +
                        ValueText(static_cast<std::int64_t>(facts.seconds() * 1e9), "nanoseconds") +
                        " between the two profiles.");
  }
  return sentences;
}

}  // namespace

float DrawHeapPanel(Frame& frame, Rect rest, const HeapTable& table) {
  const float top = rest.y;
  DrawTotals(frame, rest, table);
  if (table.facts().fact_size() > 0) {
    CutTop(rest, 10);
    DrawTitle(frame, rest, "What the program told");
    for (const pb::FactsRow& fact : table.facts().fact())
      DrawFact(frame, rest, WordOf(fact.name()), FactText(fact));
  }
  CutTop(rest, 10);
  DrawTitle(frame, rest, "What the numbers mean");
  for (const std::string& sentence : Meaning(table)) {
    const float height = frame.pen.Paragraph(rest, kSmall, frame.theme.text2, sentence, kText);
    frame.snapshot.Add(Role::kLabel, "meaning", sentence, {rest.x, rest.y, rest.w, height});
    CutTop(rest, height + 10);
  }
  return rest.y - top;
}

}  // namespace burnglass::ui
