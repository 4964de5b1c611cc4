#version 300 es
// A pixel of a box: how much of it the rounded box covers, its border, and the triangle in the
// upper left corner that marks an inlined frame. Lengths are device px.
precision highp float;

uniform vec4 u_triangle;  // colour and strength of the inlined mark

flat in vec4 v_edges;
flat in vec3 v_fill;
flat in vec4 v_border;
flat in vec2 v_corner;
in vec2 v_at;

out vec4 colour;

// Signed distance to the edge of the rounded box, negative inside.
float Distance(vec2 at) {
  vec2 half_size = 0.5 * (v_edges.zw - v_edges.xy);
  float radius = min(v_corner.x, min(half_size.x, half_size.y));
  vec2 q = abs(at - v_edges.xy - half_size) - half_size + radius;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - radius;
}

void main() {
  float outside = Distance(v_at);
  float cover = clamp(0.5 - outside, 0.0, 1.0);

  vec2 from_corner = v_at - v_edges.xy;
  float in_triangle = clamp((v_corner.y - from_corner.x - from_corner.y) * 0.7071 + 0.5, 0.0, 1.0);
  vec3 fill = mix(v_fill, u_triangle.rgb, v_corner.y > 0.0 ? in_triangle * u_triangle.a : 0.0);

  float in_border = v_border.a > 0.0 ? clamp(outside + v_border.a + 0.5, 0.0, 1.0) : 0.0;
  colour = vec4(mix(fill, v_border.rgb, in_border), cover);
}
