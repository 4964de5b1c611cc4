// A message together with the block it is read from: the shape in which answers are kept.
#pragma once

#include <utility>

#include "message/message.h"

namespace burnglass {

class HeldMessage {
 public:
  // Takes the block over; fails as Message::Read does.
  static Result<HeldMessage> Take(Bytes block) {
    Result<Message> message = Message::Read(block);
    if (!message) return message.error();
    // Moving a vector leaves its elements where they are, so the columns stay valid.
    return HeldMessage(std::move(block), message.Take());
  }

  const pb::Header& header() const { return message_.header(); }
  const Message& operator*() const { return message_; }
  const Message* operator->() const { return &message_; }

 private:
  HeldMessage(Bytes block, Message message)
      : block_(std::move(block)), message_(std::move(message)) {}

  Bytes block_;
  Message message_;
};

}  // namespace burnglass
