// WebFlamePainter: boxes of a flame graph by WebGL2, each batch in one indexed draw call.
//
// What is set is kept here and put on the GPU by Upload, before the frame's lists are drawn: so a
// draw changes no binding that Dear ImGui relies on, and a lost context loses nothing.
#pragma once

#include <array>
#include <vector>

#include "host/flame_program.h"
#include "ui/flame_painter.h"

namespace burnglass::host {

class WebFlamePainter final : public FlamePainter {
 public:
  void SetColours(std::span<const Rgba> by_name) override;
  void SetHits(std::span<const std::uint8_t> bits) override;
  void SetBoxes(FlameBatch batch, std::span<const PaintedBox> boxes) override;
  // Leaves program, vertex array, scissor box and active texture unit as they were.
  void Draw(FlameBatch batch, const FlameLook& look) override;

  // Puts on the GPU what was set since the last time.
  void Upload();
  // The context is lost: the next Upload makes everything anew.
  void ForgetDevice();

 private:
  struct Batch {
    std::vector<PaintedBox> boxes;
    bool changed = false;
    GLuint vertex_array = 0, vertices = 0;
  };
  // A table by name as a texture, kTableWidth texels in a row.
  struct Table {
    std::vector<std::uint8_t> texels;
    bool changed = true;
    GLuint texture = 0;
  };

  void MakeDeviceObjects();
  void UploadTable(Table& table, GLenum internal_format, GLenum format, int texel_size);
  void UploadBatch(Batch& batch);
  void GrowIndices(std::size_t boxes);

  FlameProgram program_;
  std::array<Batch, kFlameBatches> batches_;
  Table colours_, hits_;
  GLuint indices_ = 0;
  std::size_t indexed_boxes_ = 0;
};

}  // namespace burnglass::host
