#include "ui/states.h"

#include <cmath>

#include "session/filters.h"
#include "session/numbers.h"
#include "ui/button.h"
#include "ui/command_box.h"
#include "ui/guide.h"

namespace burnglass::ui {
namespace {

constexpr double kShowAfterMs = 200;

// Still boxes where the graph will be, in thousandths of the width; a row each.
struct SkeletonBox {
  int row, begin, end;
};
constexpr SkeletonBox kSkeleton[] = {
    {0, 0, 1000},  {1, 0, 740},   {1, 741, 860}, {1, 861, 940}, {2, 0, 720},
    {2, 721, 820}, {2, 821, 880}, {3, 0, 660},   {3, 661, 710}, {3, 711, 800},
    {4, 0, 640},   {4, 641, 720}, {5, 0, 600},   {5, 601, 700}, {6, 0, 300},
    {6, 301, 500}, {6, 501, 560}, {6, 580, 680}, {7, 0, 120},   {7, 121, 220},
    {7, 221, 280}, {7, 301, 440}, {8, 0, 100},   {8, 101, 180}, {8, 181, 230}};

void DrawSkeleton(Frame& frame, const Rect& area) {
  const Rect in = area.Inset(8, 0);
  for (const SkeletonBox& box : kSkeleton) {
    const float x = in.x + in.w * static_cast<float>(box.begin) / 1000;
    const float right = in.x + in.w * static_cast<float>(box.end) / 1000;
    const float y = area.y + 72 + 18 * static_cast<float>(box.row);
    frame.pen.Fill({x, y, right - x, 17}, Mix(frame.theme.canvas, frame.theme.text, 0.06f), 1.5f);
  }
}

std::string BytesOf(double done, double total) {
  if (total <= 0) return FileSizeText(done);
  const std::string whole = FileSizeText(total), part = FileSizeText(done);
  // "21.3 of 34.3 MB": the unit once, where it is the same.
  const std::size_t unit = whole.rfind(' ');
  const bool same = part.size() > whole.size() - unit && part.ends_with(whole.substr(unit));
  return (same ? part.substr(0, part.size() - (whole.size() - unit)) : part) + " of " + whole;
}

void DrawPhase(Frame& frame, const Rect& line, bool begun, bool over, std::string_view word,
               const std::string& amount) {
  const Theme& t = frame.theme;
  const Point mark{line.x + 8, line.middle_y()};
  if (begun) {
    frame.pen.Dot(mark, 3.5f, t.link);
  } else {
    frame.pen.Ring(mark, 3, t.text2, 1.4f);
  }
  frame.pen.Text({line.x + 24, line.y, line.w, line.h}, kBody, begun ? t.text : t.text3, word);
  frame.pen.Text(line, kBody, t.text2, over && amount.empty() ? "done" : amount, Align::kRight);
}

// A fact of the failure: its name, its value.
void FactLine(Frame& frame, const Rect& line, std::string_view word, std::string_view value) {
  frame.pen.Text({line.x + 14, line.y, 116, line.h}, kBody, frame.theme.text3, word);
  frame.pen.TextFit({line.x + 144, line.y, line.w - 158, line.h}, kCode, frame.theme.text, value);
}

std::string_view EndpointOf(std::string_view kind) {
  if (kind == "cpu" || kind.empty()) return "profile?seconds=30";
  return kind;
}

std::string FetchCommand(const std::string& file, std::string_view kind) {
  return "curl -fo " + file + " http://localhost:6060/debug/pprof/" + std::string(EndpointOf(kind));
}

// The first sentence is the title, the rest explains.
void SplitSentence(const std::string& text, std::string& first, std::string& rest) {
  std::size_t end = text.find(". ");
  if (end == std::string::npos) end = text.find(": ");
  if (end == std::string::npos || end > 90) {
    first = text.size() <= 90 ? text : "";
    rest = text.size() <= 90 ? "" : text;
    return;
  }
  first = text.substr(0, end);
  rest = text.substr(end + 2);
  if (!rest.empty() && rest[0] >= 'a' && rest[0] <= 'z') rest[0] = static_cast<char>(rest[0] - 32);
}

struct Step {
  std::string_view words;
  std::string command;
};

std::vector<Step> StepsFor(const OpenProfile& profile) {
  const std::string& kind = profile.facts.kind;
  const std::string fetch = FetchCommand(kind + ".pb.gz", kind);
  if (kind == "block") {
    return {{"Turn it on, once, near the start of main", "runtime.SetBlockProfileRate(10_000)"},
            {"Let it run under load, then fetch it", fetch}};
  }
  if (kind == "mutex") {
    return {{"Turn it on, once, near the start of main", "runtime.SetMutexProfileFraction(100)"},
            {"Let it run under load, then fetch it", fetch}};
  }
  if (kind == "cpu") {
    return {{"Put the program under load and measure for longer", fetch}};
  }
  return {{"Let the program run for a while, then fetch it again", fetch}};
}

}  // namespace

void DrawLoading(Frame& frame, const Rect& area, const OpenProfile& profile) {
  const Loading& loading = profile.loading;
  const double waited = frame.now - loading.since;
  if (waited < kShowAfterMs) return frame.Want(kShowAfterMs - waited);
  const Theme& t = frame.theme;
  DrawSkeleton(frame, area);
  const Rect card = Centred(area, std::min(420.0f, area.w - 24), 178);
  frame.pen.Fill({card.x, card.bottom(), card.w, 2}, t.shade);
  frame.pen.Fill(card, t.raised, 6);
  frame.pen.Outline(card, t.line2, 1, 6);
  Rect rest = card.Inset(20, 0);
  CutTop(rest, 16);
  Rect head = CutTop(rest, 26);
  const double share = loading.total > 0 ? std::clamp(loading.done / loading.total, 0.0, 1.0) : 0;
  const std::string percent =
      loading.total > 0 ? std::to_string(static_cast<int>(share * 100)) + " %" : "";
  CutRight(head, frame.pen.Text(head, kBody, t.text2, percent, Align::kRight) + 8);
  frame.pen.TextFit(head, kHead, t.text, "Opening " + profile.name);
  CutTop(rest, 9);
  const Rect line = CutTop(rest, 4);
  frame.pen.Fill(line, t.line, 2);
  frame.pen.Fill({line.x, line.y, line.w * static_cast<float>(share), line.h}, t.accent, 2);
  CutTop(rest, 12);
  const bool building = loading.building;
  const std::string bytes = loading.parts
                                ? CountText(static_cast<std::int64_t>(loading.done)) + " of " +
                                      CountText(static_cast<std::int64_t>(loading.total)) + " files"
                            : building ? FileSizeText(loading.file_bytes)
                                       : BytesOf(loading.done, loading.total);
  const std::string samples =
      building ? CountText(static_cast<std::int64_t>(loading.done)) + " samples" : "";
  DrawPhase(frame, CutTop(rest, 24), true, building, "Read, inflate and decode", bytes);
  DrawPhase(frame, CutTop(rest, 24), building, false, "Build the index", samples);
  Rect foot = CutBottom(rest, 42);
  foot.h = 26;
  const ButtonSpec cancel{.id = "cancel", .label = "Cancel", .caps = "Esc"};
  const float width = ButtonWidth(frame, cancel);
  const Rect place = CutRight(foot, width);
  if (Button(frame, place, cancel)) frame.Do({.verb = Verb::kCancel, .number = profile.id});
  if (frame.session.profiles().size() > 1) {
    frame.pen.TextFit(foot, kSmall, t.text3, "What is open keeps working.");
  }
  frame.snapshot.Add(Role::kLabel, "loading " + profile.name,
                     percent.empty() ? bytes : bytes + " " + percent, card);
}

void DrawFailure(Frame& frame, const Rect& area, const OpenProfile& profile) {
  const Theme& t = frame.theme;
  const float width = std::min(504.0f, area.w - 80);
  Rect rest{area.x + (area.w - width) / 2 + 18, area.y + std::max(16.0f, area.h * 0.5f - 220),
            width, 10000};
  std::string title, more;
  SplitSentence(profile.failure, title, more);
  if (title.empty()) title = profile.name + " could not be opened";
  frame.pen.Draw(Icon::kWarn, {rest.x - 25, rest.y + 13}, 22, t.err);
  const Rect top = rest;
  CutTop(rest, frame.pen.Paragraph(rest, kTitle, t.text, title, 26));
  CutTop(rest, 6);
  if (!more.empty()) {
    CutTop(rest, frame.pen.Paragraph(rest, kLead, t.text2, more, 21));
    CutTop(rest, 4);
  }
  CutTop(rest, 14);
  Rect box = CutTop(rest, 64);
  frame.pen.Fill(box, t.panel, 6);
  frame.pen.Outline(box, t.line2, 1, 6);
  CutTop(box, 4);
  const double size = std::max(profile.loading.file_bytes, profile.loading.total);
  FactLine(frame, CutTop(box, 28), "File",
           size > 0 ? profile.name + ", " + FileSizeText(size) : profile.name);
  FactLine(frame, CutTop(box, 28), "Reads", "pprof: gzip, zlib, zstd or plain");
  CutTop(rest, 16);
  frame.pen.Text(CutTop(rest, 22), kBody, t.text2,
                 "If it was cut off, fetch it again and drop it here:");
  CutTop(rest, 6);
  DrawCommandBox(frame, CutTop(rest, 32), "fetch again", FetchCommand(profile.name, ""));
  CutTop(rest, 18);
  Rect buttons = CutTop(rest, 26);
  const ButtonSpec open{
      .id = "open another", .label = "Open another file", .look = ButtonLook::kPrimary};
  const ButtonSpec close{.id = "close failed", .label = "Close"};
  const ButtonSpec copy{.id = "copy details", .label = "Copy details", .look = ButtonLook::kLink};
  if (Button(frame, CutLeft(buttons, ButtonWidth(frame, open)), open)) frame.Do(Verb::kOpenFiles);
  CutLeft(buttons, 8);
  if (Button(frame, CutLeft(buttons, ButtonWidth(frame, close)), close)) {
    frame.Do({.verb = Verb::kClose, .number = profile.id});
  }
  if (Button(frame, CutRight(buttons, ButtonWidth(frame, copy)), copy)) {
    frame.Do({.verb = Verb::kCopy, .text = profile.name + "\n" + profile.failure});
  }
  if (frame.session.profiles().size() > 1) {
    CutTop(rest, 14);
    frame.pen.Text(CutTop(rest, 20), kBody, t.text3, "What else is open stays open and unchanged.");
  }
  CutTop(rest, 14);
  GuideLink(frame, CutTop(rest, 24));
  frame.snapshot.Add(Role::kLabel, "error", profile.failure, {top.x, top.y, width, rest.y - top.y});
}

void DrawEmpty(Frame& frame, const Rect& area, const OpenProfile& profile) {
  const Theme& t = frame.theme;
  const float width = std::min(576.0f, area.w - 32);
  Rect rest{area.x + (area.w - width) / 2, area.y + std::max(16.0f, area.h * 0.5f - 232), width,
            10000};
  frame.pen.Draw(KindIcon(profile.facts.kind), {rest.x + 12, rest.y + 12}, 22, t.text3);
  CutTop(rest, 32);
  const Rect top = rest;
  const std::string title =
      "This " + profile.facts.kind + " profile is empty, and that has a reason";
  CutTop(rest, frame.pen.Paragraph(rest, kTitle, t.text, title, 26));
  CutTop(rest, 6);
  CutTop(rest, frame.pen.Paragraph(rest, kLead, t.text2, profile.facts.empty_reason, 21));
  CutTop(rest, 18);
  int number = 1;
  for (const Step& step : StepsFor(profile)) {
    frame.pen.HLine(rest.x, rest.y, rest.w, t.line);
    CutTop(rest, 12);
    const Rect line = CutTop(rest, 24);
    frame.pen.Text(line, kPanelHead, t.text3, std::to_string(number));
    frame.pen.TextFit({line.x + 28, line.y, line.w - 28, line.h}, kBody, t.text, step.words);
    CutTop(rest, 5);
    const Rect box = CutTop(rest, 30);
    DrawCommandBox(frame, {box.x + 28, box.y, box.w - 28, box.h}, step.words, step.command);
    CutTop(rest, 14);
    ++number;
  }
  frame.pen.HLine(rest.x, rest.y, rest.w, t.line);
  CutTop(rest, 18);
  float x = rest.x;
  const auto fact = [&](std::string_view word, const std::string& value) {
    const float a = frame.pen.Text({x, rest.y, 0, 16}, kTiny, t.text3, word);
    const float b = frame.pen.Text({x, rest.y + 16, 0, 18}, {Face::kRegular, 14}, t.text, value);
    x += std::max(a, b) + 24;
  };
  for (const SampleTypeFacts& type : profile.facts.sample_types) {
    fact(type.type, ValueText(type.total, type.unit));
  }
  fact("samples", CountText(profile.facts.samples));
  GuideLink(frame, {rest.x, rest.y + 48, rest.w, 24});
  frame.snapshot.Add(Role::kLabel, "empty", profile.facts.empty_reason,
                     {top.x, top.y, width, rest.y - top.y});
}

void DrawRefusal(Frame& frame, const Rect& area, const OpenProfile& profile) {
  const float width = std::min(504.0f, area.w - 80);
  Rect rest{area.x + (area.w - width) / 2, area.y + area.h * 0.3f, width, 10000};
  frame.pen.Draw(Icon::kWarn, {rest.x - 25, rest.y + 13}, 22, frame.theme.err);
  frame.pen.Paragraph(rest, kTitle, frame.theme.text, profile.refusal, 26);
  frame.snapshot.Add(Role::kLabel, "error", profile.refusal, {rest.x, rest.y, width, 52});
  if (FiltersOf(profile.query).empty()) return;
  const ButtonSpec clear{
      .id = "clear filters", .label = "Clear the filters", .look = ButtonLook::kPrimary};
  if (Button(frame, {rest.x, rest.y + 90, ButtonWidth(frame, clear), 32}, clear)) {
    frame.Do(Verb::kClearFilters);
  }
}

}  // namespace burnglass::ui
