// Painting: what the painter holds on the GPU, kept up to date with as few uploads as possible, and
// the calls into it from ImGui's draw lists.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "session/look.h"
#include "session/open_profile.h"
#include "ui/flame_cull.h"
#include "ui/flame_painter.h"
#include "ui/frame.h"

namespace burnglass::ui {

class Painting {
 public:
  explicit Painting(FlamePainter& painter) : painter_(painter) {}

  // Everything on the GPU is gone.
  void Forget();

  // Colours of the profile's names; uploads when the profile, the theme or what colours say is
  // another. The profile has a graph.
  void SetColours(const OpenProfile& profile, const Theme& theme, ColourBy by);
  // `search` may be null. Uploads when it is another.
  void SetHits(const OpenProfile& profile, const Search* search);
  // Call when the boxes have changed, or when NeedsBoxes says so.
  void SetBoxes(FlameBatch batch, const std::vector<SeenBox>& boxes);
  bool NeedsBoxes(FlameBatch batch) const { return !uploaded_[Index(batch)]; }

  // Puts the batch into the frame's current draw list. The look's colours are filled in, but
  // for canvas and outline.
  void Draw(Frame& frame, FlameBatch batch, const FlameLook& look);

  // Begins a frame: nothing is drawn yet.
  void Begin() {
    drawn_before_ = drawn_;
    drawn_ = {};
  }
  // Whether the painter's Draw has been called for the batch since Begin.
  bool Drawn(FlameBatch batch) const { return drawn_[Index(batch)]; }
  // The frame is not submitted, for it is what the one before was.
  void Leave() { drawn_ = drawn_before_; }
  // Whether the painter has or draws something else than when this was asked last.
  bool TakeChanged() { return std::exchange(changed_, false); }

 private:
  struct Call {
    Painting* painting = nullptr;
    FlameBatch batch = FlameBatch::kGraph;
    FlameLook look;
  };

  static std::size_t Index(FlameBatch batch) { return static_cast<std::size_t>(batch); }
  void Run(const Call& call);

  FlamePainter& painter_;
  std::string colours_of_;  // what they were made from
  const Theme* theme_ = nullptr;
  std::string hits_of_;  // profile, query and pattern
  bool has_hits_ = false;
  std::array<bool, kFlameBatches> uploaded_{};
  std::array<bool, kFlameBatches> drawn_{}, drawn_before_{};
  bool changed_ = true;
  std::array<Call, kFlameBatches> calls_;  // read while the frame is submitted
  std::vector<PaintedBox> scratch_;
};

}  // namespace burnglass::ui
