#include "host/web_flame_painter.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>

namespace burnglass::host {
namespace {

// As in flame.vert.
constexpr std::size_t kTableWidth = 1024;

// The four vertices of a box carry the same values; the shader tells them apart by their number.
constexpr int kVerticesOfBox = 4;
constexpr std::array<std::uint32_t, 6> kIndicesOfBox = {0, 1, 2, 2, 1, 3};

// The texels, filled up to whole rows.
std::vector<std::uint8_t> Rows(const void* data, std::size_t size, std::size_t texel_size) {
  const std::size_t row = kTableWidth * texel_size;
  std::vector<std::uint8_t> texels(std::max<std::size_t>(1, (size + row - 1) / row) * row);
  if (size > 0) std::memcpy(texels.data(), data, size);
  return texels;
}

GLuint MakeTexture(GLint unit) {
  GLuint texture = 0;
  glGenTextures(1, &texture);
  glActiveTexture(GL_TEXTURE0 + unit);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
  return texture;
}

// The clip rectangle in device px, counted from the lower left as WebGL does.
void Clip(const FlameLook& look) {
  const auto px = [&look](float css) { return static_cast<int>(std::lround(css * look.dpr)); };
  const int left = px(look.clip_x), right = px(look.clip_x + look.clip_w);
  const int top = px(look.clip_y), bottom = px(look.clip_y + look.clip_h);
  glScissor(left, px(look.view_h) - bottom, std::max(0, right - left), std::max(0, bottom - top));
}

}  // namespace

void WebFlamePainter::SetColours(std::span<const Rgba> by_name) {
  colours_.texels = Rows(by_name.data(), by_name.size_bytes(), sizeof(Rgba));
  colours_.changed = true;
}

void WebFlamePainter::SetHits(std::span<const std::uint8_t> bits) {
  hits_.texels = Rows(bits.data(), bits.size(), 1);
  hits_.changed = true;
}

void WebFlamePainter::SetBoxes(FlameBatch batch, std::span<const PaintedBox> boxes) {
  Batch& target = batches_[static_cast<std::size_t>(batch)];
  target.boxes.assign(boxes.begin(), boxes.end());
  target.changed = true;
}

void WebFlamePainter::ForgetDevice() {
  program_.Forget();
  indices_ = 0;
  indexed_boxes_ = 0;
  for (Batch& batch : batches_) {
    batch.vertex_array = batch.vertices = 0;
    batch.changed = true;
  }
  for (Table* table : {&colours_, &hits_}) {
    table->texture = 0;
    table->changed = true;
  }
}

void WebFlamePainter::MakeDeviceObjects() {
  program_.Make();
  glGenBuffers(1, &indices_);
  colours_.texture = MakeTexture(kColourUnit);
  hits_.texture = MakeTexture(kHitUnit);
  for (Batch& batch : batches_) {
    glGenVertexArrays(1, &batch.vertex_array);
    glGenBuffers(1, &batch.vertices);
    glBindVertexArray(batch.vertex_array);
    glBindBuffer(GL_ARRAY_BUFFER, batch.vertices);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
    glEnableVertexAttribArray(0);
    glVertexAttribPointer(0, 4, GL_FLOAT, GL_FALSE, sizeof(PaintedBox), nullptr);
    glEnableVertexAttribArray(1);
    glVertexAttribIPointer(1, 3, GL_UNSIGNED_INT, sizeof(PaintedBox),
                           reinterpret_cast<const void*>(offsetof(PaintedBox, name)));
  }
  glBindVertexArray(0);
}

void WebFlamePainter::Upload() {
  if (!program_.IsMade()) MakeDeviceObjects();
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  glActiveTexture(GL_TEXTURE0 + kColourUnit);
  UploadTable(colours_, GL_RGBA8, GL_RGBA, sizeof(Rgba));
  glActiveTexture(GL_TEXTURE0 + kHitUnit);
  UploadTable(hits_, GL_R8UI, GL_RED_INTEGER, 1);
  glActiveTexture(GL_TEXTURE0);
  for (Batch& batch : batches_) UploadBatch(batch);
}

void WebFlamePainter::UploadTable(Table& table, GLenum internal_format, GLenum format,
                                  int texel_size) {
  if (!table.changed) return;
  if (table.texels.empty()) table.texels = Rows(nullptr, 0, texel_size);
  const std::size_t rows = table.texels.size() / (kTableWidth * texel_size);
  glBindTexture(GL_TEXTURE_2D, table.texture);
  glTexImage2D(GL_TEXTURE_2D, 0, internal_format, kTableWidth, static_cast<GLsizei>(rows), 0,
               format, GL_UNSIGNED_BYTE, table.texels.data());
  table.changed = false;
}

void WebFlamePainter::UploadBatch(Batch& batch) {
  if (!batch.changed) return;
  std::vector<PaintedBox> vertices;
  vertices.reserve(batch.boxes.size() * kVerticesOfBox);
  for (const PaintedBox& box : batch.boxes) vertices.insert(vertices.end(), kVerticesOfBox, box);
  glBindBuffer(GL_ARRAY_BUFFER, batch.vertices);
  glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(vertices.size() * sizeof(PaintedBox)),
               vertices.data(), GL_DYNAMIC_DRAW);
  GrowIndices(batch.boxes.size());
  batch.changed = false;
}

void WebFlamePainter::GrowIndices(std::size_t boxes) {
  if (boxes <= indexed_boxes_) return;
  indexed_boxes_ = std::max(boxes, 2 * indexed_boxes_);
  std::vector<std::uint32_t> indices;
  indices.reserve(indexed_boxes_ * kIndicesOfBox.size());
  for (std::size_t box = 0; box < indexed_boxes_; ++box)
    for (const std::uint32_t corner : kIndicesOfBox)
      indices.push_back(static_cast<std::uint32_t>(box * kVerticesOfBox) + corner);
  // The binding of element buffers is part of a vertex array: take one that has ours.
  glBindVertexArray(batches_[0].vertex_array);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER,
               static_cast<GLsizeiptr>(indices.size() * sizeof(std::uint32_t)), indices.data(),
               GL_STATIC_DRAW);
  glBindVertexArray(0);
}

void WebFlamePainter::Draw(FlameBatch batch, const FlameLook& look) {
  const Batch& drawn = batches_[static_cast<std::size_t>(batch)];
  if (drawn.boxes.empty() || !program_.IsMade()) return;
  program_.Use(look);
  Clip(look);
  glBindVertexArray(drawn.vertex_array);
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(drawn.boxes.size() * kIndicesOfBox.size()),
                 GL_UNSIGNED_INT, nullptr);
  // ui/ has ImGui set its own state again after this.
}

}  // namespace burnglass::host
