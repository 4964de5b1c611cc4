// ImGui's backend for OpenGL, without its questions. It notes the whole state before each frame so
// as to restore it: seventeen questions to the browser, each of which waits until the graphics
// process has caught up, 50 ms of the page's own time in a frame. The context is ours alone, and
// whoever draws in it sets what is needed, so there is nothing to restore.
#include <GLES3/gl3.h>

namespace {

// The state of a new context for what the backend restores, the truth for all else.
void AskOnlyForLimits(GLenum name, GLint* value) {
  switch (name) {
    case GL_CURRENT_PROGRAM:
    case GL_TEXTURE_BINDING_2D:
    case GL_SAMPLER_BINDING:
    case GL_ARRAY_BUFFER_BINDING:
    case GL_VERTEX_ARRAY_BINDING:
    case GL_PIXEL_UNPACK_BUFFER_BINDING:
    case GL_BLEND_DST_RGB:
    case GL_BLEND_DST_ALPHA:
      *value = 0;  // also GL_ZERO
      return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
      *value = GL_ONE;
      return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *value = GL_FUNC_ADD;
      return;
    case GL_ACTIVE_TEXTURE:
      *value = GL_TEXTURE0;
      return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      for (int i = 0; i < 4; ++i) value[i] = 0;
      return;
    default:
      glGetIntegerv(name, value);
  }
}

GLboolean BeOff(GLenum) { return GL_FALSE; }

}  // namespace

#define glGetIntegerv AskOnlyForLimits
#define glIsEnabled BeOff
#include <imgui_impl_opengl3.cpp>
