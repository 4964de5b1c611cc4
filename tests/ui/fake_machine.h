// A machine that writes down what was asked of it, and a painter that keeps what was uploaded.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string>
#include <vector>

#include "message/message.h"
#include "ui/flame_painter.h"
#include "ui/machine.h"

namespace burnglass::ui {

class FakePainter : public FlamePainter {
 public:
  void SetColours(std::span<const Rgba> by_name) override {
    colours.assign(by_name.begin(), by_name.end());
    ++colour_uploads;
  }
  void SetHits(std::span<const std::uint8_t> bits) override {
    hits.assign(bits.begin(), bits.end());
    ++hit_uploads;
  }
  void SetBoxes(FlameBatch batch, std::span<const PaintedBox> list) override {
    boxes[static_cast<int>(batch)].assign(list.begin(), list.end());
    ++box_uploads[static_cast<int>(batch)];
  }
  void Draw(FlameBatch batch, const FlameLook& with) override {
    look[static_cast<int>(batch)] = with;
    ++draws[static_cast<int>(batch)];
  }

  std::vector<Rgba> colours;
  std::vector<std::uint8_t> hits;
  std::vector<PaintedBox> boxes[kFlameBatches];
  FlameLook look[kFlameBatches];
  int colour_uploads = 0, hit_uploads = 0, box_uploads[kFlameBatches] = {},
      draws[kFlameBatches] = {};
};

class FakeMachine : public Machine {
 public:
  FlamePainter& Painter() override { return painter; }
  void Submit(ImDrawData& frame) override {
    ++frames;
    for (ImTextureData* texture : *frame.Textures) Acknowledge(*texture);
    for (const ImDrawList* list : frame.CmdLists) {
      for (const ImDrawCmd& command : list->CmdBuffer) {
        if (command.UserCallback && command.UserCallback != ImDrawCallback_ResetRenderState) {
          command.UserCallback(list, &command);
        }
      }
    }
    if (on_submit) on_submit(frame, painter);
  }
  void Ask(std::span<const std::byte> message) override {
    questions.emplace_back(message.begin(), message.end());
  }
  void PlaceField(FieldId id, const FieldPlace& place) override {
    fields[static_cast<std::size_t>(id)] = place;
    if (id == FieldId::kSearch) field = place, ++field_moves;
  }
  void SetFieldText(FieldId id, std::string_view text) override {
    field_texts[static_cast<std::size_t>(id)] = text;
    if (id == FieldId::kSearch) field_text = text;
  }
  void FocusField(FieldId id) override { focused = static_cast<int>(id), ++field_focuses; }
  void FocusCanvas() override { focused = -1; }
  void SetTextScale(float scale) override { text_scale = scale; }
  void PushHistory(std::uint32_t step) override { history.push_back("+" + std::to_string(step)); }
  void MoveHistory(std::uint32_t step) override { history.push_back(std::to_string(step)); }
  void SaveSettings(std::string_view text) override { settings = text; }
  void SetTheme(bool is_dark, bool) override { dark = is_dark; }
  void SetCursor(Cursor shape) override { cursor = shape; }
  void CopyText(std::string_view text) override { copied = text; }
  void CopyLink(std::string_view fragment) override { copied_link = fragment; }
  void Download(std::string_view file_name, std::string_view text) override {
    saved_name = file_name;
    saved = text;
  }
  void SavePicture(std::string_view file_name, std::uint32_t scale) override {
    saved_name = file_name;
    picture_scale = scale;
  }
  void LayOut(std::uint32_t, std::uint32_t number, std::string_view graph) override {
    layouts.emplace_back(number, graph);
  }
  void OpenFiles() override { ++open_files; }
  void OpenFolder() override { ++open_folders; }
  void OpenSample(std::string_view name) override { sample = name; }
  void ShowAbout() override { ++abouts; }
  void CancelOpen(std::uint32_t profile) override { cancelled.push_back(profile); }
  void CloseProfile(std::uint32_t profile) override { closed.push_back(profile); }
  std::uint32_t Requests() override { return 0; }
  void FlameDrawn(std::uint32_t profile) override { drawn.push_back(profile); }
  void StateChanged() override { ++state_changes; }
  void Announce(std::string_view sentence) override { said.emplace_back(sentence); }

  FakePainter painter;
  std::vector<Bytes> questions;
  FieldPlace field;
  FieldPlace fields[kFields] = {};
  std::string field_texts[kFields], settings;
  std::vector<std::string> history;  // "+3": pushed, "3": gone to
  int focused = -1;                  // the field that has the focus; -1: the canvas
  float text_scale = 1;
  std::string field_text, copied, copied_link, sample, saved_name, saved;
  bool dark = false;
  Cursor cursor = Cursor::kArrow;
  std::vector<std::uint32_t> cancelled, closed, drawn;
  std::vector<std::string> said;
  std::vector<std::pair<std::uint32_t, std::string>> layouts;  // asked for
  std::uint32_t picture_scale = 0;
  int frames = 0, field_moves = 0, field_focuses = 0, open_files = 0, open_folders = 0, abouts = 0,
      state_changes = 0;
  void (*on_submit)(ImDrawData&, FakePainter&) = nullptr;

 private:
  // What a renderer does with textures, without having any.
  static void Acknowledge(ImTextureData& texture) {
    switch (texture.Status) {
      case ImTextureStatus_WantCreate:
        texture.SetTexID(1);
        texture.SetStatus(ImTextureStatus_OK);
        return;
      case ImTextureStatus_WantUpdates:
        texture.SetStatus(ImTextureStatus_OK);
        return;
      case ImTextureStatus_WantDestroy:
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
        return;
      default:
        return;
    }
  }
};

}  // namespace burnglass::ui
