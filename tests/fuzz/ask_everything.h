// An engine as the worker drives it, and every question that it can be asked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/engine.h"
#include "formats/unpack.h"
#include "fuzz/fuzz.h"
#include "support/every_question.h"

namespace burnglass {

// Works until nothing is left to do; what comes out can be read.
inline std::vector<Bytes> WorkToEnd(Engine& engine) {
  while (engine.Step(1e9)) {
  }
  std::vector<Bytes> messages;
  while (std::optional<Bytes> message = engine.Take()) {
    const Result<Message> read = Message::Read(*message);
    Require(read.ok(), "a message of the engine can be read");
    if (read->header().has_failed()) RequireSentence({read->header().failed().message()});
    if (read->header().has_refusal()) RequireSentence({read->header().refusal().message()});
    messages.push_back(*std::move(message));
  }
  return messages;
}

// Plain bytes only: how much a packed file may unpack to is another target's concern.
inline bool IsPacked(std::span<const std::byte> file) {
  return DetectPacking(file).value_or(Packing::kPlain) != Packing::kPlain;
}

// True when it opens.
inline bool OpenFile(Engine& engine, std::uint32_t profile, std::span<const std::byte> file) {
  engine.Open(profile, "file", file.size());
  if (engine.Feed(profile, file)) engine.End(profile);
  WorkToEnd(engine);
  return engine.StateOf(profile) == LoadState::kOpen;
}

inline std::vector<Bytes> AskEverything(Engine& engine, std::uint32_t profile, const Asked& asked) {
  for (const pb::Header& question : EveryQuestion(profile, asked)) {
    engine.Post(MessageWriter(question).Finish());
  }
  std::vector<Bytes> answers = WorkToEnd(engine);
  for (const char* kind : {"info", "top", "flame", "diff"}) {
    Require(!engine.Json(profile, kind, asked.query, "").empty(), "there is an answer in JSON");
  }
  return answers;
}

}  // namespace burnglass
