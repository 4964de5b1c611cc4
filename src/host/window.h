// The window: GLFW's, for the canvas and its WebGL2 context, and nothing else. Input and size
// belong to the page (web/), whose browser behaviour GLFW's Emscripten port would spoil.
#pragma once

namespace burnglass::host {

// Makes the context of Module.canvas current. False: the browser gives no WebGL2.
bool OpenWindow();

}  // namespace burnglass::host
