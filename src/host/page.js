// What the viewer asks of its page: the functions of page_imports.h, handed on to Module.page, the
// object that the page's script gave to createViewer (web/page/machine.js). Linked in by Emscripten.

const burnglassPage = {
  // Emscripten's GLFW puts listeners on window and canvas that take Tab and Backspace from the whole
  // page and scroll nothing. Input is the page's own, so they go again.
  page_window_opened__deps: ['$GLFW', 'page_context_restored'],
  page_window_opened: function () {
    const onWindow = [
      ['gamepadconnected', GLFW.onGamepadConnected], ['gamepaddisconnected', GLFW.onGamepadDisconnected],
      ['keydown', GLFW.onKeydown], ['keypress', GLFW.onKeyPress], ['keyup', GLFW.onKeyup],
      ['blur', GLFW.onBlur],
    ];
    const onCanvas = [
      ['touchmove', GLFW.onMousemove], ['touchstart', GLFW.onMouseButtonDown],
      ['touchcancel', GLFW.onMouseButtonUp], ['touchend', GLFW.onMouseButtonUp],
      ['mousemove', GLFW.onMousemove], ['mousedown', GLFW.onMouseButtonDown],
      ['mouseup', GLFW.onMouseButtonUp], ['wheel', GLFW.onMouseWheel],
      ['mousewheel', GLFW.onMouseWheel], ['mouseenter', GLFW.onMouseenter],
      ['mouseleave', GLFW.onMouseleave], ['drop', GLFW.onDrop], ['dragover', GLFW.onDragover],
    ];
    // Not for..of: Emscripten 3.1.6 strips its declaration when it is destructured.
    onWindow.forEach((on) => window.removeEventListener(on[0], on[1], true));
    onCanvas.forEach((on) => Module['canvas'].removeEventListener(on[0], on[1], true));
    _page_context_restored();
  },

  // All vertices of a box carry the same values, so it does not matter which one a flat varying is
  // taken from; the first spares some drivers a rewriting of the indices.
  page_context_restored: function () {
    const extension = Module.ctx && Module.ctx.getExtension('WEBGL_provoking_vertex');
    if (extension) extension['provokingVertexWEBGL'](0x8E4D /* FIRST_VERTEX_CONVENTION */);
  },

  page_ask: function (message, size) {
    Module['page'].ask(HEAPU8.slice(message, message + size).buffer);
  },
  page_place_field: function (field, x, y, w, h) {
    Module['page'].placeField(field, { x, y, w, h });
  },
  page_set_field_text: function (field, text, size) {
    Module['page'].setFieldText(field, UTF8ToString(text, size));
  },
  page_focus_field: function (field) { Module['page'].focusField(field); },
  page_focus_canvas: function () { Module['page'].focusCanvas(); },
  page_set_theme: function (dark, contrast) { Module['page'].setTheme(!!dark, !!contrast); },
  page_set_text_scale: function (scale) { Module['page'].setTextScale(scale); },
  page_push_history: function (step) { Module['page'].pushHistory(step); },
  page_move_history: function (step) { Module['page'].moveHistory(step); },
  page_save_settings: function (text, size) { Module['page'].saveSettings(UTF8ToString(text, size)); },
  page_set_cursor: function (cursor) { Module['page'].setCursor(cursor); },
  page_copy_text: function (text, size) { Module['page'].copyText(UTF8ToString(text, size)); },
  page_copy_link: function (fragment, size) { Module['page'].copyLink(UTF8ToString(fragment, size)); },
  page_download: function (name, nameSize, text, size) {
    Module['page'].download(UTF8ToString(name, nameSize), HEAPU8.slice(text, text + size));
  },
  page_save_picture: function (name, size, scale) {
    Module['page'].savePicture(UTF8ToString(name, size), scale);
  },
  page_lay_out: function (profile, number, graph, size) {
    Module['page'].layOut(profile, number, UTF8ToString(graph, size));
  },
  page_open_files: function () { Module['page'].openFiles(); },
  page_open_folder: function () { Module['page'].openFolder(); },
  page_open_sample: function (name, size) { Module['page'].openSample(UTF8ToString(name, size)); },
  page_show_about: function () { Module['page'].showAbout(); },
  page_cancel_open: function (profile) { Module['page'].cancelOpen(profile); },
  page_close_profile: function (profile) { Module['page'].closeProfile(profile); },
  page_requests: function () { return Module['page'].requests(); },
  page_flame_drawn: function (profile) { Module['page'].flameDrawn(profile); },
  page_state_changed: function () { Module['page'].stateChanged(); },
  page_announce: function (text, size) { Module['page'].announce(UTF8ToString(text, size)); },
};

mergeInto(LibraryManager.library, burnglassPage);
