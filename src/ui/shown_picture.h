// ShownPicture: whether a frame is the picture that is on screen already. Then it need not be
// submitted: most frames only make sure that nothing moves any more, and drawing costs far more
// than finding that out.
#pragma once

#include <cstdint>

struct ImDrawData;

namespace burnglass::ui {

class ShownPicture {
 public:
  // Of the frame that is about to be submitted, which counts as shown from here on.
  // `painting_changed`: what the painter draws in it is not what it drew in the last one. After a
  // second without any frame none counts as shown: a page that was away may have lost its picture,
  // where memory is short.
  bool IsShown(const ImDrawData& frame, bool painting_changed, double now_ms);

  // The screen may have lost it.
  void Forget() { has_ = false; }

 private:
  bool has_ = false;
  std::uint64_t digest_ = 0;
  double last_ms_ = 0;
};

}  // namespace burnglass::ui
