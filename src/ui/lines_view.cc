#include "ui/lines_view.h"

#include "session/numbers.h"
#include "ui/button.h"
#include "ui/menu.h"
#include "ui/name_text.h"
#include "ui/side_panel.h"

namespace burnglass::ui {
namespace {

constexpr float kFunctionsWidth = 420, kBesideFrom = 960, kHeadHeight = 54, kNote = 26, kPad = 12;

// What is said of the source text: which of the given files it is, or how to give one.
std::string NoteOf(const Session& session, const Lines& lines) {
  if (lines.size() == 0) return "Nothing of it is left by the filters.";
  const LineRow first = lines[0];
  if (first.line == 0) return "The profile has no lines for it: here are its addresses.";
  const Source* source = session.sources().Find(first.file);
  if (source) {
    const LineRow last = lines[lines.size() - 1];
    std::string note = "Text of " + source->path();
    if (last.file == first.file && last.line > source->lines()) {
      note += ", which has only " + CountText(source->lines()) + " lines: another version?";
    }
    return note;
  }
  return session.sources().size() == 0
             ? "Drop source files or their folder to see the text here. They stay in this tab."
             : "No source file that was given is called " + std::string(PathEnd(first.file)) + ".";
}

}  // namespace

void LinesView::Draw(Frame& frame, const Rect& area, float row_height) {
  const std::optional<NameId> name = frame.session.LinesName();
  if (!name) return;
  Rect rest = area;
  if (area.w >= kBesideFrom) {
    Rect side = CutRight(rest, kFunctionsWidth);
    frame.pen.Fill(side, frame.theme.panel);
    frame.pen.VLine(side.x, side.y, side.h, frame.theme.line);
    CutLeft(side, 1);
    DrawTopHead(frame, CutTop(side, 32));
    frame.pen.HLine(side.x, side.y, side.w, frame.theme.line);
    functions_.Draw(frame, side, row_height, true);
  }
  const Lines* lines = frame.session.ShownLines();
  DrawHead(frame, CutTop(rest, kHeadHeight), *name, lines);
  if (!lines) return;
  DrawNote(frame, CutTop(rest, kNote), *lines);
  rows_.Draw(frame, rest, row_height, *lines);
}

void LinesView::DrawHead(Frame& frame, const Rect& head, NameId name, const Lines* lines) {
  const OpenProfile& profile = *frame.session.active();
  Rect rest = head.Inset(kPad, 6);
  const std::string_view target = ChosenLink(frame.session.look()).name;
  const ButtonSpec link{.id = "source links",
                        .label = target,
                        .icon = Icon::kLink,
                        .menu = true,
                        .name = "where links to sources go"};
  const Rect place = CutRight(rest, ButtonWidth(frame, link));
  link_anchor_ = {place.x, rest.y - 2, place.w, 26};
  if (Button(frame, link_anchor_, link)) frame.Do(Verb::kSourceLinks);
  CutRight(rest, 8);
  const Rect title = CutTop(rest, 20);
  DrawSwatch(frame, title, profile.names, name);
  DrawName(frame, {title.x + 11, title.y, title.w - 11, title.h}, {Face::kMono, 13, true},
           profile.names, name, frame.theme.text, frame.theme.text);
  std::string said;
  if (lines) {
    const std::string& unit = profile.Type().unit;
    said = "cum " + ValueText(lines->cum(), unit) + " " +
           PercentText(lines->cum(), lines->total()) + " · flat " + ValueText(lines->flat(), unit) +
           " " + PercentText(lines->flat(), lines->total());
  }
  const bool chosen = profile.view.selected_name == name;
  if (!chosen) said += said.empty() ? "" : " · the hottest function, as none is selected";
  const Rect line{rest.x + 11, rest.y + 2, rest.w - 11, 18};
  frame.pen.TextFit(line, kSmall, frame.theme.text2, said);
  frame.snapshot.Add(Role::kLabel, "lines of", profile.names.Full(name), title);
  frame.snapshot.Add(Role::kLabel, "lines cost", said, line);
}

void LinesView::DrawNote(Frame& frame, const Rect& line, const Lines& lines) {
  const std::string note = NoteOf(frame.session, lines);
  const Rect words{line.x + kPad + 11, line.y, line.w - 2 * kPad, line.h - 6};
  frame.pen.TextFit(words, kSmall, frame.theme.text3, note);
  frame.snapshot.Add(Role::kLabel, "source", note, words);
}

void DrawSourceLinks(Frame& frame, const Rect& screen, const Rect& anchor) {
  std::vector<MenuItem> items;
  for (const LinkTemplate& one : LinkTemplates()) {
    const bool now = items.size() == frame.session.look().source_link;
    items.push_back({std::string(one.name), "", Icon::kNone, now});
  }
  const std::string& own = frame.session.look().own_link;
  const bool now = items.size() == frame.session.look().source_link;
  if (!own.empty()) items.push_back({.label = own, .selected = now, .rule = true});
  const bool edits = !own.empty();
  items.push_back({.label = edits ? "Change your template" : "A template of your own",
                   .detail = "{file} {line} {path} …",
                   .rule = !edits});
  const int chosen = DrawMenu(frame, screen, anchor, "Links to source lines are copied for", items);
  if (static_cast<std::size_t>(chosen + 1) == items.size()) {
    frame.Do(Verb::kEnterLink);
  } else if (chosen >= 0) {
    frame.Do({.verb = Verb::kSourceLink, .number = static_cast<std::uint32_t>(chosen)});
  }
}

}  // namespace burnglass::ui
