#include "ui/theme.h"

namespace burnglass::ui {
namespace {

Theme Dark() {
  Theme t;
  t.dark = true;
  t.canvas = Hex(0x141312), t.panel = Hex(0x1a1917), t.raised = Hex(0x232120);
  t.sunk = Hex(0x0f0e0d);
  t.line = Hex(0x2d2b28), t.line2 = Hex(0x45413c);
  t.hover = Hex(0x282624), t.sel = Hex(0x332b1e);
  t.text = Hex(0xece8e1), t.text2 = Hex(0xbab4aa), t.text3 = Hex(0x9d978d);
  t.accent = Hex(0xf2a93b), t.on_accent = Hex(0x1f1503);
  t.link = Hex(0xf2b45a), t.outline = Hex(0xf2a93b), t.accent_soft = Hex(0x38290f);
  t.err = Hex(0xef7f6c);
  t.bar = Hex(0x4a453d), t.bar2 = Hex(0x33302c);
  t.flame_text = Hex(0xf4f1eb), t.flame_dim = Hex(0xa39d93);
  t.root = Hex(0x2a2825);
  t.veil = WithAlpha(Hex(0x0a0908), 0.62f);
  t.shade = WithAlpha(Hex(0x000000), 0.12f);
  t.more = Hex(0xf08a4b), t.less = Hex(0x6aa9ee);
  t.noise = Hex(0x282623);
  t.more_fill = {{0.34f, 0.03f}, {0.545f, 0.12f}, 52};
  t.less_fill = {{0.34f, 0.03f}, {0.52f, 0.115f}, 250};
  t.own = {0.455f, 0.072f}, t.dependency = {0.400f, 0.045f};
  t.standard = {0.345f, 0.024f}, t.runtime = {0.305f, 0.006f};
  t.swatch_lightness = 0.62f;
  t.dim = 0.52f;
  return t;
}

Theme Light() {
  Theme t;
  t.dark = false;
  t.canvas = Hex(0xfcfbf9), t.panel = Hex(0xf5f3ef), t.raised = Hex(0xffffff);
  t.sunk = Hex(0xece9e3);
  t.line = Hex(0xe1ddd5), t.line2 = Hex(0xc3bcb0);
  t.hover = Hex(0xece8e1), t.sel = Hex(0xfbecd0);
  t.text = Hex(0x1e1b17), t.text2 = Hex(0x524c45), t.text3 = Hex(0x6b645b);
  t.accent = Hex(0xe8940f), t.on_accent = Hex(0x231600);
  t.link = Hex(0x8f5200), t.outline = Hex(0xa35f00), t.accent_soft = Hex(0xfdf0d9);
  t.err = Hex(0xb03a26);
  t.bar = Hex(0xcfc8bc), t.bar2 = Hex(0xe3ded5);
  t.flame_text = Hex(0x1c1916), t.flame_dim = Hex(0x6b645b);
  t.root = Hex(0xe9e5de);
  t.veil = WithAlpha(Hex(0x3c362e), 0.30f);
  t.shade = WithAlpha(Hex(0x000000), 0.12f);
  t.more = Hex(0xab460d), t.less = Hex(0x1f62b5);
  t.noise = Hex(0xedeae4);
  t.more_fill = {{0.93f, 0.03f}, {0.76f, 0.135f}, 58};
  t.less_fill = {{0.93f, 0.03f}, {0.74f, 0.105f}, 250};
  t.own = {0.860f, 0.060f}, t.dependency = {0.885f, 0.045f};
  t.standard = {0.915f, 0.020f}, t.runtime = {0.930f, 0.005f};
  t.swatch_lightness = 0.72f;
  t.dim = 0.50f;
  return t;
}

// Secondary text becomes text and every line steps one up.
Theme Contrasting(Theme t) {
  t.contrast = true;
  t.line = t.line2;
  t.line2 = t.text3;
  t.text2 = t.text;
  t.text3 = t.text;
  t.flame_dim = t.flame_text;
  t.outline_width = 2;
  return t;
}

}  // namespace

const Theme& ThemeFor(bool dark, bool contrast) {
  static const Theme themes[4] = {Light(), Dark(), Contrasting(Light()), Contrasting(Dark())};
  return themes[(contrast ? 2 : 0) + (dark ? 1 : 0)];
}

}  // namespace burnglass::ui
