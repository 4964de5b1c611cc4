#version 300 es
// One box of a flame graph. Its four vertices carry the same values, the whole box; which corner a
// vertex is follows from its number (see the index pattern in web_flame_painter.cc). All that does
// not differ from pixel to pixel is decided here: edges on device pixels, fill, border.
precision highp float;
precision highp int;
precision highp usampler2D;

layout(location = 0) in vec4 a_rect;  // x, y, width, height in CSS px, before scrolling
layout(location = 1) in uvec3 a_ids;  // name, box, flags

uniform sampler2D u_colours;  // RGBA by name, kTableWidth names in a row
uniform usampler2D u_hits;    // a bit for each name, kTableWidth bytes in a row
uniform vec2 u_scroll;        // CSS px
uniform vec2 u_view;          // the canvas in device px
uniform float u_dpr;
uniform uvec3 u_marked;  // hovered box, selected box, name of the selected function
uniform bool u_searching;
uniform float u_dim;
uniform vec3 u_canvas, u_hit, u_strip, u_outline, u_hover_border;

flat out vec4 v_edges;   // left, top, right, bottom in device px
flat out vec3 v_fill;
flat out vec4 v_border;  // colour, and width in device px
flat out vec2 v_corner;  // radius, and size of the triangle of an inlined frame; device px
out vec2 v_at;           // device px from the upper left

const uint kTableWidth = 1024u;
const uint kInlined = 1u, kMerged = 2u, kAncestor = 4u;
const uint kColourShift = 8u;

// The space that a box leaves to its right or lower neighbour, in device px.
float Gap(float css_px) {
  if (css_px >= 3.0) return max(1.0, floor(u_dpr + 0.5));
  return css_px >= 1.5 ? 0.5 * u_dpr : 0.0;
}

bool IsHit(uint name) {
  uint at = name >> 3u;
  uint bits = texelFetch(u_hits, ivec2(at % kTableWidth, at / kTableWidth), 0).r;
  return u_searching && (bits >> (name & 7u) & 1u) == 1u;
}

vec3 Fill(uint name, uint flags) {
  bool strip = (flags & kMerged) != 0u;
  if (!strip && IsHit(name)) return u_hit;
  uint own = flags >> kColourShift;  // 0: the name's
  uint at = own == 0u ? name : own - 1u;
  vec3 colour =
      strip ? u_strip : texelFetch(u_colours, ivec2(at % kTableWidth, at / kTableWidth), 0).rgb;
  bool dimmed = u_searching || (flags & kAncestor) != 0u;
  return dimmed ? mix(colour, u_canvas, u_dim) : colour;
}

// Selected before hovered before same function. A strip stands for many boxes and has no name.
vec4 Border(uint name, uint box, uint flags) {
  if ((flags & kMerged) != 0u) return vec4(0.0);
  if (box == u_marked.y) return vec4(u_outline, 2.0 * u_dpr);
  if (box == u_marked.x) return vec4(u_hover_border, 1.25 * u_dpr);
  if (name == u_marked.z) return vec4(u_outline, u_dpr);
  return vec4(0.0);
}

void main() {
  vec2 begin = floor((a_rect.xy + u_scroll) * u_dpr + 0.5);
  vec2 end = floor((a_rect.xy + a_rect.zw + u_scroll) * u_dpr + 0.5);
  end = max(end, begin + 1.0);
  end -= vec2(Gap(a_rect.z), Gap(a_rect.w));
  end = max(end, begin + 0.5);

  v_edges = vec4(begin, end);
  v_fill = Fill(a_ids.x, a_ids.z);
  v_border = Border(a_ids.x, a_ids.y, a_ids.z);
  v_corner.x = a_rect.z < 14.0 ? 0.0 : 1.5 * u_dpr;
  v_corner.y = (a_ids.z & kInlined) != 0u && a_rect.z >= 8.0 ? 5.0 * u_dpr : 0.0;

  vec2 corner = vec2(gl_VertexID & 1, (gl_VertexID >> 1) & 1);
  v_at = mix(begin, ceil(end), corner);
  gl_Position = vec4(v_at / u_view * vec2(2.0, -2.0) + vec2(-1.0, 1.0), 0.0, 1.0);
}
