// The shape of the tree that is drawn, and its colours.
#include "session/session.h"

namespace burnglass {

bool Session::ApplyToShapes(const Command& command) {
  const Look& l = look_;
  switch (command.verb) {
    case Verb::kInverted:
      SetShape(!l.inverted, l.by_name, l.folded, l.packages);
      return true;
    case Verb::kByName:
      SetShape(l.inverted, !l.by_name, l.folded, l.packages);
      return true;
    case Verb::kFolded:
      SetShape(l.inverted, l.by_name, !l.folded, l.packages);
      return true;
    case Verb::kPackages:
      SetShape(l.inverted, l.by_name, l.folded, !l.packages);
      return true;
    case Verb::kColourBy:
      if (command.number < kColourings) {
        look_.colour_by = static_cast<ColourBy>(command.number);
      }
      if (look_.colour_by == ColourBy::kLabel) look_.colour_label = command.text;
      look_.overlay = Overlay::kNone;
      Say(EffectKind::kStateChanged);
      return true;
    default:
      return false;
  }
}

// Boxes are numbered anew with every shape; functions stay selected by their names.
void Session::SetShape(bool inverted, bool by_name, bool folded, bool packages) {
  look_.overlay = Overlay::kNone;
  if (look_.inverted == inverted && look_.by_name == by_name && look_.folded == folded &&
      look_.packages == packages) {
    return;
  }
  look_.inverted = inverted;
  look_.by_name = by_name;
  look_.folded = folded;
  look_.packages = packages;
  for (const auto& profile : profiles_) {
    const std::optional<NameId> name = profile->view.selected_name;
    profile->view = {};
    profile->view.selected_name = name;
    profile->pivot.view = {};
  }
  Say(EffectKind::kStateChanged);
}

TreeShape Session::ShapeOf(TreeForm form, NameId pivot) const {
  return {.form = form,
          .pivot = pivot,
          .by_name = look_.by_name,
          .folded = look_.folded,
          .packages = look_.packages};
}

std::string Session::ShapedQueryText(const OpenProfile& profile) const {
  const TreeForm form = look_.inverted ? TreeForm::kInverted : TreeForm::kTopDown;
  TreeShape shape = ShapeOf(form);
  // Side by side both are asked for beside the whole.
  if (profile.HasSides() && look_.view != View::kSides) shape.width = profile.width;
  return ShapedText(burnglass::QueryText(profile.query), shape);
}

}  // namespace burnglass
