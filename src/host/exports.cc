// The functions that the page's script calls: see "viewer.wasm" in src/README.md. Texts and
// messages come in the buffer that viewer_buffer gave last; texts that go out are valid until the
// next one.
#include <malloc.h>

#include <array>
#include <memory>
#include <string>
#include <utility>

#include "base/memory_ahead.h"
#include "host/page_imports.h"
#include "host/page_machine.h"
#include "host/window.h"
#include "ui/app.h"

namespace burnglass::host {
namespace {

struct Viewer {
  std::array<Bytes, 3> fonts;
  Bytes buffer;
  std::string text;
  PageMachine machine;
  std::unique_ptr<ui::App> app;
  bool device_lost = false;
  // As much as messages and boxes of a profile of some megabytes need.
  MemoryAhead memory{12 << 20};
};

// Lives as long as the page, so it is never destroyed.
Viewer& viewer() {
  static Viewer& one = *new Viewer;
  return one;
}

ui::App& app() { return *viewer().app; }

std::string_view BufferText(std::uint32_t size) {
  return {reinterpret_cast<const char*>(viewer().buffer.data()), size};
}

// The first bytes of the buffer, which is given up: it may be large.
Bytes TakeBuffer(std::uint32_t size) {
  viewer().buffer.resize(size);
  return std::exchange(viewer().buffer, {});
}

// The two lines of a text "first\nsecond".
struct Lines {
  std::string_view first, second;
};

Lines SplitLine(std::string_view text) {
  const std::size_t at = text.find('\n');
  if (at == std::string_view::npos) return {text, {}};
  return {text.substr(0, at), text.substr(at + 1)};
}

std::string TextOf(int what) {
  switch (what) {
    case 0:
      return app().Query();
    case 1:
      return app().Link();
    case 2:
      return app().Snapshot();
    case 3:
      return app().Stats();
    case 4:
      return app().State();
    default:
      return {};
  }
}

}  // namespace

extern "C" {

void viewer_font(std::uint32_t which, std::uint32_t size) {
  viewer().fonts[which] = TakeBuffer(size);
}

int viewer_start() {
  if (!OpenWindow()) return 0;
  Viewer& one = viewer();
  const ui::FontFiles fonts = {one.fonts[0], one.fonts[1], one.fonts[2]};
  one.app = std::make_unique<ui::App>(one.machine, fonts);
  one.machine.StartDrawing();
  return 1;
}

void* viewer_buffer(std::uint32_t size) {
  viewer().buffer = Bytes(size);
  return viewer().buffer.data();
}

void viewer_receive(std::uint32_t size) { app().Receive(TakeBuffer(size)); }

void viewer_reading(std::uint32_t profile, double done, double total, std::uint32_t size) {
  app().Reading(profile, BufferText(size), done, total);
}

void viewer_set(std::uint32_t first, std::uint32_t count, std::uint32_t size) {
  app().OpenSet(first, count, BufferText(size));
}

void viewer_failed(std::uint32_t profile, std::uint32_t size) {
  const Lines lines = SplitLine(BufferText(size));
  app().Failed(profile, lines.first, lines.second);
}

void viewer_source(std::uint32_t size) {
  const Lines file = SplitLine(BufferText(size));
  app().Source(file.first, file.second);
}

void viewer_reload(std::uint32_t profile) { app().Reload(profile); }

void viewer_layout(std::uint32_t number, std::uint32_t size) {
  app().LaidOut(number, BufferText(size));
}

int viewer_warm() { return viewer().memory.Step(); }

double viewer_heap() { return static_cast<double>(mallinfo().uordblks); }

void viewer_resize(float css_w, float css_h, float dpr) { app().Resize(css_w, css_h, dpr); }

double viewer_frame(double now_ms) {
  if (viewer().device_lost) return -1;
  viewer().machine.PrepareFrame();
  return app().Frame(now_ms);
}

void viewer_pointer(int what, float x, float y, int button, int mods, int touch) {
  app().Pointer(static_cast<ui::PointerEvent>(what), x, y, button, static_cast<std::uint32_t>(mods),
                touch != 0);
}

int viewer_wheel(float x, float y, float dx, float dy, int mods) {
  return app().Wheel(x, y, dx, dy, static_cast<std::uint32_t>(mods));
}

void viewer_pinch(float x, float y, float factor) { app().Pinch(x, y, factor); }

int viewer_key(int down, std::uint32_t size, int mods) {
  const Lines key = SplitLine(BufferText(size));
  return app().Key(down != 0, key.first, key.second, static_cast<std::uint32_t>(mods));
}

void viewer_blur() { app().Blur(); }

void viewer_field(std::uint32_t field, std::uint32_t size) {
  app().Field(static_cast<FieldId>(field), BufferText(size));
}

int viewer_field_key(std::uint32_t field, int key, int mods) {
  return app().PressFieldKey(static_cast<FieldId>(field), static_cast<ui::FieldKey>(key),
                             static_cast<std::uint32_t>(mods));
}

void viewer_context(int lost) {
  viewer().device_lost = lost != 0;
  if (lost) {
    viewer().machine.ForgetDevice();
    app().DeviceLost();
  } else {
    page_context_restored();
    app().DeviceRestored();
  }
}

void viewer_preferences(int dark, int contrast, int reduced_motion, int coarse_pointer) {
  app().SetPreferences({dark != 0, contrast != 0, reduced_motion != 0, coarse_pointer != 0});
}

void viewer_embedded(int yes) { app().SetEmbedded(yes != 0); }

void viewer_dragging(int yes) { app().SetDragging(yes != 0); }

const char* viewer_text(int what) {
  viewer().text = TextOf(what);
  return viewer().text.c_str();
}

int viewer_apply(std::uint32_t size) { return app().Apply(BufferText(size)); }

std::uint32_t viewer_make(std::uint32_t size) { return app().Make(BufferText(size)); }

void viewer_history(std::uint32_t step) { app().GoTo(step); }

void viewer_settings(std::uint32_t size) { app().ReadSettings(BufferText(size)); }

int viewer_command(std::uint32_t size) { return app().Command(BufferText(size)); }

int viewer_busy() { return app().Busy(); }

}  // extern "C"

}  // namespace burnglass::host
