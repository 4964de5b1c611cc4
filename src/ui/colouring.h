// Colouring: the colour of every name of a profile, by what colours shall say.
#pragma once

#include <string>
#include <vector>

#include "session/look.h"
#include "session/open_profile.h"
#include "ui/palette.h"

namespace burnglass::ui {

// One for each name; of a difference the steps of DiffFills behind them. Heat is the share that the
// function's flat has of the largest one.
std::vector<Rgba> ColoursOf(const OpenProfile& profile, const Theme& theme, ColourBy by);

// Changes whenever ColoursOf gives others for this profile.
std::string ColouringKey(const OpenProfile& profile, ColourBy by);

// The hue that stands for a class where colours say nothing else.
float ClassHue(NameClass name_class);

// From 0, cold, to 1.
Rgba HeatFill(const Theme& theme, float heat);

// "package", as menus and links have it.
std::string_view ColourWord(ColourBy by);

}  // namespace burnglass::ui
