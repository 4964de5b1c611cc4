#include "ui/shown_picture.h"

#include <imgui.h>

#include <algorithm>
#include <cstring>

#include "base/hash.h"

namespace burnglass::ui {
namespace {

constexpr double kMayBeGoneMs = 1000;

std::uint64_t HashMemory(const void* data, std::size_t size, std::uint64_t seed) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  std::uint64_t word = 0;
  for (; size >= sizeof word; bytes += sizeof word, size -= sizeof word) {
    std::memcpy(&word, bytes, sizeof word);
    seed = HashNumber(word, seed);
  }
  word = 0;
  std::memcpy(&word, bytes, size);
  return HashNumber(word, HashNumber(size, seed));
}

template <typename T>
std::uint64_t HashVector(const ImVector<T>& vector, std::uint64_t seed) {
  return HashMemory(vector.Data, static_cast<std::size_t>(vector.size_in_bytes()), seed);
}

std::uint64_t HashAddress(const void* address, std::uint64_t seed) {
  return HashNumber(reinterpret_cast<std::uintptr_t>(address), seed);
}

std::uint64_t HashCommand(const ImDrawCmd& command, std::uint64_t seed) {
  const ImVec4& clip = command.ClipRect;
  const float edges[] = {clip.x, clip.y, clip.z, clip.w};
  seed = HashMemory(edges, sizeof edges, seed);
  seed = HashNumber(command.ElemCount, HashNumber(command.IdxOffset, seed));
  seed = HashNumber(command.VtxOffset, seed);
  seed = HashAddress(command.TexRef._TexData, HashNumber(command.TexRef._TexID, seed));
  seed = HashAddress(reinterpret_cast<const void*>(command.UserCallback), seed);
  return HashAddress(command.UserCallbackData, seed);
}

std::uint64_t DigestOf(const ImDrawData& frame) {
  const float size[] = {frame.DisplayPos.x, frame.DisplayPos.y, frame.DisplaySize.x,
                        frame.DisplaySize.y};
  std::uint64_t digest = HashMemory(size, sizeof size, kHashSeed);
  for (const ImDrawList* list : frame.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) digest = HashCommand(command, digest);
    digest = HashVector(list->IdxBuffer, HashVector(list->VtxBuffer, digest));
  }
  return digest;
}

bool HasNewTexels(const ImDrawData& frame) {
  return frame.Textures != nullptr && std::any_of(frame.Textures->begin(), frame.Textures->end(),
                                                  [](const ImTextureData* texture) {
                                                    return texture->Status != ImTextureStatus_OK;
                                                  });
}

}  // namespace

bool ShownPicture::IsShown(const ImDrawData& frame, bool painting_changed, double now_ms) {
  const std::uint64_t digest = DigestOf(frame);
  const bool lasts = has_ && now_ms - last_ms_ <= kMayBeGoneMs;
  const bool same = lasts && digest == digest_ && !painting_changed && !HasNewTexels(frame);
  has_ = true;
  digest_ = digest;
  last_ms_ = now_ms;
  return same;
}

}  // namespace burnglass::ui
