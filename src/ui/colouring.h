// Colouring: the colour of every name of a profile, by what colours shall say.
#pragma once

#include <string>
#include <vector>

#include "session/look.h"
#include "session/open_profile.h"
#include "ui/palette.h"

namespace burnglass::ui {

// One for each name; of a difference the steps of DiffFills behind them, by label LabelFill's. Heat
// is the share that the function's flat has of the largest one.
std::vector<Rgba> ColoursOf(const OpenProfile& profile, const Theme& theme, ColourBy by);

// Changes whenever ColoursOf gives others for this profile.
std::string ColouringKey(const OpenProfile& profile, ColourBy by);

// The hue that stands for a class where colours say nothing else.
float ClassHue(NameClass name_class);

// The colour of a value of a label in a box of which it is this share. The less, the greyer.
Rgba LabelFill(const Theme& theme, const LabelColours& labels, std::size_t value, double share);
// Behind the names, for each value one for each step of shares.
std::size_t LabelFillIndex(const LabelColours& labels, std::size_t names, std::size_t value,
                           double share);

// From 0, cold, to 1.
Rgba HeatFill(const Theme& theme, float heat);

// "package", as menus and links have it.
std::string_view ColourWord(ColourBy by);

}  // namespace burnglass::ui
