#include "host/flame_program.h"

#include <string_view>

#include "flame.frag.h"
#include "flame.vert.h"

namespace burnglass::host {
namespace {

GLuint Compile(GLenum kind, std::string_view text) {
  const GLuint shader = glCreateShader(kind);
  const char* begin = text.data();
  const GLint length = static_cast<GLint>(text.size());
  glShaderSource(shader, 1, &begin, &length);
  glCompileShader(shader);
  return shader;
}

void SetColour(GLint uniform, const Rgba& colour) {
  glUniform3f(uniform, colour.r / 255.0f, colour.g / 255.0f, colour.b / 255.0f);
}

}  // namespace

void FlameProgram::Make() {
  const GLuint vertex = Compile(GL_VERTEX_SHADER, kFlameVert);
  const GLuint fragment = Compile(GL_FRAGMENT_SHADER, kFlameFrag);
  program_ = glCreateProgram();
  glAttachShader(program_, vertex);
  glAttachShader(program_, fragment);
  glLinkProgram(program_);
  glDeleteShader(vertex);
  glDeleteShader(fragment);

  const auto find = [this](const char* name) { return glGetUniformLocation(program_, name); };
  scroll_ = find("u_scroll");
  view_ = find("u_view");
  dpr_ = find("u_dpr");
  marked_ = find("u_marked");
  searching_ = find("u_searching");
  dim_ = find("u_dim");
  canvas_ = find("u_canvas");
  hit_ = find("u_hit");
  strip_ = find("u_strip");
  outline_ = find("u_outline");
  hover_border_ = find("u_hover_border");
  triangle_ = find("u_triangle");

  glUseProgram(program_);
  glUniform1i(find("u_colours"), kColourUnit);
  glUniform1i(find("u_hits"), kHitUnit);
  glUseProgram(0);
}

void FlameProgram::Use(const FlameLook& look) const {
  glUseProgram(program_);
  glUniform2f(scroll_, look.scroll_x, look.scroll_y);
  glUniform2f(view_, look.view_w * look.dpr, look.view_h * look.dpr);
  glUniform1f(dpr_, look.dpr);
  glUniform3ui(marked_, look.hovered_box, look.selected_box, look.same_name);
  glUniform1i(searching_, look.searching);
  glUniform1f(dim_, look.dim);
  SetColour(canvas_, look.canvas);
  SetColour(hit_, look.hit);
  SetColour(strip_, look.strip);
  SetColour(outline_, look.outline);
  SetColour(hover_border_, look.hover_border);
  glUniform4f(triangle_, look.corner.r / 255.0f, look.corner.g / 255.0f, look.corner.b / 255.0f,
              look.corner.a / 255.0f);
}

}  // namespace burnglass::host
