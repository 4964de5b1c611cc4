// The card of the selected function: what it needs to be asked, one question of a profile at a
// time.
#include <algorithm>

#include "session/session.h"

namespace burnglass {

void Session::ShowCard() {
  const OpenProfile* profile = active();
  const bool shown = look_.overlay == Overlay::kCard;
  look_.overlay = Overlay::kNone;
  Say(EffectKind::kStateChanged);
  if (shown || !profile || profile->state != LoadState::kOpen) return;
  const auto name = profile->view.selected_name;
  // The root stands for all functions: it has no card.
  if (!name || *name == 0) return;
  look_.overlay = Overlay::kCard;
}

// Profiles may have come, gone or be asked otherwise since the last time, and the card follows the
// selection.
void Session::RenewTiles() {
  std::vector<CardTile> tiles = TilesFor(profiles_, card_.function);
  for (CardTile& tile : tiles) {
    const CardTile* known = card_.Find(tile.profile, tile.sample_type);
    const bool same = known && known->query == tile.query && known->name == tile.name;
    if (same) tile.peek = known->peek;
  }
  card_.tiles = std::move(tiles);
}

void Session::AskCard() {
  const OpenProfile* profile = look_.overlay == Overlay::kCard ? active() : nullptr;
  const auto name = profile ? profile->view.selected_name : std::nullopt;
  if (!name) {
    card_ = {};
    return;
  }
  card_.function = profile->names.Full(*name);
  RenewTiles();
  for (const CardTile& tile : card_.tiles) {
    OpenProfile* asked = Find(tile.profile);
    if (tile.peek || asked->reloading || FindPending(tile.profile, Slot::kCard)) continue;
    pb::Header header;
    header.mutable_peek_question()->set_query(tile.query);
    header.mutable_peek_question()->set_name(tile.name);
    Ask(*asked, {.slot = Slot::kCard, .query = tile.query, .name = tile.name}, std::move(header));
  }
}

bool Session::KeepCard(const Pending& asked, const HeldMessage& message, std::size_t names) {
  Result<Peek> peek = Peek::Read(message, names);
  if (!peek) return false;
  for (CardTile& tile : card_.tiles) {
    if (tile.profile == asked.profile && tile.query == asked.query && tile.name == asked.name)
      tile.peek = *peek;
  }
  return true;
}

}  // namespace burnglass
