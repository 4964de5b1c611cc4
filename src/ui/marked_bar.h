// The bar below the table when several rows are marked: how many, and filters on all of them.
#pragma once

#include "ui/frame.h"

namespace burnglass::ui {

// Cuts its place off the bottom of `rest`; nothing where fewer than two rows are marked.
void DrawMarkedBar(Frame& frame, Rect& rest);

}  // namespace burnglass::ui
