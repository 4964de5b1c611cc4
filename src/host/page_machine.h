// PageMachine: the viewer's machine, which is a browser page with a WebGL2 canvas.
#pragma once

#include "host/web_flame_painter.h"
#include "ui/machine.h"

namespace burnglass::host {

class PageMachine final : public Machine {
 public:
  // Puts the ImGui backend on the current ImGui context. Once, before the first frame.
  void StartDrawing();
  // Makes what the next frame needs on the GPU, where it is missing.
  void PrepareFrame();
  // The context is lost: everything that lived on the GPU is forgotten, to be made anew.
  void ForgetDevice();

  FlamePainter& Painter() override { return painter_; }
  void Submit(ImDrawData& frame) override;
  void Ask(std::span<const std::byte> message) override;
  void PlaceField(FieldId field, const FieldPlace& place) override;
  void SetFieldText(FieldId field, std::string_view text) override;
  void FocusField(FieldId field) override;
  void FocusCanvas() override;
  void SetTheme(bool dark, bool contrast) override;
  void SetTextScale(float scale) override;
  void PushHistory(std::uint32_t step) override;
  void MoveHistory(std::uint32_t step) override;
  void SaveSettings(std::string_view settings) override;
  void SetCursor(Cursor cursor) override;
  void CopyText(std::string_view text) override;
  void CopyLink(std::string_view fragment) override;
  void Download(std::string_view file_name, std::string_view text) override;
  void SavePicture(std::string_view file_name, std::uint32_t scale) override;
  void LayOut(std::uint32_t profile, std::uint32_t number, std::string_view graph) override;
  void OpenFiles() override;
  void OpenFolder() override;
  void OpenSample(std::string_view name) override;
  void ShowAbout() override;
  void CancelOpen(std::uint32_t profile) override;
  void CloseProfile(std::uint32_t profile) override;
  std::uint32_t Requests() override;
  void FlameDrawn(std::uint32_t profile) override;
  void StateChanged() override;
  void Announce(std::string_view sentence) override;

 private:
  WebFlamePainter painter_;
};

}  // namespace burnglass::host
