// Theme: every colour of the program by its role. No literal colour stands anywhere else.
#pragma once

#include "ui/colour.h"

namespace burnglass::ui {

// Lightness and chroma of a class of functions; the hue is the package's (ui/palette.h).
struct Shade {
  float lightness = 0, chroma = 0;
};

// Of a difference: from the smallest that is seen to the largest.
struct Ramp {
  Shade from, to;
  float hue = 0;
};

struct Theme {
  bool dark = true;
  bool contrast = false;

  Rgba canvas, panel, raised, sunk;  // grounds: graph and tables, bars, what stands out, fields
  Rgba line, line2;                  // hairlines between areas, outlines of controls
  Rgba hover, sel;                   // row or button under the pointer, selected row
  Rgba text, text2, text3;           // names and numbers, secondary words, labels and units
  Rgba accent, on_accent;            // amber fills and marks, text on them
  Rgba link, outline, accent_soft;   // amber as text, borders on flame boxes, notice card
  Rgba err;                          // the error icon
  Rgba bar, bar2;                    // bars in tables and their ground
  Rgba flame_text, flame_dim;        // labels in boxes, in dimmed boxes
  Rgba root;                         // fill of the root box
  Rgba veil;                         // over everything while a sheet is open
  Rgba shade;                        // the 2-px strip below popups

  Rgba more, less;            // a difference as text, always with its sign
  Rgba noise;                 // fill of boxes whose change may be chance
  Ramp more_fill, less_fill;  // of the others

  Shade own, dependency, standard, runtime;  // fills of flame boxes
  float swatch_lightness = 0;                // of the small mark beside a name
  float dim = 0.5f;                          // how far dimmed boxes go towards canvas
  float outline_width = 1;                   // of controls and same-function borders
};

// The same object for the same arguments, for the life of the program.
const Theme& ThemeFor(bool dark, bool contrast);

}  // namespace burnglass::ui
