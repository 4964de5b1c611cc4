#include "ui/painting.h"

#include <imgui.h>

#include "ui/colouring.h"
#include "ui/palette.h"

namespace burnglass::ui {

void Painting::Forget() {
  colours_of_.clear();
  theme_ = nullptr;
  hits_of_.clear();
  has_hits_ = false;
  uploaded_ = {};
  changed_ = true;
}

void Painting::SetColours(const OpenProfile& profile, const Theme& theme, ColourBy by) {
  std::string key = std::to_string(profile.id) + ' ' + ColouringKey(profile, by);
  if (colours_of_ == key && theme_ == &theme) return;
  colours_of_ = std::move(key);
  theme_ = &theme;
  changed_ = true;
  painter_.SetColours(ColoursOf(profile, theme, by));
}

void Painting::SetHits(const OpenProfile& profile, const Search* search) {
  if (!search) {
    if (has_hits_) painter_.SetHits({});
    changed_ |= has_hits_;
    has_hits_ = false;
    hits_of_.clear();
    return;
  }
  std::string key = std::to_string(profile.id) + ' ' + std::to_string(search->bits().size()) + ' ' +
                    search->pattern();
  if (has_hits_ && hits_of_ == key) return;
  has_hits_ = true;
  hits_of_ = std::move(key);
  changed_ = true;
  painter_.SetHits(search->bits());
}

void Painting::SetBoxes(FlameBatch batch, const std::vector<SeenBox>& boxes) {
  scratch_.clear();
  for (const SeenBox& box : boxes) scratch_.push_back(box.painted);
  painter_.SetBoxes(batch, scratch_);
  changed_ = true;
  uploaded_[Index(batch)] = true;
}

void Painting::Draw(Frame& frame, FlameBatch batch, const FlameLook& look) {
  const Theme& t = frame.theme;
  Call& call = calls_[Index(batch)];
  const FlameLook before = call.look;
  call = {this, batch, look};
  // The display is in device pixels (ui/app.h).
  const ImVec2 display = ImGui::GetIO().DisplaySize;
  call.look.dpr = frame.pen.dpr();
  call.look.view_w = display.x / call.look.dpr;
  call.look.view_h = display.y / call.look.dpr;
  call.look.hit = t.accent;
  call.look.hover_border = t.text;
  call.look.corner = WithAlpha(t.flame_text, batch == FlameBatch::kMinimap ? 0.0f : 0.55f);
  call.look.strip = BoxFill(t, NameClass::kRuntime, 0);
  call.look.dim = t.dim;
  changed_ |= call.look != before;
  ImDrawList* list = frame.pen.list();
  list->AddCallback(
      [](const ImDrawList*, const ImDrawCmd* command) {
        const Call& made = *static_cast<const Call*>(command->UserCallbackData);
        made.painting->Run(made);
      },
      &call);
  list->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

void Painting::Run(const Call& call) {
  painter_.Draw(call.batch, call.look);
  drawn_[Index(call.batch)] = true;
}

}  // namespace burnglass::ui
