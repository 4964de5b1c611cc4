#include "ui/start_page.h"

#include "ui/button.h"
#include "ui/guide.h"
#include "ui/logo.h"

namespace burnglass::ui {
namespace {

constexpr float kColumn = 1088, kLeft = 592, kGap = 48, kDrop = 285;
constexpr float kSampleRow = 48, kCommandRow = 34, kTop = 48;
constexpr float kOneColumnBelow = 960;

struct Sample {
  std::string_view name;  // as the page bundles it
  Icon icon;
  std::string_view title, detail;
};
constexpr Sample kSamples[] = {
    {"cpu", Icon::kCpu, "CPU", "a Go server, three seconds of work"},
    {"heap", Icon::kHeap, "Heap", "a Go server, four sample types"},
    {"goroutine", Icon::kGoroutine, "Goroutines", "a Go server that leaks some"},
    {"block", Icon::kBlock, "Waiting", "where goroutines of a Go server wait"},
    {"mutex", Icon::kMutex, "Locks", "who makes others wait in a Go server"},
};

struct FetchCommand {
  std::string_view word, command, address;
};
constexpr FetchCommand kCommands[] = {
    {"CPU", "curl -o cpu.pb.gz", "http://localhost:6060/debug/pprof/profile?seconds=30"},
    {"Heap", "curl -o heap.pb.gz", "http://localhost:6060/debug/pprof/heap"},
    {"Goroutines", "curl -o goroutine.pb.gz", "http://localhost:6060/debug/pprof/goroutine"},
    {"Test", "go test -run=^$ -bench=. -cpuprofile=cpu.pb.gz", ""},
};

void DrawDropArea(Frame& frame, const Rect& area, bool dragging) {
  const Theme& t = frame.theme;
  frame.pen.Fill(area, dragging ? t.accent_soft : t.panel, 6);
  frame.pen.Dashed(area, dragging ? t.accent : t.line2, 6);
  DrawLens(frame, {area.middle_x(), area.y + 86});
  Rect rest = area;
  CutTop(rest, 148);
  frame.pen.Text(CutTop(rest, 26), {Face::kSemiBold, 16}, t.text,
                 dragging ? "Let go to open" : "Drop profiles anywhere", Align::kCentre);
  frame.pen.Text(CutTop(rest, 22), kBody, t.text2, "pprof files of any kind, several at once.",
                 Align::kCentre);
  CutTop(rest, 13);
  const ButtonSpec open{
      .id = "open files", .label = "Open files", .icon = Icon::kOpen, .look = ButtonLook::kPrimary};
  const float width = ButtonWidth(frame, open) + 8;
  if (frame.coarse) {  // there is hardly a keyboard to paste by
    const Rect line = CutTop(rest, 30);
    const Rect place{area.middle_x() - width / 2, line.y, width, 30};
    if (Button(frame, place, open)) frame.Do(Verb::kOpenFiles);
    return;
  }
  const float caps = KeyCapsWidth(frame, "Ctrl V");
  const float words = frame.pen.Width(kBody, "or paste");
  float x = area.middle_x() - (width + 16 + words + 8 + caps) / 2;
  const Rect line = CutTop(rest, 30);
  if (Button(frame, {x, line.y, width, 30}, open)) frame.Do(Verb::kOpenFiles);
  x += width + 16;
  frame.pen.Text({x, line.y, words, line.h}, kBody, t.text2, "or paste");
  KeyCaps(frame, x + words + 8, line.middle_y(), "Ctrl V");
}

void DrawPrivacy(Frame& frame, const Rect& line) {
  frame.pen.Draw(Icon::kLock, {line.x + 8, line.middle_y()}, 15, frame.theme.text2);
  const Rect words{line.x + 24, line.y, line.w - 24, line.h};
  constexpr std::string_view kAll =
      "Profiles stay in this tab. Nothing is uploaded; there is no server to upload to.";
  const bool fits = frame.pen.Width(kBody, kAll) <= words.w;
  frame.pen.TextFit(words, kBody, frame.theme.text2,
                    fits ? kAll : "Profiles stay in this tab. Nothing is uploaded.");
}

void DrawSamples(Frame& frame, Rect area) {
  frame.pen.Text(CutTop(area, 28), kPanelHead, frame.theme.text, "Try a real one");
  frame.pen.HLine(area.x, area.y, area.w, frame.theme.line);
  for (const Sample& sample : kSamples) {
    const Rect row = CutTop(area, kSampleRow);
    const Press press = Pressable(frame, sample.name, row);
    if (press.hovered) {
      frame.pen.Fill(row, frame.theme.hover);
      frame.cursor = Cursor::kHand;
    }
    frame.pen.Draw(sample.icon, {row.x + 13, row.middle_y()}, 17,
                   press.hovered ? frame.theme.link : frame.theme.text2);
    frame.pen.Text({row.x + 34, row.y + 7, row.w, 18}, kPanelHead, frame.theme.text, sample.title);
    frame.pen.TextFit({row.x + 34, row.y + 24, row.w - 60, 16}, kSmall, frame.theme.text2,
                      sample.detail);
    frame.pen.Draw(Icon::kChevronRight, {row.right() - 15, row.middle_y()}, 14, frame.theme.text2);
    frame.pen.HLine(row.x, row.bottom() - 1, row.w, frame.theme.line);
    frame.snapshot.Add(Role::kButton, std::string("sample ") + std::string(sample.name),
                       sample.detail, row, press.hovered ? kHovered : 0);
    if (press.clicked) frame.Do({.verb = Verb::kOpenSample, .text = std::string(sample.name)});
  }
}

void DrawTourButton(Frame& frame, const Rect& line) {
  const ButtonSpec tour{.id = "tour",
                        .label = "Take a tour of five steps",
                        .icon = Icon::kInfo,
                        .look = ButtonLook::kLink};
  if (Button(frame, {line.x - 8, line.y, ButtonWidth(frame, tour), 26}, tour)) {
    frame.Do({.verb = Verb::kOpenSample, .text = "cpu"});
    frame.Do(Verb::kTour);
  }
}

void DrawCommands(Frame& frame, Rect area) {
  const Theme& t = frame.theme;
  const Rect head = CutTop(area, 28);
  frame.pen.Text(head, kPanelHead, t.text, "Get one from your program");
  if (head.w > 520) {
    const std::string_view code = "import _ \"net/http/pprof\"";
    const float width = frame.pen.Text(head, kBoxLabel, t.text3, code, Align::kRight);
    frame.pen.Text({head.x, head.y, head.w - width - 5, head.h}, kSmall, t.text3, "needs",
                   Align::kRight);
  }
  frame.pen.HLine(area.x, area.y, area.w, t.line);
  for (const FetchCommand& command : kCommands) {
    const Rect row = CutTop(area, kCommandRow);
    Rect rest = row.Inset(4, 0);
    frame.pen.Text(CutLeft(rest, std::min(100.0f, row.w * 0.22f)), kBody, t.text2, command.word);
    const ButtonSpec copy{
        .id = command.word, .label = "Copy", .icon = Icon::kCopy, .look = ButtonLook::kQuiet};
    const Rect button = CutRight(rest, ButtonWidth(frame, copy));
    std::string text(command.command);
    const float width = frame.pen.Text(rest, kCode, t.text, frame.pen.Fitted(kCode, text, rest.w));
    if (!command.address.empty()) {
      CutLeft(rest, width + 7);
      frame.pen.TextFit(rest, kCode, t.text2, command.address);
      text.append(" ").append(command.address);
    }
    if (Button(frame, {button.x, button.middle_y() - 13, button.w, 26}, copy)) {
      frame.Do({.verb = Verb::kCopy, .text = text});
    }
    frame.pen.HLine(row.x, row.bottom() - 1, row.w, t.line);
  }
}

void DrawFoot(Frame& frame, Rect line) {
  const ButtonSpec about{.id = "about", .label = "About and licences", .look = ButtonLook::kQuiet};
  const Rect place = CutLeft(line, ButtonWidth(frame, about));
  if (Button(frame, {place.x - 10, place.middle_y() - 13, place.w, 26}, about)) {
    frame.Do(Verb::kAbout);
  }
  CutLeft(line, 4);
  CutLeft(line, GuideLink(frame, line) + 12);
  constexpr float kReads = 280;
  if (line.w < kReads) return;
  frame.pen.Text(line, kBody, frame.theme.text3, "Reads pprof: gzip, zlib, zstd or plain",
                 Align::kRight);
}

// The blocks from top to bottom in one column, or two above and one below.
float DrawBlocks(Frame& frame, Rect page, bool dragging) {
  const float top = page.y;
  const bool two = page.w >= kOneColumnBelow - 2 * 24;
  Rect left = two ? Rect{page.x, page.y, kLeft, 10000} : Rect{page.x, page.y, page.w, 10000};
  CutTop(left, kTop);
  const TextStyle hero = two ? kHero : kTitle;
  frame.pen.TextFit(CutTop(left, 32), hero, frame.theme.text, "Find the function that costs you.");
  CutTop(left, 6);
  CutTop(left, frame.pen.Paragraph(left, kLead, frame.theme.text2,
                                   "A pprof viewer that runs in this page: flame and call graph, "
                                   "before and after, growth.",
                                   22));
  CutTop(left, 22);
  DrawDropArea(frame, CutTop(left, kDrop), dragging);
  CutTop(left, 12);
  DrawPrivacy(frame, CutTop(left, 24));
  const float samples = 28 + kSampleRow * static_cast<float>(std::size(kSamples));
  Rect right{page.x + kLeft + kGap, page.y + kTop, page.w - kLeft - kGap, 10000};
  if (!two) CutTop(left, 24);
  Rect& column = two ? right : left;
  DrawSamples(frame, CutTop(column, samples));
  CutTop(column, 10);
  DrawTourButton(frame, CutTop(column, 26));
  CutTop(left, 40);
  const float commands = 28 + kCommandRow * static_cast<float>(std::size(kCommands));
  DrawCommands(frame, {page.x, left.y, page.w, commands});
  return left.y + commands + 24 - top;
}

}  // namespace

void DrawStartPage(Frame& frame, const Rect& area, bool dragging, ScrollState& scroll) {
  Rect rest = area;
  const Rect foot = CutBottom(rest, 36);
  const bool two = area.w >= kOneColumnBelow;
  // What it will need; the text of one column may take another line.
  const float content = two ? 660 : 972;
  Scroll(frame, "start", rest, content, scroll);
  {
    const Clip clip(frame, rest);
    const float width = std::min(kColumn, area.w - 2 * (two ? 24.0f : 16.0f));
    const float x = area.x + (area.w - width) / 2;
    DrawBlocks(frame, {x, rest.y - scroll.offset, width, rest.h}, dragging);
  }
  DrawFoot(frame, foot.Inset(16, 0));
}

void DrawDropCue(Frame& frame, const Rect& screen) {
  Layer(frame, "drop", screen, [&] {
    frame.pen.Fill(screen, frame.theme.veil);
    const Rect card = Centred(screen, std::min(360.0f, screen.w - 32), 120);
    frame.pen.Fill(card, frame.theme.raised, 6);
    frame.pen.Outline(card, frame.theme.accent, 2, 6);
    frame.pen.Draw(Icon::kDrop, {card.middle_x(), card.y + 40}, 28, frame.theme.link);
    frame.pen.Text({card.x, card.y + 66, card.w, 26}, kHead, frame.theme.text, "Let go to open",
                   Align::kCentre);
    frame.snapshot.Add(Role::kLabel, "Let go to open", "", card);
  });
}

}  // namespace burnglass::ui
