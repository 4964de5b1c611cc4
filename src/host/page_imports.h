// What the JS library page.js lends to this room. Texts are UTF-8, given as pointer and length, and
// read before the call returns.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// GLFW has its window: takes its listeners off the page and readies the context.
void page_window_opened();
// A lost context is back: readies it anew.
void page_context_restored();

void page_ask(const void* message, std::size_t size);
void page_place_field(std::uint32_t field, float x, float y, float w, float h);
void page_set_field_text(std::uint32_t field, const char* text, std::size_t size);
void page_focus_field(std::uint32_t field);
void page_focus_canvas();
void page_set_theme(int dark, int contrast);
void page_set_text_scale(float scale);
void page_push_history(std::uint32_t step);
void page_move_history(std::uint32_t step);
void page_save_settings(const char* text, std::size_t size);
void page_set_cursor(int cursor);
void page_copy_text(const char* text, std::size_t size);
void page_copy_link(const char* fragment, std::size_t size);
void page_download(const char* name, std::size_t name_size, const char* text, std::size_t size);
void page_save_picture(const char* name, std::size_t size, std::uint32_t scale);
void page_lay_out(std::uint32_t profile, std::uint32_t number, const char* graph, std::size_t size);
void page_open_files();
void page_open_folder();
void page_open_sample(const char* name, std::size_t size);
void page_show_about();
void page_cancel_open(std::uint32_t profile);
void page_close_profile(std::uint32_t profile);
std::uint32_t page_requests();
void page_flame_drawn(std::uint32_t profile);
void page_state_changed();
void page_announce(const char* text, std::size_t size);

}  // extern "C"
