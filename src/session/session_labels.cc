// Colours by the values of a label.
#include <algorithm>

#include "session/session.h"

namespace burnglass {
namespace {

constexpr std::size_t kKeepColours = 4;

bool HasKey(const OpenProfile* profile, const std::string& key) {
  if (!profile) return false;
  const auto& keys = profile->facts.label_keys;
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

ColourBy Session::ShownColourBy() const {
  if (look_.colour_by == ColourBy::kGrowth) {
    return active() && active()->IsSeries() ? ColourBy::kGrowth : ColourBy::kPackage;
  }
  if (look_.colour_by != ColourBy::kLabel) return look_.colour_by;
  return HasKey(active(), look_.colour_label) ? ColourBy::kLabel : ColourBy::kPackage;
}

RowsOf Session::ShownRowsOf() const {
  if (look_.rows_of != RowsOf::kLabels) return look_.rows_of;
  return HasKey(active(), look_.rows_label) ? RowsOf::kLabels : RowsOf::kFunctions;
}

void Session::AskColours(OpenProfile& profile, const Answers& have, Slot slot) {
  if (ShownColourBy() != ColourBy::kLabel || profile.IsDiff() || profile.id != active_) return;
  if (!have.flame || have.FindColours(look_.colour_label)) return;
  pb::Header header;
  header.mutable_label_colours_question()->set_query(have.query);
  header.mutable_label_colours_question()->set_key(look_.colour_label);
  Ask(profile, {.slot = slot, .query = have.query, .pattern = look_.colour_label},
      std::move(header));
}

bool Session::KeepColours(Answers& answers, HeldMessage message) {
  Result<LabelColours> colours = LabelColours::Read(std::move(message));
  if (!colours) return false;
  auto& all = answers.colours;
  if (all.size() >= kKeepColours) all.erase(all.begin());
  all.push_back(std::make_unique<LabelColours>(colours.Take()));
  return true;
}

}  // namespace burnglass
