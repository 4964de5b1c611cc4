#include "host/window.h"

#include <GLFW/glfw3.h>

#include "host/page_imports.h"

namespace burnglass::host {

bool OpenWindow() {
  if (!glfwInit()) return false;
  // Opaque, and without multisampling: what is drawn antialiases its own edges.
  glfwWindowHint(GLFW_ALPHA_BITS, 0);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_SAMPLES, 0);
  // The size does not matter: the page sets the canvas before every frame that needs it.
  GLFWwindow* window = glfwCreateWindow(1, 1, "Burnglass", nullptr, nullptr);
  page_window_opened();
  if (!window) return false;
  glfwMakeContextCurrent(window);
  return true;
}

}  // namespace burnglass::host
