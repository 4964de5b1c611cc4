// FlamePainter: draws the boxes of a flame graph in one batch of our own shader. The geometry is
// uploaded when the view moves; hover, selection and search change only uniforms and small tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace burnglass {

// One box on screen, in CSS px of the canvas. The painter rounds edges to device pixels. Hits
// narrower than 2 px and hits inside strips are drawn by the viewer as ticks above the batch.
struct PaintedBox {
  float x = 0, y = 0, w = 0, h = 0;
  std::uint32_t name = 0;   // index into the tables below
  std::uint32_t box = 0;    // the box's node number, compared with hovered and selected
  std::uint32_t flags = 0;  // PaintedFlags
};

enum PaintedFlags : std::uint32_t {
  kPaintInlined = 1,   // corner triangle
  kPaintMerged = 2,    // a strip of neighbours under a pixel: drawn in the runtime colour
  kPaintAncestor = 4,  // dimmed: above the zoomed box, or not what is looked for
};

// From here on in the flags: 0, or 1 and the index into the colours that the box has in place of
// its name's.
inline constexpr std::uint32_t kPaintColourShift = 8;

struct Rgba {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  bool operator==(const Rgba&) const = default;
};

// What may change without new geometry.
struct FlameLook {
  float clip_x = 0, clip_y = 0, clip_w = 0, clip_h = 0;  // CSS px
  float view_w = 0, view_h = 0, dpr = 1;                 // canvas in CSS px
  float scroll_x = 0, scroll_y = 0;                      // added to every box
  std::uint32_t hovered_box = 0xffffffff;
  std::uint32_t selected_box = 0xffffffff;
  std::uint32_t same_name = 0xffffffff;  // boxes of this name get the thin outline
  bool searching = false;                // dim what the bits do not name
  Rgba canvas, hit, hover_border, outline, corner, strip;
  float dim = 0.5f;  // how far dimmed boxes go towards canvas
  bool operator==(const FlameLook&) const = default;
};

// A batch of boxes that lives on the GPU: one for each graph that is on screen with others.
enum class FlameBatch : std::uint32_t { kGraph = 0, kMinimap = 1, kCallers = 2, kCallees = 3 };
inline constexpr std::size_t kFlameBatches = 4;

class FlamePainter {
 public:
  virtual ~FlamePainter() = default;

  // Colours by name, and perhaps others behind them; replaced when another profile or theme is
  // shown.
  virtual void SetColours(std::span<const Rgba> by_name) = 0;
  // Bitset over names, as SearchAnswer has it; empty: no search.
  virtual void SetHits(std::span<const std::uint8_t> bits) = 0;
  virtual void SetBoxes(FlameBatch batch, std::span<const PaintedBox> boxes) = 0;

  // Called while the frame's draw lists are rendered, in their order.
  virtual void Draw(FlameBatch batch, const FlameLook& look) = 0;
};

}  // namespace burnglass
