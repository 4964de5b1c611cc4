#include "ui/card_view.h"

#include <algorithm>

#include "session/numbers.h"
#include "ui/button.h"
#include "ui/name_text.h"

namespace burnglass::ui {
namespace {

constexpr float kPad = 24, kHeadHeight = 79, kGap = 12, kTileHead = 30, kTileFoot = 14,
                kKinRow = 19;
constexpr float kTileLeast = 300, kSentenceLine = 20;
constexpr std::size_t kMostKin = 3;

// One measure of one profile, with what has come of it.
struct Tile {
  const OpenProfile* profile = nullptr;
  Measure measure;
  const CardTile* value = nullptr;
  const CardTile* count = nullptr;

  const SampleTypeFacts& type() const { return profile->facts.sample_types[measure.type]; }
  const Peek* peek() const { return value && value->peek ? &*value->peek : nullptr; }
};

std::vector<Tile> TilesOf(const Session& session) {
  std::vector<Tile> tiles;
  const Card& card = session.card();
  for (const auto& profile : session.profiles()) {
    for (const Measure& measure : MeasuresOf(profile->facts)) {
      const CardTile* value = card.Find(profile->id, measure.type);
      if (!value) continue;
      tiles.push_back({profile.get(), measure, value,
                       measure.count ? card.Find(profile->id, *measure.count) : nullptr});
    }
  }
  return tiles;
}

double ShareOf(const Tile& tile) {
  const Peek* peek = tile.peek();
  if (!peek || peek->total == 0) return 0;
  return std::min(1.0, std::abs(static_cast<double>(peek->cum) / static_cast<double>(peek->total)));
}

// The function's number, in the profile that is in front or else in the first that has it.
const CardTile* NameTile(const Session& session) {
  for (const CardTile& tile : session.card().tiles) {
    if (session.active() && tile.profile == session.active()->id) return &tile;
  }
  return session.card().tiles.empty() ? nullptr : &session.card().tiles.front();
}

const OpenProfile* ProfileOf(const Session& session, ProfileId id) {
  for (const auto& profile : session.profiles()) {
    if (profile->id == id) return profile.get();
  }
  return nullptr;
}

std::string_view ClassWord(std::uint8_t name_class) {
  constexpr std::string_view kWords[] = {"own code", "module", "standard library", "runtime", ""};
  return name_class < std::size(kWords) ? kWords[name_class] : "";
}

void DrawHead(Frame& frame, const Rect& head) {
  const CardTile* tile = NameTile(frame.session);
  const OpenProfile* profile = tile ? ProfileOf(frame.session, tile->profile) : nullptr;
  frame.pen.Fill(head, frame.theme.panel);
  frame.pen.HLine(head.x, head.bottom() - 1, head.w, frame.theme.line);
  Rect rest = head.Inset(kPad, 0);
  const Rect close = CutRight(rest, 28);
  if (IconButton(frame, {close.x, head.y + 16, 28, 28}, "close card", Icon::kClose,
                 "close the card")) {
    frame.Do(Verb::kDismiss);
  }
  CutRight(rest, 8);
  const ButtonSpec copy{.id = "copy card", .label = "Copy as Markdown", .icon = Icon::kCopy};
  const float width = ButtonWidth(frame, copy);
  if (rest.w > width + 260) {
    const Rect place = CutRight(rest, width);
    if (Button(frame, {place.x, head.y + 18, place.w, 26}, copy)) {
      frame.Do({.verb = Verb::kCopy,
                .text = CardMarkdown(frame.session.profiles(), frame.session.card())});
    }
    CutRight(rest, 16);
  }
  if (!profile) return;
  DrawSwatch(frame, {rest.x, head.y + 18, 3, 26}, profile->names, tile->name);
  Rect lines{rest.x + 14, head.y + 16, rest.w - 14, 60};
  DrawName(frame, CutTop(lines, 28), {Face::kMono, 17, true}, profile->names, tile->name,
           frame.theme.text, frame.theme.text3);
  std::string place = PlaceText(profile->names, tile->name);
  const std::string_view word = ClassWord(profile->names.Class(tile->name));
  if (!word.empty()) place += (place.empty() ? "" : " · ") + std::string(word);
  frame.pen.TextFit(CutTop(lines, 20), kBoxLabel, frame.theme.text3, place);
  frame.snapshot.Add(Role::kLabel, "function card", frame.session.card().function, head);
}

// "flat 150 ms · 1 204 objects"
std::string SmallLine(const Tile& tile) {
  std::string line = "flat " + ValueText(tile.peek()->flat, tile.type().unit);
  if (tile.count && tile.count->peek) {
    const SampleTypeFacts& type = tile.profile->facts.sample_types[*tile.measure.count];
    line += " · " + CountText(tile.count->peek->cum) + " " + type.type;
  }
  return line;
}

void DrawCallees(Frame& frame, Rect& rest, const Tile& tile) {
  const Peek& peek = *tile.peek();
  const std::size_t rows = std::min(kMostKin, peek.callees.size());
  if (rows == 0) {
    frame.pen.Text(CutTop(rest, kKinRow), kSmall, frame.theme.text3,
                   peek.cum == 0 ? "not here" : "only through itself");
  }
  for (std::size_t i = 0; i < rows; ++i) {
    Rect line = CutTop(rest, kKinRow);
    frame.pen.Text(CutLeft(line, 46), kTiny, frame.theme.text2,
                   PercentText(peek.callees[i].cum, peek.cum), Align::kRight);
    CutLeft(line, 8);
    DrawSwatch(frame, line, tile.profile->names, peek.callees[i].name);
    CutLeft(line, 9);
    DrawName(frame, line, kBoxLabel, tile.profile->names, peek.callees[i].name, frame.theme.text,
             frame.theme.text3);
  }
}

float TileHeight() {
  return kTileHead + 30 + 14 + 24 + static_cast<float>(kMostKin) * kKinRow + kTileFoot;
}

void DrawTileHead(Frame& frame, Rect line, const Tile& tile) {
  const Rect icon = CutLeft(line, 22);
  frame.pen.Draw(KindIcon(tile.profile->facts.kind), {icon.x + 7, icon.middle_y()}, 15,
                 frame.theme.text2);
  const std::string title = MeasureTitle(tile.profile->facts.kind, tile.type().type);
  CutLeft(line, frame.pen.TextFit(line, kPanelHead, frame.theme.text, title) + 8);
  const std::string from = tile.type().type + " · " + tile.profile->name;
  frame.pen.TextFit(line, kBoxLabel, frame.theme.text3, from);
}

void DrawTile(Frame& frame, const Rect& place, std::size_t number, const Tile& tile, bool largest) {
  const Theme& t = frame.theme;
  const Press press = Pressable(frame, "tile", number, place);
  frame.pen.Fill(place, press.hovered ? t.hover : t.panel, 6);
  frame.pen.Outline(place, t.line2, 1, 6);
  if (press.hovered) frame.cursor = Cursor::kHand;
  if (press.clicked) {
    frame.Do({.verb = Verb::kActivate, .number = tile.profile->id});
    frame.Do({.verb = Verb::kSampleType, .number = tile.measure.type});
    frame.Do({.verb = Verb::kSelectName, .number = tile.value->name});
  }
  Rect rest = place.Inset(14, 6);
  DrawTileHead(frame, CutTop(rest, kTileHead), tile);
  const Peek* peek = tile.peek();
  const std::string name = tile.type().type + " of " + tile.profile->name;
  if (!peek) {
    frame.pen.Text(CutTop(rest, 30), kBody, t.text3, "…");
    frame.snapshot.Add(Role::kRow, name, "", place, press.hovered ? kHovered : 0);
    return;
  }
  const std::string value = ValueText(peek->cum, tile.type().unit);
  const std::string share =
      PercentText(peek->cum, peek->total) + " of " + ValueText(peek->total, tile.type().unit);
  Rect line = CutTop(rest, 30);
  CutLeft(line, frame.pen.Text(line, kTitle, t.text, value) + 8);
  frame.pen.TextFit(line, kBody, t.text2, share);
  const Rect bar{rest.x, CutTop(rest, 14).y + 4, rest.w, 6};
  frame.pen.Fill(bar, t.bar2, 2);
  frame.pen.Fill({bar.x, bar.y, bar.w * static_cast<float>(ShareOf(tile)), bar.h},
                 largest ? t.accent : t.text3, 2);
  const std::string small = SmallLine(tile);
  frame.pen.TextFit(CutTop(rest, 24), kSmall, t.text2, small);
  DrawCallees(frame, rest, tile);
  frame.snapshot.Add(Role::kRow, name, "cum " + value + " " + share + "; " + small, place,
                     press.hovered ? kHovered : 0);
}

// Callers and callees of the function in the sample type that is in front.
void DrawKin(Frame& frame, Rect area, const Tile& tile) {
  struct Kin {
    std::string_view arrow;
    const std::vector<PeekRow>* rows;
  };
  const Peek& peek = *tile.peek();
  frame.pen.Text(CutTop(area, 24), kPanelHead, frame.theme.text, "Callers and callees");
  frame.pen.HLine(area.x, area.y, area.w, frame.theme.line);
  CutTop(area, 6);
  for (const Kin& kin : {Kin{"←", &peek.callers}, Kin{"→", &peek.callees}}) {
    for (std::size_t i = 0; i < std::min<std::size_t>(kin.rows->size(), 6); ++i) {
      const PeekRow& row = (*kin.rows)[i];
      const Rect place = CutTop(area, 22);
      const Press press = Pressable(frame, kin.arrow, i, place);
      if (press.hovered) {
        frame.pen.Fill(place, frame.theme.hover, 2);
        frame.cursor = Cursor::kHand;
      }
      Rect line = place;
      const std::string share = PercentText(row.cum, peek.cum);
      frame.pen.Text(CutLeft(line, 52), kTable, frame.theme.text, share, Align::kRight);
      CutLeft(line, 10);
      frame.pen.Text(CutLeft(line, 18), kBoxLabel, frame.theme.text3, kin.arrow);
      DrawName(frame, line, kBoxLabel, tile.profile->names, row.name, frame.theme.text,
               frame.theme.text3);
      frame.snapshot.Add(Role::kRow, tile.profile->names.Full(row.name),
                         std::string(kin.arrow == "←" ? "caller " : "callee ") + share, place);
      if (press.clicked) frame.Do({.verb = Verb::kSelectName, .number = row.name});
    }
  }
}

void DrawSentences(Frame& frame, Rect area) {
  const auto said = CardSentences(frame.session.profiles(), frame.session.card());
  if (said.empty()) return;
  frame.pen.Text(CutTop(area, 24), kPanelHead, frame.theme.text, "Read together");
  frame.pen.HLine(area.x, area.y, area.w, frame.theme.line);
  CutTop(area, 6);
  for (const std::string& sentence : said) {
    const float height =
        frame.pen.Paragraph(area, kBody, frame.theme.text2, sentence, kSentenceLine);
    frame.snapshot.Add(Role::kLabel, "sentence", sentence, {area.x, area.y, area.w, height});
    CutTop(area, height + 8);
  }
}

const Tile* FrontTile(const Session& session, const std::vector<Tile>& tiles) {
  const OpenProfile* active = session.active();
  for (const Tile& tile : tiles) {
    const bool front = tile.profile == active && tile.peek() &&
                       tile.measure.type == active->SampleTypeOf(active->query);
    if (front) return &tile;
  }
  return nullptr;
}

void DrawBody(Frame& frame, const Rect& area, ScrollState& scroll) {
  const std::vector<Tile> tiles = TilesOf(frame.session);
  const float width = area.w - 2 * std::min(kPad, area.w / 24);
  const auto columns =
      static_cast<std::size_t>(std::clamp((width + kGap) / (kTileLeast + kGap), 1.0f, 3.0f));
  const std::size_t rows = (tiles.size() + columns - 1) / columns;
  const float tiles_height = static_cast<float>(rows) * (TileHeight() + kGap);
  constexpr float kBelow = 320;
  Scroll(frame, "card", area, 16 + tiles_height + (columns == 1 ? 2 : 1) * kBelow, scroll);
  const Clip clip(frame, area);
  const float x = area.x + (area.w - width) / 2, y = area.y + 16 - scroll.offset;
  const float each = (width - kGap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  std::size_t largest = 0;
  for (std::size_t i = 1; i < tiles.size(); ++i) {
    if (ShareOf(tiles[i]) > ShareOf(tiles[largest])) largest = i;
  }
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const Rect place{x + static_cast<float>(i % columns) * (each + kGap),
                     y + static_cast<float>(i / columns) * (TileHeight() + kGap), each,
                     TileHeight()};
    DrawTile(frame, place, i, tiles[i], i == largest);
  }
  Rect below{x, y + tiles_height + 8, width, kBelow};
  if (const Tile* front = FrontTile(frame.session, tiles)) {
    const Rect left = columns == 1 ? below : CutLeft(below, below.w / 2 - kGap);
    DrawKin(frame, left, *front);
    columns == 1 ? CutTop(below, kBelow) : CutLeft(below, 2 * kGap);
    below.h = kBelow;
  }
  DrawSentences(frame, below);
}

}  // namespace

void DrawFunctionCard(Frame& frame, const Rect& area, ScrollState& scroll) {
  const Clip clip(frame, area);
  Rect rest = area;
  DrawHead(frame, CutTop(rest, kHeadHeight));
  DrawBody(frame, rest, scroll);
}

}  // namespace burnglass::ui
