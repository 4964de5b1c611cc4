// Drives an Engine as the worker's script does, without a worker.
#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "engine/engine.h"
#include "support/test_files.h"

namespace burnglass {

inline std::span<const std::byte> BytesOf(const std::string& text) {
  return std::as_bytes(std::span(text));
}

inline std::vector<Bytes> TakeAll(Engine& engine) {
  std::vector<Bytes> all;
  while (std::optional<Bytes> one = engine.Take()) all.push_back(*std::move(one));
  return all;
}

inline void StepToEnd(Engine& engine, double ms = 20) {
  while (engine.Step(ms)) {
  }
}

inline void FeedFile(Engine& engine, std::uint32_t profile, const std::string& file,
                     std::size_t piece, std::string_view name = "file.pb.gz") {
  engine.Open(profile, name, file.size());
  for (std::size_t at = 0; at < file.size(); at += piece) {
    if (!engine.Feed(profile, BytesOf(file).subspan(at, std::min(piece, file.size() - at)))) return;
  }
  engine.End(profile);
  StepToEnd(engine);
}

inline std::string Recorded(const char* name) {
  return ReadFile(TestDataPath(std::string("go-real/") + name));
}

// An engine with a file open as profile 1, its news taken.
inline Engine WithFile(const std::string& file) {
  Engine engine;
  FeedFile(engine, 1, file, 1000);
  INFO(engine.ErrorOf(1));
  REQUIRE(engine.StateOf(1) == LoadState::kOpen);
  TakeAll(engine);
  return engine;
}

inline Engine WithCpu() { return WithFile(Recorded("cpu.pb.gz")); }

inline pb::Header Question(std::uint32_t id, std::uint32_t slot, std::uint32_t profile = 1) {
  pb::Header header;
  header.set_question(id);
  header.set_slot(slot);
  header.set_profile(profile);
  return header;
}

inline void Post(Engine& engine, const pb::Header& header) {
  engine.Post(MessageWriter(header).Finish());
}

// A message with the block that it reads.
struct Answer {
  Bytes block;
  Message message;

  const pb::Header& header() const { return message.header(); }
};

inline Answer ReadAnswer(Bytes block) {
  Result<Message> message = Message::Read(block);
  REQUIRE(message.ok());
  return {std::move(block), message.Take()};
}

// The only message that comes.
inline Answer OnlyAnswer(Engine& engine, double ms = 20) {
  StepToEnd(engine, ms);
  std::vector<Bytes> all = TakeAll(engine);
  REQUIRE(all.size() == 1);
  return ReadAnswer(std::move(all[0]));
}

inline Answer Ask(Engine& engine, const pb::Header& question) {
  Post(engine, question);
  return OnlyAnswer(engine);
}

// The news of a profile that was just opened: the last message out.
inline Answer LastNews(Engine& engine) {
  std::vector<Bytes> all = TakeAll(engine);
  REQUIRE_FALSE(all.empty());
  return ReadAnswer(std::move(all.back()));
}

}  // namespace burnglass
