// FlameProgram: the shaders of flame boxes as a linked WebGL2 program, and where its uniforms are.
#pragma once

#include <GLES3/gl3.h>

#include "ui/flame_painter.h"

namespace burnglass::host {

// Texture units of the two tables; unit 0 stays ImGui's.
inline constexpr GLint kColourUnit = 1;
inline constexpr GLint kHitUnit = 2;

class FlameProgram {
 public:
  // Compiles and links in the current context, and binds the tables to their units.
  void Make();
  bool IsMade() const { return program_ != 0; }
  // The context is lost, and the program with it.
  void Forget() { program_ = 0; }

  // Makes the program current and gives it the look.
  void Use(const FlameLook& look) const;

 private:
  GLuint program_ = 0;
  GLint scroll_ = -1, view_ = -1, dpr_ = -1, marked_ = -1, searching_ = -1, dim_ = -1;
  GLint canvas_ = -1, hit_ = -1, strip_ = -1, outline_ = -1, hover_border_ = -1, triangle_ = -1;
};

}  // namespace burnglass::host
