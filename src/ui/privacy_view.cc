#include "ui/privacy_view.h"

#include "session/numbers.h"
#include "ui/button.h"

namespace burnglass::ui {
namespace {

constexpr float kWidth = 1120, kCopyWidth = 360, kGap = 40, kLine = 18;
constexpr float kNameWidth = 200, kCountWidth = 150;
constexpr std::string_view kHow =
    "Found by its form, in this file alone, by your browser. What looks like nothing of this may "
    "still be there.";
constexpr std::string_view kCopy =
    "The same stacks and numbers as a profile again, as it is filtered now. Names become tokens "
    "that nobody can look up; those of standard libraries, of Go's runtime and of what you choose "
    "below stay. Labels, comments, folders, build ids and addresses are left out. Line numbers and "
    "the time when it was taken stay.";

void Words(Frame& frame, Rect& rest, const TextStyle& style, Rgba colour, std::string_view text) {
  CutTop(rest, frame.pen.Paragraph(rest, style, colour, text, kLine));
}

void DrawHead(Frame& frame, Rect& rest, const std::string& title) {
  Rect head = CutTop(rest, 28);
  const Rect close = CutRight(head, 28);
  if (IconButton(frame, close, "close privacy", Icon::kClose, "close privacy")) {
    frame.Do(Verb::kDismiss);
  }
  frame.pen.TextFit(head, kTitle, frame.theme.text, "What could " + title + " tell?");
  CutTop(rest, 4);
  Words(frame, rest, kBody, frame.theme.text2, kHow);
  CutTop(rest, 20);
}

void DrawFinding(Frame& frame, Rect& rest, const PrivacyLine& line) {
  const Theme& t = frame.theme;
  frame.pen.HLine(rest.x, rest.y, rest.w, t.line);
  CutTop(rest, 5);
  const Rgba words = line.found ? t.text : t.text3;
  const bool narrow = rest.w < 560;
  const float top = rest.y;
  Rect name{rest.x, rest.y, narrow ? rest.w - kCountWidth : kNameWidth, kLine};
  Rect count{narrow ? rest.right() - kCountWidth : rest.x + kNameWidth + 12, rest.y, kCountWidth,
             kLine};
  float height = frame.pen.Paragraph(name, kBody, words, line.what, kLine);
  frame.pen.Text(count, kBody, line.found ? t.text2 : t.text3, line.count,
                 narrow ? Align::kRight : Align::kLeft);
  Rect examples{count.right() + 12, rest.y, rest.right() - count.right() - 12, kLine};
  if (narrow) examples = {rest.x, rest.y + height, rest.w, kLine};
  const float more = frame.pen.Paragraph(examples, kBoxLabel, words, line.examples, kLine);
  height = narrow ? height + (line.examples.empty() ? 0 : more) : std::max(height, more);
  const std::string value = line.count + (line.examples.empty() ? "" : ": ") + line.examples;
  frame.snapshot.Add(Role::kRow, line.what, value, {rest.x, top, rest.w, height});
  CutTop(rest, std::max(height, kLine) + 5);
}

void DrawFindings(Frame& frame, Rect& rest, const PrivacySheet& sheet) {
  for (const PrivacyGroup& group : sheet.groups) {
    frame.pen.Text(CutTop(rest, 26), kPanelHead, frame.theme.text, group.title);
    for (const PrivacyLine& line : group.lines) DrawFinding(frame, rest, line);
    CutTop(rest, 20);
  }
}

void DrawBox(Frame& frame, const Rect& place, bool on) {
  const Theme& t = frame.theme;
  frame.pen.Fill(place, t.sunk, 2);
  frame.pen.Outline(place, on ? t.link : t.line2, 1, 2);
  if (on) frame.pen.Draw(Icon::kCheck, {place.middle_x(), place.middle_y()}, 12, t.link);
}

void DrawPackage(Frame& frame, const Rect& row, const PackageChoice& package, bool kept,
                 std::size_t number) {
  const Theme& t = frame.theme;
  const Press press = Pressable(frame, "keep package", number, row);
  if (press.hovered) frame.pen.Fill(row, t.hover, 2);
  DrawBox(frame, {row.x + 6, row.middle_y() - 7, 14, 14}, kept);
  Rect rest = row.Inset(30, 0);
  rest.w += 24;
  const float width = frame.pen.Width(kTable, package.functions) + 12;
  frame.pen.Text(CutRight(rest, width), kTable, t.text3, package.functions, Align::kRight);
  frame.pen.TextFit(rest, kCode, kept ? t.text : t.text2, package.name);
  frame.snapshot.Add(Role::kButton, "keep " + package.name, package.functions, row,
                     kept ? kSelected : 0);
  if (press.clicked) frame.Do({.verb = Verb::kKeepPackage, .text = package.name});
}

// Of many packages only those are drawn that are seen.
void DrawPackages(Frame& frame, Rect& rest, const OpenProfile& profile, const Rect& seen) {
  const float height = frame.coarse ? 44 : 26;
  const std::vector<PackageChoice>& packages = profile.privacy->packages;
  for (std::size_t i = 0; i < packages.size(); ++i) {
    const Rect row = CutTop(rest, height);
    if (row.bottom() < seen.y || row.y > seen.bottom()) continue;
    DrawPackage(frame, row, packages[i], profile.kept_packages.count(packages[i].name) > 0, i);
  }
  if (profile.privacy->packages_left_out > 0) {
    frame.pen.Text(CutTop(rest, 26), kTable, frame.theme.text3,
                   "and " + CountText(profile.privacy->packages_left_out) + " more, all hidden");
  }
}

void DrawCopy(Frame& frame, Rect& rest, const OpenProfile& profile, const Rect& seen) {
  const Theme& t = frame.theme;
  frame.pen.Text(CutTop(rest, 26), kPanelHead, t.text, "A copy without it");
  Words(frame, rest, kBody, t.text2, kCopy);
  CutTop(rest, 12);
  const ButtonSpec save{.id = "save redacted",
                        .label = "Save a redacted copy",
                        .icon = Icon::kSave,
                        .look = ButtonLook::kPrimary};
  const Rect line = CutTop(rest, frame.coarse ? 44 : 30);
  if (Button(frame, {line.x, line.y, ButtonWidth(frame, save), line.h}, save)) {
    frame.Do(Verb::kSaveRedacted);
  }
  CutTop(rest, 20);
  if (profile.privacy->packages.empty()) return;
  frame.pen.Text(CutTop(rest, 26), kPanelHead, t.text, "Names to keep");
  DrawPackages(frame, rest, profile, seen);
}

}  // namespace

void DrawPrivacy(Frame& frame, const Rect& area, ScrollState& scroll) {
  static float content = 1200;  // px, as it was drawn last
  const OpenProfile& profile = *frame.session.active();
  Scroll(frame, "privacy", area, content, scroll);
  const Clip clip(frame, area);
  const float width = std::min(kWidth, area.w - 32);
  Rect rest{area.x + std::max(16.0f, (area.w - width) / 2), area.y + 24 - scroll.offset, width,
            1e6f};
  const float top = rest.y;
  DrawHead(frame, rest, profile.Title());
  if (!profile.privacy) return;
  Rect copy = rest;
  if (rest.w >= 880) {
    copy = CutRight(rest, kCopyWidth);
    CutRight(rest, kGap);
  }
  DrawFindings(frame, rest, *profile.privacy);
  if (copy.x == rest.x) copy = rest;
  DrawCopy(frame, copy, profile, area);
  content = std::max(rest.y, copy.y) - top + 48;
}

float PrivacyLink(Frame& frame, const Rect& line) {
  const ButtonSpec link{.id = "privacy", .label = "What could it tell?", .look = ButtonLook::kLink};
  const float width = std::min(line.w, ButtonWidth(frame, link));
  if (Button(frame, {line.x, line.middle_y() - 11, width, 22}, link)) frame.Do(Verb::kPrivacy);
  return width;
}

}  // namespace burnglass::ui
