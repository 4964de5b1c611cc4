#include "ui/colouring.h"

#include <cmath>
#include <map>

#include "base/oklch.h"
#include "ui/difference.h"

namespace burnglass::ui {
namespace {

constexpr float kHeatHue = 362;

// Of the values of a label from the largest on: neighbours lie far from each other, and every other
// one is a little darker, so that they are told apart without hues, too.
constexpr float kLabelHues[] = {250, 150, 335, 205, 295, 118, 230, 5};
constexpr std::size_t kOwnFills = std::size(kLabelHues), kLabelFills = kOwnFills + 2;
constexpr float kShareChroma[] = {0.25f, 0.45f, 0.7f, 1.15f};
constexpr std::size_t kShareSteps = std::size(kShareChroma);

std::size_t ShareStep(double share) {
  return share > 0.95 ? 3 : share > 0.75 ? 2 : share > 0.5 ? 1 : 0;
}

// `place` is the value's, or behind all of these that of the smaller ones and of none.
Rgba FillOfPlace(const Theme& theme, std::size_t place, std::size_t step) {
  const float darker = place % 2 == 0 ? 0 : 0.025f;
  const bool own = place < kOwnFills;
  const float chroma = own ? theme.own.chroma * kShareChroma[step] : 0.008f;
  const float lightness = theme.own.lightness - (own ? darker : place == kOwnFills ? 0.05f : 0);
  return Oklch(lightness, chroma, own ? kLabelHues[place] : 250);
}

std::size_t PlaceOf(const LabelColours& labels, std::size_t value) {
  if (labels.without() && value + 1 == labels.size()) return kOwnFills + 1;
  return labels.others() != 0 && value == labels.own() ? kOwnFills : std::min(value, kOwnFills - 1);
}

std::vector<Rgba> LabelFills(const Theme& theme) {
  std::vector<Rgba> fills;
  for (std::size_t i = 0; i < kLabelFills * kShareSteps; ++i) {
    fills.push_back(FillOfPlace(theme, i / kShareSteps, i % kShareSteps));
  }
  return fills;
}

// Names of one package, or file, share one colour, and there are far fewer of these than names.
class Fills {
 public:
  explicit Fills(const Theme& theme) : theme_(theme) {}

  Rgba Of(std::string_view group, NameClass name_class) {
    const auto [it, fresh] = by_group_.try_emplace({group, name_class});
    if (fresh) it->second = BoxFill(theme_, name_class, PackageHue(group));
    return it->second;
  }

 private:
  const Theme& theme_;
  std::map<std::pair<std::string_view, NameClass>, Rgba> by_group_;
};

std::vector<Rgba> HeatColours(const OpenProfile& profile, const Theme& theme) {
  std::vector<Rgba> colours(profile.names.size(), HeatFill(theme, 0));
  const Top* totals = profile.shown->totals.get();
  if (!totals) return colours;
  double most = 1;
  for (const std::int64_t flat : totals->flat()) {
    most = std::max(most, std::fabs(static_cast<double>(flat)));
  }
  for (std::size_t i = 0; i < totals->size(); ++i) {
    const TopRow row = (*totals)[i];
    const double share = std::fabs(static_cast<double>(row.flat)) / most;
    // Shares fall off steeply: the root keeps small ones apart.
    colours[row.name] = HeatFill(theme, static_cast<float>(std::sqrt(share)));
  }
  return colours;
}

}  // namespace

float ClassHue(NameClass name_class) {
  switch (name_class) {
    case NameClass::kOwn:
      return 344;
    case NameClass::kDependency:
      return 254;
    case NameClass::kStandard:
      return 164;
    default:
      return 128;
  }
}

Rgba LabelFill(const Theme& theme, const LabelColours& labels, std::size_t value, double share) {
  return FillOfPlace(theme, PlaceOf(labels, value), ShareStep(share));
}

std::size_t LabelFillIndex(const LabelColours& labels, std::size_t names, std::size_t value,
                           double share) {
  return names + PlaceOf(labels, value) * kShareSteps + ShareStep(share);
}

Rgba HeatFill(const Theme& theme, float heat) {
  const float lightness = theme.dark ? 0.305f + 0.205f * heat : 0.930f - 0.105f * heat;
  const float chroma = 0.006f + (theme.dark ? 0.124f : 0.094f) * heat;
  const Srgb colour = OklchToSrgb(lightness, chroma, kHeatHue);
  return {colour.r, colour.g, colour.b};
}

std::vector<Rgba> ColoursOf(const OpenProfile& profile, const Theme& theme, ColourBy by) {
  if (profile.IsDiff() || by == ColourBy::kGrowth) {
    // Boxes choose among the steps behind the names; what chooses none is no change.
    std::vector<Rgba> colours(profile.names.size(), theme.noise);
    const std::vector<Rgba> fills = DiffFills(theme);
    colours.insert(colours.end(), fills.begin(), fills.end());
    return colours;
  }
  const Names& names = profile.names;
  std::vector<Rgba> colours;
  if (by == ColourBy::kHeat) {
    colours = HeatColours(profile, theme);
    colours[0] = theme.root;
    return colours;
  }
  if (by == ColourBy::kLabel) {
    // Until it is known which value a box has, and where none has any cost.
    colours.assign(names.size(), FillOfPlace(theme, kOwnFills + 1, 0));
    colours[0] = theme.root;
    const std::vector<Rgba> fills = LabelFills(theme);
    colours.insert(colours.end(), fills.begin(), fills.end());
    return colours;
  }
  Fills fills(theme);
  for (NameId name = 0; name < names.size(); ++name) {
    const auto name_class = static_cast<NameClass>(names.Class(name));
    colours.push_back(by == ColourBy::kPackage ? fills.Of(names.Package(name), name_class)
                      : by == ColourBy::kFile  ? fills.Of(names.File(name), name_class)
                      : by == ColourBy::kMapping
                          ? fills.Of(names.Mapping(name), name_class)
                          : BoxFill(theme, name_class, ClassHue(name_class)));
  }
  return colours;
}

std::string ColouringKey(const OpenProfile& profile, ColourBy by) {
  std::string key(ColourWord(by));
  key += ' ' + std::to_string(profile.names.size());
  if (profile.IsDiff()) return "difference" + key;
  if (by != ColourBy::kHeat) return key;
  return key + (profile.shown->totals ? ' ' + profile.shown->query : std::string());
}

std::string_view ColourWord(ColourBy by) {
  switch (by) {
    case ColourBy::kPackage:
      return "package";
    case ColourBy::kClass:
      return "kind of code";
    case ColourBy::kFile:
      return "file";
    case ColourBy::kHeat:
      return "heat";
    case ColourBy::kMapping:
      return "binary";
    case ColourBy::kGrowth:
      return "growth";
    case ColourBy::kLabel:
      return "label";
  }
  return {};
}

}  // namespace burnglass::ui
