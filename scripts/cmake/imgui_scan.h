// Before every file of ImGui in the browser's viewer. ImGui reads by sscanf what the viewer never
// gives it, settings files and typed numbers: without, the library's reading of formats and of long
// doubles stays out.
#pragma once

#include <cstdio>

#define sscanf(...) 0
