#include "host/page_machine.h"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include "host/page_imports.h"

namespace burnglass::host {

void PageMachine::StartDrawing() { ImGui_ImplOpenGL3_Init("#version 300 es"); }

void PageMachine::PrepareFrame() { ImGui_ImplOpenGL3_NewFrame(); }

void PageMachine::ForgetDevice() {
  ImGui_ImplOpenGL3_DestroyDeviceObjects();
  painter_.ForgetDevice();
}

void PageMachine::Submit(ImDrawData& frame) {
  painter_.Upload();
  ImGui_ImplOpenGL3_RenderDrawData(&frame);
}

void PageMachine::Ask(std::span<const std::byte> message) {
  page_ask(message.data(), message.size());
}

void PageMachine::PlaceField(FieldId field, const FieldPlace& place) {
  page_place_field(static_cast<std::uint32_t>(field), place.x, place.y, place.w, place.h);
}

void PageMachine::SetFieldText(FieldId field, std::string_view text) {
  page_set_field_text(static_cast<std::uint32_t>(field), text.data(), text.size());
}

void PageMachine::FocusField(FieldId field) { page_focus_field(static_cast<std::uint32_t>(field)); }

void PageMachine::FocusCanvas() { page_focus_canvas(); }

void PageMachine::SetTextScale(float scale) { page_set_text_scale(scale); }

void PageMachine::PushHistory(std::uint32_t step) { page_push_history(step); }

void PageMachine::MoveHistory(std::uint32_t step) { page_move_history(step); }

void PageMachine::SaveSettings(std::string_view text) {
  page_save_settings(text.data(), text.size());
}

void PageMachine::SetTheme(bool dark, bool contrast) { page_set_theme(dark, contrast); }

void PageMachine::SetCursor(Cursor cursor) { page_set_cursor(static_cast<int>(cursor)); }

void PageMachine::CopyText(std::string_view text) { page_copy_text(text.data(), text.size()); }

void PageMachine::CopyLink(std::string_view fragment) {
  page_copy_link(fragment.data(), fragment.size());
}

void PageMachine::Download(std::string_view file_name, std::string_view text) {
  page_download(file_name.data(), file_name.size(), text.data(), text.size());
}

void PageMachine::SavePicture(std::string_view file_name, std::uint32_t scale) {
  page_save_picture(file_name.data(), file_name.size(), scale);
}

void PageMachine::LayOut(std::uint32_t profile, std::uint32_t number, std::string_view graph) {
  page_lay_out(profile, number, graph.data(), graph.size());
}

void PageMachine::OpenFiles() { page_open_files(); }

void PageMachine::OpenFolder() { page_open_folder(); }

void PageMachine::OpenSample(std::string_view name) { page_open_sample(name.data(), name.size()); }

void PageMachine::ShowAbout() { page_show_about(); }

void PageMachine::CancelOpen(std::uint32_t profile) { page_cancel_open(profile); }

void PageMachine::CloseProfile(std::uint32_t profile) { page_close_profile(profile); }

std::uint32_t PageMachine::Requests() { return page_requests(); }

void PageMachine::FlameDrawn(std::uint32_t profile) { page_flame_drawn(profile); }

void PageMachine::StateChanged() { page_state_changed(); }

void PageMachine::Announce(std::string_view sentence) {
  page_announce(sentence.data(), sentence.size());
}

}  // namespace burnglass::host
