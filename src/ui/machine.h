// Machine: all that the viewer wants of the place it runs in. The room host has the real one (page,
// WebGL, clipboard); tests have one that writes down what was asked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

struct ImDrawData;

namespace burnglass {

class FlamePainter;

enum class Cursor { kArrow, kHand, kText, kGrab, kGrabbing, kResizeColumn, kResizeRow };

// Text is typed into real inputs of the page, laid over the canvas; each has a number.
enum class FieldId : std::uint32_t { kSearch = 0, kFilter = 1, kPalette = 2 };
inline constexpr std::size_t kFields = 3;

struct FieldPlace {
  float x = 0, y = 0, w = 0, h = 0;  // CSS px in the canvas; w == 0: hidden

  bool operator==(const FieldPlace&) const = default;
};

class Machine {
 public:
  virtual ~Machine() = default;

  virtual FlamePainter& Painter() = 0;

  // Draws one frame: the lists and, where their callbacks say so, the painter's batches.
  // Called once in App::Frame; device pixels, framebuffer scale 1. Not called while the device
  // is lost.
  virtual void Submit(ImDrawData& frame) = 0;

  // Sends a question (a message, src/message) to the engine.
  virtual void Ask(std::span<const std::byte> message) = 0;

  // Lays the input at a place; `label` names it for screen readers, `text` replaces what it holds.
  virtual void PlaceField(FieldId field, const FieldPlace& place) = 0;
  virtual void SetFieldText(FieldId field, std::string_view text) = 0;
  virtual void FocusField(FieldId field) = 0;
  // Keys are the picture's again.
  virtual void FocusCanvas() = 0;

  // The theme that is drawn in: the page's own HTML (fields, About) follows it.
  virtual void SetTheme(bool dark, bool contrast) = 0;
  // How large the letters of fields are drawn: 1 as they come.
  virtual void SetTextScale(float scale) = 0;
  virtual void SetCursor(Cursor cursor) = 0;
  virtual void CopyText(std::string_view text) = 0;
  // Copies this page's address with the fragment.
  virtual void CopyLink(std::string_view fragment) = 0;
  // Steps of the history by their numbers: a new one begins and forgets those after it; one was
  // gone to by undo or redo. The browser's own Back and Forward follow.
  virtual void PushHistory(std::uint32_t step) = 0;
  virtual void MoveHistory(std::uint32_t step) = 0;
  // Keeps the text of the settings for the next visit, where it may be kept.
  virtual void SaveSettings(std::string_view settings) = 0;
  virtual void Download(std::string_view file_name, std::string_view text) = 0;
  // The same of a picture (PNG) of the canvas, drawn with so many px for each of the screen.
  virtual void SavePicture(std::string_view file_name, std::uint32_t scale) = 0;

  // Lays out a call graph of this profile. App::LaidOut is told the number again with the answer;
  // the texts' shapes are those of LayoutQuestion and ReadLayout (session/call_graph.h).
  virtual void LayOut(std::uint32_t profile, std::uint32_t number, std::string_view graph) = 0;

  virtual void OpenFiles() = 0;   // the chooser of files
  virtual void OpenFolder() = 0;  // the chooser of a folder, all of whose files are opened
  virtual void OpenSample(std::string_view name) = 0;  // a bundled profile
  virtual void ShowAbout() = 0;                        // version and licences
  virtual void CancelOpen(std::uint32_t profile) = 0;
  virtual void CloseProfile(std::uint32_t profile) = 0;

  // Network requests that the page has made since it was ready.
  virtual std::uint32_t Requests() = 0;

  // Tells the page that the flame graph of a profile was submitted for the first time (called right
  // after the Submit of that frame) or, of a profile whose tab is not in front, that it is ready to
  // be drawn. Of a profile with nothing to draw: that the page that says why was submitted.
  virtual void FlameDrawn(std::uint32_t profile) = 0;
  // What is asked has changed (active profile, query, search): the page's twin follows.
  virtual void StateChanged() = 0;
  // A sentence for screen readers, spoken politely.
  virtual void Announce(std::string_view sentence) = 0;
};

}  // namespace burnglass
