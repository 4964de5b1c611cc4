// App: the viewer. Events and messages go in, frames come out; all that it wants of the outside it
// asks of a Machine. Positions and lengths are CSS px of the canvas, times are milliseconds.
//
// Dear ImGui runs in device pixels inside (that keeps text sharp at any zoom of the browser), so
// the draw data given to Machine::Submit is in device pixels with a framebuffer scale of 1.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "message/message.h"
#include "ui/machine.h"

namespace burnglass::ui {

// TrueType files; they must outlive the App.
struct FontFiles {
  std::span<const std::byte> regular;   // Inter Regular, figures tabular
  std::span<const std::byte> semibold;  // Inter SemiBold, figures tabular
  std::span<const std::byte> mono;      // JetBrains Mono
};

enum class PointerEvent { kMove = 0, kDown = 1, kUp = 2, kLeave = 3, kCancel = 4 };
enum class FieldKey { kEnter = 1, kEscape = 2, kUp = 3, kDown = 4 };

enum Modifiers : std::uint32_t { kShift = 1, kCtrl = 2, kAlt = 4, kMeta = 8 };

// What the system asks for.
struct Preferences {
  bool dark = true;
  bool contrast = false;
  bool reduced_motion = false;
  bool coarse_pointer = false;
};

// One App at a time: it owns the ImGui context, which is current from construction on, so that the
// machine can put its backend (RendererHasTextures) on it before the first Frame.
class App {
 public:
  App(Machine& machine, const FontFiles& fonts);
  ~App();
  App(const App&) = delete;
  App& operator=(const App&) = delete;

  // A message of the engine, taken over and read in place. Nonsense is dropped.
  void Receive(Bytes message);

  // What the page itself knows of a load: it fetches a file (`total` 0: size unknown); it cannot
  // give the profile to the engine, or the worker died of it; a fresh engine reads this open
  // profile again, whose unanswered questions are asked again when it has.
  // So many files come together (Session::OpenSet).
  void OpenSet(std::uint32_t first, std::uint32_t count, std::string_view name);
  void Reading(std::uint32_t profile, std::string_view name, double done, double total);
  void Failed(std::uint32_t profile, std::string_view name, std::string_view sentence);
  void Reload(std::uint32_t profile);

  // Source text that the person gave, to be shown where a profile names this file.
  void Source(std::string_view path, std::string_view text);
  // The answer to Machine::LayOut, or '!' and a sentence: why there is none.
  void LaidOut(std::uint32_t number, std::string_view layout);

  void Resize(float css_w, float css_h, float dpr);

  // Draws one frame and hands it to Machine::Submit. Returns when the next one is wanted:
  // 0: at once, > 0: after so many milliseconds, -1: when something happens.
  double Frame(double now_ms);

  // Makes a profile of open ones, as session/comparison.h's ParsePlan reads it, and shows it.
  // Returns its number, 0 when the text is no plan.
  std::uint32_t Make(std::string_view plan);

  // `button` as in PointerEvent.button of the DOM: 0 left, 1 middle, 2 right. `mods`: Modifiers.
  void Pointer(PointerEvent what, float x, float y, int button, std::uint32_t mods, bool touch);
  // Raw deltas in px. True: taken; false: it belongs to the page around (embedded, no modifier).
  bool Wheel(float x, float y, float dx, float dy, std::uint32_t mods);
  // Two fingers at their middle; factor > 1: apart.
  void Pinch(float x, float y, float factor);
  // `code` and `key` as in KeyboardEvent. True: taken, the browser shall not act on it.
  bool Key(bool down, std::string_view code, std::string_view key, std::uint32_t mods);
  // The window or canvas lost the focus: every key and button is up.
  void Blur();
  // An input of the page now holds this text; a key pressed in it.
  void Field(FieldId field, std::string_view text);
  bool PressFieldKey(FieldId field, FieldKey key, std::uint32_t mods);

  void SetPreferences(const Preferences& preferences);
  void SetEmbedded(bool embedded);
  void SetDragging(bool dragging);

  // Everything on the GPU is gone; after DeviceRestored it is uploaded anew.
  void DeviceLost();
  void DeviceRestored();

  // Texts for window.burnglass, src/README.md has their shapes.
  std::string Query() const;
  std::string Link() const;
  std::string Snapshot() const;
  std::string Stats() const;
  std::string State() const;

  // A query object (JSON) or link text; false when it was not understood, and nothing changed.
  bool Apply(std::string_view text);
  // The browser goes to a step of the history, by its number.
  void GoTo(std::uint32_t step);
  // What an earlier visit kept (Machine::SaveSettings).
  void ReadSettings(std::string_view text);
  // A command by its name in the key table (src/session/keys.h).
  bool Command(std::string_view name);

  // A question is unanswered or a frame is wanted.
  bool Busy() const;

 private:
  void CatchUp();

  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace burnglass::ui
